"""An answer saved as .csv: the form's sheet as Excel and LibreOffice write it, with commas, semicolons or tabs."""

import csv
import io
from decimal import Decimal
from itertools import islice

from cqtt.collect.form import MARK
from cqtt.collect.grid import MOST_COLUMNS, MOST_ROWS, Cell, Grid, Thing
from cqtt.names import nfc
from cqtt.problems import Position, Problem

_UTF8 = "lưu lại bằng Excel: Lưu thành, kiểu CSV UTF-8; hoặc gửi tệp .xlsx"
_DIGITS = 15


def grid(path: str, data: bytes) -> Grid | Problem:
    """The table *data*; PH05 where it cannot be read. Plain digits are numbers, all else is text."""
    text = _text(data)
    if text is None:
        return Problem(Position(path), "PH05", "không đọc được bảng mã của tệp .csv", _UTF8)
    try:
        reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
        rows = list(islice(reader, MOST_ROWS + 1))
    except csv.Error:
        return Problem(Position(path), "PH05", "không đọc được tệp .csv", "gửi tệp .xlsx")
    if len(rows) > MOST_ROWS:
        return Problem(Position(path), "PH05", f"tệp .csv quá dài: hơn {MOST_ROWS} hàng", "gửi phiếu .xlsx")
    found = Grid("")
    for number, row in enumerate(rows, start=1):
        for column, words in enumerate(row[:MOST_COLUMNS], start=1):
            if shown := nfc(words.strip()):
                found.cells[number, column] = _cell(shown)
    return found


def _text(data: bytes) -> str | None:
    """UTF-8, with or without its mark, UTF-16 with it, or Windows-1258; None for what is none of these."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ("utf-16",) if marked else ("utf-8-sig", "cp1258")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(text: str) -> str:
    """What parts the columns: it stands most often on the line of the form's mark."""
    line = next((line for line in text.splitlines() if MARK in line), text.partition("\n")[0])
    return max(",;\t", key=line.count)


def _cell(shown: str) -> Cell:
    plain = shown.isascii() and shown.isdigit() and len(shown) <= _DIGITS and (shown == "0" or shown[0] != "0")
    if plain:
        return Cell(Thing.NUMBER, shown, Decimal(shown))
    if shown.startswith("#") and shown.rstrip("!?").isupper():
        return Cell(Thing.ERROR, shown)
    return Cell(Thing.TEXT, shown)
