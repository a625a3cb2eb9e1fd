"""Tables of data: native, one head row that is repeated on each page, columns as wide as their words need.

    <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc>…

Rows are written as text: python-docx's ``table.cell()`` takes minutes for what takes milliseconds here.
"""

from collections.abc import Iterable, Iterator

from cqtt.markup.data_rows import DataRows
from cqtt.markup.nodes import Align, Row, Table
from cqtt.markup.walk import plain, said
from cqtt.word.binding import bound
from cqtt.word.inlines import InlineWriter, run
from cqtt.word.metrics import text_width
from cqtt.word.xml import Element, add
from cqtt.wording import seen

SIZE_PT = 11
PADDING = 2 * 57 + 20
"""Cell margins and border, in twips."""

MAX_LINES = 18
"""So many lines, and as many of a head, fit on the lowest page."""

WIDER = 8
"""A font may be wider by one part in so many: that which a program takes for letters that its own has not (ế, ứ)."""

_KEPT = "<w:cantSplit/>"
_STYLE = {Align.LEFT: "TableText", Align.CENTER: "TableText", Align.RIGHT: "TableNumber"}


def table(parent: Element, node: Table, columns: list[int]) -> Element:
    """A new table at the end of *parent* for *node*, in *columns* so wide (twips), still without its ``rows``."""
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
    return tbl


def rows(node: Table, writer: InlineWriter, columns: list[int]) -> bytes:
    """The head and the rows of *node* as XML in UTF-8, in columns so wide.

    A row is kept on one page, and the head repeated on each, unless it is tall: LibreOffice 7.4 drops the end of a kept
    row that fits on a page but not below the repeated head.
    """
    heads = [_cell(column, "TableHead", Align.LEFT) for column in columns]
    cells = [_cell(column, _STYLE[how], how) for column, how in zip(columns, node.align, strict=True)]
    out = [_row(node.head, heads, writer, "" if is_tall(node.head, columns) else f"{_KEPT}<w:tblHeader/>")]
    body = node.body
    if isinstance(body, DataRows):
        out += _data_rows(body, cells, writer, columns)
        body = body.totals
    out += [_row(row, cells, writer, "" if is_tall(row, columns) else _KEPT) for row in body]
    return b"".join(out)


def _data_rows(body: DataRows, cells: list[str], writer: InlineWriter, columns: list[int]) -> Iterator[bytes]:
    """The rows of data, each text of a column written once."""
    unlike = [dict.fromkeys(texts) for texts in body.texts]
    made = [{text: run(bound(text)) for text in texts} for texts in unlike]
    keys = [{text: seen(text) for text in texts} for texts in unlike]
    tall = [{text for text in texts if _is_tall(text, width)} for texts, width in zip(unlike, columns, strict=True)]
    for i, row in enumerate(zip(*body.texts, strict=True)):
        runs = [known[text] for known, text in zip(made, row, strict=True)]
        if writer.commenter is not None:
            paths = (column[i] for column in body.paths)
            runs = [writer.remarked(one, path) if path else one for one, path in zip(runs, paths, strict=True)]
        inner = "".join([f"{cell}{words}</w:p></w:tc>" for cell, words in zip(cells, runs, strict=True)])
        mark = writer.anchors.row([words[text] for words, text in zip(keys, row, strict=True)])
        inner = inner.replace("</w:pPr>", f"</w:pPr>{mark}", 1)
        is_long = any(text in long for text, long in zip(row, tall, strict=True))
        yield f"<w:tr>{_properties('' if is_long else _KEPT)}{inner}</w:tr>".encode()


def _row(row: Row, cells: list[str], writer: InlineWriter, properties: str) -> bytes:
    known = writer.anchors.row([seen(plain(cell)) for cell in row])
    inner = "".join([f"{cell}{writer.xml(words)}</w:p></w:tc>" for cell, words in zip(cells, row, strict=True)])
    return f"<w:tr>{_properties(properties)}{inner.replace('</w:pPr>', f'</w:pPr>{known}', 1)}</w:tr>".encode()


def _properties(inner: str) -> str:
    return f"<w:trPr>{inner}</w:trPr>" if inner else "<w:trPr/>"


def _cell(column: int, style: str, align: Align) -> str:
    """How a cell of a column so wide begins, up to its words."""
    centred = '<w:jc w:val="center"/>' if align is Align.CENTER else ""
    width = f'<w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>'
    return f'<w:tc>{width}<w:p><w:pPr><w:pStyle w:val="{style}"/>{centred}</w:pPr>'


def is_tall(row: Row, columns: list[int]) -> bool:
    """Whether a cell of *row* may take more than ``MAX_LINES`` lines in its column, one of *columns* (twips)."""
    return any(_is_tall(plain(cell), column) for cell, column in zip(row, columns, strict=True))


def _is_tall(words: str, column: int) -> bool:
    """Whether *words* can take more lines; of two lines next to each other one is at least half full."""
    return len(words) > MAX_LINES and 2 * _width(words) // max(1, column - PADDING) + 1 > MAX_LINES


def column_widths(node: Table, width: int) -> list[int]:
    """A width in twips for each column, *width* together.

    First room for the longest word, then for some more of each, for every cell of the body on one line, and for what
    the heads would like.
    """
    body = [dict.fromkeys(column) for column in zip(*said(node.body), strict=True)] or [{} for _ in node.head]
    needs = [_needs(plain(head), column) for head, column in zip(node.head, body, strict=True)]
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


def _needs(head: str, cells: Iterable[str]) -> tuple[int, int, int, int]:
    """A column's width for its longest word, in a wider font too, for each cell on one line, for its head on two."""
    head, *body = (bound(words) for words in (head, *cells))
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
