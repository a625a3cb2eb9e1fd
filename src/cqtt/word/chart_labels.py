"""The labels at a chart's points: the figures as the report prints them, on machines of every region.

<c:dLbls><c:dLbl><c:idx val="0"/><c:tx><c:rich>… <a:t>96,6%</a:t> … </c:dLbl>
  <c:numFmt formatCode="[>=1000000]#&quot;.&quot;000&quot;.&quot;000;…" sourceLinked="0"/>…
"""

from decimal import Decimal

from lxml import etree

from cqtt.word.chart_data import ChartData, Point, Series, number_format, whole_format
from cqtt.word.chart_shapes import SIZE_PT, C, a, c, text, words_in
from cqtt.word.xml import Element


def labels(node: Element, data: ChartData, series: Series, place: str) -> None:
    """What the report prints, at each point: whole numbers by a format, the longest by one of their own.

    Decimals are fixed text, as every format for them takes the comma or the point of the machine.
    """
    group = c(node, "dLbls")
    usual = whole_format(Decimal(0), percent=data.percent)
    for i, point in enumerate(series.points):
        code = _label_format(point) if point else usual
        if point and code != usual:
            label = c(group, "dLbl")
            c(label, "idx", i)
            if point.decimals:
                words_in(label, point.text, SIZE_PT, wrap="none")
            _label(label, code, place)
    _label(group, usual, place)


def _label_format(point: Point) -> str:
    return number_format(point) if point.decimals else whole_format(point.value, percent=point.percent)


def _label(label: Element, code: str, place: str) -> None:
    etree.SubElement(label, f"{C}numFmt", formatCode=code, sourceLinked="0")
    shape = c(label, "spPr")
    a(shape, "noFill")
    a(a(shape, "ln"), "noFill")
    text(c(label, "txPr"), SIZE_PT, wrap="none")
    c(label, "dLblPos", place)
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        c(label, name, int(name == "showVal"))
