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
