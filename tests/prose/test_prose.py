"""Numbers typed by hand are found, contradictions forbid the report, and the shipped report raises no false alarm."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from cqtt.manuscript import Insert, Manuscript, Origin, slot
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.problems import Problem, Severity
from cqtt.prose import check_prose
from tests.conftest import faults

QUY_I = Ky(2024, 1, 3)
RATE = SoLieu("ty_le", "Tỷ lệ", Loai.TY_LE, Decimal("0.966263"), DonViTinh.PHAN_TRAM)
Edit = Callable[[str, str, str], None]


def found(text: str, *inserts: Insert) -> list[Problem]:
    lines = text.split("\n")
    origins = [Origin("k.j2", i) for i in range(1, len(lines) + 1)]
    return check_prose(Manuscript(lines, origins, inserts, {"k.j2": lines}), {"ty_le": RATE})


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
        ("| Nếnh | 486 |", "486"),
        ("# 9 NHIỆM VỤ", "9"),
        ("17 tỷ đồng", "17"),
        ("- có 03 bàn", "03"),
        ("1. Có 12 đơn vị", "12"),
        ("ngoài phụ lục (3) không phải cột", "3"),
    ],
)
def test_a_number_typed_by_hand_is_found(text: str, number: str) -> None:
    (problem,) = found(text)
    assert (problem.code, problem.severity) == ("LV01", Severity.WARNING)
    assert problem.message == f"số “{number}” gõ bằng tay, không lấy từ số liệu"
    at = problem.position
    assert at.text[at.column - 1 : at.column - 1 + at.width] == number


def test_a_number_is_found_on_its_own_line_of_a_paragraph() -> None:
    (problem,) = found("Công văn số\n898/UBND-NV ngày\n20/3/2024 giao\n12 đơn vị")
    assert (problem.position.line, problem.position.column) == (4, 1)


def test_what_comes_from_the_data_is_no_alarm() -> None:
    assert found(f"nhận {slot(0)} hồ sơ, {slot(1)}", Insert("5.007", "a"), Insert("Ngày thứ 6")) == []


@pytest.mark.parametrize(
    ("claim", "right"),
    [("trên 98%", True), ("trên 97%", True), ("dưới 96%", True), ("đạt 96,5%", True), ("trên 96%", False)],
)
def test_a_claim_beside_a_rate_must_be_true_of_it(claim: str, right: bool) -> None:
    problems = found(f"tỷ lệ đúng hạn là {slot(0)}, {claim} số hồ sơ. Việc khác.", Insert("96,6%", "ty_le"))
    wrong = [p for p in problems if p.code == "LV02"]
    assert bool(wrong) is right
    for problem in wrong:
        assert problem.severity is Severity.ERROR
        assert problem.message == f"“{claim}” mâu thuẫn với ty_le là 96,6%"
        assert problem.hint == "đúng ra là “trên 96%”"


def test_a_claim_in_another_sentence_is_not_beside_the_rate() -> None:
    assert {p.code for p in found(f"đạt {slot(0)}. Phấn đấu đạt trên 98%.", Insert("96,6%", "ty_le"))} == {"LV01"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"{slot(0)} xã, phường gồm: {slot(1)} đã được", []),
        (f"{slot(2)} xã, phường gồm: {slot(1)}.", ["LV03"]),
        (f"{slot(2)} {slot(3)} gồm: {slot(1)}.", ["LV03"]),
        ("4 xã gồm: Hương Mai, Minh Đức và Vân Trung.", ["LV01", "LV03"]),
        ("3 xã gồm: Hương Mai, Minh Đức và Vân Trung.", ["LV01"]),
        ("3 nội dung gồm: xây dựng kế hoạch, tổ chức thực hiện.", ["LV01"]),
    ],
)
def test_a_stated_count_must_be_that_of_the_list(text: str, codes: list[str]) -> None:
    inserts = (
        Insert("3", "a"),
        Insert("Hương Mai, Minh Đức và Vân Trung", "a"),
        Insert("9", "b"),
        Insert("xã, phường"),
    )
    assert [problem.code for problem in found(text, *inserts)] == codes


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("templates/bao_cao.docx.j2", "{{ ho_so.tiep_nhan.tong | so }}", "5.007", "LV01"),
        ("templates/bao_cao.docx.j2", "{{ mot_cua.bang_bieu | so }}", "38", "LV01"),
        ("data/2024Q1/bao_cao.yaml", "đạt {{ ho_so.ty_le_dung_han | tren }}", "đạt trên 98%", "LV01"),
        (
            "data/2024Q1/bao_cao.yaml",
            "ho_so.ty_le_dung_han | tren",
            'ho_so.ty_le_dung_han | khang_dinh("trên 98%")',
            "LV02",
        ),
        ("data/2024Q1/bao_cao.yaml", "{{ cong_nhan.nam_truoc | so }}", "{{ cong_nhan.con_lai | so }}", "LV03"),
    ],
)
def test_planted_numbers_are_found_in_the_shipped_report(
    workspace: Path, edit: Edit, path: str, old: str, new: str, code: str
) -> None:
    edit(path, old, new)
    problems = compose(gather(workspace, QUY_I), workspace).problems
    assert [(p.code, p.position.path) for p in faults(problems)] == [(code, path)]


def test_the_shipped_report_raises_no_alarm(workspace: Path) -> None:
    assert faults(compose(gather(workspace, QUY_I), workspace).problems) == []
