"""Claims without a number: “không có hồ sơ quá hạn” must be true as well."""

import re
from collections.abc import Iterator, Mapping

from cqtt.models.so_lieu import SoLieu
from cqtt.problems import Problem
from cqtt.prose.claims import ELSEWHERE, GOAL, SENTENCE_END
from cqtt.prose.passages import Passage

_LATE = ("ho_so.da_giai_quyet.qua_han", "ho_so.dang_giai_quyet.qua_han")
_NONE_LATE = re.compile(
    r"không (?:có|còn) (?:bất kỳ |một )?hồ sơ (?:nào )?(?:bị )?(?:giải quyết )?(?:quá|trễ|chậm) hạn"
    r"|(?:tất cả|toàn bộ|mọi) (?:các )?hồ sơ [^.;,]{0,40}đúng hạn",
    re.IGNORECASE,
)


def absolute_claims(passage: Passage, figures: Mapping[str, SoLieu]) -> Iterator[Problem]:
    """LV02 where a sentence says that no dossier was late, and some were."""
    if "hồ sơ" not in passage.text.casefold():
        return
    start = 0
    for sentence in SENTENCE_END.split(passage.text):
        at = passage.text.index(sentence, start)
        start = at + len(sentence)
        found = _NONE_LATE.search(sentence)
        if found is None or GOAL.search(sentence) or ELSEWHERE.search(sentence):
            continue
        late = [figures[path] for path in _LATE if path in figures and figures[path].gia_tri]
        if late:
            message = f"“{found[0]}” mâu thuẫn với {late[0].duong_dan} là {late[0].in_ra}"
            here = passage.place(at + found.start(), found[0])
            yield Problem(here, "LV02", message, "nêu số hồ sơ quá hạn, hoặc bỏ câu này")
