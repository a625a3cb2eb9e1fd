"""Charts fit on their pages and their labels on the charts."""

import pytest

from cqtt.markup.nodes import ChartKind
from cqtt.word.chart_data import ChartData, chart_data, parts
from cqtt.word.chart_layout import HEAD, capacity, size
from cqtt.word.sections import LANDSCAPE_HEIGHT, LANDSCAPE_WIDTH, PORTRAIT_HEIGHT, PORTRAIT_WIDTH
from tests.word import mau

PAGES = [(PORTRAIT_WIDTH, PORTRAIT_HEIGHT), (LANDSCAPE_WIDTH, LANDSCAPE_HEIGHT)]


def bars(count: int, series: int = 1, name: str = "Xã") -> ChartData:
    head = ("Đơn vị", *(f"Cột {i}" for i in range(series)))
    return chart_data(mau.chart(ChartKind.BARS, head, *((f"{name} {i}", *["96,6%"] * series) for i in range(count))))


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("series", [1, 3, 6])
@pytest.mark.parametrize("count", [1, 17, 168, 3321])
def test_a_full_chart_leaves_room_for_the_appendix_head(page: tuple[int, int], series: int, count: int) -> None:
    data = bars(count, series)
    for part in parts(data, capacity(data, *page)):
        high, _ = size(part, page[0])
        assert high <= page[1] - HEAD


def test_a_portrait_page_holds_some_thirty_communes() -> None:
    assert [capacity(bars(168), *page) for page in PAGES] == [36, 20]


def test_bars_grow_with_rows_series_and_long_names() -> None:
    heights = [size(data, PORTRAIT_WIDTH)[0] for data in (bars(1), bars(9), bars(9, 3), bars(9, 3, "Xã " * 99))]
    assert heights == sorted(set(heights))


def test_more_columns_than_fit_side_by_side_are_several_charts() -> None:
    rows = [(f"Xã {i}", "5.007", "4.713", "294") for i in range(17)]
    data = chart_data(mau.chart(ChartKind.COLUMNS, mau.PERIODS[0], *rows))
    assert capacity(data, *PAGES[0]) == 4
    assert capacity(data, *PAGES[1]) > 4


def test_columns_of_a_year_and_bars_of_17_communes_share_a_page() -> None:
    columns = chart_data(mau.chart(ChartKind.COLUMNS, *mau.PERIODS))
    second_caption = 500
    together = size(columns, PORTRAIT_WIDTH)[0] + size(bars(17), PORTRAIT_WIDTH)[0]
    assert together + second_caption <= PORTRAIT_HEIGHT - HEAD


def test_a_name_as_wide_as_the_page_still_has_a_chart() -> None:
    data = chart_data(mau.chart(ChartKind.COLUMNS, ("a", "b"), ("W" * 200, "1"), ("c", "2")))
    assert capacity(data, *PAGES[0]) == 1


@pytest.mark.parametrize("kind", list(ChartKind))
def test_the_axes_lie_inside_the_chart(kind: ChartKind) -> None:
    _, plot = size(chart_data(mau.chart(kind, *mau.PERIODS)), PORTRAIT_WIDTH)
    assert min(plot) > 0
    assert plot.left + plot.width < 1000
    assert plot.top + plot.height < 1000
