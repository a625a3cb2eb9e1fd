"""Third stretch: write the file, look at it once more, and only then put it in its place."""

from collections.abc import Mapping
from pathlib import Path

from cqtt.atomic import replace_file
from cqtt.markup.nodes import Report
from cqtt.word.decree.lint import faults
from cqtt.word.integrity import verify
from cqtt.word.write import write


def publish(report: Report, path: Path, remarks: Mapping[str, str] | None = None) -> None:
    """Write *report* to *path*, with *remarks* as Word comments where there are any.

    Raises ``EnvironmentFault`` where the disk refuses; the old file is then still whole. A file that does not pass our
    own check is our bug and never reaches the disk.
    """
    data = write(report, remarks)
    if wrong := verify(data, report):
        raise AssertionError("the document is not sound: " + "; ".join(wrong))
    if wrong := faults(data):
        raise AssertionError("the document is not as Decree 30 asks: " + "; ".join(wrong))
    replace_file(path, data)
