"""What is read in one go in a Word file: a paragraph, a row of a table, a footnote, all tracked changes taken."""

from collections.abc import Sequence

from msgspec import Struct

from cqtt.word.anchors import Anchor, anchor, row_words
from cqtt.word.reading.pieces import NOTE, Paragraph
from cqtt.word.xml import Element, w
from cqtt.wording import seen


class Tracked(Struct, frozen=True):
    """A tracked change: *words* were put in at *start*, or taken from there; *added* tells which."""

    start: int
    words: str
    author: str
    added: bool


class Unit(Struct):
    """What is read in one go. *kind* is ``p`` for a paragraph, ``n`` for a footnote, ``r`` for a row of a table,
    ``b`` for a text box, ``e`` for a line above or below the pages.

    *words* are as on paper, the cells of a row set apart by `` | ``; *cell* is the table and the column in which a
    paragraph stands, None outside.
    """

    kind: str
    words: str
    cells: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    tracked: tuple[Tracked, ...] = ()
    remarks: tuple[str, ...] = ()
    style: str = ""
    cell: tuple[int, int] | None = None
    elements: tuple[Element, ...] = ()
    key: str = ""
    """The words as ``seen``."""

    def __post_init__(self) -> None:
        self.key = row_words(self.cells) if self.cells else seen(self.words)

    @property
    def hashed(self) -> Anchor | None:
        """The anchor of the paragraph itself; None where it has none, or those of several."""
        return self.anchors[0] if len(self.anchors) == 1 else None


def unit_of(parts: Sequence[Paragraph], kind: str, cell: tuple[int, int] | None = None) -> Unit:
    """The words of *parts*, which are one paragraph once all changes are taken; of several in a cell one text."""
    words, tracked, anchors, elements = "", list[Tracked](), list[Anchor](), list[Element]()
    for i, part in enumerate(parts):
        before = len(words)
        words += " " if kind in "nr" and i and words else ""
        for piece in part.pieces:
            said = piece.words.replace(NOTE, "")
            if piece.added or piece.taken:
                tracked.append(Tracked(len(words), said, piece.taken or piece.added, not piece.taken))
            words += "" if piece.taken else said
        if len(words) > before or len(parts) == 1:
            elements.append(part.element)
            anchors += [found for name in part.names if (found := anchor(name))]
        if part.added:
            tracked.append(Tracked(len(words), "", part.added, added=True))
    own = parts[-1].element.find(f"{w('pPr')}/{w('pStyle')}") if parts else None
    return Unit(
        kind,
        words.replace("\n", " "),
        anchors=tuple(dict.fromkeys(anchors)),
        tracked=tuple(tracked),
        remarks=tuple(dict.fromkeys(remark for part in parts for remark in part.remarks)),
        style="" if own is None else own.get(w("val"), ""),
        cell=cell,
        elements=tuple(elements),
    )
