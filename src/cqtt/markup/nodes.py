"""What a document is: a small closed tree. The parser makes it, the Word writer reads it, neither knows the other.

Every block knows the line of the manuscript it began on, and so does every text that was typed. A note holds its own
content. A finished document is frozen.
"""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Literal, TypeAlias

from msgspec import Struct


class Text(Struct, frozen=True, gc=False):
    """Plain words. *line* is the manuscript's line (from 0) on which they were typed; None for words from the data."""

    text: str
    line: int | None = None


class Figure(Struct, frozen=True, gc=False):
    """A printed figure and the path it was printed from; *line* as of ``Text``, where the figure stands in a text."""

    text: str
    path: str
    line: int | None = None


class Strong(Struct, frozen=True):
    """Bold."""

    children: "Inlines"


class Emphasis(Struct, frozen=True):
    """Italic."""

    children: "Inlines"


class Link(Struct, frozen=True):
    """A link to the outside; *target* is http, https or mailto."""

    children: "Inlines"
    target: str


class Reference(Struct, frozen=True):
    """A mention of an appendix, as a link to it: “Phụ lục I”."""

    text: str
    label: str


class LineBreak(Struct, frozen=True):
    """A forced new line."""


class Note(Struct, frozen=True):
    """A footnote: its paragraphs, each a run of inlines."""

    paragraphs: "tuple[Inlines, ...]"


Inline: TypeAlias = Text | Figure | Strong | Emphasis | Link | Reference | LineBreak | Note
Inlines: TypeAlias = tuple[Inline, ...]


class Heading(Struct, frozen=True):
    """A numbered heading, level 1 to 3; its number is Word's."""

    level: int
    children: Inlines
    line: int


class Paragraph(Struct, frozen=True):
    """A paragraph of text."""

    children: Inlines
    line: int


class Items(Struct, frozen=True):
    """A list; each item is made of paragraphs and further lists, and begins with a paragraph.

    *start* is the first number of an ordered one, *mark* the sign before each item of any other.
    """

    ordered: bool
    items: "tuple[tuple[Paragraph | Items, ...], ...]"
    line: int
    start: int = 1
    mark: Literal["-", "+"] = "-"


class Align(Enum):
    """How a table's column is set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


Row: TypeAlias = tuple[Inlines, ...]


class Table(Struct, frozen=True):
    """A table: one head row, then *body*; rows are as long as *align*. *caption* names it for screen readers.

    Typed rows are *spread* over lines of the manuscript: the head, the dashes, then one for each row. A table made from
    data stands on one line.
    """

    align: tuple[Align, ...]
    head: Row
    body: Sequence[Row]
    line: int
    caption: str = ""
    spread: bool = True

    @property
    def lines(self) -> tuple[int, ...]:
        """The line of the manuscript for the head and for each row of the body."""
        below = (self.line + 2 + i if self.spread else self.line for i in range(len(self.body)))
        return (self.line, *below)


class ChartKind(Enum):
    """How a chart is drawn; the value is the word that asks for it."""

    BARS = "thanh_ngang"
    COLUMNS = "cot"
    LINES = "duong"


class Chart(Struct, frozen=True):
    """A table that is drawn: its first column says what is compared, each further one is a series, named by the head.

    The cells hold what is printed, as in a table; each of a series reads as a number or is ``numerals.ABSENT``.
    """

    kind: ChartKind
    title: Inlines
    head: Row
    body: Sequence[Row]
    line: int


Block: TypeAlias = Heading | Paragraph | Items | Table | Chart


class Title(Struct, frozen=True):
    """The name of the document's kind (``BÁO CÁO``) and the lines of its subject (trích yếu)."""

    kind: Inlines
    subject: tuple[Inlines, ...]


class Appendix(Struct, frozen=True):
    """An appendix (phụ lục). *number* is ``Phụ lục I``; *title* the lines in capitals below it."""

    label: str
    number: str
    title: tuple[Inlines, ...]
    blocks: tuple[Block, ...]
    landscape: bool
    line: int


class Document(Struct, frozen=True):
    """What the template says."""

    title: Title
    blocks: tuple[Block, ...]
    appendices: tuple[Appendix, ...]


BLANK = "\u2003"
"""Room for a number written by hand, inside the frame's texts: the registry fills it in after signing."""


WHOLE = ""
"""The path of a remark that is about the whole document."""


class Frame(Struct, frozen=True):
    """What Decree 30 puts around the text: letterhead, number, place and date, signature, recipients."""

    parent_body: str
    issuer: tuple[str, ...]
    number: str
    place_and_date: str
    addressees: tuple[str, ...]
    capacity: tuple[str, ...]
    signer: str
    recipients: tuple[str, ...]
    archive: str
    author: str
    enclosed_with: str
    """The line below an appendix's title: “(Kèm theo Báo cáo số … của …)”."""
    draft: str = ""
    """What a draft says on its face; empty for a report that may be signed."""


class Report(Struct, frozen=True):
    """A whole document, ready to be written."""

    frame: Frame
    document: Document
    name: str
    """The title in the file's properties."""
    date: date
    """The date in the file's properties: the document's own, never the clock's."""
    period: str = ""
    """The period whose report it is, ``2024Q1``; empty for every other document."""
