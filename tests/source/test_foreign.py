"""Other programs' files are told as what they are, and text is never taken for one."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.source.foreign import foreign, kind


def package(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, b"x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (package("[Content_Types].xml", "word/document.xml"), "Word (.docx)"),
        (package("xl/workbook.xml"), "Excel (.xlsx)"),
        (package("a.txt"), "nén (.zip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), "Word hoặc Excel bản cũ (.doc, .xls)"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1", "Word (.rtf)"),
        (b"\xff\xd8\xff\xe0", "ảnh"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "trang web (.html, .xml)"),
        (b"a: 1\n", ""),
        (b"", ""),
    ],
)
def test_a_file_is_told_by_its_first_bytes(raw: bytes, name: str) -> None:
    assert kind(raw) == name


def test_the_fix_makes_a_file_that_can_be_filled_in() -> None:
    problem = foreign(b"%PDF-1.7", "data/2024Q1/xa_phuong/nenh.yaml")
    assert problem is not None
    assert problem.message == "đây là tệp PDF mang tên .yaml; đổi đuôi tệp không đổi được nội dung"
    assert problem.hint == "chuyển tệp này đi nơi khác, tạo bằng: cqtt new 2024Q1 nenh, rồi điền số liệu vào đó"


@given(st.text(alphabet=st.characters(whitelist_categories=["L", "N", "Zs"])))
def test_words_are_no_other_programs_file(text: str) -> None:
    assert foreign(f"a: {text}".encode(), "x.yaml") is None
