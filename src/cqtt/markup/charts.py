"""Charts: a table that is drawn, so that what is drawn is what is printed.

::: bieu_do thanh_ngang Tỷ lệ hồ sơ giải quyết trước và đúng hạn (%)
| Đơn vị | Tỷ lệ |
| :-- | --: |
| Phường Nếnh | 96,6% |
:::
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cqtt import numerals
from cqtt.markup.nodes import Block, Chart, ChartKind, Figure, Inlines, Row, Table
from cqtt.markup.walk import figures_in, notes_in, plain

FENCE = "\ue004"
"""What stands for each colon of a chart's ``:::`` while the text is read; nobody can type it."""
OPENING = re.compile(r"\s*:::\s*bieu_do\b")
MAX_SERIES = 6
"""As many as can be told apart in black and white."""
_KINDS = ", ".join(kind.value for kind in ChartKind)
_EXAMPLE = "ví dụ ::: bieu_do thanh_ngang Tỷ lệ hồ sơ đúng hạn (%)"


class ChartSlip(NamedTuple):
    """Why a chart cannot be drawn: the manuscript's line (from 0), and the words there that are wrong."""

    line: int
    message: str
    hint: str
    needle: str = ""


def set_apart(lines: Sequence[str]) -> list[str]:
    """*lines* with the ``:::`` of each chart in a mark of its own: the first one behind a chart's table closes the
    chart and not the appendix around it. A chart that nothing closes is left as it is."""
    out = list(lines)
    for first, line in enumerate(lines):
        if OPENING.match(line):
            last = next((i for i in range(first + 1, len(lines)) if lines[i].lstrip().startswith(":::")), first)
            if lines[last].strip() == ":::":
                out[first], out[last] = (lines[i].replace(":::", FENCE * 3, 1) for i in (first, last))
    return out


def read_chart(kind: str, title: Inlines, blocks: Sequence[Block], line: int) -> tuple[Chart | None, list[ChartSlip]]:
    """The chart of the one table in *blocks*, or None with what forbids it. *line* is that of the chart's opening."""
    faults = [*_opening(kind, title, line), *_content(blocks, line)]
    tables = [block for block in blocks if isinstance(block, Table)]
    if faults or not tables:
        return None, faults
    (table,) = tables
    faults = [*_shape(table), *_cells(table)]
    return None if faults else Chart(ChartKind(kind), title, table.head, table.body, line), faults


def _opening(kind: str, title: Inlines, line: int) -> Iterator[ChartSlip]:
    if kind not in {known.value for known in ChartKind}:
        yield ChartSlip(
            line, f"không có kiểu biểu đồ “{kind}”" if kind else "biểu đồ chưa có kiểu", f"các kiểu: {_KINDS}", kind
        )
    elif not plain(title):
        yield ChartSlip(line, "biểu đồ chưa có tên", _EXAMPLE)


def _content(blocks: Sequence[Block], line: int) -> Iterator[ChartSlip]:
    others = [block for block in blocks if not isinstance(block, Table)]
    tables = [block for block in blocks if isinstance(block, Table)]
    for block in (*others[:1], *tables[1:2]):
        yield ChartSlip(block.line, "khối bieu_do chỉ được có một bảng", "đưa phần này ra sau dòng ::: của biểu đồ")
    if not blocks:
        yield ChartSlip(line, "khối bieu_do không có bảng", "viết bảng ngay dưới dòng ::: bieu_do")


def _shape(table: Table) -> Iterator[ChartSlip]:
    series = len(table.head) - 1
    if series < 1:
        yield ChartSlip(table.line, "bảng của biểu đồ chỉ có một cột", "thêm ít nhất một cột số liệu")
    if series > MAX_SERIES:
        hint = f"nhiều nhất {MAX_SERIES} cột, in đen trắng mới phân biệt được; chia thành hai biểu đồ"
        yield ChartSlip(table.line, f"bảng của biểu đồ có {series} cột số liệu", hint)
    if not table.body:
        yield ChartSlip(table.line, "bảng của biểu đồ không có hàng nào", "kiểm tra vòng {% for … %}")
    if any(not plain(cell) for cell in table.head[1:]):
        yield ChartSlip(table.line, "cột số liệu của biểu đồ không có tên", "ghi tên cột ở hàng đầu")
    for row, cells in _rows(table):
        if any(True for cell in cells for _ in notes_in(cell)):
            yield ChartSlip(
                row, "biểu đồ không có chỗ cho chú thích", "đặt chú thích ở đoạn văn trước hoặc sau biểu đồ", "[^"
            )
            return


def _cells(table: Table) -> Iterator[ChartSlip]:
    """The first wrong cell of each column: a loop prints what is wrong in one row in all of them."""
    found: set[int] = set()
    percent: bool | None = None
    for row, cells in _rows(table)[1:]:
        if 0 not in found and not plain(cells[0]):
            found.add(0)
            yield ChartSlip(row, "hàng của biểu đồ không có tên", "ô đầu mỗi hàng là tên đơn vị, tên kỳ …")
        for column, cell in enumerate(cells[1:], start=1):
            words = plain(cell)
            number = numerals.printed(words)
            if words == numerals.ABSENT or column in found:
                continue
            if number is None:
                found.add(column)
                hint = "dùng bộ lọc so hoặc phan_tram: 5.007; 3,2; 96,6%; – khi không có số liệu"
                yield ChartSlip(
                    row, f"biểu đồ không vẽ được {f'“{words}”' if words else 'ô trống'}", hint, _needle(cell)
                )
            elif percent not in (None, number.percent):
                found.add(column)
                hint = "tỷ lệ và số đếm không chung một trục; tách thành hai biểu đồ"
                yield ChartSlip(row, "biểu đồ có cả tỷ lệ và số đếm", hint, _needle(cell))
            else:
                percent = number.percent


def _rows(table: Table) -> list[tuple[int, Row]]:
    """Each row with its line."""
    return list(zip(table.lines, (table.head, *table.body), strict=True))


def _needle(cell: Inlines) -> str:
    """What to look for in the template: a figure's path, or the words as typed."""
    figure: Figure | None = next(figures_in(cell), None)
    return figure.path if figure else plain(cell)
