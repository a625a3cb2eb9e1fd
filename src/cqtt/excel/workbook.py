"""The workbook: each sheet a table whose head stays in sight; numbers are numbers, printed as Excel's own region does.

    <sheetView><pane ySplit="1" topLeftCell="A2" state="frozen"/> … <c r="E2" s="3"><v>4736</v></c>

XlsxWriter dates the zip's entries 1980, so only the properties would tell one day from another.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from cqtt.fingerprint import CORE, PLACE, sealed_parts

COUNT, DECIMAL, PERCENT = "#,##0", "#,##0.0", "0.0%"
"""Number formats: Excel puts in the separators of its region, 5.007 and 96,6% in Vietnamese ones."""

_FONT = {"font_name": "Times New Roman", "font_scheme": False, "font_size": 12, "valign": "top"}
_HEAD = {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}
_NARROW, _WIDE = 11, 60
_END = b"</cp:coreProperties>"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its *form*."""

    value: int | Decimal
    form: str = COUNT


Cell = str | Number | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on a sheet of its own; rows are as long as *heads*."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def signed(form: str) -> str:
    """*form* with a plus before what grew."""
    return f"+{form};-{form};0"


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
    return _sealed(buffer)


def _sealed(package: io.BytesIO) -> bytes:
    """*package*, written anew with the mark in its properties; XlsxWriter has no name for that one."""
    out = io.BytesIO()
    with zipfile.ZipFile(package) as written, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {info.filename: written.read(info) for info in written.infolist()}
        parts[CORE] = parts[CORE].replace(_END, f"<dc:identifier>{PLACE}</dc:identifier>".encode() + _END)
        parts = sealed_parts(parts)
        for info in written.infolist():
            archive.writestr(info, parts[info.filename])
    return out.getvalue()


def _forms(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Each form once, in the order of its first use."""
    cells = (cell for sheet in sheets for row in sheet.rows for cell in row)
    yield from dict.fromkeys(cell.form for cell in cells if isinstance(cell, Number))


def _write(page: Any, sheet: Sheet, head: Any, forms: dict[str, Any]) -> None:
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    for column, words in enumerate(sheet.heads):
        page.write_string(0, column, words, head)
        page.set_column(column, column, _width([row[column] for row in sheet.rows]))
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, Number):
                page.write_number(number, column, cell.value, forms[cell.form])
            elif cell is not None:
                page.write_string(number, column, cell)


def _width(cells: Sequence[Cell]) -> int:
    """Room for every cell, in letters, within reason."""
    longest = max((len(cell) if isinstance(cell, str) else len(f"{cell.value:,}") for cell in cells if cell), default=0)
    return min(_WIDE, max(_NARROW, longest + 2))
