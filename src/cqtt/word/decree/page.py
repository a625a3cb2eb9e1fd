"""Rules about pages and letters: paper, margins, font, colour, page numbers (Phụ lục I, Phần I, I)."""

import re
from collections.abc import Callable, Iterator

from cqtt.word.decree.elements import Elements
from cqtt.word.decree.finding import Found, Look, misfit
from cqtt.word.reading.lines import Line, Span
from cqtt.word.reading.sections import Section

A4 = 11906, 16838
PAPER_SLACK, MARGIN_SLACK = 57, 15
"""Twips by which programs round: 1 mm of paper, a quarter of a millimetre of a margin."""
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
_TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""Which margin of the upright page each becomes when Word turns the page, as it does where a person asks for it."""
_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
FONT = "Times New Roman"
DARKEST = 0x20
"""Below this in each of red, green and blue, a colour is black to the eye; LibreOffice writes 00000A."""
LONGER_THAN_A_PAGE = 3500
"""Characters that never fit on one page in 13 points."""

_OLD_CODE = re.compile(r"\.Vn|VNI-|VN-|ABC", re.IGNORECASE)
_NUMBER = Look((13, 14), bold=None, align="center")
_ON_TOP = "số trang ở giữa lề trên, từ trang thứ hai"


def paper(found: Elements) -> Iterator[Found]:
    """A4, in each section."""
    for section, line in _sections(found):
        size = sorted((section.width, section.height))
        if any(abs(have - want) > PAPER_SLACK for have, want in zip(size, A4, strict=True)):
            what = f"khổ giấy {_mm(section.width)} x {_mm(section.height)} mm"
            yield Found("", line, what, "khổ A4: 210 x 297 mm")


def upright(found: Elements) -> Iterator[Found]:
    """A page may lie on its side only for tables."""
    for i, (section, line) in enumerate(_sections(found)):
        tables = i in found.written.tabular or any(
            other.place.section == i and other.place.table for other in found.written.lines
        )
        if section.landscape and not tables:
            yield Found("", line, "trang ngang mà không có bảng", "trình bày theo chiều dọc; chỉ xoay ngang vì bảng")


def margins(found: Elements) -> Iterator[Found]:
    """Each margin in its range; a page on its side may have them turned with it."""
    for section, line in _sections(found):
        wrong = _wrong_margins(section, dict.fromkeys(MARGINS))
        if wrong and section.landscape and not _wrong_margins(section, _TURNED):
            continue
        for side in wrong:
            least, most = MARGINS[side]
            what = f"lề {_SIDES[side]} {_mm(section.margins[side])} mm"
            yield Found("", line, what, f"lề {_SIDES[side]} {least} đến {most} mm")


def _wrong_margins(section: Section, names: dict[str, str] | dict[str, None]) -> list[str]:
    out = []
    for side, name in names.items():
        least, most = MARGINS[name or side]
        tenths = section.margins[side] * 254
        if not (least * 14400 - MARGIN_SLACK * 254 <= tenths <= most * 14400 + MARGIN_SLACK * 254):
            out.append(side)
    return out


def font(found: Elements) -> Iterator[Found]:
    """Times New Roman everywhere."""
    return _letters(
        found, lambda s: not s.font.startswith(FONT) and not _OLD_CODE.match(s.font), lambda s: f"phông {s.font}", FONT
    )


def unicode(found: Elements) -> Iterator[Found]:
    """No font of an older code, in which other programs show other letters."""
    return _letters(
        found,
        lambda s: _OLD_CODE.match(s.font) is not None,
        lambda s: f"phông {s.font} không thuộc bộ mã Unicode",
        "bộ mã ký tự Unicode; chuyển mã bằng UniKey rồi soát lại",
    )


def colour(found: Elements) -> Iterator[Found]:
    """Black letters."""
    return _letters(found, lambda s: not _black(s.colour), lambda s: f"chữ màu {s.colour}", "chữ màu đen")


def numbered(found: Elements) -> Iterator[Found]:
    """A document of more than a page has page numbers above them."""
    length = sum(len(line.words) for line in found.written.lines)
    first = found.written.sections[0]
    above = [line for line in first.above.get("default", ()) if line.counts_pages]
    below = [line for line in first.below.get("default", ()) if line.counts_pages]
    if below:
        yield Found("Số trang", None, "đặt ở lề dưới", _ON_TOP)
    elif not above and length > LONGER_THAN_A_PAGE:
        yield Found("Số trang", None, "không có", _ON_TOP)


def first_page(found: Elements) -> Iterator[Found]:
    """The first page shows no number."""
    first = found.written.sections[0]
    length = sum(len(line.words) for line in found.written.lines)
    shown = (*first.on_first_page(first.above), *first.on_first_page(first.below))
    if any(line.counts_pages for line in shown) and length > LONGER_THAN_A_PAGE:
        yield Found("Số trang", None, "hiện cả trên trang thứ nhất", "không hiển thị số trang thứ nhất")


def number_look(found: Elements) -> Iterator[Found]:
    """Arabic, from 1, centred, of the right size, upright."""
    first = found.written.sections[0]
    if first.form != "decimal":
        yield Found("Số trang", None, f"kiểu số “{first.form}”", "chữ số Ả Rập")
    if first.start > 1:
        yield Found("Số trang", None, f"bắt đầu từ {first.start}", "đánh từ số 1")
    for line in first.above.get("default", ()):
        if line.counts_pages:
            tabbed = any("\t" in span.words for span in line.spans)
            yield from misfit("Số trang", line, _NUMBER._replace(align=None) if tabbed else _NUMBER)


def _sections(found: Elements) -> Iterator[tuple[Section, Line | None]]:
    """Each section with its first line; None for the first, which is the file's."""
    firsts = {line.place.section: line for line in reversed(found.written.lines) if not line.blank}
    for i, section in enumerate(found.written.sections):
        yield section, firsts.get(i) if i else None


def _letters(
    found: Elements, wrong: Callable[[Span], bool], told: Callable[[Span], str], wanted: str
) -> Iterator[Found]:
    edges = (line for section in found.written.sections for some in section.above.values() for line in some)
    for line in (*found.written.lines, *found.written.cells, *edges):
        span = next((span for span in line.spans if span.words.strip() and wrong(span)), None)
        if span is not None:
            yield Found("", line, told(span), wanted, span)


def _black(colour: str) -> bool:
    if colour == "auto":
        return True
    try:
        return all(channel < DARKEST for channel in bytes.fromhex(colour))
    except ValueError:
        return False


def _mm(twips: int) -> str:
    """Millimetres to one place, as people write them."""
    tenths = (abs(twips) * 254 + 720) // 1440
    return f"{tenths // 10},{tenths % 10}" if tenths % 10 else str(tenths // 10)
