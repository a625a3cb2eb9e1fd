"""What is no workbook, or a hostile one, is refused before any library reads it."""

import io
import zipfile

import pytest

from cqtt.collect import gate
from tests.phieu import blank

SHEET = "xl/worksheets/sheet1.xml"


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """The form with *old* replaced in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blank())) as form, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in form.namelist():
            data = form.read(name)
            assert name != part or old in data
            archive.writestr(name, data.replace(old, new) if name == part else data)
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def told(data: bytes) -> str:
    found = gate.refused("a.xlsx", data)
    assert found is not None
    assert found.code == "PH05"
    assert found.hint
    return found.message


def test_a_form_passes() -> None:
    assert gate.refused("a.xlsx", blank()) is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "tệp trống"),
        (b"\0" * 100, "tệp trống"),
        (b"%PDF-1.4", "tệp này là PDF, không phải .xlsx"),
        (b"{\\rtf1", "tệp này là RTF, không phải .xlsx"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "tệp này là Excel cũ (.xls)"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu"),
        (b"\xff\xd8\xff\xe0", "tệp này là ảnh"),
        (b"abc", "tệp không phải .xlsx"),
        (b"PK\x03\x04abc", "tệp bị cắt cụt hoặc hỏng"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "tệp này là .ods (LibreOffice Calc)"),
        (zipped(a=b"b"), "tệp nén không phải .xlsx"),
    ],
)
def test_what_is_no_workbook_is_called_by_its_name(data: bytes, message: str) -> None:
    assert told(data) == message


def test_a_form_cut_off_anywhere_is_refused() -> None:
    for end in range(100, len(blank()) - 1, 997):
        assert told(blank()[:end]) == "tệp bị cắt cụt hoặc hỏng"


def test_a_small_file_that_inflates_to_a_large_one_is_not_inflated() -> None:
    bomb = changed(SHEET, b"</sheetData>", b" " * 30_000_000 + b"</sheetData>")
    assert len(bomb) < 100_000
    assert told(bomb) == "tệp bung ra quá lớn"


def test_rows_are_counted_before_they_are_read() -> None:
    rows = b"".join(b'<row r="%d"/>' % i for i in range(1000, 22_000))
    assert told(changed(SHEET, b"</sheetData>", rows + b"</sheetData>")).startswith(
        "trang tính quá dài: hơn 20000 hàng"
    )
    cells = b'<row r="999">' + b'<c r="A999" s="1"/>' * 61_000 + b"</row>"
    assert told(changed(SHEET, b"</sheetData>", cells + b"</sheetData>")).startswith("trang tính quá dài")


def test_a_declaration_of_entities_is_refused() -> None:
    hostile = changed(SHEET, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaa">]><worksheet')
    assert told(hostile) == "tệp có phần XML mà Excel không viết như vậy"


def test_a_strict_workbook_is_to_be_saved_again() -> None:
    strict = changed("xl/workbook.xml", b"schemas.openxmlformats.org/spreadsheetml/2006/main", b"purl.oclc.org/ooxml/x")
    assert told(strict) == "tệp lưu ở dạng “Strict Open XML”"


def test_a_text_that_inflates_is_not_inflated_either() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    found = gate.refused_text("a.docx", out.getvalue())
    assert found is not None
    assert found.message == "tệp bung ra quá lớn"
    assert gate.refused_text("a.docx", b"PK") is None


def test_a_file_too_large_is_not_even_read() -> None:
    assert gate.too_large("a.xlsx", gate.LARGEST) is None
    found = gate.too_large("a.xlsx", gate.LARGEST * 3)
    assert found is not None
    assert found.message == "tệp quá lớn: 24 MB, tối đa 8 MB"
