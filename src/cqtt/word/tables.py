"""Tables of data: native, one head row that is repeated on each page, columns as wide as their words need.

    <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc>…

Rows are made directly as elements: python-docx's ``table.cell()`` takes minutes for what takes milliseconds here.
"""

from cqtt.markup.nodes import Align, Inlines, Row, Table
from cqtt.markup.walk import plain
from cqtt.word.binding import bound
from cqtt.word.inlines import InlineWriter
from cqtt.word.metrics import text_width
from cqtt.word.stamp import Stamp, leave
from cqtt.word.xml import Element, add, paragraph

SIZE_PT = 11
PADDING = 2 * 57 + 20
"""Cell margins and border, in twips."""

MAX_LINES = 18
"""So many lines, and as many of a head, fit on the lowest page."""

WIDER = 8
"""A font may be wider by one part in so many: that which a program takes for letters that its own has not (ế, ứ)."""

MANY = 4
"""From so many rows on it is worth writing them as text."""

_STYLE = {Align.LEFT: "TableText", Align.CENTER: "TableText", Align.RIGHT: "TableNumber"}


def table(parent: Element, node: Table, writer: InlineWriter, *, width: int) -> None:
    """*node* as a table *width* twips wide."""
    columns = column_widths(node, width)
    tbl = add(parent, "tbl")
    properties = add(tbl, "tblPr")
    add(properties, "tblStyle", val="DataTable")
    add(properties, "tblW", w=sum(columns), type="dxa")
    add(properties, "tblLayout", type="fixed")
    add(properties, "tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1)
    if node.caption:
        add(properties, "tblCaption", val=node.caption)
        add(properties, "tblDescription", val=_described(node))
    grid = add(tbl, "tblGrid")
    for column in columns:
        add(grid, "gridCol", w=column)
    head = _row(tbl, node.head, columns, header=True)
    for cell, column in zip(node.head, columns, strict=True):
        writer.write(_cell(head, column, "TableHead", Align.LEFT), cell)
    _body(tbl, node, columns, writer)


def _body(tbl: Element, node: Table, columns: list[int], writer: InlineWriter) -> None:
    """The rows below the head: runs of plain ones as text, the others as elements."""

    def element(row: Row) -> Element:
        tr = _row(tbl, row, columns)
        for cell, column, how in zip(row, columns, node.align, strict=True):
            writer.write(_cell(tr, column, _STYLE[how], how), cell)
        return tr

    def specimen(row: Row) -> Element:
        tr = element(row)
        tbl.remove(tr)
        return tr

    stamp = Stamp(len(columns), specimen) if len(node.body) >= MANY and writer.commenter is None else None
    plain_rows: list[bytes] = []
    for row in node.body:
        if stamp and not is_tall(row, columns) and (text := stamp.text(row)):
            plain_rows.append(text)
            continue
        leave(tbl, plain_rows, writer.rows)
        plain_rows.clear()
        element(row)
    leave(tbl, plain_rows, writer.rows)


def _row(tbl: Element, row: Row, columns: list[int], *, header: bool = False) -> Element:
    """A new row for *row*: kept on one page, as a head repeated on each, unless it is tall.

    LibreOffice 7.4 drops the end of a kept row that fits on a page but not below the repeated head.
    """
    tr = add(tbl, "tr")
    properties = add(tr, "trPr")
    if not is_tall(row, columns):
        add(properties, "cantSplit")
        if header:
            add(properties, "tblHeader")
    return tr


def is_tall(row: Row, columns: list[int]) -> bool:
    """Whether a cell of *row* may take more than ``MAX_LINES`` lines in its column, one of *columns* (twips)."""
    pairs = ((plain(cell), column) for cell, column in zip(row, columns, strict=True))
    return any(len(words) > MAX_LINES and _most_lines(words, column) > MAX_LINES for words, column in pairs)


def _most_lines(words: str, column: int) -> int:
    """As many lines as *words* can take at most: of two lines next to each other one is at least half full."""
    return 2 * _width(words) // max(1, column - PADDING) + 1


def _cell(tr: Element, column: int, style: str, align: Align) -> Element:
    """A new cell's paragraph."""
    tc = add(tr, "tc")
    add(add(tc, "tcPr"), "tcW", w=column, type="dxa")
    p = paragraph(tc, style)
    if align is Align.CENTER:
        add(p[0], "jc", val="center")
    return p


def column_widths(node: Table, width: int) -> list[int]:
    """A width in twips for each column, *width* together.

    First room for the longest word, then for some more of each, for every cell of the body on one line, and for what
    the heads would like.
    """
    needs = [_needs(cells) for cells in zip(node.head, *node.body, strict=True)]
    widths = [0] * len(needs)
    for step in zip(*needs, strict=True):
        room = width - sum(widths)
        more = [want - have for want, have in zip(step, widths, strict=True)]
        if sum(more) > room:
            return _shared(room, more, widths)
        widths = list(step)
    return _shared(width - sum(widths), [step[-1] for step in needs], widths)


def _shared(room: int, parts: list[int], base: list[int]) -> list[int]:
    """*base* plus *room*, divided in proportion to *parts*; the last column takes what rounding leaves."""
    out = [start + room * part // sum(parts) for start, part in zip(base, parts, strict=True)]
    out[-1] += sum(base) + room - sum(out)
    return out


def _needs(cells: tuple[Inlines, ...]) -> tuple[int, int, int, int]:
    """A column's width for its longest word, in a wider font too, for each cell on one line, for its head on two."""
    head, *body = (bound(plain(cell)) for cell in cells)
    longest = max(body, key=len, default="")
    word = max(map(_width, {word for cell in (head, *body) for word in cell.split(" ")}), default=0)
    roomy = word + word // WIDER
    line = max(roomy, _width(longest))
    return word + PADDING, roomy + PADDING, line + PADDING, max(line, _width(head) // 2) + PADDING


def _described(node: Table) -> str:
    """What a table is for those who only hear it: its size, and what its columns are."""
    heads = "; ".join(plain(cell) for cell in node.head)
    return f"Bảng {len(node.body)} hàng, {len(node.head)} cột, không kể hàng đầu là tên các cột: {heads}."


def _width(words: str) -> int:
    return text_width(words, size_pt=SIZE_PT, bold=True)
