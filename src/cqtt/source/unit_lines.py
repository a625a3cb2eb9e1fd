"""One row of a list of units, as people paste it from Word, Excel, PDF or mail, read where it is certain.

1. Phường Kinh Bắc            a number, a bullet before it; a mark behind it
P. Kinh Bắc  PHƯỜNG KINH BẮC  abbreviations, capitals
1;Kinh Bắc;phường;09163       the kind or the code in a cell of its own
xã Đại Đồng, huyện Tiên Du    what it belongs to is left out
"""

import re
from typing import NamedTuple

from msgspec import Struct, field

from cqtt.models.don_vi import LOAI_CAP_XA
from cqtt.names import fold, identifier

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
LONGEST = 60
_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_ORDINAL = re.compile(r"\(?\d{1,4}\s*[.)/]?")
_BEFORE = re.compile(r"(?:[-–—+*•●▪◦·✓]+\s*|\(?\d{1,4}\s*[.)/-]\s*|\(?(?:[IVX]+|[a-zđ])[.)]\s+|\d{1,3}\s+(?=\D))+")
_CODE = re.compile(r"\d{5}", re.ASCII)
_CODE_BEFORE, _CODE_BEHIND = re.compile(r"(\d{5})[\s.:–-]+(?=\D)"), re.compile(r"(.*?\D)[\s,:–-]*\(?(\d{5})\)?")
_KIND = re.compile(rf"({'|'.join(LOAI_CAP_XA)})\s*:?\s+(.+)|(phường)\s*(\d+)", re.IGNORECASE)
_SHORT = re.compile(rf"(P|X|TT|T\.\s?T|ĐK|Đ\.\s?K)(?:\.\s*|\s+)(?=[{_UPPER}\d])(.+)|(P)(\d{{1,2}})")
_SHORT_KINDS = {"P": "phường", "X": "xã", "TT": "thị trấn", "ĐK": "đặc khu"}
_BELONGS = re.compile(
    r"\s*(?:[-–,(]|\bthuộc\b)\s*(?:thuộc\s+)?(?:huyện|thị xã|thành phố|quận|tỉnh|TX\.?|TP\.?|H\.|Q\.)\s.*$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_OTHER_KINDS = re.compile(r"(?:huyện|thị xã|thành phố|quận|tỉnh|tx|tp|h|q)\b", re.IGNORECASE)
_NO_UNIT = re.compile(
    r"(?:stt|so tt|danh sach|phu luc|bieu so|tong cong|tong so|ghi chu|nguon|kem theo|uy ban nhan dan|doc lap)\b.*"
    r"|(?:trang|cong:?|tong:?)\s*\d*|tt|\(kem.*|[-_=*. ]*"
    r"|(?:ten|ma|loai|cap|don vi)(?: (?:so|gso|don vi|hanh chinh|cap xa|xa, phuong|xa phuong|phuong, xa))*"
)
"""What a heading or a sum says, without marks; a name that only begins so, like Mã Đà, is none."""
_HEAD = re.compile(r"(?:stt|so tt|tt|#|ten|don vi|loai|cap|ma|ghi chu|dan so|dien tich|xa, phuong|phuong, xa)\b.*|#")
_GROUP = re.compile(r"(?:cac|danh sach|nhom)?\s*(phuong|xa|thi tran|dac khu)(?:\s*\([^)]*\))?\s*:?")
_KINDS = {fold(kind): kind for kind in LOAI_CAP_XA}
_ROMAN = re.compile(r"[IVX]{2,}")


class Listed(NamedTuple):
    """A unit as the list names it: its *kind*, its *name*, its statistical *code* where there is one."""

    kind: str
    name: str
    code: str | None = None


class Row(Struct):
    """What a row says: its *units*; or that it is none (*skipped*), or the heading of a *group* of one kind."""

    units: list[Listed] = field(default_factory=list[Listed])
    skipped: bool = False
    group: str = ""
    code: str = ""
    """A code that stands alone, of the unit above."""
    odd: str = ""
    """The only number beside a unit, which is none of five digits."""
    heading: bool = False
    """What units belong to, a district or a province; above them it is their heading."""


def is_name(words: str) -> bool:
    """Whether *words* can be a place's name: one line that an identifier can be made of."""
    return words.isprintable() and len(words) <= LONGEST and IDENTIFIER.fullmatch(identifier(words)) is not None


def read_row(cells: list[str], group: str) -> Row:
    """What the row *cells* says; nothing at all where it is not certain. *group* is the kind in the heading above."""
    words = [cell for raw in cells if (cell := " ".join(raw.split()).strip(" \"'“”;,.:"))]
    if len(words) > 1 and _ORDINAL.fullmatch(words[0]):
        words = words[1:]
    if not words or (len(words) == 1 and re.fullmatch(r"\d{1,4}", words[0])):
        return Row(skipped=True)
    if len(words) == 1 and _CODE.fullmatch(words[0]):
        return Row(code=words[0])
    numbers = [word for word in words if re.fullmatch(r"\d+", word, re.ASCII)]
    texts = [word for word in words if word not in numbers]
    if not texts:
        return Row()
    if len(words) > 1 and all(_HEAD.fullmatch(fold(word)) for word in words):
        return Row(skipped=True)
    return _judged(texts, numbers, group)


def _judged(texts: list[str], numbers: list[str], group: str) -> Row:
    """What a row with the cells *texts* and *numbers* says."""
    numbered = re.match(r"[IVX]+[.)]\s", texts[0]) is not None
    texts = [word if _unit(word, "") else _bare(word) for word in texts]
    if (found := _GROUP.fullmatch(fold(texts[0]))) and len(texts) == 1 and not numbers:
        return Row(group=_KINDS[found[1]])
    units = _units(texts, group)
    if not units:
        heading = bool(_OTHER_KINDS.match(texts[0]))
        return Row(skipped=bool(_NO_UNIT.fullmatch(fold(texts[0]))) or (heading and numbered), heading=heading)
    codes = [word for word in numbers if _CODE.fullmatch(word)] + [unit.code for unit in units if unit.code]
    meant = sum(bool(_kind_and_name(text)[0]) for text in texts)
    if len(codes) > 1 or len(units) < meant or (codes and len(units) > 1):
        return Row()
    odd = numbers[0] if len(numbers) == 1 and not codes else ""
    return Row([unit._replace(code=codes[0] if codes else None) for unit in units], odd=odd)


def _bare(words: str) -> str:
    """*words* without the number or the bullet before them."""
    found = _BEFORE.match(words)
    return words[found.end() :] if found else words


def _units(words: list[str], group: str) -> list[Listed]:
    """The units that the cells *words* name; none where one of them is neither a unit nor what one belongs to."""
    kinds = [kind for word in words if (kind := _KINDS.get(fold(word)) or _SHORT_KINDS.get(word.upper().rstrip(".")))]
    if len(kinds) == 1 and len(words) > 1:  # the kind in a cell of its own
        names = [
            word for word in words if fold(word) != fold(kinds[0]) and word.upper().rstrip(".") not in _SHORT_KINDS
        ]
        found = _unit(f"{kinds[0]} {names[0]}", "") if names else None
        return [found] if found else []
    units = [unit for word in words if (unit := _unit(word, ""))]
    if not units and group:
        units = [unit for word in words[:1] if (unit := _unit(word, group))]
    return units


def _unit(words: str, group: str) -> Listed | None:
    """The unit that one cell names; without a kind of its own it is of the kind *group*, if that is given."""
    code = None
    if found := _CODE_BEFORE.match(words):
        code, words = found[1], words[found.end() :]
    if found := _CODE_BEHIND.fullmatch(words):
        words, code = found[1], found[2]
    words = _BRACKETS.sub("", _BELONGS.sub("", words)).strip(" \"'“”;,.:-–")
    kind, name = _kind_and_name(words)
    if not kind and group and words[:1].isupper() and not _OTHER_KINDS.match(words):
        kind, name = group, words
    name = _in_small(" ".join(name.split()).strip(" \"'“”;,.:-–"))
    return Listed(kind, name, code) if kind and _is_certain(name) else None


def _kind_and_name(words: str) -> tuple[str, str]:
    if found := _KIND.fullmatch(words):
        return (found[1] or found[3]).casefold(), found[2] or found[4]
    if found := _SHORT.fullmatch(words):
        short = (found[1] or found[3]).replace(".", "").replace(" ", "")
        return _SHORT_KINDS[short], found[2] or found[4]
    return "", ""


def _is_certain(name: str) -> bool:
    """Whether *name* is one name: without figures, unless it is a number, and without a second kind."""
    has_digits = any(c.isdigit() for c in name)
    second = re.search(rf"\b(?:{'|'.join(LOAI_CAP_XA)}|huyện|tỉnh)\b", name, re.IGNORECASE)
    return is_name(name) and not second and (not has_digits or name.isdecimal()) and not re.search(r"[;:,/|=]", name)


def _in_small(name: str) -> str:
    """A *name* in capitals as names are written; any other stays as it is."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 2 or any(c.islower() for c in letters):
        return name
    words = (w if _ROMAN.fullmatch(w) else "-".join(part.capitalize() for part in w.split("-")) for w in name.split())
    return " ".join(words)
