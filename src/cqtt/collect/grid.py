"""A table as it came: cells by row and column, each with what kind of thing stands in it."""

from decimal import Decimal
from enum import Enum

from msgspec import Struct, field

MOST_ROWS, MOST_COLUMNS = 20_000, 100
"""Rows and columns that are looked at; a form has some sixty rows and five columns."""


class Thing(Enum):
    """What stands in a cell."""

    NUMBER = "số"
    TEXT = "chữ"
    YES_NO = "đúng, sai"
    DATE = "ngày tháng"
    ERROR = "lỗi"
    NOT_COMPUTED = "công thức chưa có kết quả"


class Cell(Struct, frozen=True):
    """One cell that is not blank. *shown* is its value in a message; *number* and *yes* its value where it has one.

    *computed* tells that a formula stands there, *form* is the number format.
    """

    thing: Thing
    shown: str
    number: Decimal | None = None
    yes: bool | None = None
    computed: bool = False
    form: str = ""


class Grid(Struct):
    """One sheet. *cells* are those that are not blank, by row and column, both from 1."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def text(self, row: int, column: int) -> str:
        """The text of a cell without blanks around it; empty for a blank one."""
        cell = self.cells.get((row, column))
        return cell.shown.strip() if cell else ""


def letters(column: int) -> str:
    """The name of a column: 3 is ``C``, 28 is ``AB``."""
    out = ""
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(ord("A") + rest) + out
    return out
