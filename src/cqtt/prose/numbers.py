"""Numbers that somebody typed: neither a figure nor part of a citation, a date, a name or a heading."""

import re
from collections.abc import Iterator

from cqtt.markup.walk import GIVEN
from cqtt.problems import Severity
from cqtt.prose.finding import Finding

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
            rf"“(?:{GIVEN}|[^”\ue000\ue001]){{1,60}}”",  # tên gọi đặt trong nháy: “4 xin”, “Ngày thứ 6 tốc ký”
            r"https?://\S+",
        )
    )
)
_COLUMN = re.compile(r"\(\d{1,2}\)")


def without_known(typed: str) -> str:
    """*typed* with digits that are no figures blanked out; every other character stays in its place."""
    return _KNOWN.sub(_blanked, typed)


def typed_numbers(typed: str, *, in_appendix: bool) -> Iterator[Finding]:
    """LV01, a warning, for each number typed by hand."""
    hidden = without_known(typed)
    if in_appendix:
        hidden = _COLUMN.sub(_blanked, hidden)
    for found in NUMBER.finditer(hidden):
        number = found[0].strip().rstrip(".,")
        message = f"số “{number}” gõ bằng tay, không lấy từ số liệu"
        hint = f'dùng số liệu qua bộ lọc, hoặc khai báo: {{{{ "{number}" | ghi_tay("vì sao") }}}}'
        yield Finding(found.start(), (number,), "LV01", message, hint, Severity.WARNING)


def _blanked(found: re.Match[str]) -> str:
    """As many characters that are neither digits nor parts of a word."""
    return "\ue000" * len(found[0])
