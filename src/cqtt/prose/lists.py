"""Counts stated in words before a list: “9 xã, phường gồm: …” needs nine names, “5 sáng kiến, gồm:” five items."""

import re
from collections.abc import Iterator, Mapping

from cqtt import numerals
from cqtt.markup.walk import GIVEN, Passage
from cqtt.models.so_lieu import SoLieu
from cqtt.prose.finding import Finding
from cqtt.prose.numbers import NUMBER, without_known

_STATED = re.compile(rf"(?<![\d.,/])(?P<count>{GIVEN}|\d+) [^.;:\ue000\ue001]{{0,80}}?(?:{GIVEN})? ?gồm:\s*(?=\S)")
_GIVEN = re.compile(GIVEN)
_NAMES = re.compile(r"(?P<list>[^.;:()\ue000]+)(?:[.;)]|$)")
_BEFORE_A_LIST = re.compile(r"(?:(?:gồm|sau|sau đây|là)|(?:^|[.;] )Có [^.;:]*):\s*$")
_THINGS = re.compile(
    r"\s(?:nhóm|sáng kiến|mô hình|giải pháp|biện pháp|nội dung|nhiệm vụ|tiêu chí|hạn chế|tồn tại|kiến nghị|đề xuất"
    "|vấn đề|điểm|việc|bước|văn bản|hình thức|cách làm|đơn vị|xã|phường|thị trấn|đặc khu)"
)
"""What lists enumerate; people, papers or money are broken down in them."""
_CLAUSE_END = re.compile(r"[.;]\s")
_MANY = re.compile(r"\b(?:các|những) ")
_WHICH_FOLLOW = re.compile(r"sau(?: đây)?:\s*$")
_HINT = "sửa số, hoặc dùng số liệu với bộ lọc liet_ke"


def stated_counts(passage: Passage, typed: str, figures: Mapping[str, SoLieu]) -> Iterator[Finding]:
    """LV03 for each count that is not that of the names, or of the items, behind it."""
    yield from _listed(passage, typed, figures)
    for found in _STATED.finditer(typed) if "gồm:" in typed else ():
        stated = _number(passage.words[slice(*found.span("count"))])
        named = _named(passage, typed, found.end())
        if None not in (stated, named) and stated != named:
            message = f"nêu {stated} nhưng liệt kê {named}"
            yield Finding(found.start(), (found["count"],), "LV03", message, _HINT)
    if passage.place.items and _BEFORE_A_LIST.search(typed):
        yield from _before_items(passage, typed)


def _listed(passage: Passage, typed: str, figures: Mapping[str, SoLieu]) -> Iterator[Finding]:
    """A list of units put in, and before it in its clause counts of units put in: one must be right."""
    at, counts = 0, set[int]()
    last = count = 0
    for start, node in passage.figures:
        figure = figures.get(node.path)
        if figure is None or figure.don_vi is None or figure.duong_dan == "so_don_vi":
            continue
        if _CLAUSE_END.search(typed, last, start):
            counts.clear()
        last = start + len(node.text)
        value = _number(node.text)
        if value is not None:
            at, count = start, value
            counts.add(value)
        elif counts and (named := _count_names(node.text)) not in counts:
            yield Finding(at, (), "LV03", f"nêu {count} nhưng liệt kê {named}", _HINT)


def _before_items(passage: Passage, typed: str) -> Iterator[Finding]:
    """The last clause of *typed* states a number, and items follow: one of its numbers must be theirs."""
    start = max((found.end() for found in _CLAUSE_END.finditer(typed)), default=0)
    others = _others(typed)
    stated = [
        (at, words)
        for at, words in _numbers(passage, typed, start)
        if _THINGS.match(passage.words, at + len(words)) and others < at
    ]
    items = passage.place.items
    if stated and all(_number(words) != items for _, words in stated):
        at, words = stated[0]
        message = f"nêu {_number(words)} nhưng liệt kê {items} mục"
        yield Finding(at, (typed[at : at + len(words)],), "LV03", message, "sửa số, hoặc thêm bớt mục")


def _others(typed: str) -> int:
    """Where it is said that not what is counted follows, but others: “17 xã thực hiện các nhiệm vụ sau:”; -1 if not."""
    if not _WHICH_FOLLOW.search(typed):
        return -1
    end = typed.rindex(":")
    clause = 1 + max(typed.rfind(mark, 0, end) for mark in ".;:")
    return max((found.start() for found in _MANY.finditer(typed, clause)), default=-1)


def _numbers(passage: Passage, typed: str, start: int) -> Iterator[tuple[int, str]]:
    """The whole numbers behind *start*, put in or typed: where each stands, and as what."""
    for at, figure in passage.figures:
        is_count = not figure.path.startswith(("ky.", "van_ban.", "so_voi_")) and _number(figure.text) is not None
        if at >= start and is_count:
            yield at, figure.text
    for found in NUMBER.finditer(without_known(typed), start):
        number = found[0].strip().rstrip(".,")
        if number.isdecimal():
            yield found.start(), number


def _number(words: str) -> int | None:
    digits = words.replace(".", "")
    return int(digits) if digits.isdecimal() else None


def _named(passage: Passage, typed: str, at: int) -> int | None:
    """How many names begin at *at*: those of a list put in, or typed ones up to a full stop; None for neither."""
    if given := _GIVEN.match(typed, at):
        return _count_names(passage.words[at : given.end()])
    found = _NAMES.match(typed, at)
    names = re.split(r", | và ", found["list"].strip()) if found else []
    are_names = len(names) > 1 and all(name[:1].isupper() and len(name.split()) <= 4 for name in names)
    return len(names) if are_names else None


def _count_names(text: str) -> int | None:
    """How many names *text* lists; more than a sentence names are given as their number."""
    if (number := _number(text)) is not None:
        return number
    return len(re.split(r", | và ", text)) if text and text != numerals.ABSENT else 0
