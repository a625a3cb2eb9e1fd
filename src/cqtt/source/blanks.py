"""Blanks that are no spaces: tabs, and what Word and web pages put in place of a space. YAML takes them for letters."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from cqtt.problems import Position, Problem
from cqtt.source.text import MAX_SHOWN, split_lines

_NBSP = "\u00a0"
_ODD = f"{_NBSP}\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_KEY = rf"[ ]*(?:-[ {_ODD}]+)?[A-Za-z][A-Za-z_0-9]*"
_IN_KEY = re.compile(rf"{_KEY}(?P<before>[ {_ODD}]*):(?P<after>[ {_ODD}]*)(?P<value>.*)")
"""A line with a key. Blanks before the colon belong to the key, those after it to the value, where they are odd."""
_INDENT = re.compile(rf"[ ]*(?P<dash>-[ ]*)?(?P<odd>[{_ODD}]+)")
_ANY_ODD = re.compile(f"[{_ODD}]+")
_OPENS_TEXT = re.compile(r"(?:^|[\s:-])[|>][-+0-9]*[ ]*(?:#.*)?$")
_TABBED_PAIR = re.compile(r"(?P<key>[ ]*(?:- )?[A-Za-z][A-Za-z_0-9]*)[ ]*\t[ \t]*(?P<value>[^\s:].*)")

Blank: TypeAlias = tuple[int, int, str]
"""Where odd blanks begin and end on their line, and beside what of a key; empty in the indent."""
_BEFORE_COLON, _BEHIND = "trước dấu hai chấm", "sau giá trị"
_FROM_WORD = "(thường do chép từ Word hoặc trang web)"


def tabs(text: str, path: str) -> Iterator[Problem]:
    """Every line with a tab, which YAML does not take for a space (YAML01)."""
    if "\t" not in text:
        return
    found = rest = 0
    for number, line in enumerate(split_lines(text), start=1):
        column = line.find("\t")
        if column < 0:
            continue
        found += 1
        if found > MAX_SHOWN:
            rest = rest or number
            continue
        message, hint = _tab(line, column, number)
        yield Problem(Position(path, number, column + 1, line.replace("\t", "→"), 1), "YAML01", message, hint)
    if found > MAX_SHOWN:
        message = f"từ dòng này còn {found - MAX_SHOWN} dòng khác có Tab"
        yield Problem(Position(path, rest, 1), "YAML01", message, "sửa như các dòng trên")


def _tab(line: str, column: int, number: int) -> tuple[str, str]:
    """What is wrong with the tab at *column* of *line*, and a fix after which the line is right."""
    if not line[:column].strip():
        hint = "xóa khoảng trống đầu dòng rồi gõ dấu cách cho thẳng hàng với các dòng cùng khối"
        return f"dòng {number} thụt lề bằng phím Tab; YAML chỉ nhận dấu cách", hint
    if not line[column:].strip():
        return "có ký tự Tab ở cuối dòng", "xóa khoảng trống ở chỗ “→”"
    if pair := _TABBED_PAIR.fullmatch(line):
        written = f"{pair['key'].strip()}: {' '.join(pair['value'].split())}"
        return "giữa khóa và giá trị là ký tự Tab, không phải dấu hai chấm", f"viết: {written}"
    return "có ký tự Tab giữa dòng", "xóa khoảng trống ở chỗ “→” rồi gõ một dấu cách"


def odd_blanks(text: str, path: str) -> Iterator[Problem]:
    """Blanks like a non-breaking space where YAML needs a space: in the indent, and around a key's colon (YAML02).

    Inside names and prose they are letters like others.
    """
    if not any(blank in text for blank in _ODD):  # a third of the time that a search for any of them takes
        return
    lines = split_lines(text)
    odd = [(row, at) for row, line in enumerate(lines) if (at := _odd_blank(line)) and not _is_prose(lines, row, at)]
    if odd:
        row, at = odd[0]
        yield _odd(path, row + 1, lines[row], at, len(odd) - 1)


def spaced(text: str) -> str:
    """*text* with a space for every tab and every odd blank: each character stays in its place."""
    return _ANY_ODD.sub(lambda found: " " * len(found[0]), text.replace("\t", " "))


def _odd_blank(line: str) -> Blank | None:
    """The odd blanks of *line* that YAML would take for letters; None for none."""
    if found := _INDENT.match(line):
        return *found.span("odd"), "sau dấu “-”" if found["dash"] else ""
    pair = _IN_KEY.fullmatch(line)
    if pair is None:
        return None
    value = pair["value"].split("#")[0]
    for part, where in (("before", _BEFORE_COLON), ("after", "sau dấu hai chấm")):
        if blank := _ANY_ODD.search(pair[part]):
            return pair.start(part) + blank.start(), pair.start(part) + blank.end(), where
    short = value.rstrip(f" {_ODD}")
    if len(value) > len(short) and (blank := _ANY_ODD.search(value, len(short))) and " " not in short:
        return pair.start("value") + blank.start(), pair.start("value") + blank.end(), _BEHIND
    return None


def _odd(path: str, number: int, line: str, at: Blank, others: int) -> Problem:
    start, end, where = at
    code = ord(line[start])
    name = f"dấu cách không ngắt (U+{code:04X})" if line[start] == _NBSP else f"khoảng trống U+{code:04X}"
    message = f"{where} là {name}" if where else f"dòng thụt lề bằng {name}"
    hint = f"xóa khoảng trống {'ở chỗ “·”' if where else 'đầu dòng'} rồi gõ lại bằng dấu cách {_FROM_WORD}"
    if where in (_BEFORE_COLON, _BEHIND):
        hint = f"xóa khoảng trống ở chỗ “·” {_FROM_WORD}"
    message += ", không phải dấu cách thường" + (f" (và {others} dòng khác trong tệp)" if others else "")
    shown = line[:start] + "·" * (end - start) + line[end:]
    return Problem(Position(path, number, start + 1, shown, end - start), "YAML02", message, hint)


def _is_prose(lines: list[str], row: int, at: Blank) -> bool:
    """Whether a key on the line *row* is only a word of a text over several lines, by the lines that are indented less.

    An odd indent is none of a text either: the text would end there.
    """
    if not at[2]:
        return False
    indent = _indent(lines[row])
    for above in range(row - 1, -1, -1):
        line = lines[above]
        opens = _OPENS_TEXT.search(line) is not None
        own = len(line) - len(line.lstrip(" ")) if opens else _indent(line)
        if line.strip() and not line.lstrip().startswith("#") and own < indent:
            bare = line.split(" #")[0].rstrip(f" {_ODD}")
            if opens:
                return True
            if bare.endswith(":") or own == 0:
                return not bare.endswith(":")
            indent = own
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(f"- {_ODD}"))
