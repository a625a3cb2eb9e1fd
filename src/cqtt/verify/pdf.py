"""The words of a PDF, page by page: its text layer, without the numbers of pages, footnotes apart.

A scan has no words, and where a program mixed fonts the letters stand in another order than on paper (LibreOffice
takes a letter that the font has not from another one): both are told and not compared.
"""

import io
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from cqtt.faults import EnvironmentFault
from cqtt.names import nfc
from cqtt.verify.tokens import Bag

MAX_FILE = 64 << 20
"""Bytes: larger than any report."""
LEAST = 40
"""Letters that a page has at least, on average, if it is no picture."""
LIKE = 60
"""The share of the words of a line, in percent, by which it is the first of a footnote."""
ORPHANS = 30
"""Of a thousand words so many may be single letters with marks, as an ``ế`` that was torn out of its word."""
_ORPHAN = re.compile(r"(?<!\S)[^\W\d_a-zA-Z](?!\S)")
_NUMBER = re.compile(r"\s*[-–]?\s*\d{1,4}\s*[-–]?\s*")
_AGAIN = "lấy bản PDF xuất từ Word (Lưu thành PDF), hoặc so tệp .docx"
_STANDING = frozenset("ởýáàảạâăôơưêéèíìóòúùổủđ")
"""Words of one letter that Vietnamese has, and letters of points."""


class Pages(Struct):
    """The lines of the text, and those of footnotes, of all pages."""

    body: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


def text_of(data: bytes) -> list[str]:
    """The text of each page. Raises ``EnvironmentFault`` for what is no PDF, is locked, is a scan or is scrambled."""
    import pypdf  # only a call that reads a PDF waits for it
    from pypdf.errors import PyPdfError

    if not data.startswith(b"%PDF-") or len(data) > MAX_FILE:
        raise EnvironmentFault("tệp không phải PDF, hoặc quá lớn", _AGAIN)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        pages = [nfc(page.extract_text()) for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        reason = "tệp PDF có mật khẩu" if "decrypt" in str(error) or "password" in str(error) else "tệp PDF hỏng"
        raise EnvironmentFault(f"không đọc được chữ: {reason}", _AGAIN) from error
    checked(pages)
    return pages


def checked(pages: Sequence[str]) -> None:
    """Raise ``EnvironmentFault`` where *pages* have no words that could be compared."""
    letters = sum(c.isalpha() for page in pages for c in page)
    if letters < LEAST * max(len(pages), 1):
        raise EnvironmentFault("tệp PDF là bản quét (ảnh), không có chữ để so", _AGAIN)
    words = " ".join(pages).split()
    orphans = sum(word.lower() not in _STANDING for page in pages for word in _ORPHAN.findall(page))
    if 1000 * orphans > ORPHANS * len(words):
        raise EnvironmentFault("lớp chữ của tệp PDF xáo trộn (trộn nhiều phông), không so được", _AGAIN)


def apart(pages: Iterable[str], notes: Sequence[str]) -> Pages:
    """The lines of *pages*, those of footnotes apart; *notes* are the words of the footnotes that are looked for."""
    out = Pages()
    bags = [Bag(words) for words in notes]
    number = 1
    for page in pages:
        lines = [line for line in page.splitlines() if line.strip()]
        if lines and _NUMBER.fullmatch(lines[0]):
            lines = lines[1:]
        at = _first_note(lines, number, bags)
        out.body += lines[:at]
        for line in lines[at:]:
            number += _begins(line, number)
            out.foot.append(line)
    return out


def _first_note(lines: Sequence[str], number: int, notes: Sequence[Bag]) -> int:
    """The line at which the footnotes of a page begin; behind the last where it has none."""
    for at in range(len(lines) - 1, -1, -1):
        if _begins(lines[at], number):
            own = Bag(lines[at].strip()[len(str(number)) :])
            if any(
                100 * own.common(note) >= LIKE * min(own.size, note.size) for note in notes[number - 1 : number + 5]
            ):
                return at
    return len(lines)


def _begins(line: str, number: int) -> bool:
    return re.match(rf"\s*{number}\s*(?![\d\s.,;:)%/-])", line) is not None
