"""Citations and dates typed by hand: their form, and whether the register should have named them."""

import pytest

from cqtt.manuscript import Insert, slot
from cqtt.models.vien_dan import VanBanVienDan
from cqtt.problems import Severity
from tests.prose.doan import codes, found


def document(ma: str, loai: str, so: int, ky_hieu: str) -> VanBanVienDan:
    return VanBanVienDan(ma=ma, loai=loai, so=so, ky_hieu=ky_hieu, ngay="20/3/2024", co_quan="UBND thị xã")


REGISTER = (document("cong_van_898", "Công văn", 898, "UBND-NV"), document("ke_hoach_5", "Kế hoạch", 5, "KH/BCĐ"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Công văn số 898/UBND-NV", "Công văn số 898/UBND-NV có trong van_ban mà gõ tay"),
        ("Công văn số\n898/UBND-NV", "Công văn số 898/UBND-NV có trong van_ban mà gõ tay"),
        ("CV số: 898/UBND-NV", "Công văn số 898/UBND-NV có trong van_ban mà gõ tay"),
        ("công văn 898/UBND-NV", "Công văn số 898/UBND-NV có trong van_ban mà gõ tay"),
        ("*Công văn* **số** [898/UBND-NV](http://x.vn)", "Công văn số 898/UBND-NV có trong van_ban mà gõ tay"),
        ("văn bản số **898/UBND-NV**", "Công văn số 898/UBND-NV có trong van_ban mà gõ tay"),
        ("Kế hoạch số 05-KH/BCĐ", "Kế hoạch số 5-KH/BCĐ có trong van_ban mà gõ tay"),
        ("Công văn số 924/CV/TU", "“924/CV/TU” không đúng dạng số, ký hiệu văn bản"),
        ("Quyết định số 5-QĐ-UBND", "“5-QĐ-UBND” không đúng dạng số, ký hiệu văn bản"),
    ],
)
def test_a_citation_typed_by_hand_is_told(text: str, message: str) -> None:
    (problem,) = found(text, documents=REGISTER)
    assert (problem.code, problem.severity, problem.message) == ("LV04", Severity.WARNING, message)


def test_the_hint_names_the_register_or_the_form() -> None:
    known, wrong = found("Công văn số 898/UBND-NV, công văn số 924/CV/TU", documents=REGISTER)
    assert known.hint == "dùng {{ van_ban.cong_van_898 | vien_dan }}"
    assert wrong.hint == "văn bản của Nhà nước: 898/UBND-NV, 127/KH-UBND; của Đảng: 2858-CV/TU"


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 76/NQ-CP; Nghị định số 61/2018/NĐ-CP; Quyết định số 766/QĐ-TTg; Thông tư số 01/2018/TT-VPCP",
        "Nghị quyết số 1211/2016/UBTVQH13; Luật số 22/2023/QH15; Nghị quyết số 938/NQ-UBTVQH15",
        "Chỉ thị số 05-CT/TW; Kết luận số 01-KL/TW; Quy định số 37-QĐ/TW; Hướng dẫn số 01-HD/BTCTW",
        "Kế hoạch số 98/KH-HĐND-UBND; Công văn số 1234/VP-NC; Tờ trình số 15/TTr-UBND",
        "Mẫu số 02/ĐK; biểu số 1/BC",
        f"Công văn số {slot(0)}/UBND-NV",
    ],
)
def test_rightly_typed_citations_are_let_alone(text: str) -> None:
    assert codes(text, Insert("898", "x"), documents=REGISTER) == []


def test_a_share_of_all_communes_is_no_citation() -> None:
    assert codes("Tổng số 15/17 xã, phường") == ["LV01"]


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("5/3/2024", "ngày 5/3/2024 viết sai cách", "viết 05/3/2024"),
        ("05/03/2024", "ngày 05/03/2024 viết sai cách", "viết 05/3/2024"),
        ("7/2/2024", "ngày 7/2/2024 viết sai cách", "viết 07/02/2024"),
        ("30/02/2024", "ngày 30/02/2024 không có thật", "kiểm tra ngày, tháng"),
        ("3 tháng 4 năm 2024", "ngày 3 tháng 4 năm 2024 viết sai cách", "viết 03 tháng 4 năm 2024"),
        ("31 tháng 6 năm 2024", "ngày 31 tháng 6 năm 2024 không có thật", "kiểm tra ngày, tháng"),
    ],
)
def test_a_date_typed_wrongly_is_told(typed: str, message: str, hint: str) -> None:
    (problem,) = found(f"họp ngày {typed}.")
    assert (problem.code, problem.severity, problem.message, problem.hint) == (
        "LV05",
        Severity.WARNING,
        message,
        hint,
    )
    assert problem.position.text[problem.position.column - 1 :].startswith(typed)


def test_a_date_is_read_across_emphasis() -> None:
    (problem,) = found("họp ngày **3** tháng 4\nnăm 2024.")
    assert problem.message == "ngày 3 tháng 4 năm 2024 viết sai cách"
    assert (problem.position.line, problem.position.column, problem.position.width) == (1, 12, 1)


@pytest.mark.parametrize(
    "typed", ["05/3/2024", "29/02/2024", "15/12/2023", "06 tháng 3 năm 2024", "01 tháng 02 năm 2024"]
)
def test_a_date_typed_rightly_is_let_alone(typed: str) -> None:
    assert found(f"họp ngày {typed}.") == []
