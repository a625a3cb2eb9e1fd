"""By hand, or by the data? Each paragraph has the hash of what it said when it was built.

Of each place at which the file and today's text differ, one of the two says what was built. The choice whose text has
that hash is right: where it takes the file's words, the sources have changed since, elsewhere somebody has edited.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

MAX_PLACES = 12
"""Places in one paragraph of which all choices are tried; of more only the simple ones."""


def edited(
    count: int, text: Callable[[frozenset[int]], str], mark: str, hashed: Callable[[str], str]
) -> list[bool] | None:
    """For each of *count* places whether it was edited by hand; None where no choice has the *mark*.

    *text* gives today's text with the file's words at the places it is called with, *hashed* the hash of a text.
    """
    for taken in _choices(count):
        if hashed(text(taken)) == mark:
            return [place not in taken for place in range(count)]
    return None


def _choices(count: int) -> Iterator[frozenset[int]]:
    """All by hand, all by the data, then the others, the fewest first."""
    everything = range(count)
    yield frozenset()
    yield frozenset(everything)
    sizes: Sequence[int] = range(1, count) if count <= MAX_PLACES else (1, count - 1)
    for size in sizes:
        yield from map(frozenset, combinations(everything, size))
