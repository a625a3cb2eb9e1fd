"""The drawing of a chart (ECMA-376-1, clause 21.2), readable in black and white: /word/charts/chart1.xml.

    <c:chartSpace><c:chart><c:plotArea><c:barChart>
      <c:ser>… <c:cat><c:strRef><c:f>SoLieu!$A$2:$A$18</c:f>… <c:val><c:numRef>… <c:pt idx="0"><c:v>96.6</c:v>

The element order is the schema's; Word refuses any other.
"""

from decimal import Decimal
from typing import NamedTuple

from lxml import etree

from cqtt.markup.nodes import ChartKind
from cqtt.word.chart_data import FULL, SHEET, ChartData, Series, number_format, whole_format
from cqtt.word.chart_labels import labels
from cqtt.word.chart_shapes import (
    HAIRLINE,
    LIGHT,
    NAMESPACES,
    SIZE_PT,
    TITLE_PT,
    WHITE,
    C,
    a,
    c,
    fill,
    line_look,
    solid,
    stroke,
    text,
    words_in,
)
from cqtt.word.xml import Element, r_id

_CATEGORIES, _VALUES = 1, 2
"""The ids of the two axes."""
_FEW = 10
"""Up to this value Word would put fractions between whole numbers."""


class Plot(NamedTuple):
    """Where the axes enclose the drawing, in thousandths of the chart's width and height."""

    left: int
    top: int
    width: int
    height: int


def chart_space(data: ChartData, plot: Plot, workbook_id: str) -> bytes:
    """The part for *data*; *workbook_id* is its relationship to the workbook."""
    root = etree.Element(f"{C}chartSpace", nsmap=NAMESPACES)
    c(root, "date1904", 0)
    c(root, "lang", "vi-VN")
    c(root, "roundedCorners", 0)
    chart = c(root, "chart")
    c(chart, "autoTitleDeleted", 1)
    area = c(chart, "plotArea")
    _layout(area, plot)
    _drawing(area, data)
    _category_axis(area, data)
    _value_axis(area, data)
    if len(data.series) > 1:
        legend = c(chart, "legend")
        c(legend, "legendPos", "b")
        c(legend, "overlay", 0)
    c(chart, "plotVisOnly", 1)
    c(chart, "dispBlanksAs", "gap")
    shape = c(root, "spPr")
    solid(shape, WHITE)
    a(a(shape, "ln"), "noFill")
    text(c(root, "txPr"), SIZE_PT)
    external = c(root, "externalData")
    external.set(r_id(), workbook_id)
    c(external, "autoUpdate", 0)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _layout(area: Element, plot: Plot) -> None:
    manual = c(c(area, "layout"), "manualLayout")
    c(manual, "layoutTarget", "inner")
    c(manual, "xMode", "edge")
    c(manual, "yMode", "edge")
    for name, share in zip("xywh", plot, strict=True):
        c(manual, name, str(Decimal(share) / 1000))


def _drawing(area: Element, data: ChartData) -> None:
    lines = data.kind is ChartKind.LINES
    drawing = c(area, "lineChart" if lines else "barChart")
    if not lines:
        c(drawing, "barDir", "bar" if data.kind is ChartKind.BARS else "col")
    c(drawing, "grouping", "standard" if lines else "clustered")
    c(drawing, "varyColors", 0)
    for i, series in enumerate(data.series):
        _series(drawing, data, i, series)
    if lines:
        c(drawing, "marker", 1)
    else:
        c(drawing, "gapWidth", 60)
        c(drawing, "overlap", 0)
    c(drawing, "axId", _CATEGORIES)
    c(drawing, "axId", _VALUES)


def _series(drawing: Element, data: ChartData, i: int, series: Series) -> None:
    last = len(data.categories) + 1
    node = c(drawing, "ser")
    c(node, "idx", i)
    c(node, "order", i)
    _strings(c(node, "tx"), f"{SHEET}!${series.letter}$1", (series.name,))
    lines = data.kind is ChartKind.LINES
    if lines:
        line_look(node, i)
    else:
        fill(c(node, "spPr"), i)
        c(node, "invertIfNegative", 0)
    labels(node, data, series, ("b" if i % 2 else "t") if lines else "outEnd")
    _strings(c(node, "cat"), f"{SHEET}!$A$2:$A${last}", data.categories)
    numbers = c(c(node, "val"), "numRef")
    c(numbers, "f").text = f"{SHEET}!${series.letter}$2:${series.letter}${last}"
    _points(c(numbers, "numCache"), series)
    if lines:
        c(node, "smooth", 0)


def _strings(parent: Element, place: str, words: tuple[str, ...]) -> None:
    reference = c(parent, "strRef")
    c(reference, "f").text = place
    cache = c(reference, "strCache")
    c(cache, "ptCount", len(words))
    for i, word in enumerate(words):
        point = etree.SubElement(cache, f"{C}pt", idx=str(i))
        c(point, "v").text = word


def _points(cache: Element, series: Series) -> None:
    c(cache, "formatCode").text = series.format
    c(cache, "ptCount", len(series.points))
    for i, number in enumerate(series.points):
        if number:
            point = etree.SubElement(cache, f"{C}pt", idx=str(i))
            if (own := number_format(number)) != series.format:
                point.set("formatCode", own)
            c(point, "v").text = str(number.value)


def _category_axis(area: Element, data: ChartData) -> None:
    bars = data.kind is ChartKind.BARS
    axis = c(area, "catAx")
    c(axis, "axId", _CATEGORIES)
    c(c(axis, "scaling"), "orientation", "maxMin" if bars else "minMax")
    c(axis, "delete", 0)
    c(axis, "axPos", "l" if bars else "b")
    _title(axis, data.heading, upright=not bars)
    _ticks(axis, "General", "none")
    c(axis, "crossAx", _VALUES)
    c(axis, "crosses", "autoZero")
    c(axis, "auto", 0)
    c(axis, "lblAlgn", "ctr")
    c(axis, "lblOffset", 100)
    c(axis, "tickLblSkip", 1)
    c(axis, "noMultiLvlLbl", 1)


def _value_axis(area: Element, data: ChartData) -> None:
    bars = data.kind is ChartKind.BARS
    axis = c(area, "valAx")
    c(axis, "axId", _VALUES)
    scaling = c(axis, "scaling")
    c(scaling, "orientation", "minMax")
    if data.top is not None:
        c(scaling, "max", str(data.top))
    c(scaling, "min", 0)
    c(axis, "delete", 0)
    c(axis, "axPos", "b" if bars else "l")
    stroke(c(c(axis, "majorGridlines"), "spPr"), HAIRLINE, color=LIGHT)
    _title(axis, value_title(data), upright=bars)
    _ticks(axis, whole_format(data.highest, percent=data.percent), "out")
    c(axis, "crossAx", _CATEGORIES)
    c(axis, "crosses", "max" if bars else "autoZero")  # the first category stands on top, the values below the last
    c(axis, "crossBetween", "between")
    if data.percent and data.top == FULL:
        c(axis, "majorUnit", 20)
    elif data.highest <= _FEW:
        c(axis, "majorUnit", 1)


def value_title(data: ChartData) -> str:
    """What the value axis measures: the one series, or what several have in common."""
    if len(data.series) == 1:
        return data.series[0].name
    return "Tỷ lệ (%)" if data.percent else "Số lượng"


def _title(axis: Element, words: str, *, upright: bool) -> None:
    if not words:
        return
    title = c(axis, "title")
    words_in(title, words, TITLE_PT, rot=0 if upright else -5400000, vert="horz")
    c(title, "overlay", 0)


def _ticks(axis: Element, code: str, marks: str) -> None:
    etree.SubElement(axis, f"{C}numFmt", formatCode=code, sourceLinked="0")
    c(axis, "majorTickMark", marks)
    c(axis, "minorTickMark", "none")
    c(axis, "tickLblPos", "nextTo")
    stroke(c(axis, "spPr"), HAIRLINE)
    text(c(axis, "txPr"), SIZE_PT)
