"""The words of a PDF."""

import pytest

from cqtt.faults import EnvironmentFault
from cqtt.verify.pdf import apart, checked, text_of

NOTES = ["Quyết định số 840-QĐ/TU ngày 16/02/2024 về Kiện toàn Ban Chỉ đạo", "Đến nay đã có 7/9 xã, phường đã gắn sao"]
PAGE = "Thực hiện Kế hoạch xây dựng chính quyền thân thiện cấp xã năm 2024, cụ thể như sau."


def test_numbers_of_pages_are_left_out_and_footnotes_stand_apart() -> None:
    pages = [
        "1.1. Công tác lãnh đạo\n1. Công tác khác\nnội dung1\n1 Quyết định số 840-QĐ/TU ngày 16/02/2024\nBan",
        "2\ntiếp theo\n1 Phường Bích Động 512 479\n2 Đến nay đã có 7/9 xã, phường",
    ]
    found = apart(pages, NOTES)
    assert found.body == [
        *("1.1. Công tác lãnh đạo", "1. Công tác khác", "nội dung1"),
        *("tiếp theo", "1 Phường Bích Động 512 479"),
    ]
    assert found.foot == [
        *("1 Quyết định số 840-QĐ/TU ngày 16/02/2024", "Ban", "2 Đến nay đã có 7/9 xã, phường"),
    ]


def test_a_scan_is_told() -> None:
    with pytest.raises(EnvironmentFault, match="bản quét"):
        checked(["", " \n"])


def test_a_scrambled_layer_is_told() -> None:
    scrambled = PAGE.replace("ế", " ế ").replace("ự", " ự ").replace("ề", " ề ").replace("ệ", " ệ ").replace("ể", " ể ")
    with pytest.raises(EnvironmentFault, match="xáo trộn"):
        checked([scrambled])


def test_words_of_one_letter_are_no_sign_of_it() -> None:
    checked([f"{PAGE} Ý kiến; ở xã, à, ạ. a) b) c) d) đ) e)"])


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7\nhong", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(EnvironmentFault):
        text_of(data)
