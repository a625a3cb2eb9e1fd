"""What a report that lies there is: as the data give it, edited by hand, or built from data that have changed since."""

import re
from enum import Enum

from cqtt.faults import EnvironmentFault
from cqtt.fingerprint import is_ours
from cqtt.word.anchors import mark_of
from cqtt.word.reading.archive import open_package
from cqtt.word.reading.paper import Paper, read_paper
from cqtt.word.reading.units import Unit

_REGISTRY = re.compile(r"Số:|.*\bngày\b.*\btháng\b.*\bnăm \d{4}\b|\(Kèm theo")
"""Lines into which number and date are written after signing."""


class Standing(Enum):
    """The state of a report that was built; the value is what is said of it."""

    MISSING = "chưa có"
    SAME = "đúng với số liệu"
    DATA = "số liệu đổi sau khi lập"
    EDITED = "đã sửa tay"
    SAVED = "đã lưu lại hoặc ghi số, ngày; lời và số liệu vẫn đúng"
    UNKNOWN = "khác với số liệu, không rõ đã sửa tay hay số liệu đổi"


def standing(report: bytes, data: bytes | None) -> Standing:
    """What the file *data* is, None where there is none, beside the *report* as it is built now."""
    if data is None:
        return Standing.MISSING
    if data == report:
        return Standing.SAME
    try:
        paper, now = (read_paper(open_package(file)) for file in (data, report))
    except EnvironmentFault:
        return Standing.UNKNOWN
    said, given = ([_without_number(unit) for unit in some.every] for some in (paper, now))
    if said == given:
        return Standing.SAVED
    if is_ours(data):
        return Standing.DATA
    if not paper.anchored:
        return Standing.UNKNOWN
    return Standing.EDITED if _is_edited(paper) else Standing.DATA


def _without_number(unit: Unit) -> str:
    """The words of *unit*; of a line of the registry's those beside number and date."""
    return re.sub(r"[\d\s]", "", unit.key) if _REGISTRY.match(unit.key) else unit.key


def _is_edited(paper: Paper) -> bool:
    """Whether a paragraph says something else than when it was built, is new, or is gone."""
    last = dict.fromkeys("prn", 0)
    for unit in paper.every:
        if _REGISTRY.match(unit.key):
            if unit.hashed:
                last[unit.hashed.kind] = unit.hashed.number
            continue
        found = unit.hashed
        if found is None or found.mark != mark_of(unit.key) or found.number != last[found.kind] + 1:
            return True
        last[found.kind] = found.number
    return bool(paper.taken)
