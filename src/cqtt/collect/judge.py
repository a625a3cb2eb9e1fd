"""One cell against its question: the value that it gives, or what is wrong with it and the fix. Nothing is guessed."""

import re
from typing import TypeAlias

from msgspec import Struct

from cqtt.collect.cells import allowed
from cqtt.collect.grid import Cell, Thing
from cqtt.models.question import NO, NONE, YES, Kind, Question
from cqtt.names import nearest, nfc
from cqtt.problems import NOT_FILLED_IN
from cqtt.source.slips import bool_slip, count_slip
from cqtt.source.text import FORBIDDEN

_NONE = (NONE, "chưa có")
_THREE_DECIMALS = re.compile(r"0[.,]000(?![0#])")
_MOST_DIGITS = 15
"""A spreadsheet keeps no more digits of a number."""


class Given(Struct, frozen=True):
    """A value that may be written: a number, a word, yes or no; None for what there is none of."""

    value: int | str | bool | None


class Wrong(Struct, frozen=True):
    """What is said of a cell that gives no value."""

    code: str
    message: str
    hint: str


Judgement: TypeAlias = Given | Wrong


def judged(question: Question, cell: Cell | None) -> Judgement:
    """The value that *cell* gives to *question*; a blank one gives none (SO09), also where one may be left out."""
    if cell is None:
        return Wrong("SO09", NOT_FILLED_IN, _fill(question))
    if cell.thing is Thing.ERROR:
        return Wrong("SO12", f'ô báo lỗi "{cell.shown}"', f"sửa công thức, hoặc {_type(question)}")
    if cell.thing is Thing.NOT_COMPUTED:
        hint = f"mở tệp bằng Excel hoặc LibreOffice, lưu rồi gửi lại; hoặc {_type(question)}"
        return Wrong("SO11", f'công thức "{_short(cell.shown)}" chưa có kết quả', hint)
    if cell.thing is Thing.TEXT and question.nullable and nfc(cell.shown).casefold() in _NONE:
        return Given(None)
    match question.kind:
        case Kind.YES_NO:
            return _yes_no(cell)
        case Kind.CHOICE:
            return _choice(question, cell)
        case Kind.TEXT:
            return _text(question, cell)
        case _:
            return _number(question, cell)


def _fill(question: Question) -> str:
    if question.kind in (Kind.YES_NO, Kind.CHOICE):
        return f"chọn: {', '.join(allowed(question))}"
    if question.kind is Kind.TEXT:
        return "ghi chữ vào ô này"
    return f"điền số; không có thì ghi {_absent(question)}"


def _type(question: Question) -> str:
    return "chọn lại trong danh sách" if question.kind in (Kind.YES_NO, Kind.CHOICE) else "gõ thẳng giá trị"


def _absent(question: Question) -> str:
    return f"“{NONE}”" if question.nullable else "0"


def _number(question: Question, cell: Cell) -> Judgement:
    if cell.thing is Thing.DATE:
        hint = "đổi dạng ô thành General (Chung) rồi gõ lại số"
        return Wrong("SO13", f'phải là số nguyên, đang là ngày tháng "{cell.shown}"', hint)
    if cell.number is None:
        return _no_number(question, cell)
    if "%" in cell.form:
        said = f"{(cell.number * 100).normalize():f}%"
        return Wrong("SO10", f'phải là số nguyên, đang là "{said}"', "ghi số lượng, không ghi tỷ lệ phần trăm")
    if not cell.number.is_finite() or cell.number != cell.number.to_integral_value():
        code, hint = count_slip(cell.shown, quoted=False, absent=_absent(question))
        return Wrong(code, f'phải là số nguyên, đang là "{cell.shown}"', hint)
    number = int(cell.number)
    if _THREE_DECIMALS.search(cell.form):
        hint = "đổi dạng ô thành General (Chung), xem lại số rồi gõ lại"
        return Wrong("SO01", f'ô hiện "{number}.000", số đã lưu là {number}', hint)
    return _bounded(question, number)


def _bounded(question: Question, number: int) -> Judgement:
    if number < 0:
        return Wrong("SO06", f'phải từ 0 trở lên, đang là "{number}"', "số đếm không âm; kiểm tra lại số liệu gốc")
    check = (
        "kiểm tra lại số liệu gốc" if not question.nullable else f"kiểm tra lại; không có thì ghi {_absent(question)}"
    )
    if number < question.low:
        return Wrong("SO08", f'phải từ {question.low} trở lên, đang là "{number}"', check)
    if (question.high and number > question.high) or len(str(number)) > _MOST_DIGITS:
        return Wrong("SO08", f'số quá lớn: "{number}", tối đa {question.high}', check)
    return Given(number)


def _no_number(question: Question, cell: Cell) -> Wrong:
    shown = _short(cell.shown)
    if cell.shown.isascii() and cell.shown.isdigit() and (cell.shown == "0" or cell.shown[0] != "0"):
        hint = f"đổi dạng ô thành General (Chung) rồi gõ lại: {shown}"
        return Wrong("SO07", f'số lưu dưới dạng chữ: "{shown}"', hint)
    code, hint = count_slip(cell.shown, quoted=False, absent=_absent(question))
    if code == "SO06":
        return Wrong(code, f'phải từ 0 trở lên, đang là "{shown}"', hint)
    return Wrong(code, f'phải là số nguyên, đang là "{shown}"', hint)


def _yes_no(cell: Cell) -> Judgement:
    if cell.yes is not None:
        return Given(cell.yes)
    word = nfc(cell.shown).casefold()
    if cell.thing is Thing.TEXT and word in (YES, NO):
        return Given(word == YES)
    hint = {"ghi true": f"chọn “{YES}”", "ghi false": f"chọn “{NO}”"}.get(
        bool_slip(cell.shown), f"chọn “{YES}” hoặc “{NO}”"
    )
    return Wrong("KIEU04", f'phải là “{YES}” hoặc “{NO}”, đang là "{_short(cell.shown)}"', hint)


def _choice(question: Question, cell: Cell) -> Judgement:
    words = {nfc(word).casefold(): word for word in question.words}
    word = nfc(cell.shown).casefold()
    if cell.thing is Thing.TEXT and word in words:
        return Given(words[word])
    choices = ", ".join(allowed(question))
    near = nearest(cell.shown, allowed(question))
    hint = f"có phải ý bạn là “{near}”?" if near else f"chọn: {choices}"
    return Wrong("CHU03", f'phải là một trong: {choices}; đang là "{_short(cell.shown)}"', hint)


def _text(question: Question, cell: Cell) -> Judgement:
    if cell.thing is not Thing.TEXT:
        return Wrong("CHU02", f'phải là chữ, đang là "{cell.shown}"', "ghi bằng chữ")
    if found := FORBIDDEN.search(cell.shown):
        return Wrong("YAML02", f"có ký tự không in được U+{ord(found[0]):04X}", "xóa rồi gõ lại ô này")
    if any(mark in cell.shown for mark in "\n\r\t"):
        return Wrong("CHU05", "phải viết trên một dòng", "bỏ chỗ xuống dòng")
    if question.longest and len(cell.shown) > question.longest:
        return Wrong("CHU04", f"quá dài: tối đa {question.longest} ký tự", "rút gọn")
    return Given(cell.shown)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:57]}..." if len(line) > 60 else line
