"""Which paragraph of one text is which of another, with or without anchors.

Paragraphs whose words stand once in both texts are fixed points; the longest run of them in one order is the frame.
What lies between two of them is paired by its anchors, then by likeness. What is left over may have been moved, or be a
piece of a paragraph that was divided.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field

from cqtt.verify.tokens import Bag

LIKE, MOVED = 50, 80
"""From which likeness on two paragraphs are one that was changed, or one that was moved and changed."""
SHORT = 12
"""Words of a line that may be another one altogether and is still the same line."""
ANCHORED = 20
"""The least likeness of two with the same anchor: a paragraph that was typed anew keeps it by chance."""
PIECE = 70
"""How much of a paragraph, in percent, must come from another one of which it is a piece."""
MAX_COMPARED = 40_000
"""Pairs between two fixed points that are looked at; beyond, only equal ones are found there."""


class Match(Struct, frozen=True):
    """Paragraphs *old* became *new*, both by index: one each, or several where one was divided or some were joined.

    Without *new* they were removed, without *old* added. *moved* ones stand elsewhere.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


class Aligner(Struct):
    """Aligns the texts *old* and *new*, each paragraph by its words; *known* are pairs that anchors give.

    *names* and *new_names* are what makes two paragraphs the same: their words, unless an anchor says more.
    """

    old: Sequence[str]
    new: Sequence[str]
    names: Sequence[str]
    new_names: Sequence[str]
    known: Mapping[int, int] = field(default_factory=dict)
    _pairs: dict[int, int] = field(default_factory=dict)
    _moved: set[int] = field(default_factory=set)
    _bags: dict[tuple[bool, int], Bag] = field(default_factory=dict)

    def matches(self) -> list[Match]:
        """Every paragraph of both, in the order of the new text; what was removed stands where it stood."""
        unique = _unique_pairs(self.names, self.new_names)
        frame = longest_run(unique)
        self._pairs.update(frame)
        edges = [(-1, -1), *frame, (len(self.old), len(self.new))]
        for (a, b), (c, d) in pairwise(edges):
            self._between(a + 1, c, b + 1, d)
        self._moves(dict(unique))
        return self._told()

    def _between(self, first: int, last: int, new_first: int, new_last: int) -> None:
        """Pair paragraphs *first* to *last* with *new_first* to *new_last*, between two fixed points."""
        while first < last and new_first < new_last and self.names[first] == self.new_names[new_first]:
            self._pairs[first] = new_first
            first, new_first = first + 1, new_first + 1
        while first < last and new_first < new_last and self.names[last - 1] == self.new_names[new_last - 1]:
            last, new_last = last - 1, new_last - 1
            self._pairs[last] = new_last
        if first == last or new_first == new_last:
            return
        anchored = self._anchored(first, last, new_first, new_last)
        if anchored:
            self._pairs.update(anchored)
            edges = [(first - 1, new_first - 1), *anchored, (last, new_last)]
            for (a, b), (c, d) in pairwise(edges):
                self._alike(a + 1, c, b + 1, d)
        else:
            self._alike(first, last, new_first, new_last)

    def _anchored(self, first: int, last: int, new_first: int, new_last: int) -> list[tuple[int, int]]:
        found = [(i, self.known[i]) for i in range(first, last) if new_first <= self.known.get(i, -1) < new_last]
        return longest_run([(i, j) for i, j in found if self._likeness(i, j) >= ANCHORED])

    def _alike(self, first: int, last: int, new_first: int, new_last: int) -> None:
        """The pairs, in one order, that have most in common all together."""
        rows, columns = last - first, new_last - new_first
        if not rows or not columns or rows * columns > MAX_COMPARED:
            return
        if (
            rows == columns == 1
            and max(self._bag(first, is_new=False).size, self._bag(new_first, is_new=True).size) <= SHORT
        ):
            self._pairs[first] = new_first  # a name between two lines that stayed is another name
            return
        best = [[0] * (columns + 1) for _ in range(rows + 1)]
        for i in range(rows - 1, -1, -1):
            for j in range(columns - 1, -1, -1):
                score = self._score(first + i, new_first + j)
                best[i][j] = max(best[i + 1][j], best[i][j + 1], score + best[i + 1][j + 1] if score else 0)
        i = j = 0
        while i < rows and j < columns:
            score = self._score(first + i, new_first + j)
            if score and best[i][j] == score + best[i + 1][j + 1]:
                self._pairs[first + i] = new_first + j
                i, j = i + 1, j + 1
            elif best[i][j] == best[i + 1][j]:
                i += 1
            else:
                j += 1

    def _score(self, i: int, j: int) -> int:
        likeness = self._likeness(i, j)
        return likeness if likeness >= LIKE else 0

    def _likeness(self, i: int, j: int) -> int:
        return self._bag(i, is_new=False).likeness(self._bag(j, is_new=True))

    def _bag(self, index: int, *, is_new: bool) -> Bag:
        key = is_new, index
        if key not in self._bags:
            self._bags[key] = Bag((self.new if is_new else self.old)[index])
        return self._bags[key]

    def _moves(self, unique: dict[int, int]) -> None:
        """Pair what is left over on both sides, and alike."""
        free = [i for i in range(len(self.old)) if i not in self._pairs]
        taken = set(self._pairs.values())
        free_new = [j for j in range(len(self.new)) if j not in taken]
        if len(free) * len(free_new) > MAX_COMPARED:
            candidates = [(100, i, unique[i]) for i in free if i in unique]
        else:
            candidates = [(self._likeness(i, j), i, j) for i in free for j in free_new]
        for likeness, i, j in sorted(candidates, key=lambda one: (-one[0], one[1], one[2])):
            if likeness >= MOVED and i not in self._pairs and j not in taken:
                self._pairs[i] = j
                self._moved.add(i)
                taken.add(j)

    def _told(self) -> list[Match]:
        groups = [([i], [j]) for i, j in sorted(self._pairs.items())]
        self._absorb(groups)
        old_of = {i for old, _ in groups for i in old}
        new_of = {j for _, new in groups for j in new}
        kept = sorted((group for group in groups if not self._moved & set(group[0])), key=lambda group: group[1])
        out: list[tuple[tuple[int, int], Match]] = []
        for old, new in groups:
            out.append(((new[0], 1), Match(tuple(old), tuple(new), bool(self._moved & set(old)))))
        out += [((j, 1), Match((), (j,))) for j in range(len(self.new)) if j not in new_of]
        edges = [(old[-1], new[-1]) for old, new in kept]
        starts = [edge[0] for edge in edges]
        for i in range(len(self.old)):
            if i not in old_of:
                at = bisect_left(starts, i)
                out.append(((edges[at - 1][1] if at else -1, 2), Match((i,), ())))
        return [match for _, match in sorted(out, key=lambda one: (one[0], one[1].old))]

    def _absorb(self, groups: list[tuple[list[int], list[int]]]) -> None:
        """Give to each pair the neighbours left over that are pieces of it."""
        free = set(range(len(self.old))) - set(self._pairs)
        free_new = set(range(len(self.new))) - set(self._pairs.values())
        for old, new in groups:
            for mine, others, left, texts, other_texts in (
                (new, old, free_new, self.new, self.old),
                (old, new, free, self.old, self.new),
            ):
                while piece := self._piece(mine, others, left, texts, other_texts):
                    left.discard(piece[0])
                    mine.append(piece[0])
                    mine.sort()

    def _piece(
        self, mine: list[int], others: list[int], left: set[int], texts: Sequence[str], other_texts: Sequence[str]
    ) -> list[int]:
        if " ".join(texts[i] for i in mine) == " ".join(other_texts[i] for i in others):
            return []
        whole = Counter(Bag(" ".join(other_texts[i] for i in others)).counts)
        whole.subtract(Bag(" ".join(texts[i] for i in mine)).counts)
        missing = Counter({word: count for word, count in whole.items() if count > 0})
        for index in (mine[-1] + 1, mine[0] - 1):
            if index in left:
                bag = Bag(texts[index])
                common = sum(min(count, missing[word]) for word, count in bag.counts.items())
                if bag.size and 100 * common >= PIECE * bag.size:
                    return [index]
        return []


def _unique_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The paragraphs whose words stand once in each text, by the order of the old one."""
    counts, new_counts = Counter(old), Counter(new)
    places = {words: j for j, words in enumerate(new) if new_counts[words] == 1}
    return [(i, places[words]) for i, words in enumerate(old) if counts[words] == 1 and words in places]


def longest_run(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of *pairs* that ascend on both sides; they come in the order of the first side."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before.append(last[at - 1] if at else -1)
        tails[at : at + 1] = [j]
        last[at : at + 1] = [number]
    out: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        out.append(pairs[number])
        number = before[number]
    return out[::-1]


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """How *new* came from *old*, paragraph by paragraph, where there are no anchors."""
    return Aligner(old, new, old, new).matches()
