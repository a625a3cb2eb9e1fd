"""The register of documents: symbols that fit, no document twice, none from the future, none left uncited."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from cqtt.checks.vien_dan import (
    every_document_is_cited,
    issued_before_the_report,
    no_document_twice,
    symbol_fits_kind,
    texts_leave_the_mark_to_the_sentence,
)
from cqtt.manuscript import Insert
from cqtt.markup.parse import parse
from cqtt.markup.walk import passages
from cqtt.models.du_lieu import CoNguon, DuLieu
from cqtt.models.vien_dan import VanBanVienDan
from cqtt.problems import Severity
from tests.markup.cay import manuscript


def document(loai: str, ky_hieu: str, so: int = 5, ngay: str = "20/3/2024", ma: str = "x") -> VanBanVienDan:
    return VanBanVienDan(ma=ma, loai=loai, so=so, ky_hieu=ky_hieu, ngay=ngay, co_quan="UBND tỉnh")


def registered(data: DuLieu, documents: Sequence[VanBanVienDan], **more: object) -> DuLieu:
    """*data* with *documents* for its register."""
    report = data.bao_cao.gia_tri.model_copy(update={"van_ban": list(documents), **more})
    return replace(data, bao_cao=CoNguon(report, data.bao_cao.nguon))


@pytest.mark.parametrize(
    ("loai", "ky_hieu", "hint"),
    [
        ("Kế hoạch", "UBND-KH", "ký hiệu bắt đầu bằng KH"),
        ("Quyết định", "KH-UBND", "ký hiệu bắt đầu bằng QĐ"),
        ("Quy định", "KH/TU", "ký hiệu bắt đầu bằng QyĐ hoặc QĐi hoặc QĐ"),
        ("Công văn", "KH/TU", "ký hiệu bắt đầu bằng CV"),
    ],
)
def test_a_symbol_begins_with_the_abbreviation_of_its_kind(quy_i: DuLieu, loai: str, ky_hieu: str, hint: str) -> None:
    (problem,) = symbol_fits_kind(registered(quy_i, [document(loai, ky_hieu)]))
    assert (problem.code, problem.severity, problem.hint) == ("VD01", Severity.ERROR, hint)
    assert problem.message == f"{loai} mang ký hiệu {ky_hieu}"


@pytest.mark.parametrize(
    ("loai", "ky_hieu", "ngay"),
    [
        ("Kế hoạch", "KH/BCSĐ-BDVTU", "20/3/2024"),
        ("Quyết định", "QĐ-TTg", "20/3/2024"),
        ("Nghị định", "2020/NĐ-CP", "05/3/2020"),
        ("Công văn", "UBND-NV", "20/3/2024"),
        ("Công văn", "CV/TU", "20/3/2024"),
        ("Công văn", "VP-NC", "20/3/2024"),
        ("Quy định", "QĐ/TW", "25/10/2021"),
        ("Nghị quyết", "NQ-UBTVQH15", "13/12/2023"),
        ("Nghị quyết", "2016/UBTVQH13", "25/5/2016"),
        ("Luật", "2022/QH15", "10/11/2022"),
        ("Nghị quyết liên tịch", "2017/NQLT-CP-UBTVQH14-ĐCTUBTWMTTQVN", "15/6/2017"),
        ("Chương trình hành động", "CTr/TU", "20/3/2024"),
        ("Thông tư", "2018/TT-VPCP", "23/11/2018"),
    ],
)
def test_symbols_of_real_documents_are_let_alone(quy_i: DuLieu, loai: str, ky_hieu: str, ngay: str) -> None:
    assert list(symbol_fits_kind(registered(quy_i, [document(loai, ky_hieu, ngay=ngay)]))) == []


def test_the_same_number_in_another_year_is_another_document(quy_i: DuLieu) -> None:
    first = document("Kế hoạch", "KH-UBND", ma="a")
    again = document("Kế hoạch", "KH-UBND", ma="b", ngay="20/3/2023")
    assert list(no_document_twice(registered(quy_i, [first, again]))) == []
    same = document("Kế hoạch", "KH-UBND", ma="b", ngay="21/3/2024")
    (problem,) = no_document_twice(registered(quy_i, [first, same]))
    assert (problem.code, problem.key) == ("VD02", "van_ban[2].ma")


@pytest.mark.parametrize(
    ("subject", "mark"), [("về a.", "."), ("về a;", ";"), ("về a,", ","), ("về a", ""), ("về a...", ""), (None, "")]
)
def test_a_subject_ends_without_a_mark(quy_i: DuLieu, subject: str | None, mark: str) -> None:
    named = document("Công văn", "CV/TU").model_copy(update={"trich_yeu": subject})
    found = [p.message for p in texts_leave_the_mark_to_the_sentence(registered(quy_i, [named]))]
    assert found == ([f"trích yếu của Công văn số 5-CV/TU kết thúc bằng “{mark}”"] if mark else [])


@pytest.mark.parametrize(
    ("name", "typed", "called"),
    [
        ("loai", "Kế hoạch.", "tên loại của Kế hoạch. số 05/KH-UBND kết thúc bằng “.”"),
        ("ky_hieu", "KH-UBND.", "ký hiệu của Kế hoạch số 05/KH-UBND. kết thúc bằng “.”"),
        ("co_quan", "UBND tỉnh.", "cơ quan ban hành của Kế hoạch số 05/KH-UBND kết thúc bằng “.”"),
        ("co_quan", "UBND tỉnh:", "cơ quan ban hành của Kế hoạch số 05/KH-UBND kết thúc bằng “:”"),
    ],
)
def test_each_text_inside_the_sentence_ends_without_a_mark(quy_i: DuLieu, name: str, typed: str, called: str) -> None:
    named = document("Kế hoạch", "KH-UBND").model_copy(update={name: typed})
    (problem,) = texts_leave_the_mark_to_the_sentence(registered(quy_i, [named]))
    assert (problem.code, problem.message, problem.key) == ("VD05", called, f"van_ban[1].{name}")


def test_without_a_month_no_document_is_from_the_future(quy_i: DuLieu) -> None:
    late = document("Kế hoạch", "KH-UBND", ngay="01/5/2024")
    (problem,) = issued_before_the_report(registered(quy_i, [late]))
    assert problem.message == "Kế hoạch số 05/KH-UBND ban hành ngày 01/5/2024, sau ngày của báo cáo này"
    assert list(issued_before_the_report(registered(quy_i, [late], thang=None))) == []


def test_what_stands_on_paper_is_cited_and_what_was_only_filled_in_is_not(quy_i: DuLieu) -> None:
    data = registered(quy_i, [document("Kế hoạch", "KH-UBND", ma="a"), document("Quyết định", "QĐ-UBND", ma="b")])
    text = manuscript("::: tieu_de\nA\n\nB\n:::\n\nTheo[^a]./.\n\n[^a]: {van_ban.a=Kế hoạch số 05/KH-UBND}.")
    unseen = Insert("Quyết định số 05/QĐ-UBND", "van_ban.b")  # as a {% set %} that nothing prints leaves it
    parsed, _ = parse(replace(text, inserts=[*text.inserts, unseen]))
    assert parsed is not None
    (problem,) = every_document_is_cited(passages(parsed), data.bao_cao.gia_tri, data.bao_cao.nguon)
    assert (problem.code, problem.key) == ("VD03", "van_ban[2].ma")
    assert problem.hint == "viện dẫn bằng {{ van_ban.b | vien_dan }}, hoặc bỏ mục này"
