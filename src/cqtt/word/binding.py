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

_NAMES = (
    # A document and its parts (NĐ 30/2020/NĐ-CP, Phụ lục II, V.7: “điểm a khoản 2 Điều 103 Mục 5 Chương XII”)
    "số số: khoản điều điểm tiết đoạn mục chương phần lục mẫu bảng biểu hình đồ cột hàng dòng trang "
    # A time; of “giai đoạn”, “nhiệm kỳ”, “thời điểm” the last word counts, as of “phụ lục” above
    "ngày tháng năm quý tuần thứ kỳ khóa lần đợt "
    # A place or a rank whose name is a number
    "quận phường khu phố tổ thôn ấp đội lộ đường cấp hạng loại mức bước"
)
_NUMBERED = frozenset(_NAMES.split())
_LETTERED = frozenset({"điểm", "tiết"})
_NUMBER = re.compile(r"\(?(?:\d|[IVXLC]+(?!\w))")
_LETTER = re.compile(r"[a-zđ](?!\w)")
_UNIT = re.compile(
    r"(?:tỷ|triệu|nghìn|ngàn|đồng(?! chí)|USD|%|‰|°C|[KMGT]B"
    r"|km[2²]?|m[23²³]?|cm|mm|ha|kg|g|tấn|tạ|lít|giờ|phút|giây)(?!\w)"
)
_MONEY = re.compile(r"\d[ \u00a0](?:tỷ|triệu|nghìn|ngàn)$")
_SLOGAN = re.compile(r"[“‘«\"']\d+$")
_LAST = re.compile(r"\w+:?$")
_CANDIDATE = re.compile(r"(?<=\d)[ ](?=[\w%‰°])|[ ](?=[\d(IVXLC]|[a-zđ](?!\w)|đồng(?!\w))")
"""Of the blanks in a text only a few need a closer look: a table has a hundred thousand cells."""
_BEFORE = 24
"""Letters before a blank that decide."""


def bound(words: str) -> str:
    """*words*, as many characters, with ``NO_BREAK_SPACE`` where no line may break."""
    return _CANDIDATE.sub(_bound, words) if " " in words else words


def _bound(found: re.Match[str]) -> str:
    """The blank *found*, or the one at which no line ends."""
    words, at = found.string, found.start()
    held = _is_named(words, at) or _is_counted(words, at)
    return NO_BREAK_SPACE if held else " "


def _is_named(words: str, at: int) -> bool:
    """Whether behind the blank at *at* stands the number or letter of what is named before it: “Điều 5”, “điểm a”."""
    last = _LAST.search(words, max(at - _BEFORE, 0), at)
    name = last[0].lower() if last else ""
    return bool(
        (name in _NUMBERED and _NUMBER.match(words, at + 1)) or (name in _LETTERED and _LETTER.match(words, at + 1))
    )


def _is_counted(words: str, at: int) -> bool:
    """Whether the blank at *at* parts a number and its unit, or what a slogan counts: “17 tỷ đồng”, “3 hơn”."""
    start = max(at - _BEFORE, 0)
    if words[at - 1 : at].isdigit() and (_UNIT.match(words, at + 1) or _SLOGAN.search(words, start, at)):
        return True
    return words.startswith("đồng", at + 1) and _MONEY.search(words, start, at) is not None


def unbound(words: str) -> str:
    """*words* with ordinary blanks."""
    return words.replace(NO_BREAK_SPACE, " ")


def bound_inlines(children: Inlines) -> Inlines:
    """*children* with their words bound as one text: a number may stand in another node than what it belongs to."""
    words = _words(children)
    held = bound(words)
    return children if held == words else _cut(children, iter(held))


def _words(children: Inlines) -> str:
    """The words of *children*, a forced new line as such."""
    if len(children) == 1 and isinstance(children[0], Text | Figure):  # nearly every cell of a table
        return children[0].text
    out = ""
    for node in children:
        match node:
            case Text(text) | Figure(text, _) | Reference(text, _):
                out += text
            case Strong(inner) | Emphasis(inner) | Link(inner, _):
                out += _words(inner)
            case LineBreak():
                out += "\n"
            case Note():
                pass
    return out


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
