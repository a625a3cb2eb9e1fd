"""What a rule finds in a passage, before it is known in which file that passage was written."""

from typing import NamedTuple

from cqtt.manuscript import Manuscript
from cqtt.markup.walk import Passage
from cqtt.problems import Problem, Severity


class Finding(NamedTuple):
    """A finding at offset *at* of a passage's words; marked is the first of *needles* that the line there bears."""

    at: int
    needles: tuple[str, ...]
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def problem(self, passage: Passage, manuscript: Manuscript) -> Problem:
        """The same where it was written; where the line begins, if emphasis or the end of a line parts every needle."""
        row = passage.line(self.at)
        needle = next((needle for needle in self.needles if needle in manuscript.lines[row]), "")
        return Problem(manuscript.position(row, needle), self.code, self.message, self.hint, severity=self.severity)
