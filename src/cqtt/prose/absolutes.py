"""Claims without a number: “none was late” must be true as well."""

from collections.abc import Iterator, Mapping

from cqtt.models.report_type import Absolute
from cqtt.models.so_lieu import SoLieu
from cqtt.problems import Problem
from cqtt.prose.claims import ELSEWHERE, GOAL, SENTENCE_END
from cqtt.prose.passages import Passage


def absolute_claims(passage: Passage, figures: Mapping[str, SoLieu], absolute: Absolute) -> Iterator[Problem]:
    """LV02 where a sentence claims that a figure is nothing, and it is not."""
    if absolute.about not in passage.text.casefold():
        return
    start = 0
    for sentence in SENTENCE_END.split(passage.text):
        at = passage.text.index(sentence, start)
        start = at + len(sentence)
        found = absolute.pattern.search(sentence)
        if found is None or GOAL.search(sentence) or ELSEWHERE.search(sentence):
            continue
        late = [figures[path] for path in absolute.zero if path in figures and figures[path].gia_tri]
        if late:
            message = f"“{found[0]}” mâu thuẫn với {late[0].duong_dan} là {late[0].in_ra}"
            here = passage.place(at + found.start(), found[0])
            yield Problem(here, "LV02", message, absolute.hint)
