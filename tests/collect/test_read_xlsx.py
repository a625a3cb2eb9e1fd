"""A workbook as grids: numbers, text, dates, errors and formulas are told apart."""

import datetime
import io

from openpyxl import Workbook  # type: ignore[import-untyped]

from cqtt.collect.grid import Cell, Grid, Thing
from cqtt.collect.read_xlsx import grids
from cqtt.problems import Problem


def read(**cells: object) -> Grid:
    book = Workbook()
    for name, value in cells.items():
        book.active[name] = value
    out = io.BytesIO()
    book.save(out)
    found = grids("a.xlsx", out.getvalue())
    assert not isinstance(found, Problem)
    return found[0]


def things(grid: Grid) -> dict[tuple[int, int], tuple[Thing, str]]:
    return {at: (cell.thing, cell.shown) for at, cell in grid.cells.items()}


def test_each_kind_of_thing_is_known() -> None:
    grid = read(
        A1=5007, A2="5007", A3=5.007, A4=True, A5=datetime.date(2025, 7, 5), A6="#DIV/0!", A7="=1+1", A8="  ", A9=5007.0
    )
    assert things(grid) == {
        (1, 1): (Thing.NUMBER, "5007"),
        (2, 1): (Thing.TEXT, "5007"),
        (3, 1): (Thing.NUMBER, "5.007"),
        (4, 1): (Thing.YES_NO, "TRUE"),
        (5, 1): (Thing.DATE, "5/7/2025"),
        (6, 1): (Thing.ERROR, "#DIV/0!"),
        (7, 1): (Thing.NOT_COMPUTED, "=1+1"),
        (9, 1): (Thing.NUMBER, "5007"),
    }


def test_letters_with_marks_typed_apart_are_put_together() -> None:
    assert read(A1="Ne\u0302\u0301nh").cells[1, 1] == Cell(Thing.TEXT, "Nếnh")


def test_what_the_library_does_not_understand_is_a_finding() -> None:
    found = grids("a.xlsx", b"PK")
    assert isinstance(found, Problem)
    assert (found.code, found.message) == ("PH05", "không đọc được trang tính trong tệp")
