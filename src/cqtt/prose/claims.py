"""Claims about rates, typed as words: “đạt trên 98%” must be true of the rate that the sentence speaks of."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from cqtt import numerals
from cqtt.models.so_lieu import DonViTinh, SoLieu
from cqtt.models.ty_le import TOAN_DIA_BAN, TY_LE
from cqtt.problems import Problem
from cqtt.prose.passages import Passage

_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")
_GOAL = re.compile("chỉ tiêu|mục tiêu|phấn đấu|kế hoạch giao|để hoàn thành|yêu cầu đạt", re.IGNORECASE)
"""What is wished for is no claim about what is."""
_CALLED = tuple((rate.duong_dan, re.compile(rate.cach_goi, re.IGNORECASE)) for rate in (*TY_LE, TOAN_DIA_BAN))


def claims(passage: Passage, figures: Mapping[str, SoLieu]) -> Iterator[Problem]:
    """LV02 for each typed claim that is true of none of the rates it can be about.

    These are the rates printed in its sentence; else those that the sentence names; else those of the paragraph.
    """
    if not numerals.CLAIM.search(passage.text):
        return
    start = 0
    for sentence in _SENTENCE_END.split(passage.text):
        at = passage.text.index(sentence, start)
        start = at + len(sentence)
        found = [] if _GOAL.search(sentence) else list(numerals.CLAIM.finditer(sentence))
        rates = _meant(sentence, passage, figures) if found else []
        for claim in found:
            yield from _claim(claim, at, passage, rates)


def _claim(found: re.Match[str], at: int, passage: Passage, rates: list[SoLieu]) -> Iterator[Problem]:
    values = [Decimal(rate.gia_tri) for rate in rates if rate.gia_tri is not None]
    if not values or any(numerals.claim_holds(found["word"], found["number"], value) for value in values):
        return
    message = f"“{found[0]}” mâu thuẫn với {rates[0].duong_dan} là {rates[0].in_ra}"
    hint = f"đúng ra là “{numerals.above(values[0])}”"
    yield Problem(passage.place(at + found.start(), found[0]), "LV02", message, hint)


def _meant(sentence: str, passage: Passage, figures: Mapping[str, SoLieu]) -> list[SoLieu]:
    """The rates that a claim in *sentence* can be about, the likeliest first."""
    named = [figures[path] for path, words in _CALLED if path in figures and words.search(sentence)]
    return _printed(sentence, passage, figures) or named or _printed(passage.text, passage, figures)


def _printed(text: str, passage: Passage, figures: Mapping[str, SoLieu]) -> list[SoLieu]:
    found = (figures.get(insert.path) for insert in passage.inserts(text))
    return [figure for figure in found if figure is not None and figure.don_vi_tinh is DonViTinh.PHAN_TRAM]
