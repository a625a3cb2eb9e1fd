"""Claims about rates, typed as words: “đạt trên 98%” must be true of the rate that the sentence speaks of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import TypeAlias

from cqtt import numerals
from cqtt.markup.walk import Passage
from cqtt.models.so_lieu import DonViTinh, SoLieu
from cqtt.prose.finding import Finding

Called: TypeAlias = tuple[tuple[str, re.Pattern[str]], ...]
"""Rates, each with the words by which sentences speak of it (``ReportType.called``)."""

_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")
GOAL = re.compile("chỉ tiêu|mục tiêu|phấn đấu|kế hoạch giao|để hoàn thành|yêu cầu đạt", re.IGNORECASE)
"""What is wished for is no claim about what is."""
ELSEWHERE = re.compile(
    r"bảo đảm|đảm bảo|duy trì|quyết tâm|yêu cầu|nâng tỷ lệ|để tỷ lệ|đến hết|đến năm|một số|(?:đơn vị|xã|phường) có"
    r"|cùng kỳ|(?:năm|quý|kỳ|tháng) trước|năm \d{4}|của (?:xã|phường|thị trấn|đặc khu) \w"
    "|thanh toán|hộ tịch|hài lòng|mức độ",
    re.IGNORECASE,
)
"""Signs that a sentence that prints no rate speaks of another time, another place or another rate."""
_SHARE = re.compile(r"(?<![\w,.])(?P<number>\d+(?:,\d+)?)\s?(?:%|phần trăm) (?:tổng )?(?:số )?hồ sơ", re.IGNORECASE)
"""A claim that begins with its number: ``100% hồ sơ được giải quyết đúng hạn``."""


def sentences(typed: str) -> Iterator[tuple[int, str]]:
    """The sentences of *typed*, each with its offset. A stop inside a figure ends none."""
    start = 0
    for found in _SENTENCE_END.finditer(typed):
        yield start, typed[start : found.start()]
        start = found.end()
    yield start, typed[start:]


def claims(passage: Passage, typed: str, figures: Mapping[str, SoLieu], called: Called) -> Iterator[Finding]:
    """LV02 for each typed claim that is true of none of the rates it can be about.

    These are the rates printed in its sentence; else those that the sentence names; else those of the paragraph.
    """
    if "%" not in typed and "phần trăm" not in typed:
        return
    found = ((at, figures.get(figure.path)) for at, figure in passage.figures)
    printed = [(at, rate) for at, rate in found if rate is not None and rate.don_vi_tinh is DonViTinh.PHAN_TRAM]
    everywhere = _different(printed)
    for start, sentence in sentences(typed):
        stated = [] if GOAL.search(sentence) else list(_stated(sentence))
        if stated:
            first, last = (bisect_left(printed, at, key=itemgetter(0)) for at in (start, start + len(sentence)))
            rates = _different(printed[first:last]) or _meant(sentence, figures, called, everywhere)
            for claim in stated:
                yield from _claim(claim, start + claim.start("number"), rates)


def _stated(sentence: str) -> Iterator[re.Match[str]]:
    """The claims in *sentence*, with or without a word before their number."""
    found = {claim.start("number"): claim for claim in numerals.CLAIM.finditer(sentence)}
    bare = {claim.start("number"): claim for claim in _SHARE.finditer(sentence)}
    yield from (bare | found).values()


def _meant(sentence: str, figures: Mapping[str, SoLieu], called: Called, everywhere: list[SoLieu]) -> list[SoLieu]:
    """The rates that a claim in *sentence*, which prints none, can be about; *everywhere* are those of its passage."""
    if ELSEWHERE.search(sentence):
        return []
    return [figures[path] for path, words in called if path in figures and words.search(sentence)] or everywhere


def _different(printed: Sequence[tuple[int, SoLieu]]) -> list[SoLieu]:
    return list({rate.duong_dan: rate for _, rate in printed}.values())


def _claim(claim: re.Match[str], at: int, rates: list[SoLieu]) -> Iterator[Finding]:
    """LV02 where *claim*, the number of which stands *at* this offset, is true of none of *rates*."""
    known = [(rate, Decimal(rate.gia_tri), rate.so_in) for rate in rates if rate.gia_tri is not None]
    word = claim.groupdict().get("word") or "đạt"
    if not known or any(numerals.claim_holds(word, claim["number"], value, so or 0) for _, value, so in known):
        return
    rate, value, _ = known[0]
    message = f"“{claim[0]}” mâu thuẫn với {rate.duong_dan} là {rate.in_ra}"
    yield Finding(at, (claim[0], claim["number"]), "LV02", message, f"đúng ra là “{numerals.above(value)}”")
