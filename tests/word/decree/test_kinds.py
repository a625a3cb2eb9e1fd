"""Every kind of document of Phụ lục III, I, typed as its template asks: nothing is found in it."""

from dataclasses import replace

import pytest

from cqtt.word.decree.kinds import KINDS, encloses, encloses_with_law, has_law_number, is_law, kind_of, same_tone
from cqtt.word.decree.lint import lint
from tests.word.decree.cac_loai import VanBan, heading, made, middle, plain

MINUTES = (
    ("THƯ KÝ", "(Chữ ký)", "", "Trần Thị Bình"),
    ("CHỦ TỌA", "(Chữ ký của người có thẩm quyền,", "dấu/chữ ký số của cơ quan)", "", "Nguyễn Văn An"),
)
PARTIES = (
    ("ĐẠI DIỆN BÊN A", "GIÁM ĐỐC", "", "Trần Thị Bình"),
    ("ĐẠI DIỆN BÊN B", "GIÁM ĐỐC", "", "Nguyễn Văn An"),
)
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;",
    "Theo đề nghị của Trưởng phòng Nội vụ.",
)
BETWEEN = VanBan(number=None, dated=None, issuer=(), signers=PARTIES, recipients=(), nation_alone=True)


def usual(kind: str, **other: object) -> VanBan:
    """A document in the layout of mẫu 1.4."""
    short = KINDS[next(name for name, known in KINDS.items() if known.name == kind)].short
    made_ = VanBan(kind=kind, number=f"Số: 05/{short}-UBND", subject=("Về việc tăng cường tiếp công dân",))
    return replace(made_, **other)  # type: ignore[arg-type]


DOCUMENTS = {
    "NQ": usual(
        "NGHỊ QUYẾT",
        subject=("Về việc thông qua kế hoạch", "HỘI ĐỒNG NHÂN DÂN XÃ TIÊN SƠN"),
        body=(BASES[0], "Xét Tờ trình số 12/TTr-UBND;", middle("QUYẾT NGHỊ:"), "Điều 1. Thông qua kế hoạch./."),
    ),
    "QĐ": usual(
        "QUYẾT ĐỊNH",
        subject=("Về việc thành lập tổ công tác", "CHỦ TỊCH", "ỦY BAN NHÂN DÂN XÃ"),
        body=(*BASES, middle("QUYẾT ĐỊNH:"), "Điều 1. Gồm:", "1. Ông A;", "2. Ông B.", "Điều 2. Như sau:", "1. A./."),
    ),
    "BB": usual(
        "BIÊN BẢN",
        dated=None,
        body=("Thời gian bắt đầu: 08 giờ 00, ngày 05 tháng 3 năm 2024", "Kết thúc vào 11 giờ 00, cùng ngày./."),
        signers=MINUTES,
        recipients=("- Như trên;", "- Lưu: VT, Hồ sơ."),
    ),
    "TTr": usual("TỜ TRÌNH", body=(plain("Kính gửi: Ủy ban nhân dân thị xã"), "Nội dung./.")),
    "HĐ": replace(BETWEEN, kind="HỢP ĐỒNG LAO ĐỘNG", number="Số: 01/2024/HĐ-ABC"),
    "CĐ": usual(
        "CÔNG ĐIỆN", body=(plain("Chủ tịch Ủy ban nhân dân xã điện:"), "- Các thôn;", "- Các trường.", "Gấp./.")
    ),
    "BGN": replace(BETWEEN, kind="BẢN GHI NHỚ HỢP TÁC"),
    "BTT": replace(BETWEEN, kind="BẢN THOẢ THUẬN", subject=("Về việc phối hợp",)),
    "GUQ": replace(usual("GIẤY ỦY QUYỀN"), kind="GIẤY UỶ QUYỀN", subject=()),
    "GM": usual("GIẤY MỜI", body=("Ủy ban nhân dân xã kính mời: Ông B", "Thời gian: ngày 10 tháng 4 năm 2024./.")),
    "GGT": usual(
        "GIẤY GIỚI THIỆU",
        subject=(),
        body=(plain("Ủy ban nhân dân xã trân trọng giới thiệu:"), "Ông (bà): A", "Ngày, tháng, năm sinh: 05/3/1990./."),
    ),
    "GNP": usual("GIẤY NGHỈ PHÉP", subject=(), body=("Xét Đơn đề nghị nghỉ phép ngày 05 tháng 3 năm 2024./.",)),
}
DOCUMENTS |= {kind.short: usual(kind.name) for kind in KINDS.values() if kind.short not in DOCUMENTS}


@pytest.mark.parametrize("tabs", [False, True], ids=["table", "tabs"])
@pytest.mark.parametrize("short", [kind.short for kind in KINDS.values()])
def test_a_document_in_the_layout_of_its_kind_has_no_finding(short: str, tabs: bool) -> None:
    assert lint(made(DOCUMENTS[short], tabs=tabs), "a.docx") == []


def test_the_annex_has_27_kinds_with_a_name() -> None:
    assert len(KINDS) == 27
    assert set(DOCUMENTS) == {kind.short for kind in KINDS.values()}


def test_a_letter_has_its_subject_below_its_number() -> None:
    letter = VanBan(
        number="Số: 05/UBND-VP", about="V/v báo cáo quý I", body=(plain("Kính gửi: Sở Nội vụ"), "Nội dung./.")
    )
    assert lint(made(letter), "a.docx") == []
    (problem,) = lint(made(replace(letter, about="")), "a.docx")
    assert (problem.code, problem.key, problem.message) == ("TT23", "Trích yếu", "không thấy")


def test_a_document_issued_with_a_decision_has_neither_number_nor_signature() -> None:
    rules = VanBan(
        kind="QUY CHẾ",
        number=None,
        dated=None,
        subject=("Làm việc của Ủy ban nhân dân xã",),
        body=(
            plain("(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân xã)"),
            middle("Chương I"),
            middle("QUY ĐỊNH CHUNG"),
            heading("Điều 1. Phạm vi"),
            "1. Nội dung./.",
        ),
        signers=(),
        recipients=(),
    )
    assert lint(made(rules), "a.docx") == []


def test_a_name_that_goes_on_with_its_subject_is_said_to() -> None:
    glued = replace(DOCUMENTS["KH"], kind="KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2024", subject=())
    (problem,) = lint(made(glued), "a.docx")
    assert (problem.code, problem.message) == ("TT21", "viết liền với trích yếu")


def test_words_that_name_a_kind() -> None:
    assert [kind.short if (kind := kind_of(words)) else "" for words in ("Giấy Mời", "PHỤ LỤC HỢP ĐỒNG", "GIẤY")] == [
        "GM",
        "HĐ",
        "",
    ]


def test_words_of_legal_normative_documents() -> None:
    assert [is_law(words) for words in ("LUẬT ĐẤT ĐAI", "BỘ LUẬT DÂN SỰ", "LUẬT SƯ", "LỆNH", "LỆNH ĐIỀU ĐỘNG")] == [
        True,
        True,
        False,
        True,
        False,
    ]
    numbers = ("30/2020/NĐ-CP", "Số: 05/2024/NQ-HĐND", "12/2024/QĐ-UBND", "65/2025/QH15", "09/2026/TT-BTP")
    assert all(map(has_law_number, numbers))
    assert not any(map(has_law_number, ("05/QĐ-UBND", "01/2024/HĐ-ABC", "05/BC-UBND", "12/2024/QĐ-CTY")))


def test_words_that_say_with_what_a_document_is_issued() -> None:
    assert encloses("(Ban hành kèm theo Quyết định số 1/QĐ-UBND)")
    assert not encloses("Gửi kèm theo báo cáo")
    assert encloses_with_law("(Kèm theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020)")
    assert encloses_with_law("(Kèm theo Quyết định số 12/2024/QĐ-UBND)")
    assert not encloses_with_law("(Kèm theo Quyết định số 12/QĐ-UBND)")


def test_both_places_of_the_tone_are_right() -> None:
    assert same_tone("BẢN THOẢ THUẬN, GIẤY UỶ QUYỀN") == "BẢN THỎA THUẬN, GIẤY ỦY QUYỀN"
