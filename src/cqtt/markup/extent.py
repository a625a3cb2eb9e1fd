"""How much text there is, before it is read: reading, setting and checking take their time with every mark in it."""

from collections.abc import Sequence
from itertools import accumulate

from cqtt.manuscript import Manuscript
from cqtt.problems import Problem

LEAST, PER_COMMUNE = 10_000, 200
"""What a report may hold, counted as ``extent`` counts: two and a half times the longest one known and more."""
_MARKS = "|*_[]~<"
_LINE = _SLOT = 4


def too_long(manuscript: Manuscript, communes: int) -> Problem | None:
    """VB14, where the text is more than a report on so many *communes* can be; it stands where the text is too long."""
    most = LEAST + PER_COMMUNE * communes
    if extent(manuscript.lines) <= most:
        return None
    row = next(i for i, size in enumerate(accumulate(extent((line,)) for line in manuscript.lines)) if size > most)
    hint = "xem khuôn mẫu có vòng for in lặp, lời văn có chép nhầm nội dung khác không"
    return Problem(manuscript.position(row), "VB14", "đến đây văn bản đã dài quá mức một báo cáo", hint)


def extent(lines: Sequence[str]) -> int:
    """The size of a text: a paragraph's line and words from the data count as four cells or marks."""
    text = "\n".join(lines)
    begun = sum(1 for line in lines if not line.startswith("|") and line.strip())
    return _LINE * begun + _SLOT * text.count("\ue000") + sum(map(text.count, _MARKS))
