"""The drawing of a chart (ECMA-376-1, clause 21.2), readable in black and white: /word/charts/chart1.xml.

    <c:chartSpace><c:chart><c:plotArea><c:barChart>
      <c:ser>… <c:cat><c:strRef><c:f>SoLieu!$A$2:$A$18</c:f>… <c:val><c:numRef>… <c:pt idx="0"><c:v>96.6</c:v>

The element order is the schema's; Word refuses any other.
"""

from decimal import Decimal
from typing import NamedTuple

from docx.oxml.ns import nsmap
from lxml import etree

from cqtt.markup.nodes import ChartKind
from cqtt.word.chart_data import FULL, SHEET, ChartData, Series, number_format
from cqtt.word.xml import Element, r_id

C, _A = f"{{{nsmap['c']}}}", f"{{{nsmap['a']}}}"
_NAMESPACES = {name: nsmap[name] for name in ("c", "a", "r")}
SIZE_PT, TITLE_PT = 10, 11
_FONT = "Times New Roman"
_BLACK, _LIGHT = "000000", "BFBFBF"
_HAIRLINE, _LINE = 6350, 19050
"""A half and one and a half points, in EMU."""
_CATEGORIES, _VALUES = 1, 2
"""The ids of the two axes."""
_FEW = 10
"""Up to this value Word would put halves between whole counts."""

# Told apart without colour; black always ends the shape.
_FILLS = ("808080", "FFFFFF", "wdUpDiag", "000000", "pct20", "dkHorz")
_DASHES = ("solid", "sysDash", "sysDot", "lgDash", "dashDot", "lgDashDotDot")
_MARKERS = ("circle", "square", "triangle", "diamond", "x", "star")


class Plot(NamedTuple):
    """Where the axes enclose the drawing, in thousandths of the chart's width and height."""

    left: int
    top: int
    width: int
    height: int


def chart_space(data: ChartData, plot: Plot, workbook_id: str) -> bytes:
    """The part for *data*; *workbook_id* is its relationship to the workbook."""
    root = etree.Element(f"{C}chartSpace", nsmap=_NAMESPACES)
    _c(root, "date1904", 0)
    _c(root, "lang", "vi-VN")
    _c(root, "roundedCorners", 0)
    chart = _c(root, "chart")
    _c(chart, "autoTitleDeleted", 1)
    area = _c(chart, "plotArea")
    _layout(area, plot)
    _drawing(area, data)
    _category_axis(area, data)
    _value_axis(area, data)
    if len(data.series) > 1:
        legend = _c(chart, "legend")
        _c(legend, "legendPos", "b")
        _c(legend, "overlay", 0)
    _c(chart, "plotVisOnly", 1)
    _c(chart, "dispBlanksAs", "gap")
    shape = _c(root, "spPr")
    _solid(shape, "FFFFFF")
    _a(_a(shape, "ln"), "noFill")
    _text(_c(root, "txPr"), SIZE_PT)
    external = _c(root, "externalData")
    external.set(r_id(), workbook_id)
    _c(external, "autoUpdate", 0)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _layout(area: Element, plot: Plot) -> None:
    manual = _c(_c(area, "layout"), "manualLayout")
    _c(manual, "layoutTarget", "inner")
    _c(manual, "xMode", "edge")
    _c(manual, "yMode", "edge")
    for name, share in zip("xywh", plot, strict=True):
        _c(manual, name, str(Decimal(share) / 1000))


def _drawing(area: Element, data: ChartData) -> None:
    lines = data.kind is ChartKind.LINES
    drawing = _c(area, "lineChart" if lines else "barChart")
    if not lines:
        _c(drawing, "barDir", "bar" if data.kind is ChartKind.BARS else "col")
    _c(drawing, "grouping", "standard" if lines else "clustered")
    _c(drawing, "varyColors", 0)
    for i, series in enumerate(data.series):
        _series(drawing, data, i, series)
    if lines:
        _c(drawing, "marker", 1)
    else:
        _c(drawing, "gapWidth", 60)
        _c(drawing, "overlap", 0)
    _c(drawing, "axId", _CATEGORIES)
    _c(drawing, "axId", _VALUES)


def _series(drawing: Element, data: ChartData, i: int, series: Series) -> None:
    last = len(data.categories) + 1
    node = _c(drawing, "ser")
    _c(node, "idx", i)
    _c(node, "order", i)
    _strings(_c(node, "tx"), f"{SHEET}!${series.letter}$1", (series.name,))
    lines = data.kind is ChartKind.LINES
    if lines:
        _stroke(_c(node, "spPr"), _LINE, dash=_DASHES[i])
        _marker(node, i)
    else:
        _fill(_c(node, "spPr"), _FILLS[i])
        _c(node, "invertIfNegative", 0)
    _labels(node, series, "t" if lines else "outEnd")
    _strings(_c(node, "cat"), f"{SHEET}!$A$2:$A${last}", data.categories)
    numbers = _c(_c(node, "val"), "numRef")
    _c(numbers, "f").text = f"{SHEET}!${series.letter}$2:${series.letter}${last}"
    _points(_c(numbers, "numCache"), series)
    if lines:
        _c(node, "smooth", 0)


def _strings(parent: Element, place: str, words: tuple[str, ...]) -> None:
    reference = _c(parent, "strRef")
    _c(reference, "f").text = place
    cache = _c(reference, "strCache")
    _c(cache, "ptCount", len(words))
    for i, word in enumerate(words):
        point = etree.SubElement(cache, f"{C}pt", idx=str(i))
        _c(point, "v").text = word


def _points(cache: Element, series: Series) -> None:
    _c(cache, "formatCode").text = series.format
    _c(cache, "ptCount", len(series.points))
    for i, number in enumerate(series.points):
        if number:
            point = etree.SubElement(cache, f"{C}pt", idx=str(i))
            if (own := number_format(number)) != series.format:
                point.set("formatCode", own)
            _c(point, "v").text = str(number.value)


def _labels(node: Element, series: Series, place: str) -> None:
    labels = _c(node, "dLbls")
    etree.SubElement(labels, f"{C}numFmt", formatCode=series.format, sourceLinked="1")
    shape = _c(labels, "spPr")
    _a(shape, "noFill")
    _a(_a(shape, "ln"), "noFill")
    _text(_c(labels, "txPr"), SIZE_PT)
    _c(labels, "dLblPos", place)
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        _c(labels, name, int(name == "showVal"))


def _category_axis(area: Element, data: ChartData) -> None:
    bars = data.kind is ChartKind.BARS
    axis = _c(area, "catAx")
    _c(axis, "axId", _CATEGORIES)
    _c(_c(axis, "scaling"), "orientation", "maxMin" if bars else "minMax")
    _c(axis, "delete", 0)
    _c(axis, "axPos", "l" if bars else "b")
    _title(axis, data.heading, upright=not bars)
    _ticks(axis, "General", "none")
    _c(axis, "crossAx", _VALUES)
    _c(axis, "crosses", "autoZero")
    _c(axis, "auto", 0)
    _c(axis, "lblAlgn", "ctr")
    _c(axis, "lblOffset", 100)
    _c(axis, "tickLblSkip", 1)
    _c(axis, "noMultiLvlLbl", 1)


def _value_axis(area: Element, data: ChartData) -> None:
    bars = data.kind is ChartKind.BARS
    axis = _c(area, "valAx")
    _c(axis, "axId", _VALUES)
    scaling = _c(axis, "scaling")
    _c(scaling, "orientation", "minMax")
    if data.top is not None:
        _c(scaling, "max", str(data.top))
    _c(scaling, "min", 0)
    _c(axis, "delete", 0)
    _c(axis, "axPos", "b" if bars else "l")
    _stroke(_c(_c(axis, "majorGridlines"), "spPr"), _HAIRLINE, color=_LIGHT)
    _title(axis, value_title(data), upright=bars)
    _ticks(axis, "#,##0" + ".0" * (data.decimals > 0 and not data.percent) + '"%"' * data.percent, "out")
    _c(axis, "crossAx", _CATEGORIES)
    _c(axis, "crosses", "max" if bars else "autoZero")  # the first category stands on top, the values below the last
    _c(axis, "crossBetween", "between")
    if data.percent and data.top == FULL:
        _c(axis, "majorUnit", 20)
    elif not data.decimals and data.highest <= _FEW:
        _c(axis, "majorUnit", 1)


def value_title(data: ChartData) -> str:
    """What the value axis measures: the one series, or what several have in common."""
    if len(data.series) == 1:
        return data.series[0].name
    return "Tỷ lệ (%)" if data.percent else "Số lượng"


def _title(axis: Element, words: str, *, upright: bool) -> None:
    if not words:
        return
    title = _c(axis, "title")
    rich = _c(_c(title, "tx"), "rich")
    _a(rich, "bodyPr", rot=0 if upright else -5400000, vert="horz")
    p = _a(rich, "p")
    _font(_a(_a(p, "pPr"), "defRPr", sz=TITLE_PT * 100, b=0))
    run = _a(p, "r")
    _font(_a(run, "rPr", lang="vi-VN", sz=TITLE_PT * 100, b=0))
    _a(run, "t").text = words
    _c(title, "overlay", 0)


def _ticks(axis: Element, code: str, marks: str) -> None:
    etree.SubElement(axis, f"{C}numFmt", formatCode=code, sourceLinked="0")
    _c(axis, "majorTickMark", marks)
    _c(axis, "minorTickMark", "none")
    _c(axis, "tickLblPos", "nextTo")
    _stroke(_c(axis, "spPr"), _HAIRLINE)
    _text(_c(axis, "txPr"), SIZE_PT)


def _fill(shape: Element, fill: str) -> None:
    if fill[0].islower():
        pattern = _a(shape, "pattFill", prst=fill)
        _a(_a(pattern, "fgClr"), "srgbClr", val=_BLACK)
        _a(_a(pattern, "bgClr"), "srgbClr", val="FFFFFF")
    else:
        _solid(shape, fill)
    _stroke(shape, _HAIRLINE)


def _marker(node: Element, i: int) -> None:
    marker = _c(node, "marker")
    _c(marker, "symbol", _MARKERS[i])
    _c(marker, "size", 7)
    _fill(_c(marker, "spPr"), "FFFFFF" if i % 2 else _BLACK)


def _stroke(shape: Element, width: int, *, color: str = _BLACK, dash: str = "solid") -> None:
    line = _a(shape, "ln", w=width)
    _solid(line, color)
    _a(line, "prstDash", val=dash)


def _solid(parent: Element, color: str) -> None:
    _a(_a(parent, "solidFill"), "srgbClr", val=color)


def _text(parent: Element, size: int) -> None:
    _a(parent, "bodyPr")
    p = _a(parent, "p")
    _font(_a(_a(p, "pPr"), "defRPr", sz=size * 100, b=0))
    _a(p, "endParaRPr", lang="vi-VN")


def _font(properties: Element) -> None:
    _solid(properties, _BLACK)
    for script in ("latin", "ea", "cs"):
        _a(properties, script, typeface=_FONT)


def _c(parent: Element, name: str, value: str | int | None = None) -> Element:
    """A new last child ``c:name`` of *parent*, with a ``val`` where one is given."""
    return etree.SubElement(parent, C + name, {} if value is None else {"val": str(value)})


def _a(parent: Element, name: str, **attributes: str | int) -> Element:
    return etree.SubElement(parent, _A + name, {key: str(value) for key, value in attributes.items()})
