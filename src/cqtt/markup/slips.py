"""Signs and numbers that somebody typed where they would not be printed, or printed twice, or run into other words."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from cqtt.markup.nodes import Block, Heading, Items

_CLOSING = re.compile(r"\s(#+)\s*$")
_NUMBER = re.compile(r"(?:[IVXL]+|\d{1,2}(?:\.\d{1,2})*)[.)](?=\s)")
"""A number typed before a heading's words: ``I.``, ``1.``, ``1.1.``"""
_LIKE_AN_ITEM = re.compile(
    r"\n\s*((?:[a-zđ]|(?!(?:19|20|21)\d\d[.)])\d+)[.)]|[•●▪–—])\s|(?<=[.;:!?…])\n\s*(\d{4}[.)])\s"
)
"""A year at the beginning of a line may just have come there, unless a sentence ended above it."""
_MARK = re.compile(r"\s*(\d+[.)]|[-+*]|#+)\s")


class Slip(NamedTuple):
    """What is wrong on the manuscript's *line* (from 0); *needle* are the words there in question."""

    line: int
    message: str
    hint: str
    needle: str


def line_of(token: Token) -> int:
    """The line of the manuscript (from 0) on which *token* begins."""
    return token.map[0] if token.map else 0


def in_marks(items: Sequence[tuple[Token, Token | None]], start: int, *, ordered: bool) -> Iterator[Slip]:
    """The wrong marks of a list's *items* that begins at *start*.

    Each item is given as its token and, where a list is the first thing in it, the token of that list's first item.
    """
    alike = all(token.info == "1" for token, _ in items)
    for number, (token, inside) in enumerate(items, start=start):
        if token.markup == "*":
            yield Slip(
                line_of(token), "dấu * ở đầu dòng không in ra được", "viết - hoặc +; muốn in dấu * thì viết \\*", "*"
            )
        if ordered and not alike and token.info != str(number):
            hint = f"viết {number}.; nếu không phải số thứ tự thì viết {token.info}\\."
            yield Slip(
                line_of(token), f"số {token.info}. không nối tiếp mục trên, sẽ in thành {number}.", hint, token.info
            )
        if inside is not None and inside.info in {"", "1", str(number)}:
            own, typed = f"{number}." if ordered else token.markup, f"{inside.info}{inside.markup}"
            hint = f"bỏ “{typed}”; nếu là chữ cần in thì viết {inside.info}\\{inside.markup}"
            yield Slip(line_of(token), f"sau “{own}” còn gõ “{typed}”, mà mục đã có dấu hoặc số ở đầu", hint, typed)


def in_heading(words: str, typed: str, line: int, *, numbered: bool) -> Iterator[Slip]:
    """Of a heading with these *words* in it, *typed* whole on *line*: signs not printed, a number before Word's."""
    if found := _CLOSING.search(typed):
        yield Slip(line, "dấu # ở cuối tiêu đề không in ra", f"bỏ, hoặc viết \\{found[1]} để in", found[1])
    if numbered and (found := _NUMBER.match(words)):
        message = f"tiêu đề do Word đánh số, “{found[0]}” sẽ đứng sau số đó"
        hint = f"bỏ “{found[0]}”; nếu là chữ cần in thì viết {found[0][:-1]}\\{found[0][-1]}"
        yield Slip(line, message, hint, found[0])


def joined(content: str, line: int) -> Iterator[Slip]:
    """The lines that look like items of a list and stand inside the paragraph *content*, which begins on *line*."""
    for found in _LIKE_AN_ITEM.finditer(content):
        row = line + content.count("\n", 0, found.start()) + 1
        mark = found[1] or found[2]
        message = f"dòng bắt đầu bằng “{mark}” sẽ in nối vào dòng trên"
        hint = "thêm một dòng trống ở trên nếu là một ý riêng; nếu không thì đưa chữ này lên dòng trên"
        yield Slip(row, message, hint, mark)


def in_title(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[Slip]:
    """Of the *blocks* of a title: the lines that begin with a mark that would not be printed there.

    *lines* are the manuscript's; the star of a list is for ``in_marks``.
    """
    rows = (row for block in blocks if isinstance(block, Heading | Items) for row in _rows(block))
    for row in rows:
        if (found := _MARK.match(lines[row])) and found[1] != "*":
            mark = found[1]
            hint = f"bỏ “{mark}”; nếu là chữ cần in thì viết {mark[:-1]}\\{mark[-1]}"
            yield Slip(row, f"dòng của tiêu đề văn bản mở đầu bằng “{mark}”, dấu này không in ra ở đây", hint, mark)


def _rows(block: Heading | Items) -> Iterator[int]:
    """The lines on which the heading, or each item of the list, begins."""
    if isinstance(block, Heading):
        yield block.line
    else:
        yield from (item[0].line for item in block.items if item)
