"""Claims without a number: “none was late” must be true as well."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from cqtt.markup.walk import GIVEN, Passage
from cqtt.models.report_type import Absolute
from cqtt.models.so_lieu import SoLieu
from cqtt.prose.claims import ELSEWHERE, GOAL, sentences
from cqtt.prose.finding import Finding

_STRETCH = rf"(?:{GIVEN}|[^.;,\ue000\ue001]){{0,40}}"
"""What “…” stands for in an absolute claim: some more words, and figures, of the same part of a sentence."""


def absolute_claims(
    passage: Passage, typed: str, figures: Mapping[str, SoLieu], absolute: Absolute
) -> Iterator[Finding]:
    """LV02 where a sentence makes the *absolute* claim, and one of the figures that must be nothing is not."""
    if absolute.about not in typed.casefold():
        return
    words = _compiled(absolute.words)
    for start, sentence in sentences(typed):
        found = words.search(sentence)
        if found is None or GOAL.search(sentence) or ELSEWHERE.search(sentence):
            continue
        late = [figures[path] for path in absolute.zero if path in figures and figures[path].gia_tri]
        if late:
            at = start + found.start()
            claim = passage.words[at : start + found.end()]
            message = f"“{claim}” mâu thuẫn với {late[0].duong_dan} là {late[0].in_ra}"
            yield Finding(at, (claim,), "LV02", message, absolute.hint)


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("…", _STRETCH), re.IGNORECASE)
