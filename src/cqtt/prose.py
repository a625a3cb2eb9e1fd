"""The gate for prose: every number on paper is a figure, a known kind of citation, date or name, or declared by hand.

Read on the filled text, where figures are slots: whatever digits stand there were typed by somebody, and each still
knows the line of the template or of ``bao_cao.yaml``. What is typed beside a figure must not contradict it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cqtt import numerals
from cqtt.manuscript import SLOT, Insert, Manuscript
from cqtt.models.so_lieu import DonViTinh, SoLieu
from cqtt.problems import Problem, Severity

_NUMBER = re.compile(r"(?<![\w/.,-])\d[\d.,]*\d?(?:/\d+)?\s?%?(?!\w)|(?<=[Qq]uý )(?:IV|I{1,3})\b")
_MAY_BE_NUMBER = re.compile(r"\d|[Qq]uý ")

# Những chỗ có chữ số mà không phải số liệu.
_KNOWN = re.compile(
    "|".join(
        (
            r"\d+(?:/\d{4})?[-/](?:[A-ZĐ][A-Za-zĐđ]*\d*)(?:[-/][A-ZĐ][A-Za-zĐđ]*\d*)*",  # số, ký hiệu văn bản
            r"\d{1,2}/\d{1,2}/\d{4}",  # ngày
            r"ngày \d{1,2}(?: tháng \d{1,2}(?: năm \d{4})?)?",
            r"tháng \d{1,2}(?:(?:/| năm )\d{4})?",
            r"năm \d{4}(?:\s?-\s?\d{4})?",
            r"giai đoạn \d{4}\s?-\s?\d{4}",
            r"nhiệm kỳ \d{4}\s?-\s?\d{4}",
            r"(?:Điều|khoản|Chương|Mục|Phần|Phụ lục|Nghị quyết số|Quyết định số|Luật số) \d+",
            r"“[^”]{1,60}”",  # tên gọi đặt trong nháy: “4 xin”, “Ngày thứ 6 tốc ký”
            r"<?https?://\S+",
            r"\[\^[^\]]+\]:?",
        )
    )
)
_COLUMN = re.compile(r"\(\d{1,2}\)")
_ITEM = re.compile(r"\s*\d+[.)]\s")
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")
_STATED = re.compile(
    r"(?P<count>\ue000\d+\ue001|\d+) (?P<what>[^.;:\ue000]{0,80}?)(?P<kinds>\ue000\d+\ue001)? ?gồm:\s*"
)
_NAMES = re.compile(r"(?P<list>[^.;:()\ue000]+)(?:[.;)]|$)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of the manuscript on one line, with the manuscript's line for each part of it."""

    text: str
    starts: Sequence[int]
    lines: Sequence[int]
    appendix: bool

    def line_at(self, offset: int) -> int:
        """The manuscript's line (from 0) on which the character at *offset* stands."""
        return self.lines[bisect_right(self.starts, offset) - 1]


def check_prose(manuscript: Manuscript, figures: Mapping[str, SoLieu]) -> list[Problem]:
    """Numbers typed by hand (LV01, warnings), claims that a figure beside them contradicts (LV02), counts that are not
    those of the list behind them (LV03)."""
    problems: list[Problem] = []
    for passage in passages(manuscript):
        problems.extend(_typed(passage, manuscript))
        problems.extend(_claims(passage, manuscript, figures))
        problems.extend(_stated_counts(passage, manuscript))
    return problems


def passages(manuscript: Manuscript) -> Iterator[Passage]:
    """The paragraphs: lines between blank ones; a table's rows, a list's items and headings each by themselves."""
    text, appendix = "", False
    starts: list[int] = []
    lines: list[int] = []
    for number, line in enumerate([*manuscript.lines, ""]):
        alone = line.lstrip().startswith(("|", "#", ":::")) or _ITEM.match(line) or line.lstrip().startswith("- ")
        if (not line.strip() or alone) and text:
            yield Passage(text, tuple(starts), tuple(lines), appendix)
            text, starts, lines = "", [], []
        if line.lstrip().startswith(":::"):
            appendix = line.split()[1:2] == ["phu_luc"]
        elif line.strip():
            starts.append(len(text))
            lines.append(number)
            text += line.strip() + " "


def _typed(passage: Passage, manuscript: Manuscript) -> Iterator[Problem]:
    if not _MAY_BE_NUMBER.search(SLOT.sub("", passage.text)):  # nearly every row of a table
        return
    words = _ITEM.sub(lambda m: " " * len(m[0]), passage.text, count=1) if _ITEM.match(passage.text) else passage.text
    hidden = _KNOWN.sub(_blanked, SLOT.sub(_blanked, words))
    if passage.appendix:
        hidden = _COLUMN.sub(_blanked, hidden)
    for found in _NUMBER.finditer(hidden):
        number = found[0].strip().rstrip(".,")
        here = manuscript.position(passage.line_at(found.start()), number)
        yield Problem(
            here,
            "LV01",
            f"số “{number}” gõ bằng tay, không lấy từ số liệu",
            f'dùng số liệu qua bộ lọc, hoặc khai báo: {{{{ "{number}" | ghi_tay("vì sao") }}}}',
            severity=Severity.WARNING,
        )


def _blanked(found: re.Match[str]) -> str:
    """As many characters that are neither digits nor parts of a word."""
    return "\ue002" * len(found[0])


def _claims(passage: Passage, manuscript: Manuscript, figures: Mapping[str, SoLieu]) -> Iterator[Problem]:
    """A claim typed in a sentence with one rate must be true of that rate."""
    if not numerals.CLAIM.search(passage.text):
        return
    start = 0
    for sentence in _SENTENCE_END.split(passage.text):
        at = passage.text.index(sentence, start)
        start = at + len(sentence)
        rates = {rate.duong_dan: rate for rate in _rates(sentence, manuscript, figures)}
        for found in numerals.CLAIM.finditer(sentence) if len(rates) == 1 else ():
            (rate,) = rates.values()
            value = rate.gia_tri
            if value is None or numerals.claim_holds(found["word"], found["number"], Decimal(value)):
                continue
            here = manuscript.position(passage.line_at(at + found.start()), found[0])
            message = f"“{found[0]}” mâu thuẫn với {rate.duong_dan} là {rate.in_ra}"
            yield Problem(here, "LV02", message, f"đúng ra là “{numerals.above(Decimal(value))}”")


def _rates(text: str, manuscript: Manuscript, figures: Mapping[str, SoLieu]) -> Iterator[SoLieu]:
    for insert in _inserts(text, manuscript):
        figure = figures.get(insert.path)
        if figure is not None and figure.don_vi_tinh is DonViTinh.PHAN_TRAM:
            yield figure


def _stated_counts(passage: Passage, manuscript: Manuscript) -> Iterator[Problem]:
    """``9 xã, phường gồm: …`` must be followed by nine names."""
    if "gồm:" not in passage.text:
        return
    for found in _STATED.finditer(passage.text):
        stated = _value(found["count"], manuscript)
        named = _named(passage.text[found.end() :], manuscript)
        if stated is None or named is None or stated == named:
            continue
        here = manuscript.position(passage.line_at(found.start()), found["count"])
        yield Problem(
            here, "LV03", f"nêu {stated} nhưng liệt kê {named}", "sửa số, hoặc dùng số liệu với bộ lọc liet_ke"
        )


def _value(words: str, manuscript: Manuscript) -> int | None:
    slot = SLOT.fullmatch(words)
    text = manuscript.inserts[int(slot[1])].text if slot else words
    digits = text.replace(".", "")
    return int(digits) if digits.isdecimal() else None


def _named(text: str, manuscript: Manuscript) -> int | None:
    """How many names *text* begins with: those of a list put in, or typed ones up to a full stop; None for neither."""
    if slot := SLOT.match(text):
        return _count_names(manuscript.inserts[int(slot[1])].text)
    found = _NAMES.match(text)
    names = re.split(r", | và ", found["list"].strip()) if found else []
    typed = len(names) > 1 and all(name[:1].isupper() and len(name.split()) <= 4 for name in names)
    return len(names) if typed else None


def _count_names(text: str) -> int | None:
    return len(re.split(r", | và ", text)) if text and text != numerals.ABSENT else 0


def _inserts(text: str, manuscript: Manuscript) -> Iterator[Insert]:
    return (manuscript.inserts[int(found[1])] for found in SLOT.finditer(text))
