"""What a rule finds in a passage, before it is known in which file that passage was written."""

from typing import NamedTuple

from cqtt.manuscript import Manuscript
from cqtt.markup.walk import Passage
from cqtt.problems import Problem, Severity


class Finding(NamedTuple):
    """A finding at offset *at* of a passage's words; marked is the first of *needles* that the line there bears.

    Where emphasis or the end of the line parts them all, the beginning of the last is marked; without needles the line.
    """

    at: int
    needles: tuple[str, ...]
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def problem(self, passage: Passage, manuscript: Manuscript) -> Problem:
        """The same where it was written."""
        row = passage.line(self.at)
        parted = passage.typed_at(self.at)[: len(self.needles[-1])].strip() if self.needles else ""
        needle = next((needle for needle in (*self.needles, parted) if needle in manuscript.lines[row]), "")
        return Problem(manuscript.position(row, needle), self.code, self.message, self.hint, severity=self.severity)
