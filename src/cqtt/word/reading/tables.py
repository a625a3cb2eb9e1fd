"""The words of a Word file: its paragraphs, and its tables cell by cell, merged cells in every place they cover.

<w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge w:val="restart"/></w:tcPr><w:p>…</w:p></w:tc>
"""

from collections.abc import Iterator

from msgspec import Struct

from cqtt.word.reading.archive import body_of, open_package
from cqtt.word.xml import Element, w

MOST_CELLS = 20_000
"""Cells of all tables that are looked at."""
_P, _TBL, _TR, _TC, _T, _TAB, _BR = (w(name) for name in ("p", "tbl", "tr", "tc", "t", "tab", "br"))
_DELETED = {w("del"), w("moveFrom")}


class Words(Struct, frozen=True):
    """What a file says: *paragraphs* outside its tables, and *tables* as rows of cells, of equal length."""

    paragraphs: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]


def words(data: bytes) -> Words:
    """The words of the .docx *data*. Raises ``EnvironmentFault`` for what is none, or cannot be read."""
    body = body_of(open_package(data))
    left = MOST_CELLS
    tables: list[tuple[tuple[str, ...], ...]] = []
    for tbl in body.iter(_TBL):
        if next(tbl.iterancestors(_TBL), None) is None:
            rows = tuple(_rows(tbl, left))
            left -= sum(map(len, rows))
            tables.append(rows)
    outside = (p for p in body.iter(_P) if next(p.iterancestors(_TBL), None) is None)
    return Words(tuple(map(_text, outside)), tuple(tables))


def _rows(tbl: Element, left: int) -> Iterator[tuple[str, ...]]:
    above: dict[int, str] = {}
    for row in tbl.iter(_TR):
        if next(row.iterancestors(_TBL)) is not tbl or left <= 0:
            continue
        cells = list(_cells(row, above))
        left -= len(cells)
        above = dict(enumerate(cells))
        yield tuple(cells)


def _cells(row: Element, above: dict[int, str]) -> Iterator[str]:
    column = 0
    for cell in row.iterchildren(_TC):
        properties = cell.find(w("tcPr"))
        span, merged = 1, False
        if properties is not None:
            wide, down = properties.find(w("gridSpan")), properties.find(w("vMerge"))
            number = str(wide.get(w("val"), "1")) if wide is not None else "1"
            span = min(int(number), 100) if number.isdigit() else 1
            merged = down is not None and down.get(w("val"), "continue") == "continue"
        text = above.get(column, "") if merged else " ".join(filter(None, map(_text, cell.iter(_P))))
        for _ in range(max(1, span)):
            yield text
            column += 1


def _text(p: Element) -> str:
    """The letters of a paragraph without those that were struck out; tabs and breaks are blanks."""
    out = []
    for node in p.iter(_T, _TAB, _BR):
        if not any(outer.tag in _DELETED for outer in node.iterancestors()):
            out.append((node.text or "") if node.tag == _T else " ")
    return " ".join("".join(out).split())
