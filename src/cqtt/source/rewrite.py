"""Writing values into a YAML file that a person wrote: every other character, comments too, stays as it is."""

import json
import re
from collections.abc import Iterable, Mapping

from cqtt.names import nfc
from cqtt.problems import Key
from cqtt.source.source_file import SourceFile
from cqtt.source.text import LINE_BREAK

_PLAIN = re.compile(r"[^\W\d_](?:[\w ()'/.-]*[\w)'/.-])?")
_NOT_TEXT = ("true", "false", "yes", "no", "on", "off", "y", "n", "null")
_COMMENTED = re.compile(r"[^:]*:(?:\s*\[\s*\])?(?P<comment>\s+#.*)")


def rewritten(source: SourceFile, values: Mapping[Key, str], blocks: Mapping[str, str | None]) -> str:
    """The text of *source* with the single values at *values* replaced, where they are written.

    *blocks* are keys of the file itself: their whole block gives way to the text, or with None to nothing.
    """
    lines = list(source.lines)
    breaks = [*LINE_BREAK.findall(source.text), ""]
    tops = source.top_level()
    ends = {name: _end(lines, first, tops.values()) for name, first in tops.items()}
    places = source.value_places(values)
    for key in sorted(places, key=lambda key: places[key], reverse=True):
        (row, start), (last, end) = places[key]
        lines[row] = lines[row][:start] + values[key] + lines[last][end:]
        breaks[row] = breaks[last]
        for inside in range(row + 1, last + 1):
            lines[inside] = breaks[inside] = ""
    for name in blocks.keys() & tops.keys():
        first, last = tops[name], ends[name]
        text = blocks[name]
        kept = [] if text is None else [_opened(lines[first], name, text)]
        lines[first:last] = [*kept, *[""] * (last - first - len(kept))]
        breaks[first:last] = [*breaks[first : first + len(kept)], *[""] * (last - first - len(kept))]
    return "".join(line + end for line, end in zip(lines, breaks, strict=True))


def inserted(source: SourceFile, row: int, lines: Iterable[str]) -> str:
    """The text of *source* with *lines* before its line *row* (from 0), broken as its own lines are."""
    breaks = LINE_BREAK.findall(source.text)
    end = breaks[0] if breaks else "\n"
    before, behind = source.lines[:row], source.lines[row:]
    ends = [*breaks, ""]
    if not behind and before:  # the last line has no break
        ends[len(before) - 1] = end
    head = "".join(map("".join, zip(before, ends[: len(before)], strict=True)))
    tail = "".join(map("".join, zip(behind, ends[len(before) :], strict=True)))
    return head + "".join(line + end for line in lines) + tail


def removed(source: SourceFile, first: int, end: int) -> str:
    """The text of *source* without its lines from *first* to before *end* (from 0)."""
    ends = [*LINE_BREAK.findall(source.text), ""]
    kept = [line + ends[i] for i, line in enumerate(source.lines) if not first <= i < end]
    return "".join(kept)


def opened(source: SourceFile, values: Mapping[Key, str]) -> str:
    """The text of *source* with *values* behind the colons of keys that have nothing there."""
    lines, ends = list(source.lines), [*LINE_BREAK.findall(source.text), ""]
    for key, value in values.items():
        at = source.key_position(key)
        colon = lines[at.line - 1].index(":", at.column + at.width - 2) + 1
        lines[at.line - 1] = f"{lines[at.line - 1][:colon]} {value}{lines[at.line - 1][colon:]}"
    return "".join(line + end for line, end in zip(lines, ends, strict=True))


def scalar(text: str | None) -> str:
    """*text* as a value in the file, ``null`` for None: in quotes where YAML would read something else."""
    if text is None:
        return "null"
    plain = _PLAIN.fullmatch(nfc(text)) and text.casefold() not in _NOT_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)


def _opened(line: str, name: str, text: str) -> str:
    """The key's line with *text* for its value; how far it is indented and its comment stay."""
    found = _COMMENTED.fullmatch(line)
    indent = line[: len(line) - len(line.lstrip())]
    return f"{indent}{name}: {text}{found['comment'] if found else ''}"


def _end(lines: list[str], first: int, tops: Iterable[int]) -> int:
    """The line after the block that begins on line *first*; comments above the next key are the next key's."""
    last = min((top for top in tops if top > first), default=len(lines))
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith(("#", "..."))):
        last -= 1
    return last
