"""What a chart shows is what its cells print: value, decimals and per cent sign, nothing rounded and nothing lost."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt import numerals
from cqtt.markup.nodes import ChartKind
from cqtt.word.chart_data import Point, chart_data, number_format, parts, whole_format
from tests.word import mau

PRINTED = st.one_of(
    st.integers(0, 10**9).map(numerals.count),
    st.decimals(0, 10**6, places=3).map(numerals.decimal),
    st.decimals(0, 1, places=5).map(numerals.percent),
)


def only_point(text: str) -> Point:
    ((point,),) = (series.points for series in chart_data(mau.chart(ChartKind.BARS, ("a", "b"), ("c", text))).series)
    assert point is not None
    return point


@given(PRINTED)
def test_a_point_keeps_what_is_printed(text: str) -> None:
    assert only_point(text).text == text


@pytest.mark.parametrize(
    ("text", "code"),
    [("5.007", "#,##0"), ("3,2", "#,##0.0"), ("96,6%", '#,##0.0"%"'), ("100%", '#,##0"%"'), ("0,0%", '#,##0.0"%"')],
)
def test_a_cell_of_the_workbook_has_the_decimals_of_the_report_and_its_language(text: str, code: str) -> None:
    assert number_format(only_point(text)) == f"[$-42A]{code}"


def applied(code: str, value: int) -> str:
    """What a program of any region makes of *value* by *code*: the first section whose condition holds."""
    for section in code.split(";"):
        condition, mask = re.fullmatch(r"(?:\[>=(\d+)\])?(.*)", section).groups()  # type: ignore[union-attr]
        if condition is None or value >= int(condition):
            break
    assert not re.search(r"[.,]", re.sub(r'"[^"]*"', "", mask)), "a separator that the machine chooses"
    tokens = re.findall(r'"[^"]*"|.', mask)
    digits, out = str(value), ""
    for i, token in reversed(list(enumerate(tokens))):
        if token[0] == '"':
            out = token[1:-1] + out
        elif i == min(j for j, other in enumerate(tokens) if other in "#0"):
            out = digits + out  # the leftmost place takes what is left
        else:
            digits, out = digits[:-1], digits[-1] + out
    return out


@given(st.integers(0, 10**9 - 1), st.booleans())
def test_whole_numbers_have_the_separators_of_the_report_on_every_machine(value: int, percent: bool) -> None:
    code = whole_format(Decimal(0), percent=percent)
    assert applied(code, value) == numerals.count(value) + "%" * percent


@given(st.integers(0, 10**15))
def test_a_number_has_its_own_separators_however_long_it_is(value: int) -> None:
    assert applied(whole_format(Decimal(value), percent=False), value) == numerals.count(value)


def test_the_usual_format_of_whole_numbers() -> None:
    assert whole_format(Decimal(5007), percent=False) == '[>=1000000]#"."000"."000;[>=1000]#"."000;0'
    assert whole_format(Decimal(100), percent=True) == '[>=1000000]#"."000"."000"%";[>=1000]#"."000"%";0"%"'


def test_the_first_column_names_and_the_others_are_series() -> None:
    data = chart_data(mau.chart(ChartKind.COLUMNS, *mau.PERIODS))
    assert (data.heading, data.categories[0], len(data.categories)) == ("Kỳ", "Quý II/2023", 4)
    assert [(series.name, series.letter) for series in data.series] == [
        ("Tiếp nhận", "B"),
        ("Đã giải quyết", "C"),
        ("Đang giải quyết", "D"),
    ]
    assert data.series[0].points[:2] == (Point("4.512", Decimal(4512), 0, percent=False), None)
    assert (data.percent, data.highest) == (False, Decimal(5007))


def test_a_series_has_the_format_of_most_of_its_points() -> None:
    data = chart_data(mau.chart(ChartKind.BARS, *mau.rates(5)))
    assert data.series[0].format == '[$-42A]#,##0.0"%"'
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
    ("highest", "end"),
    [
        ("5.007", 6000),
        ("1", 1),
        ("11", 12),
        ("999", 1000),
        ("3,2", 4),
        ("1,1", 2),
        ("0,4", 1),
        ("0", 1),
        ("120,5%", 150),
    ],
)
def test_parts_of_one_chart_are_on_one_scale(highest: str, end: int) -> None:
    assert top("0%" if "%" in highest else "0", highest, rows=1) == end
