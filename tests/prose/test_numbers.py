"""Numbers typed by hand are found, wherever they stand; digits that are no figures are let alone."""

import pytest

from cqtt.manuscript import Insert, slot
from cqtt.problems import Severity
from cqtt.prose import MAX_PLACED
from tests.prose.doan import codes, found


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 152-KH/BCSĐ-BDVTU ngày 18/4/2023 và Công văn số 898/UBND-NV ngày 20/3/2024",
        "Nghị định số 30/2020/NĐ-CP, Quyết định số 840-QĐ/TU, Nghị quyết số 938/NQ-UBTVQH15, 5-KH/BCĐQCDC",
        "năm 2023, giai đoạn 2023-2025, tháng 4 năm 2024, ngày 06 tháng 3 năm 2024, nhiệm kỳ 2020-2025",
        "khẩu hiệu “4 xin”, “4 luôn” và “5 không”; mô hình “Ngày thứ 6 tốc ký”, “một cửa”, “03 dám”",
        "điểm a khoản 2 Điều 103",
        "1. Tiếp tục tuyên truyền\n2. Thực hiện",
        "xem <http://www.dichvucong.gov.vn/2024/12>[^c1]\n\n[^c1]: nội dung",
        "::: phu_luc a ngang\n# BẢNG\n\nGhi chú: (3) = (4) + (5); (15) = ((8) + (9))/(7)./.\n:::",
        "| a | b |\n|---|---:|\n| x | y |",
        "hệ thống QR code, Covid19, H2O",
    ],
)
def test_citations_dates_names_and_numbering_are_no_alarm(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("nhận 5007 hồ sơ", "5007"),
        ("nhận 5.007 hồ sơ.", "5.007"),
        ("đạt 96,6%, cao hơn", "96,6%"),
        ("đạt 96,6 % trong kỳ", "96,6 %"),
        ("17/17 xã, phường", "17/17"),
        ("Có 5 sáng kiến", "5"),
        ("trong quý I", "I"),
        ("Quý IV năm 2024", "IV"),
        ("| a | b |\n|---|---|\n| Nếnh | 486 |", "486"),
        ("# 9 NHIỆM VỤ", "9"),
        ("17 tỷ đồng", "17"),
        ("- có 03 bàn", "03"),
        ("1. Có 12 đơn vị", "12"),
        ("31. Có gì", "31"),
        ("- 2025. là năm đại hội", "2025"),
        ("ngoài phụ lục (3) không phải cột", "3"),
    ],
)
def test_a_number_typed_by_hand_is_found(text: str, number: str) -> None:
    (problem,) = found(text)
    assert (problem.code, problem.severity) == ("LV01", Severity.WARNING)
    assert problem.message == f"số “{number}” gõ bằng tay, không lấy từ số liệu"
    at = problem.position
    assert at.text[at.column - 1 : at.column - 1 + at.width] == number


@pytest.mark.parametrize(
    ("text", "number", "line"),
    [
        ("nhận **5.007** hồ sơ", "5.007", 1),
        ("Điều **5**, khoản [2](http://x.vn), có\n12[^a] xã\n\n[^a]: việc khác", "12", 2),
        ("Có\\\n**7 điểm**", "7", 2),
        ("> 12 xã", "12", 1),
    ],
)
def test_a_number_is_found_inside_emphasis_and_beside_notes(text: str, number: str, line: int) -> None:
    (problem,) = found(text)
    assert problem.message == f"số “{number}” gõ bằng tay, không lấy từ số liệu"
    at = problem.position
    assert (at.line, at.text[at.column - 1 : at.column - 1 + at.width]) == (line, number)


def test_the_same_number_is_told_on_each_of_its_lines() -> None:
    assert [problem.position.line for problem in found("có 12 xã\nvà 12 phường\nvà 12 thôn")] == [1, 2, 3]


def test_of_very_many_findings_in_one_passage_the_last_are_told_by_their_line() -> None:
    columns = [
        problem.position.column for problem in found("có " + " ".join(map(str, range(1000, 1000 + MAX_PLACED + 2))))
    ]
    assert columns == [*range(4, 4 + 5 * MAX_PLACED, 5), 1, 1]


def test_words_of_the_data_are_not_typed_whether_they_are_figures_or_not() -> None:
    text = f"{slot(0)} | {slot(1)}, **{slot(1)}**\n\n| TT | Tên |\n|---|---|\n| {slot(0)} | {slot(1)} |"
    assert found(text, Insert("12"), Insert("Phường 7", "xa_phuong.p7.ten")) == []


def test_a_number_is_found_on_its_own_line_of_a_paragraph() -> None:
    (problem,) = found("Công văn số\n898/UBND-NV ngày\n20/3/2024 giao\n12 đơn vị")
    assert (problem.position.line, problem.position.column) == (4, 1)


def test_what_comes_from_the_data_is_no_alarm() -> None:
    assert found(f"nhận {slot(0)} hồ sơ, {slot(1)}", Insert("5.007", "a"), Insert("Ngày thứ 6")) == []


@pytest.mark.parametrize(
    "text",
    [
        "_12_ xã",
        "**12** xã",
        "12xã",
        "12tỷ đồng",
        "giảm -12%",
        "ngày 45",
        "tháng 13",
        "khoản 12.000 đồng",
        "quý 2/2024",
        "[12 xã](http://x.vn/34)",
        "việc khác[^a]\n\n[^a]: có 12 xã",
        "| a |\n|---|\n| 12 |",
        "| a |\n|---|\n| việc khác[^a] |\n\n[^a]: có 12 xã",
        "::: bieu_do cot Số của 12 xã\n| a | b |\n|---|---|\n| Nếnh | – |\n:::",
        "::: tieu_de\nBÁO CÁO 12 XÃ\n\nKết quả\n:::",
        "::: tieu_de\nBÁO CÁO\n\nKết quả ở 12 xã\n:::",
        "::: phu_luc a\n# A 12\n\nHết.\n:::",
        "::: phu_luc a\n# A\n\ncó 12 xã\n:::",
    ],
)
def test_a_number_is_found_wherever_it_stands(text: str) -> None:
    assert codes(text) == ["LV01"]


@pytest.mark.parametrize(
    "text",
    [
        "Đề án 06, mức độ 4, kỳ họp thứ 12, Quốc lộ 37",
        "Tiêu chuẩn TCVN ISO 9001:2015",
        "giai đoạn 2021–2025",
        "khoản 2, Điều 5 Nghị định số 61/2018/NĐ-CP ngày 23/4/2018; Nghị quyết số 18-NQ/TW ngày 25/10/2017",
    ],
)
def test_what_official_texts_number_is_no_figure(text: str) -> None:
    assert codes(text) == []
