"""Rules about the head of a document: Quốc hiệu to trích yếu (Phụ lục I, Phần I, II.1 to II.5)."""

import re
from collections.abc import Iterator

from cqtt.clauses import KINH_GUI, QUOC_HIEU, TIEU_NGU
from cqtt.names import fold
from cqtt.word.decree.elements import Elements
from cqtt.word.decree.finding import Found, Look, misfits
from cqtt.word.decree.kinds import SHORT, Part, same_tone
from cqtt.word.reading.lines import Line

NATION = (QUOC_HIEU, QUOC_HIEU.replace("HÒA", "HOÀ"))
"""The text of the Decree and the example beside it place the tone differently; both are right."""

_BOLD_CAPITALS = Look((12, 13), bold=True)
_BOLD = Look((13, 14), bold=True, align="center")
_SYMBOL = rf"(?:{'|'.join(SHORT)}|[A-ZĂÂĐÊÔƠƯ0-9&.…]+|TTg)"
_NUMBER = re.compile(rf"Số: ?(?P<so>\d*)\s*(?:/(?P<nam>\d{{4}}))?/(?P<ky_hieu>{_SYMBOL}(?:-{_SYMBOL})*)")
_BLANKS = re.compile(r"[\s.…_]+")
_ROOM = re.compile(r"\s+|[…_]+|\.{2,}")
_TO_FILL_IN = re.compile(r"/.*(?:…|\.{2,}|_{2,})")
"""A symbol of which a form leaves a part to be filled in."""
_DATED = re.compile(r"(?P<place>[^,]+), ngày(?P<day>[\s\d.…_]*)tháng(?P<month>[\s\d.…_]*)năm(?P<year>[\s\d.…_]*)")
_FROM_HERE_TWO_DIGITS = 10


def nation(found: Elements) -> Iterator[Found]:
    """Quốc hiệu is there, in capitals, as it is spelt."""
    return _spelt("Quốc hiệu", found.nation, NATION, needed=found.has(Part.NATION))


def nation_look(found: Elements) -> Iterator[Found]:
    """Quốc hiệu is bold, 12 to 13, on the right."""
    line = found.nation
    yield from misfits("Quốc hiệu", [line], _BOLD_CAPITALS)
    if line is None or (found.form and found.form.between):
        return
    if line.place.column == 0 and line.align != "right" and line.left == 0:
        yield Found("Quốc hiệu", line, "không ở bên phải trang", "phía trên cùng, bên phải trang đầu tiên")


def motto(found: Elements) -> Iterator[Found]:
    """Tiêu ngữ is there, with its hyphens, as it is spelt."""
    return _spelt("Tiêu ngữ", found.motto, (TIEU_NGU,), needed=found.has(Part.NATION))


def motto_look(found: Elements) -> Iterator[Found]:
    """Tiêu ngữ is bold, 13 to 14, centred below Quốc hiệu."""
    return misfits("Tiêu ngữ", [found.motto], _BOLD)


def issuer(found: Elements) -> Iterator[Found]:
    """The issuing body is named, in capitals."""
    if not found.issuer and found.has(Part.ISSUER):
        yield Found("Tên cơ quan ban hành", None, "không thấy", "ghi ở góc trên, bên trái trang đầu tiên")
    for line in found.issuer:
        if not line.words.isupper():
            yield Found("Tên cơ quan ban hành", line, "không in hoa", "chữ in hoa")


def issuer_look(found: Elements) -> Iterator[Found]:
    """The issuing body is bold, 12 to 13, centred; the body above it may be upright."""
    look = _BOLD_CAPITALS._replace(align="center")
    yield from misfits("Tên cơ quan ban hành", found.issuer[-1:], look)
    yield from misfits("Tên cơ quan", found.issuer[:-1], look._replace(bold=None))


def number(found: Elements) -> Iterator[Found]:
    """``Số: 05/BC-UBND``: a colon, two digits at least, no blanks around the stroke and the hyphens."""
    wanted = "như “Số: 05/BC-UBND”: có dấu hai chấm, số nhỏ hơn 10 thêm số 0, không cách chữ ở dấu / và -"
    if found.number is None:
        if found.has(Part.NUMBER):
            yield Found("Số, ký hiệu", None, "không thấy", wanted)
        return
    if _TO_FILL_IN.search(found.number.said):
        return
    matched = _NUMBER.fullmatch(_ROOM.sub(" ", found.number.said))
    so = matched["so"] if matched else ""
    dated = matched is not None and matched["nam"] and not (found.form and found.form.between)
    if matched is None or dated or (so and int(so[:9]) < _FROM_HERE_TWO_DIGITS and not so.startswith("0")):
        yield Found("Số, ký hiệu", found.number, f"viết “{_shown(found.number)}”", wanted)


def number_look(found: Elements) -> Iterator[Found]:
    """Number and symbol are upright, size 13, centred below the issuing body."""
    beside = found.nation is not None and not found.nation.align  # tabs decide where the whole letterhead stands
    return misfits("Số, ký hiệu", [found.number], Look((13, 13), align=None if beside else "center"))


def dated(found: Elements) -> Iterator[Found]:
    """``Việt Yên, ngày 05 tháng 01 năm 2024``: a comma, zeros for days below 10 and for the months 1 and 2 only."""
    wanted = "như “Việt Yên, ngày 05 tháng 4 năm 2024”: thêm số 0 cho ngày nhỏ hơn 10 và tháng 1, 2"
    line = found.dated
    if line is None:
        if found.has(Part.DATED):
            yield Found("Địa danh, thời gian", None, "không thấy", wanted)
        return
    matched = _DATED.fullmatch(_BLANKS.sub(" ", line.said))
    if matched is None or not _two_digits(matched["day"], 9) or not _two_digits(matched["month"], 2):
        yield Found("Địa danh, thời gian", line, f"viết “{_shown(line)}”", wanted)


def _two_digits(written: str, until: int) -> bool:
    """Whether a number up to *until* has its zero, and no other has one; blank where it is filled in by hand."""
    digits = written.strip(" .…_")
    if not digits.isdecimal():
        return not digits
    return digits == (f"{int(digits[:9]):02}" if int(digits[:9]) <= until else f"{int(digits[:9])}")


def dated_look(found: Elements) -> Iterator[Found]:
    """Place and date are italic, 13 to 14, centred below Quốc hiệu, beside the number."""
    line, other = found.dated, found.number
    yield from misfits("Địa danh, thời gian", [line], Look((13, 14), bold=False, italic=True, align="center"))
    if line is None or other is None or not line.place.table or line.place.table != other.place.table:
        return
    if line.place.row != other.place.row:
        yield Found("Địa danh, thời gian", line, "không cùng dòng với số, ký hiệu", "cùng một dòng với số, ký hiệu")


def kind(found: Elements) -> Iterator[Found]:
    """The kind of the document has a line of its own, in capitals."""
    wanted = "tên loại in hoa trên một dòng riêng, như “BÁO CÁO”"
    if found.kind is None or found.form is None:
        if not (found.letter or found.enclosed):
            yield Found("Tên loại", None, "không thấy", wanted)
        return
    said = " ".join(found.kind.said.split())
    if not said.isupper() or (same_tone(said) != found.form.name and not found.form.qualified):
        alone = fold(said) == fold(found.form.name)
        yield Found("Tên loại", found.kind, "không in hoa" if alone else "viết liền với trích yếu", wanted)


def kind_look(found: Elements) -> Iterator[Found]:
    """The kind is bold, 13 to 14, centred."""
    return misfits("Tên loại", [found.kind], _BOLD)


def subject(found: Elements) -> Iterator[Found]:
    """Below the kind stands the subject, not in capitals; that of a công văn below its number."""
    if found.letter and found.about is None:
        wanted = "trích yếu của công văn, như “V/v báo cáo quý I năm 2024”, dưới số, ký hiệu"
        yield Found("Trích yếu", found.number, "không thấy", wanted)
    if found.kind is not None and not found.subject and found.has(Part.SUBJECT) and not _goes_on(found):
        yield Found("Trích yếu", found.kind, "không thấy", "trích yếu nội dung ngay dưới tên loại")
    for line in found.subject:
        if line.words.isupper():
            yield Found("Trích yếu", line, "in hoa", "chữ in thường")


def _goes_on(found: Elements) -> bool:
    """Whether the subject stands behind the kind, in the same line."""
    return found.kind is not None and found.form is not None and fold(found.kind.said) != fold(found.form.name)


def subject_look(found: Elements) -> Iterator[Found]:
    """The subject is bold, 13 to 14, centred."""
    return misfits("Trích yếu", found.subject, _BOLD)


def rules(found: Elements) -> Iterator[Found]:
    """Tiêu ngữ, issuer and subject have a rule below them, however it is drawn."""
    drawn = (line for line in found.written.lines if not found.text or line.number < found.text[0].number)
    if found.motto is None or found.kind is None or any(_draws(line) for line in drawn):
        return
    wanted = "đường kẻ ngang, nét liền dưới Tiêu ngữ, tên cơ quan và trích yếu"
    yield Found("Đường kẻ", None, "không thấy đường kẻ nào ở phần đầu văn bản", wanted)


def addressed(found: Elements) -> Iterator[Found]:
    """``Kính gửi:`` with a colon; the look is that of the text."""
    for line in found.addressed[:1]:
        if fold(line.said).startswith("kinh gui") and not line.said.startswith(f"{KINH_GUI}:"):
            yield Found(KINH_GUI, line, f"viết “{_shown(line)}”", f"“{KINH_GUI}:”, có dấu hai chấm")


def addressed_look(found: Elements) -> Iterator[Found]:
    """``Kính gửi`` and the addressees are upright, 13 to 14."""
    return misfits(KINH_GUI, found.addressed, Look((13, 14), bold=False))


def _draws(line: Line) -> bool:
    return line.ruled or (line.blank and bool(line.words.strip())) or any(span.underlined for span in line.spans)


def _spelt(element: str, line: Line | None, right: tuple[str, ...], *, needed: bool) -> Iterator[Found]:
    if line is None:
        if needed:
            yield Found(element, None, "không thấy", f"“{right[0]}”")
    elif line.said not in right:
        yield Found(element, line, f"viết “{_shown(line)}”", f"“{right[0]}”")


_LONGEST = 60


def _shown(line: Line) -> str:
    return line.said if len(line.said) <= _LONGEST else f"{line.said[:_LONGEST]}…"
