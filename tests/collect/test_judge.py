"""One cell against its question: every slip of a spreadsheet is named, nothing is guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.collect.grid import Cell, Thing
from cqtt.collect.judge import Given, Wrong, judged
from cqtt.models.question import Kind, Question

THOUSANDS = "viết liền: 5007 (dấu chấm ngăn hàng nghìn chỉ dùng khi in)"
RETYPE = "đổi dạng ô thành General (Chung) rồi gõ lại"
COUNT = Question("a", "Số hồ sơ", Kind.COUNT, high=99_999_999)
STARS = Question("s", "Mức sao", Kind.COUNT, low=1, high=5, nullable=True)
CHOICE = Question("c", "Đầu tư", Kind.CHOICE, words=("xây mới", "không"))
YES_NO = Question("y", "Có wifi", Kind.YES_NO)
TEXT = Question("t", "Tên", Kind.TEXT, longest=20)


def number(text: str, form: str = "") -> Cell:
    return Cell(Thing.NUMBER, text, Decimal(text), form=form)


def text(words: str) -> Cell:
    return Cell(Thing.TEXT, words)


@given(st.integers(0, 99_999_999))
def test_a_whole_number_is_taken_as_it_is(value: int) -> None:
    assert judged(COUNT, number(str(value))) == Given(value)


@pytest.mark.parametrize(
    ("cell", "code", "message", "hint"),
    [
        (None, "SO09", "chưa điền", "điền số; không có thì ghi 0"),
        (number("5.007"), "SO01", 'phải là số nguyên, đang là "5.007"', THOUSANDS),
        (text("5.007"), "SO01", 'phải là số nguyên, đang là "5.007"', THOUSANDS),
        (
            text("1,234"),
            "SO01",
            'phải là số nguyên, đang là "1,234"',
            "viết liền: 1234 (dấu phẩy ngăn hàng nghìn chỉ dùng khi in)",
        ),
        (number("12.5"), "SO04", 'phải là số nguyên, đang là "12.5"', "số đếm không có phần lẻ"),
        (text("5007"), "SO07", 'số lưu dưới dạng chữ: "5007"', f"{RETYPE}: 5007"),
        (text("5007 hồ sơ"), "SO10", 'phải là số nguyên, đang là "5007 hồ sơ"', "chỉ ghi số, bỏ phần sau: 5007"),
        (text("0123"), "SO02", 'phải là số nguyên, đang là "0123"', "bỏ số 0 ở đầu: 123"),
        (number("-3"), "SO06", 'phải từ 0 trở lên, đang là "-3"', "số đếm không âm; kiểm tra lại số liệu gốc"),
        (number("123456789"), "SO08", 'số quá lớn: "123456789", tối đa 99999999', "kiểm tra lại số liệu gốc"),
        (number("0.96", "0%"), "SO10", 'phải là số nguyên, đang là "96%"', "ghi số lượng, không ghi tỷ lệ phần trăm"),
        (number("1", "0%"), "SO10", 'phải là số nguyên, đang là "100%"', "ghi số lượng, không ghi tỷ lệ phần trăm"),
        (
            number("5", "0.000"),
            "SO01",
            'ô hiện "5.000", số đã lưu là 5',
            "đổi dạng ô thành General (Chung), xem lại số rồi gõ lại",
        ),
        (
            Cell(Thing.DATE, "5/7/2025"),
            "SO13",
            'phải là số nguyên, đang là ngày tháng "5/7/2025"',
            f"{RETYPE} số",
        ),
        (Cell(Thing.ERROR, "#DIV/0!"), "SO12", 'ô báo lỗi "#DIV/0!"', "sửa công thức, hoặc gõ thẳng giá trị"),
        (
            Cell(Thing.NOT_COMPUTED, "=A1+1"),
            "SO11",
            'công thức "=A1+1" chưa có kết quả',
            "mở tệp bằng Excel hoặc LibreOffice, lưu rồi gửi lại; hoặc gõ thẳng giá trị",
        ),
        (
            Cell(Thing.YES_NO, "TRUE", yes=True),
            "SO10",
            'phải là số nguyên, đang là "TRUE"',
            "ghi một số nguyên, ví dụ 12; không có thì ghi 0",
        ),
        (text("không có"), "SO09", 'phải là số nguyên, đang là "không có"', "không có thì ghi 0"),
    ],
)
def test_what_is_no_count_is_named_with_what_to_do(cell: Cell | None, code: str, message: str, hint: str) -> None:
    assert judged(COUNT, cell) == Wrong(code, message, hint)


@pytest.mark.parametrize("form", ["General", "#,##0", "#,##0.00", "_(* #,##0.00_)", "0.00", "@"])
def test_how_a_whole_number_is_shown_makes_no_difference_but_for_thousandths(form: str) -> None:
    assert judged(COUNT, number("5007", form)) == Given(5007)


def test_a_formula_s_result_is_taken() -> None:
    assert judged(COUNT, Cell(Thing.NUMBER, "12", Decimal(12), computed=True)) == Given(12)


def test_there_being_none_is_said_and_never_left_blank() -> None:
    assert judged(STARS, text("Không có")) == Given(None)
    assert judged(STARS, text("chưa có")) == Given(None)
    assert judged(STARS, None) == Wrong("SO09", "chưa điền", "điền số; không có thì ghi “không có”")
    assert judged(STARS, number("6")) == Wrong(
        "SO08", 'số quá lớn: "6", tối đa 5', "kiểm tra lại; không có thì ghi “không có”"
    )
    assert judged(STARS, number("0")) == Wrong(
        "SO08", 'phải từ 1 trở lên, đang là "0"', "kiểm tra lại; không có thì ghi “không có”"
    )


def test_a_choice_is_one_of_its_words_in_any_case_and_any_form_of_letters() -> None:
    assert judged(CHOICE, text("Xây Mới")) == Given("xây mới")
    assert judged(CHOICE, text("không")) == Given("không")
    assert judged(CHOICE, text("xay moi")) == Wrong(
        "CHU03", 'phải là một trong: xây mới, không; đang là "xay moi"', "có phải ý bạn là “xây mới”?"
    )
    assert judged(CHOICE, None) == Wrong("SO09", "chưa điền", "chọn: xây mới, không")


def test_yes_and_no() -> None:
    assert judged(YES_NO, text("CÓ")) == Given(True)
    assert judged(YES_NO, text("không")) == Given(False)
    assert judged(YES_NO, Cell(Thing.YES_NO, "FALSE", yes=False)) == Given(False)
    assert judged(YES_NO, text("x")) == Wrong("KIEU04", 'phải là “có” hoặc “không”, đang là "x"', "chọn “có”")
    assert judged(YES_NO, number("0")) == Wrong("KIEU04", 'phải là “có” hoặc “không”, đang là "0"', "chọn “không”")


def test_text_is_one_line_of_letters_that_word_can_hold() -> None:
    assert judged(TEXT, text("Một cửa")) == Given("Một cửa")
    assert judged(TEXT, number("12")) == Wrong("CHU02", 'phải là chữ, đang là "12"', "ghi bằng chữ")
    assert judged(TEXT, text("a\nb")) == Wrong("CHU05", "phải viết trên một dòng", "bỏ chỗ xuống dòng")
    assert judged(TEXT, text("a" * 21)) == Wrong("CHU04", "quá dài: tối đa 20 ký tự", "rút gọn")
    assert judged(TEXT, text("a\u200bb")) == Wrong("YAML02", "có ký tự không in được U+200B", "xóa rồi gõ lại ô này")


@given(st.text(max_size=30))
def test_no_text_is_ever_taken_for_a_number(words: str) -> None:
    assert isinstance(judged(COUNT, text(words)), Wrong)
