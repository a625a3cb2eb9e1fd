"""Documents and dates cited by hand: their grammar, and whether the register should have named them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from cqtt.models.vien_dan import CUA_DANG, NHA_NUOC, VIET_TAT, VanBanVienDan
from cqtt.numerals import day
from cqtt.problems import Severity
from cqtt.prose.finding import Finding

_KINDS = "|".join(("công văn", *VIET_TAT))
_NUMBERED = re.compile(
    rf"(?<!mẫu )(?<!biểu )\b(?:số:?|{_KINDS}) _*(?P<symbol>\d+[-/](?=[\w/.-]*[^\W\d_])[\w/.-]*\w)", re.IGNORECASE
)
_STATE, _PARTY = re.compile(rf"(\d+)/({NHA_NUOC})"), re.compile(rf"(\d+)-({CUA_DANG})")
_DATE = re.compile(r"(?<![\w/.-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\w/])")
_IN_WORDS = re.compile(r"(?<=ngày )(\d{1,2}) tháng (\d{1,2}) năm (\d{4})")


def citations(typed: str, documents: Sequence[VanBanVienDan]) -> Iterator[Finding]:
    """LV04, a warning: number and symbol that neither the state nor the Party writes so, or that the register has."""
    for found in _NUMBERED.finditer(typed):
        symbol = found["symbol"]
        message, hint = _said(symbol, documents)
        if message:
            yield Finding(found.start("symbol"), (symbol,), "LV04", message, hint, Severity.WARNING)


def _said(symbol: str, documents: Sequence[VanBanVienDan]) -> tuple[str, str]:
    """What is wrong with *symbol*, typed by hand, and the fix; empty where nothing is."""
    match = _STATE.fullmatch(symbol) or _PARTY.fullmatch(symbol)
    if match is None:
        hint = "văn bản của Nhà nước: 898/UBND-NV, 127/KH-UBND; của Đảng: 2858-CV/TU"
        return f"“{symbol}” không đúng dạng số, ký hiệu văn bản", hint
    for document in documents:
        if (document.so, document.ky_hieu) == (int(match[1]), match[2]):
            return f"{document.ngan} có trong van_ban mà gõ tay", f"dùng {{{{ van_ban.{document.ma} | vien_dan }}}}"
    return "", ""


def dates(typed: str) -> Iterator[Finding]:
    """LV05, a warning: dates that do not exist, or lack the zero of days below ten and of January and February."""
    for found in (*_DATE.finditer(typed), *_IN_WORDS.finditer(typed)):
        right = _day(*map(int, found.groups()))
        if right and "tháng" in found[0]:
            right = "{} tháng {} năm {}".format(*right.split("/"))
        if right != found[0]:
            message = f"ngày {found[0]} viết sai cách" if right else f"ngày {found[0]} không có thật"
            hint = f"viết {right}" if right else "kiểm tra ngày, tháng"
            yield Finding(found.start(), (found[0],), "LV05", message, hint, Severity.WARNING)


def _day(d: int, m: int, y: int) -> str:
    """The date as it is printed (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.b); empty where there is no such day."""
    try:
        return day(date(y, m, d))
    except ValueError:
        return ""
