"""The rows of the first sheet of an .xlsx file from elsewhere, as text (ECMA-376, Part 1, 18.3)."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from cqtt.faults import UsageFault

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MAX_PART = 20_000_000
"""Bytes of the largest part that is read; a list of all units of the country has a fiftieth."""
_SAVE = "mở bằng Excel, lưu lại thành .xlsx hoặc .csv (CSV UTF-8) rồi dùng tệp đó"


def rows_of(raw: bytes, path: str) -> list[tuple[int, list[str], str]]:
    """Each row of the first sheet with a value in it: its number, its cells in the order of the columns, and its text.

    A whole number is written without a point, and with the zeros that its format shows before it (``00000``). Raises
    ``UsageFault`` where *raw*, the file at *path*, is no workbook that can be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            return list(_rows(package))
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, ElementTree.ParseError, NotImplementedError) as error:
        raise UsageFault(f"không đọc được {path}: không phải tệp Excel .xlsx, hoặc tệp hỏng", _SAVE) from error


def _rows(package: zipfile.ZipFile) -> Iterator[tuple[int, list[str], str]]:
    shared = [_text(item) for item in _part(package, "xl/sharedStrings.xml", optional=True).iter(f"{_MAIN}si")]
    widths = _zeros(package)
    for number, row in enumerate(_part(package, _first_sheet(package)).iter(f"{_MAIN}row"), start=1):
        cells = [_value(cell, shared, widths) for cell in row.iter(f"{_MAIN}c")]
        if any(cells):
            yield int(row.get("r", number)), cells, "  ".join(filter(None, cells))


def _first_sheet(package: zipfile.ZipFile) -> str:
    sheet = next(_part(package, "xl/workbook.xml").iter(f"{_MAIN}sheet"), None)
    wanted = sheet.get(_RELATION) if sheet is not None else None
    for relation in _part(package, "xl/_rels/workbook.xml.rels"):
        if relation.get("Id") == wanted:
            target = relation.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise ValueError("no sheet")


def _part(package: zipfile.ZipFile, name: str, *, optional: bool = False) -> ElementTree.Element:
    """The root of the part *name*. No document type is allowed in it, and so no entity that grows."""
    if optional and name not in package.namelist():
        return ElementTree.Element("none")
    if package.getinfo(name).file_size > MAX_PART:
        raise ValueError("too large")
    data = package.read(name)
    if b"<!DOCTYPE" in data:
        raise ValueError("document type")
    return ElementTree.fromstring(data)  # without a document type


def _value(cell: ElementTree.Element, shared: list[str], widths: list[int]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v") or ""
    if kind == "inlineStr":
        return _text(cell)
    if kind == "s":
        return shared[int(value)]
    if kind == "n" and re.fullmatch(r"\d+(\.0+)?", value):
        style = int(cell.get("s", "0"))
        return value.partition(".")[0].zfill(widths[style] if style < len(widths) else 0)
    return value


def _text(item: ElementTree.Element) -> str:
    """The text of a string, without what is written above it as its sound."""
    return "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))


def _zeros(package: zipfile.ZipFile) -> list[int]:
    """For each style of cells, how many digits its number format writes at least: five of ``00000``."""
    styles = _part(package, "xl/styles.xml", optional=True)
    codes = {form.get("numFmtId"): form.get("formatCode", "") for form in styles.iter(f"{_MAIN}numFmt")}
    formats = styles.find(f"{_MAIN}cellXfs")
    used = [codes.get(style.get("numFmtId"), "") for style in (formats if formats is not None else ())]
    return [len(code) if re.fullmatch("0+", code) else 0 for code in used]
