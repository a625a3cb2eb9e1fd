"""Two texts word by word: which words differ, in which sentences they stand, how much two texts have in common."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from cqtt.wording import seen

_LETTERS = "\\w\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # in pieces (NFD), or with signs that nobody sees
_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*%?|[{_LETTERS}]+|\.\.\.|[^\s\u00ad]")
_ENDS = frozenset(".;!?") | {"..."}
_SENTENCE_END = re.compile(r"(?<=[.;!?…])(?<!\b[A-ZĐ]{2}\.)\s+(?=\S)")  # not behind KT. and TM.


class Token(NamedTuple):
    """A word, a number with its separators, or a sign: where it stands, and how it is ``seen``."""

    key: str
    start: int
    end: int


class Change(NamedTuple):
    """Tokens *first* to *last* of the old text became *new_first* to *new_last* of the new one; ends are exclusive."""

    first: int
    last: int
    new_first: int
    new_last: int


def tokens(words: str) -> list[Token]:
    """The words, numbers and signs of *words*; blanks are none."""
    out = (Token(seen(found[0]), found.start(), found.end()) for found in _TOKEN.finditer(words))
    return [token for token in out if token.key]


def changes(old: Sequence[Token], new: Sequence[Token]) -> list[Change]:
    """Where *new* says something else than *old*, in order."""
    before, after = [token.key for token in old], [token.key for token in new]
    if before == after:
        return []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    out: list[Change] = []
    steps = matcher.get_opcodes()
    for number, (tag, *edges) in enumerate(steps):
        if tag != "equal":
            behind = steps[number + 1][2] if number + 1 < len(steps) else len(before)
            change = Change(*edges)
            room = change.first - (out[-1].last if out else 0), behind - change.last
            out.append(_at_a_sentence(change, before, after, *room))
    return out


def _at_a_sentence(change: Change, old: Sequence[str], new: Sequence[str], back: int, ahead: int) -> Change:
    """*change*, where words were only put in or only taken out, moved to begin with a sentence if it can be read so.

    Of “Một. Hai. Ba.” without “Hai.” as much is left whether “Hai.” is gone or “. Hai”. As many words as *back* and
    *ahead* say are equal before it and behind.
    """
    if change.first < change.last and change.new_first < change.new_last:
        return change
    text, start, end = (new, change.new_first, change.new_last) if change.first == change.last else (old, *change[:2])
    for by in range(back + 1):
        if start == by or text[start - by - 1] in _ENDS:
            return Change(*(edge - by for edge in change))
        if text[start - by - 1] != text[end - by - 1]:
            break
    for by in range(1, ahead + 1):
        if text[start + by - 1] != text[end + by - 1]:
            break
        if text[start + by - 1] in _ENDS:
            return Change(*(edge + by for edge in change))
    return change


def sentences(words: str) -> list[tuple[int, int]]:
    """Where each sentence of *words* begins and ends; a clause that ends in a semicolon counts as one."""
    ends = [(found.start(), found.end()) for found in _SENTENCE_END.finditer(words)]
    starts = [0, *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), len(words)], strict=True))


def span(token_list: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The characters on which tokens *first* to *last* stand; of none the place between their neighbours."""
    if first < last:
        return token_list[first].start, token_list[last - 1].end
    at = token_list[first - 1].end if first else 0
    return at, at


def sentence_at(edges: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The sentences among *edges* on which the characters from *start* to *end* stand: the first, and one behind the
    last; none for a place between two sentences."""
    first = max(bisect_right([edge[0] for edge in edges], start) - 1, 0)
    if start == end:
        return first, first + 1
    return first, max(bisect_right([edge[0] for edge in edges], end - 1), first + 1)


class Bag:
    """The words of a text without their order, to tell how much of them another text has as well."""

    __slots__ = ("counts", "size")

    def __init__(self, words: str) -> None:
        self.counts = Counter(token.key for token in tokens(words))
        self.size = self.counts.total()

    def common(self, other: "Bag") -> int:
        """How many words both have."""
        small, large = sorted((self.counts, other.counts), key=len)
        return sum(min(count, large[word]) for word, count in small.items() if word in large)

    def likeness(self, other: "Bag") -> int:
        """From 0 to 100: the share of words in both that both have."""
        size = self.size + other.size
        return 200 * self.common(other) // size if size else 100


def quoted(words: str, edges: Sequence[tuple[int, int]], first: int, last: int) -> str:
    """Sentences *first* to *last* of *words*; empty for none."""
    return seen_blanks(words[edges[first][0] : edges[last - 1][1]]) if first < last else ""


def seen_blanks(words: str) -> str:
    """*words* with one ordinary blank between any two."""
    return " ".join(words.split())


def numbers(token_list: Sequence[Token]) -> Iterator[Token]:
    """The numbers among the tokens."""
    return (token for token in token_list if token.key[:1].isdigit())
