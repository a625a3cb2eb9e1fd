"""A text without paragraphs, divided as the report is."""

import pytest

from cqtt.verify.stream import Stream
from cqtt.word.reading.units import Unit

UNITS = [
    Unit("p", "Thực hiện Kế hoạch xây dựng chính quyền thân thiện, Chủ tịch báo cáo như sau:"),
    Unit("p", "CÔNG TÁC CHỈ ĐẠO"),
    Unit("p", "Đã triển khai nhiều giải pháp linh hoạt, ứng dụng công nghệ thông tin."),
    Unit("r", "1 | Xã A | 5.007 | 96,6%", ("1", "Xã A", "5.007", "96,6%")),
    Unit("p", "Ghi chú của bảng này là như thế./."),
]
LABELS = {id(UNITS[1]): "I."}
TEXT = "\n".join(
    [
        "Thực hiện Kế hoạch xây dựng chính quyền thân",
        "thiện, Chủ tịch báo cáo như sau:",
        "I. CÔNG TÁC CHỈ ĐẠO",
        "Đã triển khai nhiều giải pháp linh hoạt,  ứng dụng công nghệ thông tin.",
        "1 Xã A 5.007 96,6%",
        "Ghi chú của bảng này là như thế./.",
    ]
)


def said(text: str, marks: int = 0) -> list[str]:
    return [unit.key for unit in Stream(UNITS, text, LABELS, marks).read()]


KEYS = [unit.key for unit in UNITS]


def test_lines_become_the_paragraphs_and_rows_of_the_report() -> None:
    assert said(TEXT) == KEYS


@pytest.mark.parametrize(
    ("old", "new", "at", "key"),
    [
        ("linh hoạt", "sáng tạo", 2, KEYS[2].replace("linh hoạt", "sáng tạo")),
        ("5.007", "999", 3, "1|Xã A|999|96,6%"),
        ("CHỈ ĐẠO", "ĐIỀU HÀNH", 1, "CÔNG TÁC ĐIỀU HÀNH"),
        ("như thế./.", "như thế đấy./.", 4, KEYS[4].replace("như thế", "như thế đấy")),
    ],
)
def test_other_words_stand_in_their_paragraph(old: str, new: str, at: int, key: str) -> None:
    assert said(TEXT.replace(old, new)) == [*KEYS[:at], key, *KEYS[at + 1 :]]


def test_what_is_no_paragraph_of_the_report_is_one_more() -> None:
    assert said(TEXT.replace("I. CÔNG", "Câu mới thêm.\nI. CÔNG")) == [KEYS[0], "Câu mới thêm.", *KEYS[1:]]


def test_a_paragraph_that_is_gone_is_left_out() -> None:
    lines = TEXT.split("\n")
    assert said("\n".join([*lines[:3], *lines[4:]])) == [*KEYS[:2], *KEYS[3:]]


def test_one_that_was_moved_stands_where_it_stands() -> None:
    lines = TEXT.split("\n")
    assert said("\n".join([*lines[:2], lines[5], *lines[2:5]])) == [KEYS[0], KEYS[4], *KEYS[1:4]]


def test_the_numbers_of_footnotes_are_no_words() -> None:
    assert said(TEXT.replace("thông tin.", "thông tin1.").replace("như sau:", "như sau2:"), marks=2)[2] == KEYS[2]
    assert said(TEXT.replace("thông tin.", "thông tin.1"), marks=1) == KEYS


def test_how_much_of_the_report_stands_in_the_text_is_counted() -> None:
    whole, other = Stream(UNITS, TEXT, LABELS), Stream(UNITS, "Một văn bản khác hẳn, không liên quan.", LABELS)
    whole.read()
    other.read()
    assert whole.matched == whole.size
    assert 10 * other.matched < other.size
