r"""The columns of a table as a template says them: ``bang`` … ``endbang``, one column a line.

    {% bang don_vi danh_so tong="Tổng cộng" %}
    TT            | stt
    Đơn vị        | ten_day_du | hoa_dau
    Số lượng      | nhom.so_luong
    Năm đạt       | nhom.nam | giua | tong=nhom.da_dat
    {% endbang %}

A line is the column's head, which is markup as in any table, and what its cells print; then, in any order, the filter,
the alignment and the figure of the total where they are not the usual ones. ``\|`` is a bar in a head.
"""

import re
from collections.abc import Iterator

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from msgspec import Struct

from cqtt.manuscript import SLOT
from cqtt.names import nearest
from cqtt.template.lines import Place, unmarked
from cqtt.template.marks import line_mark
from cqtt.template.values import TemplateFault

MADE = "a table"
"""The filter behind ``bang``; a name with a space, so that no template can use it."""
OPTIONS = ("danh_so", "tong", "binh_quan", "sap_xep", "tang_dan")
"""What a table may ask for: numbers after its heads, a row of totals, a row of averages, rows in order of a figure, the
lowest first."""
FILTERS = ("so", "so2", "phan_tram", "tren", "tien", "la_ma", "nam", "ngay", "hoa", "hoa_dau", "dau_x")
"""The filters that print one cell."""
ALIGN = {"trai": "left", "giua": "center", "phai": "right"}
NUMBERS = ROW_NUMBER, RANK = "stt", "hang"
"""The columns that print no figure: the number of the row, and its place in the order."""
_TOTAL = re.compile(r"tong\s*=\s*(\S+)")
_BAR = re.compile(r"(?<!\\)\|")
TABLE_IN_TABLE = "một bảng nằm trong bảng khác", "đóng bảng ngoài bằng {% endbang %} trước khi mở bảng này"
EXAMPLE = "mỗi cột một dòng: đầu cột | tên số liệu"


class TableTag(Extension):
    """The tag ``bang``: its lines are template text, so a head may print words and a column may stand in an ``if``."""

    tags = {"bang"}  # noqa: RUF012  # Jinja's attribute

    def parse(self, parser: Parser) -> nodes.Node:
        """The table as a filter over the text of its columns."""
        line = next(parser.stream).lineno
        mark = line_mark(int((parser.name or "0").partition(":")[0]), line)
        given = [parser.parse_expression(), nodes.Const(mark)]
        options = list(self._options(parser))
        columns = parser.parse_statements(("name:endbang",), drop_needle=True)
        for inner in (found for node in columns for found in (node, *node.find_all(nodes.FilterBlock))):
            if isinstance(inner, nodes.FilterBlock):
                parser.fail("Table in a table.", inner.lineno)
        return nodes.FilterBlock(columns, nodes.Filter(None, MADE, given, options, None, None)).set_lineno(line)

    def _options(self, parser: Parser) -> Iterator[nodes.Keyword]:
        seen: set[str] = set()
        while parser.stream.current.type == "name":
            name = next(parser.stream)
            if name.value in seen:
                parser.fail(f"Table option '{name.value}' twice.", name.lineno)
            seen.add(name.value)
            if name.value not in OPTIONS:
                parser.fail(f"No table option named '{name.value}'.", name.lineno)
            value = parser.parse_expression() if parser.stream.skip_if("assign") else nodes.Const(True)  # noqa: FBT003  # Jinja's signature
            yield nodes.Keyword(name.value, value)


class Column(Struct, frozen=True):
    """One column as the template says it; empty where the usual will do. *place* is its line."""

    head: str
    path: str
    place: Place
    filter: str = ""
    align: str = ""
    total: str = ""


def said(text: str) -> list[tuple[str, Place]]:
    """The lines of *text* that say a column, each with the place it was written at."""
    return [(line, places[0]) for line, places in unmarked(text) if line.strip()]


def read_column(line: str, place: Place) -> Column:
    """The column that *line* says; raises ``TemplateFault`` (VB11, KHUON04, KHUON05)."""
    head, path, *more = (*(part.strip() for part in _BAR.split(line)), "")
    shown = SLOT.sub("…", head)
    if not head or not path:
        message = f"cột “{shown}” chưa có tên số liệu" if head else "cột của bảng chưa có tên ở đầu dòng"
        raise TemplateFault("VB11", message, EXAMPLE, head)
    parts: dict[str, str] = {}
    for word in filter(None, more):
        kind, value = _part(word)
        if kind in parts or (kind == "filter" and path in NUMBERS):
            raise TemplateFault(
                "KHUON04",
                f"cột “{shown}” thừa “{SLOT.sub('…', word)}”",
                f"mỗi cột nhiều nhất một bộ lọc; {path if path == RANK else ROW_NUMBER} không cần",
                word,
            )
        parts[kind] = value
    return Column(head, path, place, **parts)


def _part(word: str) -> tuple[str, str]:
    """Which part of a column *word* is, and its value."""
    if word in FILTERS:
        return "filter", word
    if word in ALIGN:
        return "align", word
    if found := _TOTAL.fullmatch(word):
        return "total", found[1]
    near = nearest(word, (*FILTERS, *ALIGN))
    known = f"sau tên số liệu có thể ghi: {', '.join((*FILTERS, *ALIGN))}, tong=tên số liệu"
    raise TemplateFault(
        "KHUON05",
        f"cột của bảng không có “{SLOT.sub('…', word)}”",
        f"có phải ý bạn là “{near}”?" if near else known,
        word,
    )
