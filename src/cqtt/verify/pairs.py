"""One paragraph beside what became of it: its differences, and which sentences and figures they are in."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct, field

from cqtt.markup.walk import BAR
from cqtt.verify.origins import Printed
from cqtt.verify.reasons import edited
from cqtt.verify.tokens import Change, Token, changes, sentence_at, sentences, span, tokens
from cqtt.word.anchors import mark_of, row_words
from cqtt.wording import seen

SPLIT = " ¶ "
"""Where a paragraph was divided, in what is told of it."""


class Difference(Struct, frozen=True):
    """Characters of today's text, *start* to *end*, for which the file has those from *new_start* to *new_end*.

    *by_hand* is None where it cannot be told.
    """

    start: int
    end: int
    new_start: int
    new_end: int
    by_hand: bool | None = None


class Sentences(Struct, frozen=True):
    """Neighbouring sentences with differences: where they stand in today's text and in the file's."""

    start: int
    end: int
    new_start: int
    new_end: int
    differences: tuple[Difference, ...]


class Pair(Struct, dict=True):
    """Today's words *old* and the file's *new*; *mark* is the hash of what was built, empty where it is lost.

    *ignored* is a pattern of tokens that do not count, *label* a number that may stand before *new* alone.
    """

    old: str
    new: str
    mark: str = ""
    is_row: bool = False
    digits_count: bool = True
    label: str = ""
    _old: list[Token] = field(default_factory=list)
    _new: list[Token] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._old, self._new = tokens(self.old), tokens(self.new)
        head = [token.key for token in tokens(self.label)]
        if head and [token.key for token in self._new[: len(head)]] == head != [t.key for t in self._old[: len(head)]]:
            del self._new[: len(head)]

    @cached_property
    def _changes(self) -> list[Change]:
        found = self._row_changes() if self.is_row else changes(self._old, self._new)
        return found if self.digits_count else [change for change in found if not self._numbers_only(change)]

    def _row_changes(self) -> list[Change]:
        """Those of the cells, one by one, where no column was put in or taken away."""
        cells, new_cells = self.old.split(BAR), self.new.split(BAR)
        if len(cells) != len(new_cells):
            return changes(self._old, self._new)
        out: list[Change] = []
        first = new_first = 0
        for cell, new_cell in zip(cells, new_cells, strict=True):
            last, new_last = first + len(tokens(cell)), new_first + len(tokens(new_cell))
            said, new_said = self._old[first:last], self._new[new_first:new_last]
            if [token.key for token in said] != [token.key for token in new_said]:
                out.append(Change(first, last, new_first, new_last))
            first, new_first = last + 1, new_last + 1
        return out

    def _numbers_only(self, change: Change) -> bool:
        sides = *self._old[change.first : change.last], *self._new[change.new_first : change.new_last]
        return all(token.key[0].isdigit() or not token.key.isalnum() for token in sides if token.key != "/")

    @cached_property
    def differences(self) -> list[Difference]:
        """All differences in order, each told to be by hand or not."""
        by_hand = self._by_hand()
        return [
            Difference(
                *span(self._old, change.first, change.last),
                *span(self._new, change.new_first, change.new_last),
                by_hand[i] if by_hand else None,
            )
            for i, change in enumerate(self._changes)
        ]

    def _by_hand(self) -> list[bool] | None:
        if not self.mark or not self._changes:
            return None
        hashed = (lambda words: mark_of(row_words(words.split(BAR)))) if self.is_row else mark_of
        return edited(len(self._changes), self._with, self.mark, hashed)

    def _with(self, taken: frozenset[int]) -> str:
        """Today's text with the file's words at the changes *taken*."""
        out, at = "", 0
        for i in sorted(taken):
            change = self._changes[i]
            start, end = _around(self._old, change.first, change.last, len(self.old))
            new_start, new_end = _around(self._new, change.new_first, change.new_last, len(self.new))
            out += self.old[at:start] + self.new[new_start:new_end]
            at = end
        return out + self.old[at:]

    def grouped(self) -> Iterator[Sentences]:
        """The differences by the sentences in which they stand; of a row by its cells."""
        cells, new_cells = _cells(self.old), _cells(self.new)
        if self.is_row and len(cells) == len(new_cells):
            changed = (pair for pair in zip(cells, new_cells, strict=True) if self._cell(*pair))
            for (cell, new_cell), one in zip(changed, self.differences, strict=True):
                yield Sentences(*cell, *new_cell, (one,))
            return
        edges, new_edges = sentences(self.old), sentences(self.new)
        groups: list[tuple[list[int], list[Difference]]] = []
        for one in self.differences:
            found = [*_touched(edges, one.start, one.end), *_touched(new_edges, one.new_start, one.new_end)]
            inside = [one]
            self._balance(found, inside, edges, new_edges)
            while groups and (found[0] < groups[-1][0][1] or found[2] < groups[-1][0][3]):
                before, others = groups.pop()
                found = [
                    min(before[0], found[0]),
                    max(before[1], found[1]),
                    min(before[2], found[2]),
                    max(before[3], found[3]),
                ]
                inside = others + inside
            groups.append((found, inside))
        for (first, last, new_first, new_last), inside in groups:
            yield Sentences(*_whole(edges, first, last), *_whole(new_edges, new_first, new_last), tuple(inside))

    def _cell(self, cell: tuple[int, int], new_cell: tuple[int, int]) -> bool:
        """Whether two cells say different things."""
        old, new = tokens(self.old[slice(*cell)]), tokens(self.new[slice(*new_cell)])
        return [token.key for token in old] != [token.key for token in new]

    def _balance(
        self,
        group: list[int],
        inside: Sequence[Difference],
        edges: Sequence[tuple[int, int]],
        new_edges: Sequence[tuple[int, int]],
    ) -> None:
        """Let *group* reach equally far behind the last difference in both texts: a stop may be a comma now."""
        last = inside[-1]
        while group[0] < group[1] and group[2] < group[3]:
            tail = len(seen(self.old[last.end : edges[group[1] - 1][1]]))
            new_tail = len(seen(self.new[last.new_end : new_edges[group[3] - 1][1]]))
            if tail < new_tail and group[1] < len(edges):
                group[1] += 1
            elif new_tail < tail and group[3] < len(new_edges):
                group[3] += 1
            else:
                return

    def printed(self, figure: Printed) -> tuple[str, Difference] | None:
        """What the file has in place of *figure*, and the difference it is in; None where it is the same."""
        for one in self.differences:
            if one.start < figure.end and figure.start < one.end:
                return self._counterpart(figure, one), one
        return None

    def _counterpart(self, figure: Printed, one: Difference) -> str:
        """The words of the file for *figure* in the difference *one*, of several numbers that at the same place."""
        before = self.old[min(figure.start, one.start) : one.start]
        behind = self.old[one.end : max(figure.end, one.end)]
        inside = self.new[one.new_start : one.new_end]
        mine, theirs = _numbers(self.old[one.start : one.end]), _numbers(inside)
        wanted = _numbers(figure.text)
        if len(mine) > 1 and theirs and len(wanted) == 1:
            at = len(_numbers(self.old[one.start : max(figure.start, one.start)]))
            return theirs[at] if at < len(theirs) else ""
        if len(wanted) == len(mine) == len(theirs) == 1 and wanted[0] == figure.text:
            return theirs[0]
        return f"{before}{inside}{behind}".strip()


def _numbers(words: str) -> list[str]:
    return [words[token.start : token.end] for token in tokens(words) if token.key[0].isdigit()]


def _around(found: Sequence[Token], first: int, last: int, length: int) -> tuple[int, int]:
    """From the end of the token before to the start of the one behind."""
    return found[first - 1].end if first else 0, found[last].start if last < len(found) else length


def _cells(words: str) -> list[tuple[int, int]]:
    """Where each cell of a row begins and ends."""
    out, at = [], 0
    for cell in words.split(BAR):
        out.append((at, at + len(cell)))
        at += len(cell) + len(BAR)
    return out


def _touched(edges: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The sentences that a difference touches; none where it stands between two."""
    if start == end and any(start in (edge[1], edge[0]) for edge in edges):
        at = next((i for i, edge in enumerate(edges) if start <= edge[0]), len(edges))
        return at, at
    return sentence_at(edges, start, end)


def _whole(edges: Sequence[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    if first < last:
        return edges[first][0], edges[last - 1][1]
    at = edges[first - 1][1] if first else 0
    return at, at
