"""Documents whose layout is not the Decree's are named once, without any other finding."""

import io

import docx
import pytest

from cqtt.problems import Severity
from cqtt.word.decree.lint import lint
from tests.word.decree.cac_loai import VanBan, heading, italic, made, middle, plain

LAW, PARTY = "văn bản quy phạm pháp luật, không soát", "văn bản của Đảng, không soát"


def parts(kind: str, number: str) -> VanBan:
    return VanBan(kind=kind, number=number, subject=("Quy định chi tiết",), body=("Điều 1. A.", "5. B"), recipients=())


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (parts("NGHỊ ĐỊNH", "Số: 30/2020/NĐ-CP"), LAW),
        (parts("LUẬT", "Luật số: 65/2025/QH15"), LAW),
        (parts("PHÁP LỆNH", "Số: 1/PL"), LAW),
        (parts("THÔNG TƯ LIÊN TỊCH", "Số: 01/2020/TTLT-BNV-BTC"), LAW),
        (parts("NGHỊ QUYẾT", "Số: 05/2024/NQ-HĐND"), LAW),
        (parts("QUYẾT ĐỊNH", "Số: 05/2024/QĐ-UBND"), LAW),
        (VanBan(kind="BÁO CÁO", number="Số 152-BC/ĐU", issuer=("ĐẢNG CỘNG SẢN VIỆT NAM",)), PARTY),
    ],
)
def test_it_is_said_once(document: VanBan, message: str) -> None:
    (problem,) = lint(made(document), "a.docx")
    assert (problem.code, problem.message, problem.severity) == ("TT10", message, Severity.NOTICE)


def test_an_appendix_of_a_decree_in_a_file_of_its_own_is_part_of_it() -> None:
    words = (
        plain("Phụ lục III"),
        plain("BẢNG CHỮ VIẾT TẮT"),
        plain("(Kèm theo Nghị định số 30/2020/NĐ-CP"),
        plain("ngày 05 tháng 3 năm 2020 của Chính phủ)"),
        heading("II. HAI"),
    )
    document = VanBan(number=None, dated=None, issuer=(), nation_alone=True, body=words, signers=(), recipients=())
    data = made(document)
    assert "TT10" in {problem.code for problem in lint(data, "a.docx")}


def test_a_decision_that_is_no_law_is_looked_over() -> None:
    codes = {problem.code for problem in lint(made(parts("QUYẾT ĐỊNH", "Số: 5/QĐ-UBND")), "a.docx")}
    assert "TT17" in codes
    assert "TT10" not in codes


def test_an_appendix_of_a_report_in_a_file_of_its_own_needs_no_letterhead_and_no_ending() -> None:
    words = (
        middle("Phụ lục II"),
        middle("DANH SÁCH HỘ NGHÈO"),
        italic("(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 4 năm 2024)"),
    )
    document = docx.Document(io.BytesIO(made(VanBan(body=words))))
    for table in document.tables:  # the letterhead and the signature
        document.element.body.remove(table._element)
    buffer = io.BytesIO()
    document.save(buffer)
    assert lint(buffer.getvalue(), "a.docx") == []
