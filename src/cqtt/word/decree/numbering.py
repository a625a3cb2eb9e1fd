"""Whether numbers and letters follow each other (Phụ lục I, Phần I, II.6.c, II.6.đ)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cqtt.numerals import roman
from cqtt.word.decree.elements import Elements
from cqtt.word.decree.finding import Found
from cqtt.word.reading.lines import Line

_CLAUSE = re.compile(r"(?P<number>\d{1,2})\.\s+(?P<words>\S.*)")
_SECTION = re.compile(r"(?P<number>[IVXLC]+)\.\s+(?P<words>\S.*)")
_LETTER = re.compile(r"(?P<number>[A-ZĐ])\.\s+\S.*")
_POINT = re.compile(r"(?P<number>[^\W\d_])\)\s+\S.*")
_DIVISION = re.compile(
    r"(?:Phần|Chương|Mục|Tiểu mục|PHẦN|CHƯƠNG|MỤC)\s+(?:[IVXLC]+|\d+|(?:thứ|THỨ)\s+\w+)\b.{0,120}"
    r"|(?:Điều|ĐIỀU)\s+\d+\b.*"
)
_NAME = re.compile(r"[A-ZĐ]\.\s+(?:[A-ZĐ]\.|[-–]|Mác\b|Lênin\b|Lê-nin\b|Ph\.)")
"""Initials at the head of a sentence: ``V. I. Lênin``, ``C. Mác``."""
_THOUSANDS = re.compile(r"\d{1,2}\.\s+\d{3}\b")
"""A large number typed with a blank: ``12. 500 hồ sơ``."""
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_FOREIGN = len(_ALPHABET) + 1
"""The number of a letter that the alphabet does not have; it follows none."""
_CAPITALS = "ABCDĐEGHIKLMNOPQRSTUVXY"
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LONGEST_QUOTATION = 60
"""Lines; a mark that is not closed within so many was left open by a slip."""

Open = list[tuple[str, int]]
"""The numberings that are open, the outermost first: the level of each and its last number."""


def order(found: Elements) -> Iterator[Found]:
    """Numbers and letters follow each other without a gap; each level begins anew below a higher one.

    A numbering that begins anew leaves the one around it open: after the third of its items that one may go on. What
    is quoted has the numbers of what it is quoted from.
    """
    going: Open = []
    letter = ""
    for line in of_its_own(found.text):
        if _DIVISION.fullmatch(line.said):
            going, letter = [], ""
            continue
        if _is_next_letter(line, letter):
            going, letter = [], line.said[0]
            continue
        level, number, shown = _numbered(line)
        if not level:
            continue
        if not _goes_on(going, level, number):
            expected = _shown(level, _last(going, level) + 1)
            if _THOUSANDS.match(line.said):
                continue
            if not line.goes_on:
                yield Found(level, line, f"đánh số {shown}", f"số tiếp theo là {expected}, theo đúng thứ tự")
            _begin(going, level, number)


def of_its_own(lines: Sequence[Line]) -> Iterator[Line]:
    """The *lines* whose numbers are the document's own: neither quoted from another, nor a person's initials."""
    until = -1
    for i, line in enumerate(lines):
        if i > until:
            until = _closes(lines, i)
            if not _NAME.match(line.said):
                yield line


def _closes(lines: Sequence[Line], at: int) -> int:
    """The index of the line in which a quotation ends that the line *at* leaves open; *at* where it leaves none."""
    depth = _depth(lines[at])
    if depth <= 0:
        return at
    for i in range(at + 1, min(at + _LONGEST_QUOTATION, len(lines))):
        depth += _depth(lines[i])
        if depth <= 0:
            return i
    return at


def _depth(line: Line) -> int:
    opened = line.words.count("“") - line.words.count("”")
    return opened if opened or line.words.count('"') % 2 == 0 else (1 if line.words.lstrip().startswith('"') else -1)


def _is_next_letter(line: Line, last: str) -> bool:
    """Whether the line is one of ``A.``, ``B.``, ``C.``, with or without the letters that Vietnamese has of its own."""
    matched = _LETTER.fullmatch(line.said)
    if matched is None:
        return False
    letter = matched["number"]
    if not last:
        return letter == "A"
    return any(last in known and known.find(letter) == known.index(last) + 1 for known in (_CAPITALS, _PLAIN))


def _goes_on(going: Open, level: str, number: int) -> bool:
    """Whether *number* is the first of its level or follows one that is open; then it is the last of it."""
    for i in range(len(going) - 1, -1, -1):
        if going[i] == (level, number - 1):
            going[i:] = [(level, number)]
            return True
    if number == (0 if level == "Điểm" else 1):
        _begin(going, level, number)
        return True
    return False


def _begin(going: Open, level: str, number: int) -> None:
    """Open a numbering of *level*; a mục closes all others, as nothing stands above it."""
    if level == "Mục":
        going.clear()
    going.append((level, number))


def _last(going: Open, level: str) -> int:
    first = -1 if level == "Điểm" else 0
    return next((number for known, number in reversed(going) if known == level), first)


def _numbered(line: Line) -> tuple[str, int, str]:
    """The level of a numbered line, its number and how it is printed; nothing for others."""
    if matched := _SECTION.fullmatch(line.said):
        return "Mục", _arabic(matched["number"]), f"{matched['number']}."
    if matched := _CLAUSE.fullmatch(line.said):
        return "Khoản", int(matched["number"]), f"{matched['number']}."
    if matched := _POINT.fullmatch(line.said):
        letter = matched["number"].lower()
        return "Điểm", _ALPHABET.find(letter) if letter in _ALPHABET else _FOREIGN, f"{letter})"
    return "", 0, ""


def _shown(level: str, number: int) -> str:
    if level == "Điểm":
        return f"{_ALPHABET[number]})" if number < len(_ALPHABET) else "điểm đã hết chữ cái"
    if level == "Mục":
        return f"{roman(number)}."
    return f"{number}."


def _arabic(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in pairwise([*values, 0]))
