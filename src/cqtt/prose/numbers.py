"""Numbers that somebody typed: neither a figure nor part of a citation, a date, a name or a heading."""

import re
from collections.abc import Iterator

from cqtt.manuscript import SLOT
from cqtt.problems import Problem, Severity
from cqtt.prose.passages import Passage, blanked

NUMBER = re.compile(r"(?<![^\W_])(?<!\w-)(?<![/.,])\d[\d.,]*\d?(?:/\d+)?\s?%?(?![\dA-ZĐ])|(?<=[Qq]uý )(?:IV|I{1,3})\b")

_DAY, _MONTH = r"(?:[12]\d|3[01]|0?[1-9])(?![.,]?\d)", r"(?:1[0-2]|0?[1-9])(?![.,]?\d)"

# Những chỗ có chữ số mà không phải số liệu.
_KNOWN = re.compile(
    "|".join(
        (
            r"(?<!\d)\d+(?:/\d{4})?[-/](?:[A-ZĐ][A-Za-zĐđ]*\d*)(?:[-/][A-ZĐ][A-Za-zĐđ]*\d*)*",  # số, ký hiệu văn bản
            r"\d{1,2}/\d{1,2}/\d{4}",  # ngày
            rf"ngày {_DAY}(?: tháng {_MONTH}(?: năm \d{{4}})?)?",
            rf"tháng {_MONTH}(?:(?:/| năm )\d{{4}})?",
            r"(?:năm|giai đoạn|nhiệm kỳ) \d{4}(?:\s?[-–]\s?\d{4})?",
            r"(?:Điều|khoản|Chương|Mục|Phần|Phụ lục|Nghị quyết số|Quyết định số|Luật số) \d+(?![.,]?\d)",
            r"(?:[Tt]hứ|[Mm]ức độ|Đề án|Chương trình|Quốc lộ|Tỉnh lộ) \d{1,3}(?![.,]?\d|\s?%)",
            r"ISO \d+(?::\d{4})?",
            r"“[^”]{1,60}”",  # tên gọi đặt trong nháy: “4 xin”, “Ngày thứ 6 tốc ký”
            r"<?https?://\S+",
            r"\[\^[^\]]{1,200}\]:?",
        )
    )
)
_COLUMN = re.compile(r"\(\d{1,2}\)")


def without_known(text: str) -> str:
    """*text* with figures, and digits that are no figures, blanked out; every other character stays in its place."""
    return _KNOWN.sub(blanked, SLOT.sub(blanked, text))


def typed_numbers(passage: Passage) -> Iterator[Problem]:
    """LV01, a warning, for each number typed by hand."""
    text = passage.text
    hidden = without_known(" " * passage.item + text[passage.item :])
    if passage.appendix:
        hidden = _COLUMN.sub(blanked, hidden)
    for found in NUMBER.finditer(hidden):
        number = found[0].strip().rstrip(".,")
        yield Problem(
            passage.place(found.start(), number),
            "LV01",
            f"số “{number}” gõ bằng tay, không lấy từ số liệu",
            f'dùng số liệu qua bộ lọc, hoặc khai báo: {{{{ "{number}" | ghi_tay("vì sao") }}}}',
            severity=Severity.WARNING,
        )
