"""The workbook: each sheet a table whose head stays in sight; numbers are numbers, printed as Excel's own region does.

    <sheetView><pane ySplit="1" topLeftCell="A2" state="frozen"/> … <c r="E2" s="3"><v>4736</v></c>

XlsxWriter dates the zip's entries 1980, so only the properties would tell one day from another.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from textwrap import wrap
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from msgspec import Struct

from cqtt.fingerprint import CORE, PLACE, sealed_parts

_FONT = {"font_name": "Times New Roman", "font_scheme": False, "font_size": 12, "valign": "top"}
_HEAD = {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}
_VIETNAMESE = "[$-42A]"
_NARROW, _WIDE = 11, 60
"""Letters in a column."""
_LINE = 18
"""The height of a line of the head, in points."""
_ARROW = 3
"""Letters that a filter's arrow takes."""
_UNIX = 3
_END = b"</cp:coreProperties>"


class NumberCell(Struct, frozen=True):
    """A number in its *form*."""

    value: int | Decimal
    form: str


Cell = str | NumberCell | None


class Sheet(Struct, frozen=True):
    """A table on a sheet of its own; rows are as long as *heads*."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def form(decimals: int, *, percent: bool = False, grouped: bool = True) -> str:
    """The number format with so many *decimals*: ``#,##0``, ``#,##0.0%``; a year's thousands are not *grouped*.

    LibreOffice sets the separators of Vietnamese (042A) everywhere. Excel sets those of its machine's region; a format
    that quotes them would show 5.007 beside 96.6% there, as there is none for decimals.
    """
    return f"{_VIETNAMESE}{'#,##0' if grouped else '0'}{'.' * bool(decimals)}{'0' * decimals}{'%' * percent}"


def signed(form: str) -> str:
    """*form* with a plus before what grew."""
    bare = form.removeprefix(_VIETNAMESE)
    return f"{_VIETNAMESE}+{bare};{_VIETNAMESE}-{bare};{form}"


def workbook(sheets: Sequence[Sheet], title: str, author: str, created: date) -> bytes:
    """The file, with our mark in it (``fingerprint``); the same sheets give the same bytes.

    *created* is the file's date, never the clock's.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_format_properties": _FONT})
    book.set_properties({"title": title, "author": author, "created": datetime.combine(created, time())})
    forms = {form: book.add_format(_FONT | {"num_format": form}) for form in _forms(sheets)}
    head = book.add_format(_FONT | _HEAD)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, head, forms)
    book.close()
    return sealed_package(buffer)


def sealed_package(package: io.BytesIO) -> bytes:
    """*package*, written anew with the mark in its properties; XlsxWriter has no name for that one."""
    out = io.BytesIO()
    with zipfile.ZipFile(package) as written, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {info.filename: written.read(info) for info in written.infolist()}
        parts[CORE] = parts[CORE].replace(_END, f"<dc:identifier>{PLACE}</dc:identifier>".encode() + _END)
        finished = sealed_parts(parts)
        for info in written.infolist():
            info.create_system = _UNIX  # or it would say on which system it was made
            archive.writestr(info, finished[info.filename])
    return out.getvalue()


def _forms(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Each form once, in the order of its first use."""
    cells = (cell for sheet in sheets for row in sheet.rows for cell in row)
    yield from dict.fromkeys(cell.form for cell in cells if isinstance(cell, NumberCell))


def _write(page: Any, sheet: Sheet, head: Any, forms: dict[str, Any]) -> None:
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer('&C&"Times New Roman,Regular"&10&A, trang &P/&N')
    widths = [_width(words, [row[i] for row in sheet.rows]) for i, words in enumerate(sheet.heads)]
    lines = (len(wrap(words, width - _ARROW)) for words, width in zip(sheet.heads, widths, strict=True))
    page.set_row(0, _LINE * max(lines))
    for column, (words, width) in enumerate(zip(sheet.heads, widths, strict=True)):
        page.write_string(0, column, words, head)
        page.set_column(column, column, width)
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, NumberCell):
                page.write_number(number, column, cell.value, forms[cell.form])
            elif cell is not None:
                page.write_string(number, column, cell)


def _width(head: str, cells: Sequence[Cell]) -> int:
    """Room for every cell and each word of the head, in letters, within reason."""
    longest = max((len(cell) if isinstance(cell, str) else len(f"{cell.value:,}") for cell in cells if cell), default=0)
    return min(_WIDE, max(_NARROW, longest + 2, *(len(word) + _ARROW for word in head.split())))
