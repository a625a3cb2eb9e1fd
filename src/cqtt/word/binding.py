"""Where a line may not break: before the number of what is named, after the number in a slogan, before a unit.

    Kế hoạch số 152-KH/BCSĐ-BDVTU ngày 18/4/2023      “3 hơn”      khoản 2 Điều 5      17 tỷ đồng

The tree keeps ordinary blanks, so that every rule reads the plain words; only what is written into the file is bound,
by U+00A0. A symbol's hyphens stay ordinary. A line may break at one; but docx-preview 0.4, docx2python and PHPWord
leave a ``w:noBreakHyphen`` out (“152KH/BCSĐBDVTU”), not every Times New Roman has U+2011, and who looks for the number
as it is typed finds neither.
"""

import re
from collections.abc import Iterator
from itertools import islice

from cqtt.markup.nodes import Emphasis, Figure, Inline, Inlines, LineBreak, Link, Note, Reference, Strong, Text

NO_BREAK_SPACE = "\u00a0"

_NUMBERED = (
    # A document and its parts (NĐ 30/2020/NĐ-CP, Phụ lục II, V.7: “điểm a khoản 2 Điều 103 Mục 5 Chương XII”)
    "số:?|khoản|điều|điểm|tiết|mục|chương|phần|phụ lục|mẫu|bảng|biểu|hình|biểu đồ|cột|hàng|dòng|trang",
    # A time
    "ngày|tháng|năm|quý|tuần|thứ|kỳ|khóa|nhiệm kỳ|giai đoạn|lần|đợt|thời điểm",
    # A place or a rank whose name is a number
    "quận|phường|khu|khu phố|tổ|tổ dân phố|thôn|ấp|đội|quốc lộ|tỉnh lộ|đường|cấp|hạng|loại|mức|bước",
)
_UNITS = (
    "tỷ|triệu|nghìn|ngàn|đồng(?! chí)|USD|%|‰|°C|km[2²]?|m[23²³]?|cm|mm|ha|kg|g|tấn|tạ|lít|giờ|phút|giây|KB|MB|GB|TB"
)
_RULES = (
    re.compile(rf"(?<!\w)(?i:{'|'.join(_NUMBERED)})[ ](?=\(?\d|\(?[IVXLC]+(?!\w))"),
    re.compile(r"(?<!\w)(?i:điểm|tiết)[ ](?=[a-zđ](?!\w))"),
    re.compile(rf"\d[ ](?=(?:{_UNITS})(?!\w))"),
    re.compile(r"\d[ \u00a0](?:tỷ|triệu|nghìn|ngàn)[ ](?=đồng(?!\w))"),
    re.compile(r"[“‘«\"']\d+[ ](?=\w)"),  # a slogan counted by its number: “3 hơn”
)


def bound(words: str) -> str:
    """*words*, as many characters, with ``NO_BREAK_SPACE`` where no line may break."""
    if " " in words:
        for rule in _RULES:
            words = rule.sub(_joined, words)
    return words


def unbound(words: str) -> str:
    """*words* with ordinary blanks."""
    return words.replace(NO_BREAK_SPACE, " ")


def bound_inlines(children: Inlines) -> Inlines:
    """*children* with their words bound as one text: a number may stand in another node than what it belongs to."""
    words = "".join(_words(children))
    held = bound(words)
    return children if held == words else _cut(children, iter(held))


def _joined(found: re.Match[str]) -> str:
    """What *found* says, which ends in the blank, with that blank held."""
    return found[0][:-1] + NO_BREAK_SPACE


def _words(children: Inlines) -> Iterator[str]:
    """The words of *children*, a forced new line as such."""
    for node in children:
        match node:
            case Text(text) | Figure(text, _) | Reference(text, _):
                yield text
            case Strong(inner) | Emphasis(inner) | Link(inner, _):
                yield from _words(inner)
            case LineBreak():
                yield "\n"
            case Note():
                pass


def _cut(children: Inlines, held: Iterator[str]) -> Inlines:
    """*children* with their letters taken from *held*."""
    return tuple(_taken(node, held) for node in children)


def _taken(node: Inline, held: Iterator[str]) -> Inline:
    match node:
        case Text(text):
            return Text("".join(islice(held, len(text))))
        case Figure(text, path):
            return Figure("".join(islice(held, len(text))), path)
        case Reference(text, label):
            return Reference("".join(islice(held, len(text))), label)
        case Strong(inner):
            return Strong(_cut(inner, held))
        case Emphasis(inner):
            return Emphasis(_cut(inner, held))
        case Link(inner, target):
            return Link(_cut(inner, held), target)
        case LineBreak():
            next(held)
    return node
