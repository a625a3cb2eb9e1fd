"""Rules about the end: recipients and signature (Phụ lục I, Phần I, II.7 and II.9)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from cqtt.clauses import LUU, NOI_NHAN
from cqtt.word.decree.elements import Elements
from cqtt.word.decree.finding import Found, Look, misfits
from cqtt.word.decree.kinds import Part
from cqtt.word.reading.lines import Line

_TITLES = re.compile(r"(?:GS|PGS|TS|ThS|Th\.S|BS|CN|KS|NGND|NGƯT|TTND|TTƯT|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư)\b\.?")
_POWER = re.compile(r"(TM|KT|TL|TUQ|Q)(\.?)(\s*)(?=\S)")
_KEPT = re.compile(rf"- ?{LUU}: ?VT\b")


def recipients(found: Elements) -> Iterator[Found]:
    """``Nơi nhận:`` stands at the end, with a colon."""
    label = found.closing.label
    if label is None:
        if found.has(Part.RECIPIENTS):
            yield Found(NOI_NHAN, None, "không thấy", f"“{NOI_NHAN}:” ngang hàng với quyền hạn, chức vụ của người ký")
    elif not label.said.startswith(f"{NOI_NHAN}:"):
        yield Found(NOI_NHAN, label, f"viết “{label.said}”", f"“{NOI_NHAN}:”, có dấu hai chấm")


def recipients_look(found: Elements) -> Iterator[Found]:
    """``Nơi nhận`` is bold italic, size 12."""
    return misfits(NOI_NHAN, [found.closing.label], Look((12, 12), bold=True, italic=True))


def listed(found: Elements) -> Iterator[Found]:
    """Each recipient begins with a dash and ends in a semicolon, the last in a full stop; it says what is kept."""
    lines = found.closing.recipients
    for line, after in pairwise(lines):
        if _begins(after) and not line.said.endswith(";"):
            yield Found(NOI_NHAN, line, "không kết thúc bằng dấu chấm phẩy", "mỗi nơi nhận một dòng, cuối dòng có (;)")
    for line in lines[:1]:
        if not _begins(line):
            yield Found(NOI_NHAN, line, "không có gạch đầu dòng", "đầu dòng có gạch đầu dòng (-)")
    last = [line for line in lines if _begins(line)][-1:]
    for line in last:
        if not _KEPT.match(line.said) or not lines[-1].said.endswith("."):
            yield Found(NOI_NHAN, line, "dòng cuối không phải dòng lưu", "dòng cuối như “- Lưu: VT, NV.”")


def _begins(line: Line) -> bool:
    """Whether a recipient begins here; what goes on from the line above has no dash."""
    return line.said.startswith(("-", "+"))


def listed_look(found: Elements) -> Iterator[Found]:
    """The list is upright, size 11."""
    return misfits(NOI_NHAN, found.closing.recipients, Look((11, 11)))


def capacity(found: Elements) -> Iterator[Found]:
    """Above the signature stands what the signer is, in capitals; short forms have their full stop."""
    lines = found.closing.capacity
    if not lines and found.has(Part.SIGNATURE):
        wanted = "quyền hạn, chức vụ của người ký, như “TM. ỦY BAN NHÂN DÂN”, “CHỦ TỊCH”"
        yield Found("Chức vụ người ký", None, "không thấy", wanted)
    for line in lines:
        if not line.words.isupper():
            yield Found("Chức vụ người ký", line, "không in hoa", "chữ in hoa")
        elif (matched := _POWER.match(line.said)) and (matched[2] + matched[3]) not in ("", ". "):
            yield Found("Chức vụ người ký", line, f"viết “{line.said}”", f"“{matched[1]}.” rồi một dấu cách")


def capacity_look(found: Elements) -> Iterator[Found]:
    """It is bold, upright, 13 to 14."""
    return misfits("Chức vụ người ký", found.closing.capacity, Look((13, 14), bold=True, align="center"))


def signer(found: Elements) -> Iterator[Found]:
    """The signer is named, without degrees before the name."""
    line = found.closing.signer
    if line is None:
        if found.has(Part.SIGNATURE):
            yield Found("Họ tên người ký", None, "không thấy", "họ và tên người ký, chữ in thường")
    elif matched := _TITLES.match(line.said):
        yield Found("Họ tên người ký", line, f"có “{matched[0]}” trước tên", "không ghi học hàm, học vị, danh hiệu")


def signer_look(found: Elements) -> Iterator[Found]:
    """The name is bold, upright, 13 to 14, centred to the capacity."""
    return misfits("Họ tên người ký", [found.closing.signer], Look((13, 14), bold=True, align="center"))
