"""How numbers are printed: 5.007, 05, 96,6%, 17 tỷ đồng. Exact arithmetic, rounded half up, here and nowhere else.

Decree 30 is silent on number formats; comma for decimals and full stop for thousands are those of the accounting law.
"""

import re
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import NamedTuple

ABSENT = "–"
"""Printed where a figure does not exist: a rate without a denominator is neither 0 % nor 100 %."""

_TENTH, _ONE = Decimal("0.1"), Decimal(1)
_TY, _TRIEU, _NGHIN = 10**9, 10**6, 10**3


def count(value: int) -> str:
    """A count with its thousands set off: ``5.007``."""
    return f"{value:,}".replace(",", ".")


def written(value: int | Decimal) -> str:
    """A number that is not negative, with just the decimals that it has: ``5.007``, ``96,6``, ``100,0``."""
    if isinstance(value, int):
        return count(value)
    whole, comma, decimals = f"{value:f}".replace(".", ",").partition(",")
    return f"{count(int(whole))}{comma}{decimals}"


def decimal(value: int | Decimal) -> str:
    """A measured number: whole where it is exactly whole, otherwise with one decimal, rounded half up: ``3,2``."""
    return written(rounded(value))


def rounded(value: int | Decimal) -> int | Decimal:
    """*value* as a measured number is printed: whole where it is exactly whole, else to one decimal, half up."""
    if isinstance(value, int) or value == value.to_integral_value():
        return int(value)
    return value.quantize(_TENTH, ROUND_HALF_UP)


def padded(value: int | Decimal) -> str:
    """As it is customary before units, with a zero in front of 1 to 9: ``03``; decimals keep none: ``3,2``."""
    text = decimal(value)
    return f"0{text}" if len(text) == 1 and text != "0" else text


def tenths(rate: Decimal) -> int:
    """*rate* in tenths of a percent, rounded half up: 0.96626 gives 966."""
    return int((rate * 1000).quantize(_ONE, ROUND_HALF_UP))


def percentage(rate: Decimal, *, complement_of: Decimal | None = None) -> int | Decimal:
    """*rate* in percent as it is printed, to one decimal: 96.6; exactly nothing and exactly all are 0 and 100.

    With *complement_of*, what is left of 100.0 after that rate as printed, so that the two always add up.
    """
    if rate in (0, 1):
        return int(rate * 100)
    value = tenths(rate) if complement_of is None else 1000 - tenths(complement_of)
    return Decimal(value).scaleb(-1)


def percent(rate: Decimal) -> str:
    """*rate* in percent with one decimal: ``96,6%``; exactly nothing and exactly all are ``0%`` and ``100%``."""
    return f"{written(percentage(rate))}%"


class Printed(NamedTuple):
    """A number as it stands on paper; of ``96,6%`` the *value* is 96.6."""

    value: Decimal
    decimals: int
    percent: bool


_PRINTED = re.compile(r"(?P<whole>0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*)(?:,(?P<tenths>[0-9]))?(?P<percent>%)?")


def printed(text: str) -> Printed | None:
    """What ``count``, ``decimal`` and ``percent`` have printed, read back; None for anything else."""
    found = _PRINTED.fullmatch(text)
    if not found:
        return None
    whole, tenths = found["whole"].replace(".", ""), found["tenths"]
    return Printed(Decimal(f"{whole}.{tenths}" if tenths else whole), len(tenths or ""), bool(found["percent"]))


def above(rate: Decimal) -> str:
    """The whole percent below *rate*, as it is claimed in prose: ``trên 96%``; a rate that is whole is just that."""
    whole = (rate * 100).quantize(_ONE, ROUND_FLOOR)
    return f"{whole}%" if whole == rate * 100 else f"trên {whole}%"


_CLAIM_WORDS = (
    "không dưới|ít nhất|tối thiểu|không quá|tối đa|chưa đến|chưa tới|dưới|trên|hơn|gần|khoảng|xấp xỉ"
    "|đạt|chiếm|tỷ lệ|là|bằng|tới"
)
CLAIM = re.compile(rf"\b(?P<word>{_CLAIM_WORDS}) (?P<number>\d+(?:,\d+)?)\s?(?:%|phần trăm)", re.IGNORECASE)
"""A claim about a rate, as prose makes it: ``trên 96%``, ``đạt 96,6%``, ``không dưới 95 phần trăm``."""

_NEAR, _ROUGHLY = Decimal("0.05"), Decimal("0.01")


def claim_holds(word: str, number: str, rate: Decimal, printed: int | Decimal) -> bool:
    """Whether ``trên 96%`` (*word* and *number*) is true of *rate*; ``đạt`` states it as it is *printed*, in percent.

    ``gần`` may be five points below, ``khoảng`` one point off.
    """
    stated = Decimal(number.replace(",", ".")) / 100
    match word.lower():
        case "trên" | "hơn":
            return rate > stated
        case "không dưới" | "ít nhất" | "tối thiểu":
            return rate >= stated
        case "dưới" | "chưa đến" | "chưa tới":
            return rate < stated
        case "không quá" | "tối đa":
            return rate <= stated
        case "gần":
            return stated - _NEAR <= rate < stated
        case "khoảng" | "xấp xỉ":
            return abs(rate - stated) <= _ROUGHLY
        case _:
            return tenths(stated) == printed * 10


def money(dong: int) -> str:
    """An amount in the largest unit that states it exactly: ``17 tỷ đồng``, ``1,5 tỷ đồng``, ``1.596.000 đồng``."""
    for unit, step, name in ((_TY, _TRIEU, "tỷ đồng"), (_TRIEU, _NGHIN * 100, "triệu đồng")):
        if dong >= unit and dong % step == 0:
            whole, rest = divmod(dong, unit)
            decimals = f"{rest:0{len(str(unit)) - 1}}".rstrip("0")
            return f"{count(whole)}{',' if decimals else ''}{decimals} {name}"
    return f"{count(dong)} đồng"


def day(value: date) -> str:
    """A date in figures; days below 10 and January and February take a zero (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.b)."""
    return f"{value.day:02}/{month(value.month)}/{value.year}"


def month(value: int) -> str:
    """The number of a month: ``02`` but ``3``."""
    return f"{value:02}" if value <= 2 else str(value)


def roman(value: int) -> str:
    """A Roman numeral, 1 to 3999."""
    out = ""
    for number, letters in _ROMAN:
        out += letters * (value // number)
        value %= number
    return out


_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
