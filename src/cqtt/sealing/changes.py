"""Which lines of a file are not as they were when its period was sealed."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from msgspec import Struct

from cqtt.problems import Position
from cqtt.sealing.digest import plain

SHOWN = 80
"""Characters of an old line that are quoted."""

LONG = 2_000
"""Lines of both texts together from which on not every way of matching them is tried."""


class Change(Struct, frozen=True):
    """Lines that differ: where they stand now, and in words what became of them."""

    position: Position
    said: str


def changes(path: str, old: bytes, new: bytes) -> Iterator[Change]:
    """Each run of lines in which the text *new* of the file *path* differs from *old*, in their order.

    Where lines are gone, the place is that of the line behind them, or of the last one.
    """
    before, after = _lines(old), _lines(new)
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    was, now = before[head : len(before) - tail], after[head : len(after) - tail]
    for i, end, j, stop in _runs(was, now):
        yield _change(path, was[i:end], now[j:stop], after, head + j)


def _runs(was: list[str], now: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where *was* and *now* differ: from line to line of the one, and of the other. In linear time for long ones, which
    are compared line by line where they are of one length, and else are one run."""
    if len(was) + len(now) <= LONG:
        found = SequenceMatcher(None, was, now).get_opcodes()
        yield from (places for kind, *places in found if kind != "equal")  # type: ignore[misc]
    elif len(was) == len(now):
        numbered = enumerate(zip(was, now, strict=True))
        for unlike, run in groupby(numbered, key=lambda pair: pair[1][0] != pair[1][1]):
            rows = [row for row, _ in run]
            if unlike:
                yield rows[0], rows[-1] + 1, rows[0], rows[-1] + 1
    else:
        yield 0, len(was), 0, len(now)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _lines(raw: bytes) -> list[str]:
    return plain(raw).decode(errors="replace").split("\n")


def _change(path: str, was: list[str], now: list[str], after: list[str], row: int) -> Change:
    """The change of the lines *was* into *now*, which begin at *row* (from 0) of *after*."""
    row = min(row, len(after) - 1)
    line = after[row]
    if not now:
        return Change(Position(path, row + 1, 1, line, max(1, len(line))), f"đã bỏ {_counted(was)}{_quoted(was)}")
    if not was:
        return Change(Position(path, row + 1, 1, line, max(1, len(line))), f"đã thêm {_counted(now)}")
    start = _alike(was[0], line)
    same = _alike(was[0][start:][::-1], line[start:][::-1])
    words = "đã sửa" if len(now) == 1 else f"đã sửa {_counted(now)}"
    return Change(Position(path, row + 1, start + 1, line, max(1, len(line) - start - same)), words + _quoted(was))


def _counted(lines: list[str]) -> str:
    return f"{len(lines)} dòng"


def _quoted(was: list[str]) -> str:
    """``, lúc đó là “…”``: the first line with words of what stood there; empty where none has."""
    first = next((line.strip() for line in was if line.strip()), "")
    cut = f"{first[:SHOWN]}…" if len(first) > SHOWN else first
    return f", lúc đó là “{cut}”" if first else ""
