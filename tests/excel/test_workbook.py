"""The workbook: frozen heads, numbers that are numbers, the same bytes for the same sheets."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]

from cqtt.excel.workbook import NumberCell, Sheet, form, signed, workbook

COUNT, DECIMAL, PERCENT = form(0), form(1), form(1, percent=True)
SHEET = Sheet(
    "Số liệu",
    ("Tên", "Kỳ trước", "Thay đổi"),
    (
        ("Hồ sơ", NumberCell(5007, COUNT), NumberCell(-45, signed(COUNT))),
        ("=1+1", NumberCell(Decimal("0.966"), PERCENT), NumberCell(Decimal("1.2"), signed(DECIMAL))),
        ("http://vi.du", None, None),
        (f"{'dài ' * 40}", NumberCell(17_000_000_000, COUNT), None),
    ),
)


def made(*sheets: Sheet) -> bytes:
    return workbook(sheets, "So sánh", "Ủy ban", date(2024, 1, 1))


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


@pytest.mark.slow
def test_it_is_a_valid_workbook(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(made(SHEET, Sheet("Trống", ("Một", "Hai"), ())))
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(file)).errors == []


def test_the_same_sheets_are_the_same_bytes_on_any_day() -> None:
    data = made(SHEET)
    assert data == made(SHEET)
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[^<]*", part(data, "docProps/core.xml"))) == {"2024-01-01T00:00:00Z"}


def test_numbers_are_numbers_in_their_form_and_words_are_words() -> None:
    data = made(SHEET)
    page = part(data, "xl/worksheets/sheet1.xml")
    cells = dict(re.findall(r'<c r="([B-Z]\d)" s="\d+"><v>([^<]*)</v>', page))
    assert cells == {"B2": "5007", "C2": "-45", "B3": "0.966", "C3": "1.2", "B5": "17000000000"}
    assert "<f>" not in page
    assert "hyperlink" not in page
    assert "=1+1" in part(data, "xl/sharedStrings.xml")
    codes = re.findall(r'formatCode="([^"]*)"', part(data, "xl/styles.xml"))
    assert codes == [COUNT, signed(COUNT), PERCENT, signed(DECIMAL)]


def test_a_form_has_just_the_decimals_and_no_point_in_a_year() -> None:
    forms = form(0), form(2), form(0, percent=True), form(0, grouped=False)
    assert forms == ("[$-42A]#,##0", "[$-42A]#,##0.00", "[$-42A]#,##0%", "[$-42A]0")
    assert signed(form(1)) == "[$-42A]+#,##0.0;[$-42A]-#,##0.0;[$-42A]#,##0.0"


def test_the_head_stays_in_sight_and_each_column_has_room() -> None:
    tree = etree.fromstring(part(made(SHEET), "xl/worksheets/sheet1.xml").encode())
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    pane = tree.find(".//x:pane", space)
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    widths = [float(column.get("width", "0")) for column in tree.iterfind(".//x:col", space)]
    assert [int(width) for width in widths] == [60, 16, 11]


def test_the_head_is_as_high_as_its_words_and_each_page_has_its_number() -> None:
    heads = ("Tên", "Thay đổi", "Thay đổi (%)", "Quyết-định-dài-không-ngắt")
    tree = etree.fromstring(part(made(Sheet("a", heads, ())), "xl/worksheets/sheet1.xml").encode())
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    head = tree.find(".//x:row", space)
    assert head is not None
    assert (head.get("ht"), head.get("customHeight")) == ("36", "1")  # two lines: Thay đổi / (%)
    widths = [int(float(column.get("width", "0"))) for column in tree.iterfind(".//x:col", space)]
    assert widths[-1] >= len(heads[-1])
    assert tree.findtext(".//x:oddFooter", namespaces=space) == '&C&"Times New Roman,Regular"&10&A, trang &P/&N'
    setup = tree.find(".//x:pageSetup", space)
    assert setup is not None
    wanted = {"paperSize": "9", "orientation": "landscape", "fitToHeight": "0"}
    assert {name: setup.get(name) for name in wanted} == wanted


def test_words_are_set_in_the_official_font() -> None:
    styles = part(made(SHEET), "xl/styles.xml")
    assert set(re.findall(r'<name val="([^"]*)"', styles)) == {"Times New Roman"}
    assert "<scheme" not in styles
