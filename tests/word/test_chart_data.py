"""What a chart shows is what its cells print: value, decimals and per cent sign, nothing rounded and nothing lost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt import numerals
from cqtt.markup.nodes import ChartKind
from cqtt.numerals import Printed
from cqtt.word.chart_data import chart_data, number_format, parts, shown
from tests.word import mau

PRINTED = st.one_of(
    st.integers(0, 10**9).map(numerals.count),
    st.decimals(0, 10**6, places=3).map(numerals.decimal),
    st.decimals(0, 1, places=5).map(numerals.percent),
)


@given(PRINTED)
def test_what_is_printed_is_shown(text: str) -> None:
    point = numerals.printed(text)
    assert point is not None
    assert shown(point) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [("5.007", "#,##0"), ("3,2", "#,##0.0"), ("96,6%", '#,##0.0"%"'), ("100%", '#,##0"%"'), ("0,0%", '#,##0.0"%"')],
)
def test_a_cell_is_formatted_as_it_is_printed(text: str, code: str) -> None:
    point = numerals.printed(text)
    assert point is not None
    assert number_format(point) == code


def test_the_first_column_names_and_the_others_are_series() -> None:
    data = chart_data(mau.chart(ChartKind.COLUMNS, *mau.PERIODS))
    assert (data.heading, data.categories[0], len(data.categories)) == ("Kỳ", "Quý II/2023", 4)
    assert [(series.name, series.letter) for series in data.series] == [
        ("Tiếp nhận", "B"),
        ("Đã giải quyết", "C"),
        ("Đang giải quyết", "D"),
    ]
    assert data.series[0].points[:2] == (Printed(Decimal(4512), 0, percent=False), None)
    assert (data.percent, data.decimals, data.highest) == (False, 0, Decimal(5007))


def test_a_series_has_the_format_of_most_of_its_points() -> None:
    data = chart_data(mau.chart(ChartKind.BARS, *mau.rates(5)))
    assert data.series[0].format == '#,##0.0"%"'
    assert chart_data(mau.chart(ChartKind.BARS, ("a", "b"), ("c", "–"))).series[0].format == "General"


@pytest.mark.parametrize(("rows", "sizes"), [(1, [1]), (17, [17]), (168, [33, 34, 33, 34, 34]), (37, [18, 19])])
def test_rows_are_shared_out_evenly_and_in_order(rows: int, sizes: list[int]) -> None:
    whole = chart_data(mau.chart(ChartKind.BARS, *mau.rates(rows)))
    found = list(parts(whole, 36))
    assert [len(data.categories) for data in found] == sizes
    assert tuple(name for data in found for name in data.categories) == whole.categories
    assert tuple(point for data in found for point in data.series[0].points) == whole.series[0].points


def top(*cells: str, rows: int) -> Decimal | None:
    chart = mau.chart(ChartKind.BARS, ("a", "b"), *((f"c{i}", cell) for i, cell in enumerate(cells)))
    (end,) = {data.top for data in parts(chart_data(chart), rows)}
    return end


def test_the_axis_of_a_percentage_ends_at_100_and_that_of_a_count_where_word_chooses() -> None:
    assert top("96,6%", "3%", rows=9) == 100
    assert top("120,5%", rows=9) is None
    assert top("5.007", rows=9) is None


@pytest.mark.parametrize(
    ("highest", "end"), [("5.007", 6000), ("1", 1), ("11", 12), ("999", 1000), ("3,2", 4), ("0", 1), ("120,5%", 150)]
)
def test_parts_of_one_chart_are_on_one_scale(highest: str, end: int) -> None:
    assert top("0%" if "%" in highest else "0", highest, rows=1) == end
