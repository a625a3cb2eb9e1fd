"""The report as a person reads it: marked-up text in which every figure still knows what it is.

What comes from the data never stands in the text itself. In its place stands a slot, a number between two private-use
characters, and the words are kept beside it. So no name and no figure can ever be mistaken for markup:

    cả kỳ có \\ue0007\\ue001 đơn vị        inserts[7] == Insert("17", "so_don_vi")

A table made from data is one insert as a whole, and its slot is a line of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeAlias

from msgspec import Struct, field

from cqtt.problems import Position

MAX_FOLDED = 60
"""Lines that one text of folded prose may span; words of it are looked for that far."""

SLOT = re.compile("\ue000([0-9]+)\ue001")


def slot(index: int) -> str:
    """The mark that stands in the text for insert number *index*."""
    return f"\ue000{index}\ue001"


class Insert(Struct, frozen=True, gc=False):
    """Words put in from the data. *path* names the figure they print; empty for words that are no figure."""

    text: str
    path: str = ""


class Below(Sequence[str]):
    """The figure *path* below each of *heads*: ``<nhom>.<ma>.a.b``; each put together when asked for."""

    __slots__ = ("heads", "path")

    def __init__(self, heads: Sequence[str], path: str) -> None:
        self.heads = heads
        self.path = path

    def __len__(self) -> int:
        return len(self.heads)

    def __getitem__(self, at: Any) -> Any:
        return self.heads[at] + self.path

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


class Printed(Struct, frozen=True):
    """A column of inserts: what each row prints, and the path of each. A table of many units has a hundred thousand."""

    texts: Sequence[str]
    paths: Sequence[str]

    @classmethod
    def of(cls, cells: Sequence[Insert]) -> "Printed":
        """The column of *cells*."""
        return cls([cell.text for cell in cells], [cell.path for cell in cells])


Typed: TypeAlias = tuple[str, ...]
"""A column of cells that the template's author typed: markup, which may have slots."""
Cells: TypeAlias = tuple[Insert | str, ...]
"""A row of cells; a str is typed."""


class TableInsert(Struct, frozen=True):
    """A table put in from the data, column by column.

    *align* is ``left``, ``center`` or ``right`` for each column. *totals* are the last rows, set in bold. *upright* is
    the table of one unit alone: a row for each of its figures.
    """

    align: tuple[str, ...]
    head: tuple[str, ...]
    columns: tuple[Printed | Typed, ...]
    totals: tuple[Cells, ...] = ()
    upright: bool = False

    @property
    def typed(self) -> Iterator[str]:
        """The typed cells, row by row, those of the head and of the totals too."""
        yield from self.head
        for row in zip(*(column for column in self.columns if isinstance(column, tuple)), strict=True):
            yield from row
        yield from (cell for row in self.totals for cell in row if isinstance(cell, str))

    @property
    def path(self) -> str:
        """Empty: the cells have paths, the table has none."""
        return ""

    @property
    def text(self) -> str:
        """The table as Markdown, to be read in a draft."""
        rules = {"left": ":--", "center": ":-:", "right": "--:"}
        light = zip(*(c.texts if isinstance(c, Printed) else c for c in self.columns), strict=True)
        bold = ([f"**{words}**" if words else "" for words in map(_said, row)] for row in self.totals)
        lines = (self.head, (rules[how] for how in self.align), *light, *bold)
        return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _said(cell: Insert | str) -> str:
    return cell if isinstance(cell, str) else cell.text


class Origin(Struct, frozen=True):
    """The line of the file that a line of the text was made from; *line* counts from 1.

    Text whose lines YAML has joined, or made out of one, stands somewhere from there to *last*, on the first line
    behind *before* characters. *also* are the places that the rest of the line was made from, where it was put together
    from several.
    """

    path: str
    line: int
    last: int = 0
    before: int = 0
    also: "tuple[Origin, ...]" = ()

    def find(self, source: Sequence[str], needle: str, *, whole: bool = False) -> Position | None:
        """Where *needle*, or the end of it unless it must be *whole*, stands in the file's lines *source*.

        None where it does not.
        """
        end = 1 + max(self.line, min(self.last, self.line + MAX_FOLDED - 1))
        for words in islice(_tails(needle), 1 if whole else None):
            for row in range(max(self.line, 1), min(end, len(source) + 1)):
                if found := words.search(source[row - 1], self.before if row == self.line else 0):
                    return Position(self.path, row, found.start() + 1, source[row - 1], len(found[0]))
        return None


class Manuscript(Struct, frozen=True):
    """The filled text: one origin per line, the inserts its slots stand for, the lines of the files it came from."""

    lines: Sequence[str]
    origins: Sequence[Origin]
    inserts: Sequence[Insert | TableInsert]
    sources: Mapping[str, Sequence[str]]
    declared: Mapping[str, str] = field(default_factory=dict)
    """Why each number typed by hand stands in the text, by the path of its insert."""

    @property
    def text(self) -> str:
        """The whole text, with slots."""
        return "\n".join(self.lines)

    def position(self, line: int, needle: str = "") -> Position:
        """Where line number *line* (from 0) came from: the place of *needle* there, or where the line begins."""
        if not self.origins:
            return Position("")
        origin = self.origins[min(line, len(self.origins) - 1)]
        for place in (origin, *origin.also):
            if found := place.find(self.sources.get(place.path, ()), needle):
                return found
        source = self.sources.get(origin.path, ())
        text = source[origin.line - 1] if 0 < origin.line <= len(source) else ""
        return Position(origin.path, origin.line, len(text) - len(text.lstrip()) + 1, text)

    def pieces(self, text: str) -> Iterator[str | Insert | TableInsert]:
        """*text* with each slot replaced by its insert."""
        for i, piece in enumerate(SLOT.split(text)):
            if i % 2:
                yield self.inserts[int(piece)]
            elif piece:
                yield piece

    def readable(self) -> str:
        """The text with its words and figures filled in, for ``cqtt build --draft``."""
        return self._filled(self.text)

    def _filled(self, text: str) -> str:
        """*text* with the words of its inserts; typed cells of a table have slots of their own."""
        return SLOT.sub(lambda m: self._words(self.inserts[int(m[1])]), text)

    def _words(self, insert: Insert | TableInsert) -> str:
        return self._filled(insert.text) if isinstance(insert, TableInsert) else insert.text


def _tails(needle: str) -> Iterator[re.Pattern[str]]:
    """Patterns for *needle* as words of their own, then for what is left of it behind each full stop."""
    parts = needle.split(".") if re.fullmatch(r"[\w.-]+", needle) else [needle] if needle else []
    before, behind = r"(?<!\w)" * needle[:1].isalnum(), r"(?!\w)" * needle[-1:].isalnum()
    for i in range(len(parts)):
        words = r"\s*".join(re.escape(word) for word in ".".join(parts[i:]).split(" "))
        yield re.compile(f"{before}{words}{behind}")
