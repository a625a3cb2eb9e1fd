"""The workbook behind a chart holds the same rows, as numbers that print as the report prints them."""

import io
import zipfile
from datetime import datetime

from lxml import etree

from cqtt.markup.nodes import ChartKind
from cqtt.word.chart_data import chart_data
from cqtt.word.chart_sheet import workbook
from tests.word import mau

DATE = datetime(2024, 4, 5)  # noqa: DTZ001  # Excel's dates have no zone
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def made(*rows: tuple[str, ...]) -> dict[str, bytes]:
    data = workbook(chart_data(mau.chart(ChartKind.COLUMNS, *rows)), DATE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cells(parts: dict[str, bytes]) -> dict[str, str]:
    """What stands in each cell: words, or a number with its format."""
    words = [node.findtext(f"{S}t") or "" for node in etree.fromstring(parts["xl/sharedStrings.xml"])]
    styles = etree.fromstring(parts["xl/styles.xml"])
    codes = {node.get("numFmtId"): node.get("formatCode") for node in styles.iter(f"{S}numFmt")}
    formats = [node.get("numFmtId") for node in styles.iterfind(f"{S}cellXfs/{S}xf")]
    out = {}
    for cell in etree.fromstring(parts["xl/worksheets/sheet1.xml"]).iter(f"{S}c"):
        value = cell.findtext(f"{S}v") or ""
        code = formats[int(cell.get("s", "0"))]
        out[cell.get("r", "")] = words[int(value)] if cell.get("t") == "s" else f"{value} {codes.get(code, code)}"
    return out


def test_the_sheet_holds_the_table() -> None:
    rows = (("Kỳ", "Tỷ lệ"), ("=1+1", "96,6%"), ("https://a.vn", "–"), ("Quý I", "100%"))
    parts = made(*rows)
    assert cells(parts) == {
        "A1": "Kỳ",
        "B1": "Tỷ lệ",
        "A2": "=1+1",
        "B2": '96.6 [$-42A]#,##0.0"%"',
        "A3": "https://a.vn",
        "A4": "Quý I",
        "B4": '100 [$-42A]#,##0"%"',
    }
    assert b'name="SoLieu"' in parts["xl/workbook.xml"]


def test_its_date_is_the_documents_own() -> None:
    assert b"2024-04-05T00:00:00Z" in made(("a", "b"), ("c", "1"))["docProps/core.xml"]


def test_the_same_rows_are_the_same_bytes() -> None:
    data = chart_data(mau.chart(ChartKind.COLUMNS, *mau.PERIODS))
    assert workbook(data, DATE) == workbook(data, DATE)
