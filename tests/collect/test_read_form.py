"""Answers are read by keys: what is moved makes no difference, what is lost or doubled is named."""

from typing import Any

import pytest

from cqtt.collect.answer import Answer
from cqtt.collect.read_form import marked, read_form
from cqtt.collect.read_xlsx import grids
from cqtt.problems import Problem
from tests.phieu import KEY, VALUE, Change, answer, answers, form, put

ONLINE = ("ho_so", "tiep_nhan", "truc_tuyen")
LIST = "Sáng kiến đăng ký trong năm"


def read(change: Change = lambda *_: None) -> Answer:
    sheets = grids("nenh.xlsx", answer(change=change))
    assert not isinstance(sheets, Problem)
    return read_form("nenh.xlsx", marked(sheets), form().questions)


def told(found: Answer) -> list[tuple[str, str, str]]:
    return [(p.position.where.removeprefix("nenh.xlsx!"), p.code, p.message) for p in found.problems]


def test_a_whole_answer_gives_every_value_and_no_finding() -> None:
    found = read()
    assert told(found) == []
    assert set(found.values) == {tuple(path.split(".")) for path, _ in answers()} | {("sang_kien",)}
    assert found.values[ONLINE] == 300
    assert found.values["cong_nhan", "dang_ky"] is None
    assert found.values["mot_cua", "wifi"] is True
    assert found.left_out == {("thu",), ("ho_so", "truc_tuyen_da_giai_quyet")}
    assert found.position(ONLINE).where == "nenh.xlsx!Phiếu!C40"
    assert found.position(ONLINE).text == "Hồ sơ tiếp nhận trực tuyến | 300"


def moved(book: Any, sheet: Any, at: dict[str, int]) -> None:
    """Rows and a column put in, the sheet renamed, another sheet in front."""
    sheet.insert_rows(12, 5)
    sheet.insert_cols(2)
    sheet.title = "Số liệu mới"
    book.create_sheet("Nháp", 0)["A1"] = "cộng thử"


def turned_over(book: Any, sheet: Any, at: dict[str, int]) -> None:
    """All rows below the head in the opposite order."""
    first, last = min(at.values()), max(at.values())
    rows = [[sheet.cell(row, column).value for column in (VALUE, KEY)] for row in range(first + 2, last + 1)]
    for row, (value, key) in zip(range(first + 2, last + 1), reversed(rows), strict=True):
        sheet.cell(row, VALUE).value, sheet.cell(row, KEY).value = value, key


@pytest.mark.parametrize("change", [moved, turned_over])
def test_what_is_moved_is_read_as_before(change: Change) -> None:
    found = read(change)
    assert told(found) == []
    assert found.values == read().values


def test_a_missing_row_a_strange_key_and_a_doubled_row_are_named() -> None:
    def changes(_: Any, sheet: Any, at: dict[str, int]) -> None:
        sheet.cell(at["ho_so.tra_lai"], KEY).value = "ho_so.tra_laii"
        last = sheet.max_row + 2
        sheet.cell(last, KEY).value, sheet.cell(last, VALUE).value = ".".join(ONLINE), 8

    assert told(read(changes)) == [
        ("Phiếu!E52", "KHOA01", 'không có chỉ tiêu nào mang khóa "ho_so.tra_laii"'),
        ("Phiếu!C73", "PH08", "chỉ tiêu này có hai dòng: dòng 40 (300) và dòng này"),
        ("Phiếu", "KHOA02", "thiếu dòng “Hồ sơ trả lại hoặc rút”"),
    ]


def test_a_total_that_was_typed_over_must_be_the_sum() -> None:
    assert told(read(put(320, "ho_so.tiep_nhan.tong"))) == []
    assert told(read(put(999, "ho_so.tiep_nhan.tong"))) == [
        ("Phiếu!C42", "HS02", "tổng gõ tay 999, cộng các phần được 320 (lệch 679)")
    ]


def test_a_block_that_may_be_left_out_is_whole_or_not_there() -> None:
    found = read(put(3, "thu.cam_on"))
    assert [place for place, _, message in told(found) if message == "chưa điền"] == [
        "Phiếu!C62",
        "Phiếu!C64",
        "Phiếu!C65",
    ]


def test_values_filled_in_for_the_unit_and_not_looked_over_are_a_warning() -> None:
    found = read(put(None, "@ra_soat.trang_thiet_bi"))
    assert told(found) == [("Phiếu!C36", "PH11", "chưa đánh dấu đã rà soát số điền sẵn của nhóm")]
    assert found.good


def test_items_of_a_list_are_read_wherever_they_stand() -> None:
    def changes(book: Any, *_: Any) -> None:
        book[LIST]["B5"], book[LIST]["B9"] = "Mô hình A", "Mô hình B"

    assert read(changes).values["sang_kien",] == [{"ten": "Mô hình A"}, {"ten": "Mô hình B"}]


def test_a_lost_sheet_a_doubled_one_and_a_lost_column_are_named() -> None:
    def lost(book: Any, *_: Any) -> None:
        del book[LIST]

    def doubled(book: Any, sheet: Any, _: dict[str, int]) -> None:
        book.copy_worksheet(sheet)

    def no_column(_: Any, sheet: Any, at: dict[str, int]) -> None:
        sheet.cell(at["@dau"] - 1, VALUE).value = None

    assert told(read(lost)) == [("nenh.xlsx", "KHOA02", f"thiếu trang “{LIST}”")]
    assert told(read(doubled)) == [("Phiếu Copy", "PH08", "có hai trang phiếu: “Phiếu” và “Phiếu Copy”")]
    assert told(read(no_column)) == [("Phiếu", "PH01", "không còn cột “Số liệu” của phiếu")]
