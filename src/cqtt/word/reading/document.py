"""Reading a whole Word file: its lines in order, its sections, and how the cells of its tables of data look."""

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.word.reading.archive import Package, body_of
from cqtt.word.reading.lines import Line, LineReader, Place
from cqtt.word.reading.lists import Lists
from cqtt.word.reading.sections import Section, SectionReader
from cqtt.word.reading.styles import Styles, theme_fonts, value
from cqtt.word.xml import Element, w

LAYOUT_ROWS = 8
"""A table with more rows than this holds data; a letterhead or a signature never does."""

_P, _TBL, _TR, _TC, _SECTION = (w(name) for name in ("p", "tbl", "tr", "tc", "sectPr"))
_WRAPPERS = {w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "smartTag", "moveTo")}


class Written(Struct):
    """What a file says. *lines* leaves long tables out; of those *cells* has one line for each way of looking."""

    lines: list[Line] = field(default_factory=list)
    cells: list[Line] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    tabular: set[int] = field(default_factory=set)
    """Sections that have a table."""


def read(package: Package) -> Written:
    """The file in *package*. Raises ``EnvironmentFault`` for what is no Word document, or none that can be read."""
    body = body_of(package)
    fonts = theme_fonts(package.first("theme"))
    reader = LineReader(Styles(package.first("styles"), fonts), Lists(package.first("numbering")))
    return _Walk(reader, SectionReader(package, reader)).over(body)


class _Walk(Struct):
    reader: LineReader
    sections: SectionReader
    written: Written = field(default_factory=Written)
    number: int = 0
    tables: int = 0
    looks: set[tuple[object, ...]] = field(default_factory=set)

    def over(self, body: Element) -> Written:
        for node in _blocks(body):
            if node.tag == _P:
                self._paragraph(node, Place(len(self.written.sections)))
                inner = node.find(f"{w('pPr')}/{_SECTION}")
                if inner is not None:
                    self.written.sections.append(self.sections.section(inner))
            elif node.tag == _TBL:
                self._table(node)
            else:
                self.written.sections.append(self.sections.section(node))
        if not self.written.sections:
            self.written.sections.append(self.sections.section(body))
        return self.written

    def _paragraph(self, p: Element, place: Place, table: str = "", *, ruled: bool = False) -> None:
        self.number += 1
        lines = self.reader.lines(p, self.number, place, table)
        self.written.lines.extend(replace(line, ruled=True) if ruled else line for line in lines)

    def _table(self, tbl: Element) -> None:
        self.tables += 1
        section = len(self.written.sections)
        named = tbl.find(f"{w('tblPr')}/{w('tblStyle')}")
        style = "" if named is None else str(named.get(w("val"), ""))
        rows = [node for node in _blocks(tbl) if node.tag == _TR]
        if len(rows) > LAYOUT_ROWS:
            self.written.tabular.add(section)
            self._data(tbl, Place(section, self.tables), style)
            return
        for i, row in enumerate(rows):
            for j, cell in enumerate(node for node in _blocks(row) if node.tag == _TC):
                ruled = _is_ruled(cell)
                for p in cell.iter(_P):
                    self._paragraph(p, Place(section, self.tables, i, j), style, ruled=ruled)

    def _data(self, tbl: Element, place: Place, style: str) -> None:
        """One line for each way in which paragraphs of *tbl* look; the rest are only counted."""
        for p, look in _looks(tbl):
            self.number += 1
            if look not in self.looks:
                self.looks.add(look)
                self.written.cells.extend(self.reader.lines(p, self.number, place, style))


def _is_ruled(cell: Element) -> bool:
    """Whether the cell draws a line above or below itself, and is no box."""
    drawn = {
        side.tag for side in cell.iterfind(f"{w('tcPr')}/{w('tcBorders')}/*") if value(side) not in ("none", "nil")
    }
    return bool(drawn & _LEVEL) and not drawn & _UPRIGHT


_LEVEL, _UPRIGHT = ({w(side) for side in sides} for sides in (("top", "bottom"), ("left", "start", "right", "end")))
_FORMATTING = tuple(w(name) for name in ("pStyle", "rStyle", "rFonts", "color", "vanish"))
_STYLED = {w("pStyle"), w("rStyle")}
_TEXT, _VAL = w("t"), w("val")


def _looks(tbl: Element) -> Iterator[tuple[Element, tuple[object, ...]]]:
    """Each paragraph, with what tells its letters from another's: styles, fonts, colours, whether all are ASCII."""
    p: Element = None
    look: list[object] = []
    for node in tbl.iter(_P, _TEXT, *_FORMATTING):
        if node.tag == _P:
            if p is not None:
                yield p, tuple(look)
            p, look = node, []
        elif node.tag == _TEXT:
            look.append((node.text or "").isascii())
        elif node.tag in _STYLED:
            look.append((node.tag, node.get(_VAL)))
        else:
            look.append((node.tag, *node.attrib.values()))
    if p is not None:
        yield p, tuple(look)


def _blocks(parent: Element) -> Iterator[Element]:
    """The paragraphs, tables, rows, cells or section of *parent*, with those that content controls wrap."""
    for child in parent.iterchildren(_P, _TBL, _TR, _TC, _SECTION, *_WRAPPERS):
        if child.tag in _WRAPPERS:
            yield from _blocks(child)
        else:
            yield child
