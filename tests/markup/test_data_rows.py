"""Rows made from data are read like any others, and made only when somebody reads them."""

import pytest

from cqtt.markup.data_rows import DataRows, cell_of
from cqtt.markup.nodes import Figure, Strong, Text
from cqtt.markup.walk import said

TOTAL = ((Strong((Text("Cộng"),)),), (Strong((Figure("7", "a"),)),))
ROWS = DataRows((["Nếnh", "Tự Lạn"], ["5", ""]), (["", "b.ten"], ["b.a", "c.a"]), 6, (TOTAL,))
READ = [((Text("Nếnh"),), (Figure("5", "b.a", 6),)), ((Figure("Tự Lạn", "b.ten", 6),), ()), TOTAL]


def test_they_are_a_sequence_of_rows_with_the_totals_last() -> None:
    assert [*ROWS] == READ
    assert len(ROWS) == 3
    assert [ROWS[-1], ROWS[:2], ROWS[5:]] == [TOTAL, tuple(READ[:2]), ()]
    with pytest.raises(IndexError):
        ROWS[3]


def test_they_are_equal_to_any_rows_that_hold_the_same() -> None:
    assert tuple(READ) == ROWS
    assert READ[:2] != ROWS
    assert ROWS != 3


def test_their_words_are_read_without_making_nodes() -> None:
    assert [*said(ROWS)] == [("Nếnh", "5"), ("Tự Lạn", ""), ("Cộng", "7")]


def test_a_cell_without_words_is_empty_and_one_without_a_path_is_text() -> None:
    assert [cell_of("", "a", 1), cell_of("x", "", 1), cell_of("x", "a", 1)] == [
        (),
        (Text("x"),),
        (Figure("x", "a", 1),),
    ]
