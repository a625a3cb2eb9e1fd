"""A Word file as it is read from top to bottom, all tracked changes taken: paragraphs, rows of tables, footnotes.

It reads what other programs saved, with or without our hidden bookmarks.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct, field

from cqtt.markup.walk import BAR
from cqtt.word.anchors import BETWEEN, anchor, period
from cqtt.word.reading.archive import Package, body_of
from cqtt.word.reading.lines import Line, LineReader
from cqtt.word.reading.lists import Lists
from cqtt.word.reading.pieces import Paragraph, Piece, paragraph
from cqtt.word.reading.styles import Styles, theme_fonts
from cqtt.word.reading.units import Tracked, Unit, unit_of
from cqtt.word.xml import Element, w
from cqtt.wording import seen

_P, _TBL, _TR, _TC = (w(name) for name in ("p", "tbl", "tr", "tc"))
_WRAPPERS = {w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_FRAME = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Nơi nhận")
"""Words of a table that only sets things side by side, and is read cell by cell."""
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"


class Paper(Struct, dict=True):
    """A file that is read. *taken* are paragraphs that a tracked change took away, with its author."""

    package: Package | None = None
    """The file; None where a text was read without one."""
    units: list[Unit] = field(default_factory=list)
    notes: list[Unit] = field(default_factory=list)
    taken: list[tuple[str, str]] = field(default_factory=list)
    period: tuple[str, bool] | None = None
    """The period that the file says it is of, and whether it was built with charts."""
    charts: bool = False

    @property
    def every(self) -> Iterator[Unit]:
        """All units."""
        yield from self.units
        yield from self.notes

    @property
    def anchored(self) -> bool:
        """Whether our bookmarks have survived."""
        return any(unit.anchors for unit in self.units)

    @cached_property
    def _lines(self) -> LineReader:
        return self.reader()

    def reader(self) -> LineReader:
        """A reader of its lines whose lists have not begun to count."""
        assert self.package is not None
        fonts = theme_fonts(self.package.first("theme"))
        return LineReader(Styles(self.package.first("styles"), fonts), Lists(self.package.first("numbering")))

    def lines(self, unit: Unit) -> list[Line]:
        """How *unit* looks, line by line; for the numbers of lists ask a ``reader``, in the order of the pages."""
        return [line for p in unit.elements for line in self._lines.lines(p, 0)]


def read_paper(package: Package) -> Paper:
    """The file in *package*. Raises ``EnvironmentFault`` for what is no Word document, or none that can be read."""
    paper = Paper(package)
    body = body_of(package)
    reader = _Reader(paper, {kind: _notes(package.first(f"{kind}s"), kind) for kind in ("footnote", "endnote")})
    reader.blocks(body, None)
    for part in {**package.related(package.main, "header"), **package.related(package.main, "footer")}.values():
        tree = package.tree(part)
        if tree is not None:
            reader.edge(tree)
    paper.charts = next(body.iter(_CHART), None) is not None
    return paper


def _notes(part: Element | None, kind: str) -> dict[str, Element]:
    return {} if part is None else {note.get(w("id"), ""): note for note in part.iterchildren(w(kind))}


class _Reader(Struct):
    paper: Paper
    notes: dict[str, dict[str, Element]]
    tables: int = 0

    def blocks(self, parent: Element, cell: tuple[int, int] | None) -> None:
        """The paragraphs and tables of *parent*; one whose end is deleted goes on in the next."""
        waiting: list[Paragraph] = []
        for node in _inside(parent, _P, _TBL):
            if node.tag == _TBL:
                self._flush(waiting, cell)
                self._table(node)
                continue
            waiting.append(paragraph(node))
            if not waiting[-1].taken:
                self._flush(waiting, cell)
        self._flush(waiting, cell)

    def edge(self, tree: Element) -> None:
        """The lines of a header or footer."""
        for p in tree.iter(_P):
            unit = unit_of([paragraph(p)], "e")
            if unit.key and unit.key not in [other.key for other in self.paper.units if other.kind == "e"]:
                self.paper.units.append(unit)

    def _flush(self, waiting: list[Paragraph], cell: tuple[int, int] | None) -> None:
        if not waiting:
            return
        unit = unit_of(waiting, "p", cell)
        self._gone(waiting)
        if unit.key:
            self.paper.units.append(unit)
        for part in waiting:
            for name in part.names:
                self.paper.period = self.paper.period or period(name)
            self._called(part.pieces)
            for box in part.boxes:
                self.paper.units.extend(filter(lambda u: u.key, (unit_of([paragraph(p)], "b") for p in box.iter(_P))))
        waiting.clear()

    def _gone(self, waiting: Sequence[Paragraph]) -> None:
        for part in waiting:
            words = "".join(piece.words for piece in part.pieces if not piece.note and not piece.added)
            if seen(words) and all(piece.taken for piece in part.pieces if piece.words.strip()):
                self.paper.taken.append((seen(words), next(piece.taken for piece in part.pieces if piece.taken)))

    def _called(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            if piece.note and not piece.taken:
                note = self.notes[piece.note[0]].pop(piece.note[1], None)
                unit = unit_of([] if note is None else [paragraph(p) for p in note.iter(_P)], "n")
                if unit.key:
                    found = anchor(piece.name)
                    unit.anchors = (found,) if found else ()
                    self.paper.notes.append(unit)

    def _table(self, tbl: Element) -> None:
        self.tables += 1
        number, rows = self.tables, [tr for tr in _inside(tbl, _TR) if not _row_gone(tr)]
        framed = _is_frame(tbl)
        for tr in rows:
            cells = list(_inside(tr, _TC))
            if framed:
                for column, tc in enumerate(cells):
                    self.blocks(tc, (number, column))
            else:
                self._row(cells)

    def _row(self, cells: Sequence[Element]) -> None:
        parts = [[paragraph(p) for p in tc.iter(_P)] for tc in cells]
        units = [unit_of(some, "r") for some in parts]
        tracked, at = [], 0
        for unit in units:
            tracked += [Tracked(at + one.start, one.words, one.author, one.added) for one in unit.tracked]
            at += len(unit.words) + len(BAR)
        for some in parts:
            for part in some:
                self._called(part.pieces)
        row = Unit(
            "r",
            BAR.join(unit.words for unit in units),
            tuple(unit.words for unit in units),
            tuple(dict.fromkeys(found for unit in units for found in unit.anchors)),
            tuple(tracked),
            tuple(remark for unit in units for remark in unit.remarks),
            elements=tuple(p for unit in units for p in unit.elements),
        )
        if row.key.strip(BETWEEN):
            self.paper.units.append(row)


def _inside(parent: Element, *tags: str) -> Iterator[Element]:
    for child in parent.iterchildren(*tags, *_WRAPPERS):
        if child.tag in _WRAPPERS:
            yield from _inside(child, *tags)
        else:
            yield child


def _row_gone(tr: Element) -> bool:
    return tr.find(f"{w('trPr')}/{w('del')}") is not None


def _is_frame(tbl: Element) -> bool:
    """Whether *tbl* is the letterhead or the signature, and no data."""
    names = [anchor(mark.get(w("name"), "")) for mark in tbl.iter(w("bookmarkStart"))]
    kinds = {found.kind for found in names if found}
    if kinds:
        return "r" not in kinds
    words = "".join([node.text or "" for node in tbl.iter(w("t"))][:200])
    return any(mark in words for mark in _FRAME)
