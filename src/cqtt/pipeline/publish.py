"""Third stage: make the file, and verify it before anybody may put it in its place."""

from collections.abc import Mapping

from cqtt.faults import EnvironmentFault
from cqtt.markup.nodes import Report
from cqtt.word.decree.lint import faults
from cqtt.word.integrity import verify
from cqtt.word.reading.archive import open_package
from cqtt.word.write import write


def made(report: Report, remarks: Mapping[str, str] | None = None) -> bytes:
    """The finished file of *report*, with *remarks* as Word comments where there are any.

    A file that does not pass our own check is our bug and never leaves this place.
    """
    data = write(report, remarks)
    look_over(data, report)
    return data


def look_over(data: bytes, report: Report) -> None:
    """Verify the finished file *data* of *report*; raises ``AssertionError`` for what is not right in it."""
    try:
        package = open_package(data)
        package.condense()
        unsound = verify(package, report)
        unlike = () if unsound else faults(package)
    except EnvironmentFault as fault:  # of a file from elsewhere; one of ours that cannot be read is a bug
        raise AssertionError(f"the document cannot be read: {fault.message}") from fault
    if unsound:
        raise AssertionError("the document is not sound: " + "; ".join(unsound))
    if unlike:
        raise AssertionError("the document is not as Decree 30 asks: " + "; ".join(unlike))
