"""The kinds of administrative documents, and what the template of each leaves out (Phụ lục III, I and II)."""

import re
from enum import Enum, auto

from msgspec import Struct

from cqtt.names import fold


class Part(Enum):
    """An element that some documents do without."""

    NATION = auto()
    """Quốc hiệu and Tiêu ngữ."""
    ISSUER = auto()
    NUMBER = auto()
    DATED = auto()
    SUBJECT = auto()
    RECIPIENTS = auto()
    SIGNATURE = auto()


class Kind(Struct, frozen=True):
    """One kind: its name, its abbreviation in the number, the parts it does without.

    *qualified*: its name goes on with what it is about, ``HỢP ĐỒNG LAO ĐỘNG``. *between*: several parties sign it; it
    has no template, Quốc hiệu stands in the middle. *decides*: below the subject stands who decides (mẫu 1.1 to 1.3).
    """

    name: str
    short: str
    without: frozenset[Part] = frozenset()
    qualified: bool = False
    between: bool = False
    decides: bool = False


_UNTITLED = frozenset({Part.SUBJECT})
_BETWEEN = frozenset({Part.ISSUER, Part.NUMBER, Part.DATED, Part.SUBJECT, Part.RECIPIENTS})
_ALL = (
    Kind("NGHỊ QUYẾT", "NQ", decides=True),
    Kind("QUYẾT ĐỊNH", "QĐ", decides=True),
    Kind("CHỈ THỊ", "CT"),
    Kind("QUY CHẾ", "QC"),
    Kind("QUY ĐỊNH", "QyĐ"),
    Kind("THÔNG CÁO", "TC"),
    Kind("THÔNG BÁO", "TB"),
    Kind("HƯỚNG DẪN", "HD"),
    Kind("CHƯƠNG TRÌNH", "CTr"),
    Kind("KẾ HOẠCH", "KH"),
    Kind("PHƯƠNG ÁN", "PA"),
    Kind("ĐỀ ÁN", "ĐA"),
    Kind("DỰ ÁN", "DA"),
    Kind("BÁO CÁO", "BC"),
    Kind("BIÊN BẢN", "BB", frozenset({Part.DATED})),
    Kind("TỜ TRÌNH", "TTr"),
    Kind("HỢP ĐỒNG", "HĐ", _BETWEEN, qualified=True, between=True),
    Kind("CÔNG ĐIỆN", "CĐ"),
    Kind("BẢN GHI NHỚ", "BGN", _BETWEEN, qualified=True, between=True),
    Kind("BẢN THỎA THUẬN", "BTT", _BETWEEN, qualified=True, between=True),
    Kind("GIẤY ỦY QUYỀN", "GUQ", _UNTITLED),
    Kind("GIẤY MỜI", "GM"),
    Kind("GIẤY GIỚI THIỆU", "GGT", _UNTITLED),
    Kind("GIẤY NGHỈ PHÉP", "GNP", _UNTITLED),
    Kind("PHIẾU GỬI", "PG", _UNTITLED),
    Kind("PHIẾU CHUYỂN", "PC", _UNTITLED),
    Kind("PHIẾU BÁO", "PB", _UNTITLED),
)
KINDS = {fold(kind.name): kind for kind in _ALL}
"""The kinds of Phụ lục III, I by their folded names. A công văn has no name, and copies are copies of these."""
SHORT = (*(kind.short for kind in _ALL), "SY", "TrS", "SL")
"""The abbreviations, those of copies too; some have small letters, which no other part of a symbol has."""

_IN_NUMBER = re.compile(rf"/\s*(?:{'|'.join(SHORT)})\b")

ATTACHED = frozenset(Part) - {Part.SUBJECT}
"""What a document that is issued with another one does without: the other has it (mẫu 1.3, 2.2)."""

_LAW = re.compile(
    r"(?:hien phap|(?:bo )?luat(?! su)|phap lenh|lenh$|nghi dinh|nghi quyet lien tich|thong tu|van ban hop nhat)(?!\w)"
)
_LAW_NUMBER = re.compile(
    r"(?:\d*\s*/\s*)?(?:19|20)\d\d\s*/\s*"
    r"(?:nd|tt|ttlt\w*|l|pl|nqlt|qh\d+|ubtvqh\d+|(?:nq|qd|ct)\s*-\s*(?:hdnd|ubnd|ttg|ctn|hdtp|ktnn|tandtc|vksndtc)\w*)"
    r"(?:\W|$)|/(?:nd-cp|vbhn)\b"
)
_ENCLOSED = re.compile(r"\(?\s*(?:duoc )?(?:ban hanh |phe duyet )*kem theo\b")


def kind_of(words: str) -> Kind | None:
    """The kind that the line *words* names, alone or with what it is about behind it; None where it names none."""
    folded = fold(words).rstrip(" .:")
    if folded.startswith("phu luc hop dong"):
        return KINDS["hop dong"]
    return KINDS.get(folded) or next((kind for name, kind in KINDS.items() if folded.startswith(f"{name} ")), None)


def is_law(words: str) -> bool:
    """Whether the title *words* is that of a legal normative document: ``NGHỊ ĐỊNH``, ``LUẬT ĐẤT ĐAI``."""
    return _LAW.match(fold(words)) is not None


def has_law_number(words: str) -> bool:
    """Whether *words* hold the number of a legal normative document, which has a year: ``30/2020/NĐ-CP``.

    That of a decision or a resolution only where the body may issue one (Luật Ban hành văn bản quy phạm pháp luật).
    """
    return _LAW_NUMBER.search(fold(words)) is not None


def names_a_kind_in_number(words: str) -> bool:
    """Whether the number *words* has a kind in its symbol: ``Số: 05/BC-UBND``; that of a công văn has none."""
    return _IN_NUMBER.search(words) is not None


def encloses(words: str) -> bool:
    """Whether *words* say with what a document is issued: ``(Kèm theo Quyết định số …)``."""
    return _ENCLOSED.match(fold(words)) is not None


def encloses_with_law(words: str) -> bool:
    """Whether *words*, ``(Kèm theo Nghị định số …)``, name a legal normative document."""
    folded = fold(words)
    found = _ENCLOSED.match(folded)
    return found is not None and (_LAW.match(folded[found.end() :].strip()) is not None or has_law_number(words))


def same_tone(words: str) -> str:
    """*words* with the tone of ``HOÀ``, ``UỶ``, ``THOẢ`` where the Decree's text places it; both ways are in use."""
    for other, usual in (("OÀ", "ÒA"), ("OẢ", "ỎA"), ("UỶ", "ỦY"), ("OÁ", "ÓA"), ("OÈ", "ÒE")):
        words = words.replace(other, usual)
    return words
