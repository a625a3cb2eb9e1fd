"""Words of two long texts that are the same: runs that stand once in both, and what is equal between them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from cqtt.verify.alignment import longest_run

RUN = 5
"""Words of a run that is looked for as a whole."""
MAX_GAP = 4_000_000
"""Pairs of words between two fixed points that are compared one by one."""


def as_places(pairs: Sequence[tuple[int, int]], old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """*pairs* of indexes as places among *old* and *new*."""
    places, new_places = ({index: at for at, index in enumerate(some)} for some in (old, new))
    return [(places[i], new_places[j]) for i, j in pairs]


def paired(
    old: Sequence[str], new: Sequence[str], names: Sequence[int], new_names: Sequence[int], fixed: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The words that both texts say, in one order, by their names; *fixed* ones are known."""
    out = list(fixed)
    edges = [(-1, -1), *fixed, (len(old), len(new))]
    for (a, b), (c, d) in pairwise(edges):
        if c - a > 1 and d - b > 1:
            out += [(a + 1 + i, b + 1 + j) for i, j in _in_gap(old[a + 1 : c], new[b + 1 : d])]
    return [(names[i], new_names[j]) for i, j in sorted(out)]


def _in_gap(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    frame = longest_run(_unique_runs(old, new))
    for (a, b), (c, d) in pairwise([(0, 0), *frame, (len(old), len(new))]):
        if (c - a) * (d - b) <= MAX_GAP:
            for block in SequenceMatcher(None, old[a:c], new[b:d], autojunk=False).get_matching_blocks():
                yield from ((a + block.a + k, b + block.b + k) for k in range(block.size))


def _unique_runs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where runs of words begin that stand once in each text."""
    runs, new_runs = ([tuple(some[i : i + RUN]) for i in range(len(some) - RUN + 1)] for some in (old, new))
    counts, new_counts = Counter(runs), Counter(new_runs)
    places = {run: j for j, run in enumerate(new_runs) if new_counts[run] == 1}
    return [(i, places[run]) for i, run in enumerate(runs) if counts[run] == 1 and run in places]
