"""Telling the lines of a letterhead from those of the text: where it ends, its number, its place and date, its title.

What looks alike in the text is none of these: a date of birth, the date of a document that is cited, a house number.
"""

import re
from collections.abc import Sequence

from cqtt.names import fold
from cqtt.word.decree.kinds import Kind, encloses, is_law, kind_of
from cqtt.word.reading.lines import Line

HEAD_LINES = 60
"""Lines from the top among which the letterhead stands."""
LONGEST_LINE = 160
"""Characters; a longer paragraph is text."""
LONGEST_TITLE = 90
"""Characters of a name of a kind with what it is about behind it in one line."""

_NUMBER = re.compile(r"(?:luat )?so\s*[:.]?[\d\s.…_]*(?:/.{0,60}|-[^\s/]{1,12}/.{0,40})?")
_DATED = re.compile(
    r"(?P<place>[^:;()/]{0,60}?)[,.]?\s*\bngay"
    r"(?P<when>[\w\s.…/-]{0,20}\bthang[\w\s.…/-]{0,20}?\bnam[\d\s.…_/-]*|\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})[.;,]?"
)
_NO_PLACE = re.compile(
    r"\b(?:hom nay|hoi|luc|vao|sinh|tu|den|ke tu|thoi gian|bat dau|ket thuc|can cu|theo|so|thong qua|ban hanh|hieu luc|"
    r"ky|cap|lap|trong|truoc|sau|hop|phien)\b"
)
_TEXT = re.compile(
    r"kinh (?:gui|thua)\b|can cu\b|hom nay\b|dieu \d+\b|ho va ten\b|ho ten\b|ten toi la\b|toi (?:ten )?la\b|chung toi\b"
    r"|(?:[ivxl]+|\d{1,2}|[a-z])[.)]\s+\S|(?:phan|chuong) (?:[ivxlc]+|\d+|thu \w+)\b|[-–+•]\s*\w"
)
_SAID_OF_A_LETTER = ("v/v", "ve viec")


def head_end(lines: Sequence[Line]) -> int:
    """The index of the first line that cannot belong to a letterhead."""
    for i, line in enumerate(lines[:HEAD_LINES]):
        for piece in line.pieces():
            words = fold(piece.said)
            long = len(words) > LONGEST_LINE and not line.place.table
            if (long and not words.startswith(_SAID_OF_A_LETTER)) or (not piece.blank and _TEXT.match(words)):
                return i
    return min(len(lines), HEAD_LINES)


def is_number(words: str) -> bool:
    """Whether *words* are a number and symbol, right or wrong: ``Số: 5/BC-UBND``; not ``Số 12 đường Trần Phú``."""
    return _NUMBER.fullmatch(fold(words)) is not None


def is_dated(words: str) -> bool:
    """Whether *words* are a place and a date, right or wrong, and nothing else: ``Việt Yên, ngày 5 tháng 4 năm 2024``.

    ``Ngày, tháng, năm sinh:`` and ``ngày 05 tháng 3 năm 2020 của Chính phủ)`` are none.
    """
    matched = _DATED.fullmatch(fold(words))
    if matched is None or _NO_PLACE.search(matched["place"]):
        return False
    return any(not c.isspace() for c in matched["place"]) or any(c in "0123456789.…_" for c in matched["when"])


def is_of_a_letter(words: str) -> bool:
    """Whether *words* are the subject of a công văn, ``V/v …``."""
    return fold(words).startswith(_SAID_OF_A_LETTER)


def names_a_kind(line: Line) -> Kind | None:
    """The kind of document that a line names that stands out: alone, or in capitals with what it is about behind it."""
    kind = kind_of(line.said) if _stands_out(line) else None
    if kind is None or len(line.said) > LONGEST_TITLE:
        return None
    alone = fold(line.said).rstrip(" .:") == fold(kind.name)
    return kind if line.words.isupper() or (alone and not line.place.table) else None


def names_a_law(line: Line) -> bool:
    """Whether the line is the title of a legal normative document."""
    return _stands_out(line) and line.words.isupper() and is_law(line.said)


def enclosing(lines: Sequence[Line], begin: int, end: int) -> tuple[Line, str] | None:
    """The line from *begin* to *end* that says with what the document is issued, and its words; None where none does.

    The words may go on over the lines below, until their bracket closes.
    """
    for i in range(begin, min(end, len(lines))):
        if encloses(lines[i].said):
            words = lines[i].said
            for line in lines[i + 1 : i + 4]:
                if ")" in words or not words.startswith("("):
                    break
                words = f"{words} {line.said}"
            return lines[i], words
    return None


def _stands_out(line: Line) -> bool:
    return line.align == "center" or all(span.bold for span in line.spans)
