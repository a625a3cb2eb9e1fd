"""A workbook as grids, read twice by openpyxl: once what is typed, once what formulas gave when it was last saved.

Only what passed the ``gate`` comes here.
"""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from cqtt.collect.grid import MOST_COLUMNS, MOST_ROWS, Cell, Grid, Thing
from cqtt.names import nfc
from cqtt.problems import Position, Problem


def grids(path: str, data: bytes) -> list[Grid] | Problem:
    """The sheets of the workbook *data* in its order, hidden ones too; PH05 where it cannot be read."""
    try:
        return [
            _grid(typed, given)
            for typed, given in zip(_sheets(data, values=False), _sheets(data, values=True), strict=True)
        ]
    except Exception:  # noqa: BLE001  # whatever a library says about a file that some program wrote
        hint = "mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi gửi lại"
        return Problem(Position(path), "PH05", "không đọc được trang tính trong tệp", hint)


def _sheets(data: bytes, *, values: bool) -> list[tuple[str, dict[tuple[int, int], Any]]]:
    """Name and cells of each sheet; with *values* the results of formulas in place of the formulas."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # 90 ms, for whoever imports

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that are not kept, which nobody asks for
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=values)
        return [(sheet.title, dict(_cells(sheet))) for sheet in book.worksheets]


def _cells(sheet: Any) -> Iterator[tuple[tuple[int, int], Any]]:
    sheet.reset_dimensions()  # some programs write a wrong one
    for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS):
        for cell in row:
            if cell.value is not None:
                yield (cell.row, cell.column), cell


def _grid(typed: tuple[str, dict[tuple[int, int], Any]], given: tuple[str, dict[tuple[int, int], Any]]) -> Grid:
    name, cells = typed
    found = {at: _cell(cell, given[1].get(at)) for at, cell in cells.items()}
    return Grid(nfc(name), {at: cell for at, cell in found.items() if cell is not None})


def _cell(typed: Any, given: Any) -> Cell | None:
    """One cell; None for a text of blanks alone. *given* is None for a formula without a result."""
    computed = typed.data_type == "f"
    if given is None:
        return Cell(Thing.NOT_COMPUTED, str(typed.value), computed=True)
    value, form = given.value, str(given.number_format or "")
    if given.data_type == "e":
        return Cell(Thing.ERROR, str(value), computed=computed)
    if isinstance(value, bool):
        return Cell(Thing.YES_NO, "TRUE" if value else "FALSE", yes=value, computed=computed)
    if isinstance(value, datetime | date | time | timedelta):
        return Cell(Thing.DATE, _day(value), computed=computed, form=form)
    if isinstance(value, str):
        text = nfc(value.strip())
        return Cell(Thing.TEXT, text, computed=computed) if text else None
    number = Decimal(str(value))
    whole = number == number.to_integral_value() if number.is_finite() else False
    return Cell(Thing.NUMBER, f"{number:.0f}" if whole else str(number), number, computed=computed, form=form)


def _day(value: datetime | date | time | timedelta) -> str:
    return f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else str(value)
