"""The drawing of a chart: honest axes, the printed number at each point, words beside the axes.

The parts as a whole are golden files, see ``test_write``.
"""

import pytest
from lxml import etree

from cqtt.markup.nodes import ChartKind
from cqtt.word.chart_data import chart_data, parts
from cqtt.word.chart_part import Plot, chart_space, value_title
from cqtt.word.chart_shapes import C
from cqtt.word.xml import Element
from tests.word import mau

SIX = ("Kỳ", *"ABCDEF")


def space(kind: ChartKind, *rows: tuple[str, ...]) -> Element:
    (data,) = parts(chart_data(mau.chart(kind, *rows)), 999)
    return etree.fromstring(chart_space(data, Plot(100, 50, 800, 700), "rId1"))


def values(root: Element, name: str) -> list[str]:
    return [node.get("val") for node in root.iter(f"{C}{name}")]


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("cell", ["5.007", "96,6%", "3,2", "–"])
def test_the_value_axis_begins_at_nought(kind: ChartKind, cell: str) -> None:
    assert values(space(kind, ("a", "b"), ("c", cell)), "min") == ["0"]


@pytest.mark.parametrize(
    ("cell", "end", "step"),
    [("90,5%", ["100"], ["20"]), ("5.007", [], []), ("9", [], ["1"]), ("3,2", [], ["1"]), ("120%", [], [])],
)
def test_the_value_axis_shows_whole_numbers_only(cell: str, end: list[str], step: list[str]) -> None:
    root = space(ChartKind.COLUMNS, ("a", "b"), ("c", cell))
    assert (values(root, "max"), values(root, "majorUnit")) == (end, step)


def test_the_first_row_of_bars_stands_on_top() -> None:
    root = space(ChartKind.BARS, *mau.rates(3))
    assert values(root, "orientation") == ["maxMin", "minMax"]
    assert values(root, "crosses") == ["autoZero", "max"]
    assert values(root, "barDir") == ["bar"]


def test_an_absent_figure_is_no_point() -> None:
    cache = space(ChartKind.BARS, *mau.rates(5)).find(f".//{C}numCache")
    assert [point.get("idx") for point in cache.iter(f"{C}pt")] == ["0", "1", "2", "4"]
    assert cache.find(f"{C}ptCount").get("val") == "5"


@pytest.mark.parametrize("kind", list(ChartKind))
def test_only_several_series_need_a_legend(kind: ChartKind) -> None:
    assert values(space(kind, *mau.rates(2)), "legendPos") == []
    assert values(space(kind, SIX, ("I", *"123456")), "legendPos") == ["b"]


def test_the_axes_say_what_they_show() -> None:
    def title(*rows: tuple[str, ...]) -> str:
        return value_title(chart_data(mau.chart(ChartKind.COLUMNS, *rows)))

    assert title(*mau.rates(2)) == "Tỷ lệ (%)"
    assert title(*mau.rates(2, head="Đúng hạn")) == "Đúng hạn"
    assert title(*mau.PERIODS) == "Số lượng"
    assert title(("Kỳ", "A", "B"), ("I", "5%", "6%")) == "Tỷ lệ (%)"


def test_a_first_column_without_a_name_has_no_axis_title() -> None:
    root = space(ChartKind.COLUMNS, ("", "Số"), ("I", "1"))
    assert [etree.QName(node.getparent()).localname for node in root.iter(f"{C}title")] == ["valAx"]
