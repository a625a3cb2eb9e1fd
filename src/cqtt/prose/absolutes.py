"""Claims without a number: “không có hồ sơ quá hạn” must be true as well."""

import re
from collections.abc import Iterator, Mapping

from cqtt.markup.walk import GIVEN, Passage
from cqtt.models.so_lieu import SoLieu
from cqtt.prose.claims import ELSEWHERE, GOAL, sentences
from cqtt.prose.finding import Finding

_LATE = ("ho_so.da_giai_quyet.qua_han", "ho_so.dang_giai_quyet.qua_han")
_NONE_LATE = re.compile(
    r"không (?:có|còn) (?:bất kỳ |một )?hồ sơ (?:nào )?(?:bị )?(?:giải quyết )?(?:quá|trễ|chậm) hạn"
    rf"|(?:tất cả|toàn bộ|mọi) (?:các )?hồ sơ (?:{GIVEN}|[^.;,\ue000\ue001]){{0,40}}đúng hạn",
    re.IGNORECASE,
)


def absolute_claims(passage: Passage, typed: str, figures: Mapping[str, SoLieu]) -> Iterator[Finding]:
    """LV02 where a sentence says that no dossier was late, and some were."""
    if "hồ sơ" not in typed.casefold():
        return
    for start, sentence in sentences(typed):
        found = _NONE_LATE.search(sentence)
        if found is None or GOAL.search(sentence) or ELSEWHERE.search(sentence):
            continue
        late = [figures[path] for path in _LATE if path in figures and figures[path].gia_tri]
        if late:
            at = start + found.start()
            claim = passage.words[at : start + found.end()]
            message = f"“{claim}” mâu thuẫn với {late[0].duong_dan} là {late[0].in_ra}"
            yield Finding(at, (claim,), "LV02", message, "nêu số hồ sơ quá hạn, hoặc bỏ câu này")
