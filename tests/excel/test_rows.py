"""The rows of a workbook from elsewhere."""

import io
import zipfile

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from cqtt.excel.rows import rows_of
from cqtt.faults import UsageFault


def made() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Danh sách")
    five = book.add_format({"num_format": "00000"})
    sheet.write_row(0, 0, ["STT", "Tên", "Mã"])
    sheet.write(2, 0, 1)
    sheet.write(2, 1, "Phường Kinh Bắc")
    sheet.write(2, 2, 9163, five)
    sheet.write_rich_string(3, 1, "Xã ", book.add_format({"bold": True}), "Đại Đồng")
    book.close()
    return file.getvalue()


def test_each_row_with_a_value_is_read_as_it_is_shown() -> None:
    assert rows_of(made(), "ds.xlsx") == [
        (1, ["STT", "Tên", "Mã"], "STT  Tên  Mã"),
        (3, ["1", "Phường Kinh Bắc", "09163"], "1  Phường Kinh Bắc  09163"),
        (4, ["Xã Đại Đồng"], "Xã Đại Đồng"),
    ]


def swapped(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made())) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            new.writestr(part, data if part == name else old.read(part))
    return file.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        b"PK\x03\x04 no package",
        swapped("xl/workbook.xml", b"<a/>"),
        swapped("xl/worksheets/sheet1.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        swapped("xl/worksheets/sheet1.xml", b"<a"),
    ],
)
def test_what_is_no_sound_workbook_is_told(raw: bytes) -> None:
    with pytest.raises(UsageFault, match=r"^không đọc được ds\.xlsx: không phải tệp Excel \.xlsx, hoặc tệp hỏng$"):
        rows_of(raw, "ds.xlsx")
