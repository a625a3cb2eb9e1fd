"""Rules about the text: headings, size, alignment, indents, spacing (Phụ lục I, Phần I, II.6)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cqtt.names import fold
from cqtt.word.decree.elements import Elements
from cqtt.word.decree.finding import Found, Look, misfit, points
from cqtt.word.decree.numbering import of_its_own
from cqtt.word.reading.lines import Line

INDENTS = (567, 720)
"""1 cm and 1.27 cm, in twips."""
INDENT_SLACK = 29
LEAST_SPACE = 120
"""6 points between paragraphs, in twips."""
SINGLE, MOST = 240, 360
"""One line and one and a half, in 240ths."""
HEIGHT = 115
"""Percent of its size that a line of Times New Roman is high."""
SPACING_SLACK = 20
LONGEST_TITLE = 120

_CLAUSE = re.compile(r"(?P<number>\d{1,2})\.\s+(?P<words>\S.*)")
_SECTION = re.compile(r"(?P<number>[IVXLC]+)\.\s+(?P<words>\S.*)")
_DECIMAL = re.compile(r"\d+(?:\.\d+)+\.?\s")
_DIVISION = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục|PHẦN|CHƯƠNG)\s+(?:[IVXLC]+|\d+)\.?$")
_BASIS = re.compile(r"(?:can cu|theo de nghi|xet)\b")
_ENDS = (".", ";", ":", ",")
_HEADING = Look((13, 14), bold=True)


def section_words(found: Elements) -> Iterator[Found]:
    """The title of a mục (``I.``) is in capitals."""
    for line in of_its_own(found.text):
        matched = _SECTION.fullmatch(line.said)
        if matched and _is_title(line) and not matched["words"].partition(":")[0].isupper():
            yield Found("Tiêu đề mục", line, "không in hoa", "số La Mã, dấu chấm, rồi tiêu đề in hoa")


def section_look(found: Elements) -> Iterator[Found]:
    """A mục (``I.``) is upright, bold, 13 to 14."""
    for line in of_its_own(found.text):
        if _SECTION.fullmatch(line.said) and _is_title(line):
            yield from misfit("Tiêu đề mục", line, _HEADING)


def clause_look(found: Elements) -> Iterator[Found]:
    """A khoản with a title (``1.``) is upright and bold; one whose words are a sentence is not a title."""
    for line in of_its_own(found.text):
        matched = _CLAUSE.fullmatch(line.said)
        if matched and (_is_bold(line) or _is_short(line)):
            yield from misfit("Tiêu đề khoản", line, _HEADING)


def division_look(found: Elements) -> Iterator[Found]:
    """``Phần I``, ``Chương I``: a line of its own, centred, bold, not in capitals."""
    for line in found.text:
        if _DIVISION.fullmatch(line.said):
            yield from misfit("Phần, chương", line, _HEADING._replace(align="center"))


def size(found: Elements) -> Iterator[Found]:
    """The text is set in 13 to 14 points."""
    for line in found.text:
        yield from misfit("Lời văn", line, Look((13, 14), bold=None, italic=None))


def justified(found: Elements) -> Iterator[Found]:
    """Paragraphs of the text are justified."""
    for line in _paragraphs(found):
        yield from misfit("Lời văn", line, Look(None, bold=None, italic=None, align="both"))


def upright(found: Elements) -> Iterator[Found]:
    """The text is upright: a whole paragraph in italics is a legal basis, or a slip."""
    for line in _paragraphs(found):
        spans = [span for span in line.spans if span.words.strip()]
        if not _begins_as_basis(line) and all(span.italic for span in spans):
            yield Found("Lời văn", line, "cả đoạn nghiêng", "kiểu chữ đứng")


def indents(found: Elements) -> Iterator[Found]:
    """The first line stands 1 or 1.27 cm in; a tab does the same."""
    for line in _paragraphs(found):
        at = line.left + line.first
        tabbed = line.words.startswith("\t") or line.label
        if not tabbed and not any(abs(at - want) <= INDENT_SLACK for want in INDENTS):
            yield Found("Lời văn", line, f"đầu dòng lùi {_cm(at)} cm", "đầu dòng lùi vào 1 cm hoặc 1,27 cm")


def space(found: Elements) -> Iterator[Found]:
    """Between two paragraphs there are at least 6 points."""
    for above, below in pairwise(found.text):
        gap = above.after + below.before
        if above.contextual and above.style == below.style:
            gap = 0
        if below.number == above.number + 1 and not below.goes_on and gap < LEAST_SPACE:
            yield Found("Lời văn", below, f"cách đoạn trên {points(gap // 10)} pt", "các đoạn cách nhau ít nhất 6 pt")


def leading(found: Elements) -> Iterator[Found]:
    """Lines are single to one and a half."""
    for line in found.text:
        size = max(span.size for span in line.spans)
        single = size * 10 * HEIGHT // 100
        if line.rule == "auto":
            lines = line.spacing
        elif line.rule == "exact" or line.spacing > single:
            lines = (line.spacing + SPACING_SLACK) * SINGLE // single
            lines = SINGLE if abs(line.spacing - single) <= SPACING_SLACK else lines
        else:
            lines = SINGLE
        if not SINGLE - 1 <= lines <= MOST + 1:
            wanted = "cách dòng từ dòng đơn đến 1,5 dòng"
            yield Found("Lời văn", line, f"cách dòng {_hundredths(lines * 100 // SINGLE)} dòng", wanted)


def basis(found: Elements) -> Iterator[Found]:
    """A căn cứ is italic, ends in a semicolon, the last one in a full stop."""
    lines = [line for line in found.text if _is_basis(line)]
    for line in lines:
        if not all(span.italic for span in line.spans if span.words.strip()):
            yield Found("Căn cứ", line, "không nghiêng", "kiểu chữ nghiêng")


def ended(found: Elements) -> Iterator[Found]:
    """The templates end the text in ``./.``."""
    if found.text and not "".join(found.text[-1].said.split()).endswith("./."):
        yield Found("Lời văn", found.text[-1], "không kết thúc bằng “./.”", "“./.” sau câu cuối cùng")


def _paragraphs(found: Elements) -> Sequence[Line]:
    """Paragraphs of prose: no headings, no short line that somebody centred."""
    return [
        line
        for line in found.text
        if not line.goes_on
        and not _is_heading(line)
        and not (line.align == "center" and len(line.said) <= LONGEST_TITLE)
    ]


def _is_heading(line: Line) -> bool:
    """Whether the line is, or is meant as, a title of what follows it."""
    if _DIVISION.fullmatch(line.said) or (_SECTION.fullmatch(line.said) and _is_title(line)):
        return True
    numbered = _CLAUSE.fullmatch(line.said) or _DECIMAL.match(line.said)
    return bool(numbered and _is_short(line)) or (_is_bold(line) and (bool(numbered) or _is_title(line)))


def _is_basis(line: Line) -> bool:
    return _begins_as_basis(line) and line.said.endswith(";")


def _begins_as_basis(line: Line) -> bool:
    """Whether the line may be the last basis, which ends in a full stop, as a sentence does."""
    return _BASIS.match(fold(line.said[:20])) is not None


def _is_bold(line: Line) -> bool:
    return all(span.bold for span in line.spans if span.words.strip())


def _is_title(line: Line) -> bool:
    return len(line.said) <= LONGEST_TITLE or (_is_bold(line) and _SECTION.fullmatch(line.said) is not None)


def _is_short(line: Line) -> bool:
    """Whether the words are no sentence."""
    return len(line.said) <= LONGEST_TITLE and not line.said.endswith(_ENDS)


def _cm(twips: int) -> str:
    """Centimetres to two places, as people write them."""
    return ("-" if twips < 0 else "") + _hundredths((abs(twips) * 254 + 720) // 1440)


def _hundredths(number: int) -> str:
    return f"{number // 100},{number % 100:02}".rstrip("0").rstrip(",")
