"""Third stretch: write the file, look at it once more, and only then put it in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cqtt.atomic import replace_file
from cqtt.markup.nodes import Report
from cqtt.problems import EnvironmentFault
from cqtt.word.decree.lint import faults
from cqtt.word.fingerprint import is_ours
from cqtt.word.integrity import verify
from cqtt.word.reading.archive import open_package
from cqtt.word.write import write


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a file. *changed* says whether it was not there so already.

    *kept* is where the old one lies that somebody had edited; None where nothing was kept.
    """

    path: Path
    changed: bool
    kept: Path | None = None


def made(report: Report, remarks: Mapping[str, str] | None = None) -> bytes:
    """The finished file of *report*, with *remarks* as Word comments where there are any.

    A file that does not pass our own check is our bug and never leaves this place.
    """
    data = write(report, remarks)
    look_over(data, report)
    return data


def look_over(data: bytes, report: Report) -> None:
    """The last look at the finished file *data* of *report*; raises ``AssertionError`` for what is not right in it."""
    try:
        package = open_package(data, ours=True)
        unsound = verify(package, report)
        unlike = () if unsound else faults(package)
    except EnvironmentFault as fault:  # of a file from elsewhere; one of ours that cannot be read is a bug
        raise AssertionError(f"the document cannot be read: {fault.message}") from fault
    if unsound:
        raise AssertionError("the document is not sound: " + "; ".join(unsound))
    if unlike:
        raise AssertionError("the document is not as Decree 30 asks: " + "; ".join(unlike))


def stands(report: Report, path: Path) -> bool:
    """Whether *path* holds *report*, byte for byte."""
    return path.is_file() and path.read_bytes() == made(report)


def publish(report: Report, path: Path, remarks: Mapping[str, str] | None = None) -> Published:
    """Write *report* to *path*. A file there that somebody has edited since we wrote it is kept under a dated name.

    Raises ``EnvironmentFault`` where the disk refuses; the old file is then still whole.
    """
    data = made(report, remarks)
    if path.is_file() and path.read_bytes() == data:
        return Published(path, changed=False)
    return Published(path, changed=True, kept=replace_file(path, data, keep=lambda old: not is_ours(old)))
