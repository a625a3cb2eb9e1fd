"""Charts by themselves: what the fixture ``bieu_do.txt`` does not show word by word."""

import pytest

from cqtt.markup.charts import FENCE, read_chart, set_apart
from cqtt.markup.nodes import Align, Chart, ChartKind, Figure, Table, Text
from tests.markup.cay import manuscript

TITLE = (Text("Tên"),)


def rows(count: int, cell: str = "96,6%") -> Table:
    """A table of *count* rows below its head."""
    body = tuple(((Text(f"Xã {i}"),), (Figure(cell, f"xa_phuong.x{i}.a"),)) for i in range(count))
    return Table((Align.LEFT, Align.RIGHT), ((Text("Đơn vị"),), (Text("Tỷ lệ"),)), body, 1)


def test_the_fences_of_a_chart_and_no_others_get_their_own_mark() -> None:
    lines = ["::: phu_luc a", ":::bieu_do cot A", "| a |", ":::", "  ::: bieu_do cot B", "  :::", ":::", "::: bieu_do"]
    assert [line.replace(FENCE, ";") for line in set_apart(lines)] == [
        "::: phu_luc a",
        ";;;bieu_do cot A",
        "| a |",
        ";;;",
        "  ;;; bieu_do cot B",
        "  ;;;",
        ":::",
        "::: bieu_do",
    ]


def test_a_chart_that_another_block_follows_is_left_open() -> None:
    lines = ["::: bieu_do cot A", "| a |", "::: phu_luc x", ":::"]
    assert set_apart(lines) == lines


@pytest.mark.parametrize("count", [1, 17, 168, 3321])
def test_a_chart_takes_any_number_of_rows(count: int) -> None:
    table = rows(count)
    chart, faults = read_chart("thanh_ngang", TITLE, [table], 0)
    assert chart == Chart(ChartKind.BARS, TITLE, table.head, table.body, 0)
    assert faults == []


def test_a_table_without_rows_is_no_chart() -> None:
    chart, faults = read_chart("thanh_ngang", TITLE, [rows(0)], 0)
    assert chart is None
    assert [(fault.line, fault.message) for fault in faults] == [(1, "bảng của biểu đồ không có hàng nào")]


def test_a_loop_that_prints_wrong_numbers_is_told_once_at_its_first_row() -> None:
    _, faults = read_chart("cot", TITLE, [rows(3321, "trên 96%")], 0)
    assert [(fault.line, fault.needle) for fault in faults] == [(3, "xa_phuong.x0.a")]


@pytest.mark.parametrize("cell", ["5007", "5.07", "05", "1,25", "-3", "96,6 %", "", "x", "17 tỷ đồng", "VII", "٣"])
def test_only_numbers_as_our_filters_print_them_are_drawn(cell: str) -> None:
    _, faults = read_chart("cot", TITLE, [rows(1, cell)], 0)
    shown = f"“{cell}”" if cell else "ô trống"
    assert [fault.message for fault in faults] == [f"biểu đồ không vẽ được {shown}"]


def test_the_mark_cannot_be_taken_for_a_slot_or_a_line_mark() -> None:
    assert FENCE not in "".join(manuscript("{a=1}").lines) + "\ue000\ue001\ue002\ue003"
