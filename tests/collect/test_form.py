"""A form before it is a file: what it says of itself, what stands in it, which lines it checks."""

from cqtt.collect.form import Asked, Check, Heading, Identity, Review, digest, on_sheet, sheet_name
from cqtt.models.ky import Ky
from cqtt.models.question import of_unit
from tests.phieu import authority, form
from tests.than_thien import REPORT


def test_a_form_knows_its_report_period_unit_and_questions() -> None:
    identity = form().identity
    assert str(identity).startswith("cqtt-phieu|1|than_thien|2024Q2|nenh|")
    assert Identity.read(str(identity)) == identity
    assert Identity.read("Số liệu | 2024") is None


def test_forms_that_ask_for_other_things_differ_in_their_digest() -> None:
    questions = of_unit(REPORT, authority(), Ky(2024, 4, 6))
    assert digest(questions) == digest(of_unit(REPORT, authority(), Ky(2024, 7, 9)))
    assert digest(questions) != digest(type(questions)(questions.blocks[1:], questions.lists))


def test_known_values_stand_in_it_and_their_group_gets_a_box() -> None:
    filled = {row.question.path: row.filled for row in form().rows if isinstance(row, Asked) if row.filled is not None}
    assert filled == {
        "mot_cua.wifi": "có",
        "trang_thiet_bi.may_in": 4,
        "ho_so.tiep_nhan.ky_truoc": 18,
        "cong_nhan.nam": "không có",
    }
    boxes = [row.group for row in form().rows if isinstance(row, Review)]
    assert boxes == ["mot_cua", "trang_thiet_bi", "ho_so", "cong_nhan"]
    assert not [row for row in form(known={}).rows if isinstance(row, Review)]


def test_each_balance_is_checked_once_all_its_numbers_have_been_asked_for() -> None:
    rows = form().rows
    for i, row in enumerate(rows):
        if isinstance(row, Check):
            before = {asked.question.path for asked in rows[:i] if isinstance(asked, Asked)}
            assert {row.balance.whole, *row.balance.parts} <= before
    assert [row.balance for row in rows if isinstance(row, Check)] == list(REPORT.balances)


def test_a_block_that_may_be_left_out_says_so() -> None:
    notes = {row.title: row.note for row in form().rows if isinstance(row, Heading)}
    assert notes["Thư đã gửi"] == "Không bắt buộc: không có thì để trống cả nhóm"
    assert notes["Trang thiết bị"] == ""


def test_the_deadline_is_that_of_status() -> None:
    assert (str(form().cut_off), str(form().deadline)) == ("2024-06-30", "2024-07-01")


def test_what_is_no_answer_is_not_shown_as_one() -> None:
    count = next(question for question in form().questions.all() if question.path == "trang_thiet_bi.may_in")
    assert on_sheet(count, "5.007") is None
    assert on_sheet(count, None) is None


def test_a_sheet_s_name_is_one_that_excel_takes() -> None:
    assert sheet_name("Sáng kiến: a/b [2024] và rất nhiều chữ nữa ở sau") == "Sáng kiến  a b  2024  và rất nh"
