"""Writing values into a YAML file that a person wrote: every other character, comments too, stays as it is."""

from collections.abc import Iterable, Mapping

from cqtt.problems import Key
from cqtt.source.source_file import SourceFile


def rewritten(source: SourceFile, values: Mapping[Key, str], blocks: Mapping[str, str | None]) -> str:
    """The text of *source* with the single values at *values* replaced, where they are written.

    *blocks* are keys at the left margin: their whole block gives way to the text, or with None to nothing.
    """
    lines = list(source.lines)
    places = source.value_places(values)
    for key in sorted(places, key=lambda key: places[key], reverse=True):
        row, start, end = places[key]
        lines[row] = lines[row][:start] + values[key] + lines[row][end:]
    tops = source.top_level()
    for name in sorted(blocks.keys() & tops.keys(), key=lambda name: -tops[name]):
        first = tops[name]
        last = _end(lines, first, tops.values())
        text = blocks[name]
        lines[first:last] = [] if text is None else [f"{name}: {text}" if text else f"{name}:"]
    return "\n".join(lines)


def _end(lines: list[str], first: int, tops: Iterable[int]) -> int:
    """The line behind the block that begins on line *first*; comments above the next key are the next key's."""
    last = min((top for top in tops if top > first), default=len(lines))
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    return last
