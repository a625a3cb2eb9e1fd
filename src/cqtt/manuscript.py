"""The report as a person reads it: marked-up text in which every figure still knows what it is.

What comes from the data never stands in the text itself. In its place stands a slot, a number between two private-use
characters, and the words are kept beside it. So no name and no figure can ever be mistaken for markup:

    trong quý I nhận \\ue0007\\ue001 hồ sơ        inserts[7] == Insert("5.007", "ho_so.tiep_nhan.tong")
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cqtt.problems import Position

MAX_FOLDED = 60
"""Lines that one text of folded prose may span; words of it are looked for that far."""

SLOT = re.compile("\ue000([0-9]+)\ue001")


def slot(index: int) -> str:
    """The mark that stands in the text for insert number *index*."""
    return f"\ue000{index}\ue001"


@dataclass(frozen=True, slots=True)
class Insert:
    """Words put in from the data. *path* names the figure they print; empty for words that are no figure."""

    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """The line of the file that a line of the text was made from; *line* counts from 1.

    *folded* text stands on that line or on one of the next: YAML has joined its lines.
    """

    path: str
    line: int
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The filled text: one origin per line, the inserts its slots stand for, the lines of the files it came from."""

    lines: Sequence[str]
    origins: Sequence[Origin]
    inserts: Sequence[Insert]
    sources: Mapping[str, Sequence[str]]

    @property
    def text(self) -> str:
        """The whole text, with slots."""
        return "\n".join(self.lines)

    def position(self, line: int, needle: str = "") -> Position:
        """Where line number *line* (from 0) came from; the column is that of *needle* there, or 1."""
        if not self.origins:
            return Position("")
        origin = self.origins[min(line, len(self.origins) - 1)]
        source = self.sources.get(origin.path, ())
        row = origin.line
        if origin.folded and needle:
            below = range(row, min(row + MAX_FOLDED, len(source) + 1))
            row = next((r for r in below if needle in source[r - 1]), row)
        text = source[row - 1] if 0 < row <= len(source) else ""
        found = text.find(needle) if needle else -1
        return Position(origin.path, row, max(found, 0) + 1, text, len(needle) if found >= 0 else 1)

    def pieces(self, text: str) -> Iterator[str | Insert]:
        """*text* with each slot replaced by its insert."""
        for i, piece in enumerate(SLOT.split(text)):
            if i % 2:
                yield self.inserts[int(piece)]
            elif piece:
                yield piece

    def readable(self) -> str:
        """The text with its words and figures filled in, for ``cqtt build --draft``."""
        return SLOT.sub(lambda m: self.inserts[int(m[1])].text, self.text)
