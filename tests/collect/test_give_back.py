"""A faulty answer goes back with its faulty cells in colour, and all else as it was sent."""

import io

from openpyxl import load_workbook  # type: ignore[import-untyped]

from cqtt.collect.give_back import marked_copy
from cqtt.problems import Position, Problem, Severity
from tests.phieu import answer, put

WRONG = Problem(Position("a.xlsx", 40, 1, "", 1, "Phiếu", "C40"), "SO01", "đang là 5.007", "viết liền: 5007")


def test_each_faulty_cell_is_coloured_and_explained() -> None:
    warned = Problem(Position("a.xlsx", sheet="Phiếu", cell="C36"), "PH11", "xem", "hỏi", severity=Severity.WARNING)
    whole = Problem(Position("a.xlsx"), "KHOA02", "thiếu trang", "lấy lại")
    copy = marked_copy(answer(change=put("5.007")), [WRONG, warned, whole])
    assert copy is not None
    sheet = load_workbook(io.BytesIO(copy))["Phiếu"]
    assert sheet["C40"].comment.text == "lỗi SO01: đang là 5.007\n→ viết liền: 5007"
    assert sheet["C40"].value == "5.007"
    assert sheet["C40"].fill.start_color.rgb == "FFFFC7CE"
    assert sheet["C36"].fill.start_color.rgb == "FFFFEB9C"
    assert sheet["A1"].comment.text.startswith("lỗi KHOA02: thiếu trang")
    assert sheet["C41"].value == 2
    assert len(sheet.data_validations.dataValidation) > 40


def test_what_cannot_be_opened_does_not_go_back() -> None:
    assert marked_copy(b"%PDF", [WRONG]) is None
    assert marked_copy(b"PK", [WRONG]) is None
