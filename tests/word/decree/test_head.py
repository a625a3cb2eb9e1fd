"""What is a number, a place and date, the title of a document, and what only looks like one."""

from dataclasses import replace

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from cqtt.word.decree.elements import elements
from cqtt.word.decree.head import is_dated, is_number, is_of_a_letter
from cqtt.word.reading.archive import open_package
from cqtt.word.reading.document import read
from tests.word.decree.cac_loai import VanBan, heading, made, plain
from tests.word.decree.go_tay import letters


@pytest.mark.parametrize(
    "words",
    [
        "Việt Yên, ngày 05 tháng 4 năm 2024",
        "Quận 1, ngày 5 tháng 04 năm 2024",
        "TP. Hồ Chí Minh, ngày … tháng … năm 2024",
        "…4..., ngày …… tháng …… năm ……",
        "Việt Yên ngày 05 tháng 4 năm 2024",
        "Việt Yên, ngày 05/4/2024",
        "Ngày 05 tháng 4 năm 2024",
        "Việt Yên, ngày      tháng 4 năm 2024",
    ],
)
def test_a_place_and_a_date_right_or_wrong(words: str) -> None:
    assert is_dated(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ngày, tháng, năm sinh:",
        "Ngày tháng năm sinh",
        "Ngày tháng năm",
        "ngày 05 tháng 3 năm 2020 của Chính phủ)",
        "Sinh ngày 05 tháng 3 năm 1990",
        "Họ và tên: A, sinh ngày 05 tháng 3 năm 1990",
        "Hôm nay, ngày 05 tháng 3 năm 2024",
        "Vào hồi 8 giờ 00, ngày 05 tháng 3 năm 2024",
        "Từ ngày 01 tháng 01 năm 2024",
        "Nghị quyết số 938/NQ-UBTVQH15, ngày 13 tháng 12 năm 2023",
        "(Kèm theo Quyết định ngày 05 tháng 3 năm 2020",
        "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024",
    ],
)
def test_other_dates_are_none(words: str) -> None:
    assert not is_dated(words)


def test_a_number_right_or_wrong() -> None:
    right = (
        "Số: 05/BC-UBND",
        "Số : 5 / BC - UBND",
        "Số: …../CĐ-…3…",
        "Số:      /BC-UBND",
        "Số 152-KH/TU",
        "Luật số: 1/QH",
    )
    assert all(map(is_number, right))
    other = ("Số 12 đường Trần Phú", "Số điện thoại: 0204", "Số lượng: 5", "Số 938 ngày 13 tháng 12", "Số hồ sơ")
    assert not any(map(is_number, other))


def test_the_subject_of_a_letter() -> None:
    assert is_of_a_letter("V/v báo cáo")
    assert not is_of_a_letter("Vv")


def letter(*body: object) -> VanBan:
    return VanBan(number="Số: 05/UBND-VP", about="V/v báo cáo", body=(plain("Kính gửi: Sở Nội vụ"), *body))  # type: ignore[arg-type]


def test_dates_in_the_text_leave_the_text_where_it_begins() -> None:
    cited = ("Thực hiện Nghị định số 30/2020/NĐ-CP", "ngày 05 tháng 3 năm 2020 của Chính phủ).")
    dates = ("Ngày 05 tháng 3 năm 2024", "Ngày, tháng, năm sinh:")
    document = letter(*cited, heading("I. MỘT"), *dates, heading("II. HAI"), "Số 938/NQ-UBTVQH15./.")
    found = elements(read(open_package(made(document))))
    assert (found.dated.said if found.dated else "") == "Tiên Sơn, ngày 05 tháng 4 năm 2024"
    assert [line.said for line in found.text] == [*cited, "I. MỘT", *dates, "II. HAI", "Số 938/NQ-UBTVQH15./."]


def test_the_body_of_a_document_without_letterhead_has_no_elements_of_one() -> None:
    document = VanBan(
        number=None, dated=None, issuer=(), nation_alone=True, body=("Họ và tên: A", "Ngày 05 tháng 3 năm 2024")
    )
    found = elements(read(open_package(made(document))))
    assert (found.dated, found.number, found.kind) == (None, None, None)


def test_an_issuer_named_like_a_kind_is_no_title() -> None:
    document = VanBan(kind="BÁO CÁO", issuer=("SỞ Y TẾ", "DỰ ÁN PHÁT TRIỂN Y TẾ"), subject=("Quý I",))
    found = elements(read(open_package(made(document))))
    assert (found.kind.said if found.kind else "") == "BÁO CÁO"


def test_a_number_below_the_title_is_not_its_subject() -> None:
    document = VanBan(kind="HỢP ĐỒNG KINH TẾ", number=None, dated=None, issuer=(), nation_alone=True)
    found = elements(read(open_package(made(replace(document, body=(plain("Số: 05/2024/HĐKT-ABC"), "Điều 1. A./."))))))
    assert (found.number.said if found.number else "", found.subject) == ("Số: 05/2024/HĐKT-ABC", [])


def test_an_application_to_an_office_is_no_letter() -> None:
    document = VanBan(number=None, dated=None, issuer=(), nation_alone=True, body=(plain("Kính gửi: A"), "Tôi là B"))
    assert not elements(read(open_package(made(document)))).letter


def test_title_and_subject_may_stand_in_one_cell_of_the_letterhead() -> None:
    def title(document: Document) -> None:
        cell = document.add_table(1, 1).rows[0].cells[0]
        for line, words in ((cell.paragraphs[0], "BÁO CÁO"), (cell.add_paragraph(), "Quý I")):
            line.alignment = ALIGN.CENTER
            letters(line, words, bold=True)

    found = elements(read(open_package(made(VanBan(body=(title, "Hết./."))))))
    assert [line.said for line in found.subject] == ["Quý I"]
    assert [line.said for line in found.text] == ["Hết./."]
