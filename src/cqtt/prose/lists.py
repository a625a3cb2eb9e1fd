"""Counts stated in words before a list: “9 xã, phường gồm: …” needs nine names, “5 sáng kiến, gồm:” five items."""

import re
from collections.abc import Iterator, Mapping, Sequence

from cqtt import numerals
from cqtt.manuscript import SLOT
from cqtt.models.so_lieu import SoLieu
from cqtt.problems import Problem
from cqtt.prose.numbers import NUMBER, without_known
from cqtt.prose.passages import Passage

_STATED = re.compile(
    r"(?P<count>\ue000\d+\ue001|\d+) (?P<what>[^.;:\ue000]{0,80}?)(?P<kinds>\ue000\d+\ue001)? ?gồm:\s*(?=\S)"
)
_NAMES = re.compile(r"(?P<list>[^.;:()\ue000]+)(?:[.;)]|$)")
_BEFORE_A_LIST = re.compile(r"(?:(?:gồm|sau|sau đây|là)|(?:^|[.;] )Có [^.;:]*):\s*$")
_THINGS = re.compile(
    r"\s(?:nhóm|sáng kiến|mô hình|giải pháp|biện pháp|nội dung|nhiệm vụ|tiêu chí|hạn chế|tồn tại|kiến nghị|đề xuất"
    "|vấn đề|điểm|việc|bước|văn bản|hình thức|cách làm|đơn vị|xã|phường|thị trấn|đặc khu)"
)
"""What lists enumerate; people, dossiers or money are broken down in them."""
_CLAUSE_END = re.compile(r"[.;]\s")
_HINT = "sửa số, hoặc dùng số liệu với bộ lọc liet_ke"


def stated_counts(passages: Sequence[Passage], figures: Mapping[str, SoLieu]) -> Iterator[Problem]:
    """LV03 for each count that is not that of the names, or of the items, behind it."""
    for i, passage in enumerate(passages):
        yield from _listed(passage, figures)
        for found in _STATED.finditer(passage.text) if "gồm:" in passage.text else ():
            named = _named(passage, found.end())
            stated = _value(found["count"], passage)
            if None not in (stated, named) and stated != named:
                here = passage.place(found.start(), found["count"])
                yield Problem(here, "LV03", f"nêu {stated} nhưng liệt kê {named}", _HINT)
        if passage.text.endswith(": ") and _BEFORE_A_LIST.search(passage.text):
            yield from _before_items(passage, _items(passages, i + 1))


def _listed(passage: Passage, figures: Mapping[str, SoLieu]) -> Iterator[Problem]:
    """A list of communes put in, and before it in its clause a count of communes put in: one of them must be right."""
    counts: list[tuple[int, str, int]] = []
    last = 0
    for found in SLOT.finditer(passage.text):
        insert = passage.manuscript.inserts[int(found[1])]
        figure = figures.get(insert.path)
        if figure is None or figure.don_vi is None or figure.duong_dan == "so_don_vi":
            continue
        if _CLAUSE_END.search(passage.text, last, found.start()):
            counts = []
        last = found.end()
        value = _value(found[0], passage)
        if value is not None:
            counts.append((found.start(), found[0], value))
        elif counts and all(count != _count_names(insert.text) for _, _, count in counts):
            at, words, value = counts[-1]
            message = f"nêu {value} nhưng liệt kê {_count_names(insert.text)}"
            yield Problem(passage.place(at, words), "LV03", message, _HINT)


def _before_items(passage: Passage, items: int) -> Iterator[Problem]:
    """The last clause of *passage* states a number, and *items* follow: one of its numbers must be theirs."""
    start = max((found.end() for found in _CLAUSE_END.finditer(passage.text)), default=0)
    stated = [found for found in _numbers(passage, start) if items and _counts_items(passage, found[0] + len(found[1]))]
    if stated and all(value != items for _, _, value in stated):
        at, words, value = stated[0]
        here = passage.place(at, words)
        yield Problem(here, "LV03", f"nêu {value} nhưng liệt kê {items} mục", "sửa số, hoặc thêm bớt mục")


def _counts_items(passage: Passage, at: int) -> bool:
    """Whether the number that ends at *at* counts what the list behind it enumerates.

    It does not where other things follow: “17 xã thực hiện các nhiệm vụ sau:”.
    """
    rest = SLOT.sub(lambda slot: passage.manuscript.inserts[int(slot[1])].text, passage.text[at:])
    unit = _THINGS.match(rest)
    others = re.search(r"\b(?:các|những) (?=[^.;:]*sau(?: đây)?:)", rest)
    return unit is not None and others is None


def _items(passages: Sequence[Passage], start: int) -> int:
    """How many items the list has that begins with passage number *start*; 0 where none does."""
    if start >= len(passages) or not passages[start].item:
        return 0
    outer, items = passages[start].indent, 0
    for passage in passages[start:]:
        if passage.indent <= outer and not passage.item:
            break
        items += bool(passage.item) and passage.indent <= outer
    return items


def _numbers(passage: Passage, start: int) -> Iterator[tuple[int, str, int]]:
    """The whole numbers behind *start*, typed or put in: where each stands, its words, its value."""
    text = passage.text
    for found in SLOT.finditer(text, start):
        insert = passage.manuscript.inserts[int(found[1])]
        if insert.path and not insert.path.startswith(("ky.", "van_ban.", "so_voi_")):
            value = _value(found[0], passage)
            if value is not None:
                yield found.start(), found[0], value
    for found in NUMBER.finditer(without_known(text), start):
        number = found[0].strip().rstrip(".,")
        if number.isdecimal():
            yield found.start(), number, int(number)


def _value(words: str, passage: Passage) -> int | None:
    slot = SLOT.fullmatch(words)
    text = passage.manuscript.inserts[int(slot[1])].text if slot else words
    digits = text.replace(".", "")
    return int(digits) if digits.isdecimal() else None


def _named(passage: Passage, at: int) -> int | None:
    """How many names begin at *at*: those of a list put in, or typed ones up to a full stop; None for neither."""
    text = passage.text[at:]
    if slot := SLOT.match(text):
        return _count_names(passage.manuscript.inserts[int(slot[1])].text)
    found = _NAMES.match(text)
    names = re.split(r", | và ", found["list"].strip()) if found else []
    typed = len(names) > 1 and all(name[:1].isupper() and len(name.split()) <= 4 for name in names)
    return len(names) if typed else None


def _count_names(text: str) -> int | None:
    """How many names *text* lists; more than a sentence names are given as their number."""
    if (number := text.replace(".", "")).isdecimal():
        return int(number)
    return len(re.split(r", | và ", text)) if text and text != numerals.ABSENT else 0
