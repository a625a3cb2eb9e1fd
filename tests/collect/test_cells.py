"""What a value cell says beside it, takes, and computes."""

from cqtt.collect.cells import Sums, how_to_write, validation
from cqtt.collect.form import Asked
from cqtt.models.question import Question
from tests.phieu import form
from tests.than_thien import REPORT


def question(path: str) -> Question:
    return next(question for question in form().questions.all() if question.path == path)


def sums(known: dict[tuple[str, ...], int]) -> Sums:
    filled = form(known=known)  # type: ignore[arg-type]  # values are wider
    return Sums(filled, {row.question.path: i for i, row in enumerate(filled.rows) if isinstance(row, Asked)})


def test_it_says_how_to_write() -> None:
    assert how_to_write(question("mot_cua.wifi")) == "Chọn: có, không"
    assert how_to_write(question("cong_nhan.nam")) == "Năm, bốn chữ số; không có thì ghi “không có”"
    assert how_to_write(question("cong_nhan.muc_sao")) == "Số nguyên từ 1 đến 5; không có thì ghi “không có”"
    assert how_to_write(question("ho_so.tiep_nhan.tong")) == "Tự tính, không điền"
    assert how_to_write(question("ho_so.tra_lai")).startswith("Hồ sơ bị trả lại")


def test_what_is_refused_while_typing_is_told_in_vietnamese() -> None:
    told = validation(question("ho_so.tra_lai"), 5, 2)
    assert told["error_title"] == "Số liệu chưa đúng dạng"
    assert told["error_message"] == "Chỉ ghi số nguyên từ 0 đến 99999999, viết liền: 5007."
    assert validation(question("cong_nhan.nam"), 5, 2)["value"].startswith("=IF(ISNUMBER(C6),AND(")


def test_a_check_says_by_how_much_the_numbers_do_not_fit() -> None:
    posted = next(balance for balance in REPORT.balances if balance.within)
    due, done = (tuple(path.split(".")) for path in (posted.whole, *posted.parts))
    assert sums({due: 141, done: 150}).check(posted)[1] == "LỆCH 9"
    assert sums({due: 141, done: 141}).check(posted)[1] == "Khớp"
    assert sums({due: 141}).check(posted)[1] == "Chưa đủ số"


def test_the_declared_balances_are_those_of_the_rules() -> None:
    """A form is red exactly where ``check`` would refuse: the same numbers, the same side."""
    whole = next(balance for balance in REPORT.balances if not balance.within)
    assert whole.whole == "ho_so.tiep_nhan.tong"
    assert whole.parts == ("ho_so.da_giai_quyet.tong", "ho_so.dang_giai_quyet.tong", "ho_so.tra_lai")
