"""Names of cells."""

from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from cqtt.collect.grid import Cell, Grid, Thing, letters


@given(st.integers(1, 16_384))
def test_columns_are_named_as_spreadsheets_name_them(column: int) -> None:
    assert letters(column) == get_column_letter(column)


def test_a_blank_cell_has_no_text() -> None:
    grid = Grid("Phiếu", {(1, 1): Cell(Thing.TEXT, " a ")})
    assert (grid.text(1, 1), grid.text(2, 1)) == ("a", "")
