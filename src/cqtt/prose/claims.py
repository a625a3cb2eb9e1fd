"""Claims about rates, typed as words: “đạt trên 98%” must be true of the rate that the sentence speaks of."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from cqtt import numerals
from cqtt.models.so_lieu import DonViTinh, SoLieu
from cqtt.problems import Position, Problem
from cqtt.prose.passages import Passage

Called: TypeAlias = "tuple[tuple[str, re.Pattern[str]], ...]"
"""Rates, each with the words by which sentences speak of it (``ReportType.called``)."""

SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")
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


def claims(passage: Passage, figures: Mapping[str, SoLieu], called: Called) -> Iterator[Problem]:
    """LV02 for each typed claim that is true of none of the rates it can be about; *called* is how they are spoken of.

    These are the rates printed in its sentence; else those that the sentence names; else those of the paragraph.
    """
    if "%" not in passage.text and "phần trăm" not in passage.text:
        return
    written = [i for i, letter in enumerate(passage.text) if letter != "*"]  # “đạt **98%**” is a claim in bold
    text, start = passage.text.replace("*", ""), 0
    for sentence in SENTENCE_END.split(text):
        at = text.index(sentence, start)
        start = at + len(sentence)
        found = [] if GOAL.search(sentence) else list(_stated(sentence))
        rates = _meant(sentence, passage, figures, called) if found else []
        for claim in found:
            words = claim[0] if claim[0] in passage.text else claim["number"]
            yield from _claim(claim, passage.place(written[at + claim.start("number")], words), rates)


def _stated(sentence: str) -> Iterator[re.Match[str]]:
    """The claims in *sentence*, with or without a word before their number."""
    found = {claim.start("number"): claim for claim in numerals.CLAIM.finditer(sentence)}
    bare = {claim.start("number"): claim for claim in _SHARE.finditer(sentence)}
    yield from (bare | found).values()


def _claim(found: re.Match[str], here: Position, rates: list[SoLieu]) -> Iterator[Problem]:
    known = [(rate, Decimal(rate.gia_tri), rate.so_in) for rate in rates if rate.gia_tri is not None]
    word = found.groupdict().get("word") or "đạt"
    if not known or any(numerals.claim_holds(word, found["number"], value, so or 0) for _, value, so in known):
        return
    rate, value, _ = known[0]
    message = f"“{found[0]}” mâu thuẫn với {rate.duong_dan} là {rate.in_ra}"
    yield Problem(here, "LV02", message, f"đúng ra là “{numerals.above(value)}”")


def _meant(sentence: str, passage: Passage, figures: Mapping[str, SoLieu], called: Called) -> list[SoLieu]:
    """The rates that a claim in *sentence* can be about, the likeliest first."""
    if printed := _printed(sentence, passage, figures):
        return printed
    if ELSEWHERE.search(sentence):
        return []
    named = [figures[path] for path, words in called if path in figures and words.search(sentence)]
    return named or _printed(passage.text, passage, figures)


def _printed(text: str, passage: Passage, figures: Mapping[str, SoLieu]) -> list[SoLieu]:
    found = (figures.get(insert.path) for insert in passage.inserts(text))
    return [figure for figure in found if figure is not None and figure.don_vi_tinh is DonViTinh.PHAN_TRAM]
