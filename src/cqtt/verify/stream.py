"""The paragraphs of a text that has none: the words of a PDF are divided as those of the report they are compared with.

Runs of words that stand once in both are fixed points; between them words are compared one by one. So each paragraph of
the report gets the words that stand in its place, and what fits nowhere is one that was added.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct, field

from cqtt.markup.walk import BAR
from cqtt.verify.alignment import longest_run
from cqtt.verify.runs import RUN, as_places, paired
from cqtt.verify.tokens import Token, tokens
from cqtt.word.reading.units import Unit

LEAST = 30
"""The share of a unit's words, in percent, by which it is known at all: some words are in every sentence."""
_SIGNS = (*".,;:)”’\"'…",)
_MARK = re.compile(r"(?P<word>.*?[^\W\d])(?P<mark>\d{1,3})")


class _Word(Struct):
    """A token of the report: the unit it is in (by index), or of the number printed before it (*token* is None)."""

    key: str
    unit: int
    token: Token | None


class Stream(Struct):
    """The *units* of the report, and the *text* in which they are looked for; *labels* are printed before units."""

    units: Sequence[Unit]
    text: str
    labels: Mapping[int, str] = field(default_factory=dict)
    marks: int = 0
    """How many footnotes are called in the text, by their numbers."""
    matched: int = 0
    """Words of the report that stand in the text."""
    _old: list[_Word] = field(default_factory=list)
    _new: list[Token] = field(default_factory=list)
    _bounds: list[tuple[int, int]] = field(default_factory=list)
    """For each unit where its words begin and end among those of the report."""
    _cut: list[tuple[int, int]] = field(default_factory=list)
    """Words of the text that are a unit which was moved."""

    @property
    def size(self) -> int:
        """Words of the report that are looked for."""
        return len(self._old)

    def read(self) -> list[Unit]:
        """The units of the text."""
        for number, unit in enumerate(self.units):
            start = len(self._old)
            self._old += [_Word(token.key, number, None) for token in tokens(self.labels.get(id(unit), ""))]
            self._old += [_Word(token.key, number, token) for token in tokens(unit.words) if token.key != BAR.strip()]
            self._bounds.append((start, len(self._old)))
        self._new = list(_without_marks(tokens(self.text), self.text, self.marks))
        pairs = self._pairs()
        self.matched = len(pairs)
        found = Counter(self._old[i].unit for i, _ in pairs if self._old[i].token is not None)
        strange = {unit for unit, count in found.items() if 100 * count < LEAST * len(self._own(unit))}
        return list(self._divided([(i, j) for i, j in pairs if self._old[i].unit not in strange]))

    def _pairs(self) -> list[tuple[int, int]]:
        """Which word of the report is which of the text. Whole units are looked for first: those that stand elsewhere
        were moved."""
        whole = self._whole_units()
        taken: set[int] = set()
        frame = [pair for pair in longest_run(whole) if self._is_free(*pair, taken)]
        kept = {unit for unit, _ in frame}
        moved = [pair for pair in whole if pair[0] not in kept and self._is_free(*pair, taken)]
        gone = {i for unit, _ in moved for i in self._own(unit)}
        self._cut = sorted((j, j + len(self._own(unit))) for unit, j in moved)
        cut = {j for start, end in self._cut for j in range(start, end)}
        old = [i for i in range(len(self._old)) if i not in gone]
        new = [j for j in range(len(self._new)) if j not in cut]
        fixed = [(i, j + k) for unit, j in frame for k, i in enumerate(self._own(unit))]
        return paired(
            [self._old[i].key for i in old], [self._new[j].key for j in new], old, new, as_places(fixed, old, new)
        )

    def _is_free(self, unit: int, start: int, taken: set[int]) -> bool:
        """Whether none of the words at *start* is *taken*; they are then: a short unit may stand in a longer one."""
        places = range(start, start + len(self._own(unit)))
        free = taken.isdisjoint(places)
        if free:
            taken.update(places)
        return free

    def _whole_units(self) -> list[tuple[int, int]]:
        """The units of some length whose words stand in the text once, with the place at which each begins."""
        keys = [token.key for token in self._new]
        text = f" {' '.join(keys)} "
        starts = {at: j for j, at in enumerate(accumulate((len(key) + 1 for key in keys), initial=0))}
        out = []
        for number in range(len(self.units)):
            own = self._own(number)
            words = f" {' '.join(self._old[i].key for i in own)} "
            at = text.find(words) if len(own) >= RUN else -1
            if at >= 0 and text.find(words, at + 1) < 0:
                out.append((number, starts[at]))
        return out

    def _own(self, unit: int) -> list[int]:
        """The places of a unit's own words, its number left out."""
        return [i for i in self._range(unit) if self._old[i].token is not None]

    def _divided(self, pairs: Sequence[tuple[int, int]]) -> Iterator[Unit]:
        """For each unit the words between its first and its last that stand in the text; what is between two units is
        of the one that lacks words there, else a unit of its own."""
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        for i, j in pairs:
            unit = self._old[i].unit
            first.setdefault(unit, j)
            last[unit] = j
        there = sorted(first)
        twins = dict(pairs)
        ends = {unit: (first[unit], last[unit] + 1) for unit in there}
        for before, behind in pairwise([-1, *there, -1]) if there else ():
            start = ends[before][1] if before >= 0 else 0
            end = ends[behind][0] if behind >= 0 else len(self._new)
            if start < end:
                taken = self._taken(before, behind, twins)
                if taken == "before":
                    ends[before] = (ends[before][0], end)
                elif taken == "behind":
                    ends[behind] = (start, ends[behind][1])
        at = 0
        for unit in there:
            start, end = ends[unit]
            if at < start:
                yield from self._added(at, start)
            yield self._unit(unit, start, end, twins)
            at = end
        yield from self._added(at, len(self._new))

    def _taken(self, before: int, behind: int, twins: Mapping[int, int]) -> str:
        """To which unit words between two belong: to that which lacks some on this side."""
        if before >= 0 and self._edge(before, -1) not in twins:
            return "before"
        if behind >= 0 and self._edge(behind, 0) not in twins:
            return "behind"
        return ""

    def _edge(self, unit: int, which: int) -> int:
        """The place of the first or the last of its own words."""
        found = self._own(unit)
        return found[which] if found else -1

    def _range(self, unit: int) -> range:
        return range(*self._bounds[unit])

    def _added(self, start: int, end: int) -> Iterator[Unit]:
        """The words that are none of the report's, those that were moved by themselves."""
        edges = [at for edge in self._cut for at in edge if start < at < end]
        for first, last in pairwise([start, *edges, end]):
            if first < last:
                yield Unit("p", self._said(first, last))

    def _unit(self, number: int, start: int, end: int, twins: Mapping[int, int]) -> Unit:
        """The words of a unit, with the blanks and the cells of the report's."""
        unit = self.units[number]
        out, at, done = "", 0, start
        lacking: list[str] = []
        for i in self._range(number):
            token, twin = self._old[i].token, twins.get(i)
            if token is None:
                done = done if twin is None else max(done, twin + 1)
                continue
            gap = unit.words[at : token.start]
            at = token.end
            if twin is None:
                lacking.append(gap)
                continue
            out += self._instead(lacking, done, twin) + gap + unit.words[token.start : token.end]
            lacking, done = [], twin + 1
        out += self._instead(lacking, done, end) + unit.words[at:]
        cells = tuple(cell.strip() for cell in out.split(BAR)) if unit.cells else ()
        return Unit(unit.kind, BAR.join(cells) if cells else out.strip(), cells, style=unit.style, cell=unit.cell)

    def _instead(self, gaps: Sequence[str], start: int, end: int) -> str:
        """The words of the text from *start* to *end* in place of as many of the report as there are *gaps* before."""
        found = [self._said(j, j + 1) for j in range(start, end)]
        if not gaps:
            return f" {self._said(start, end)}" if found else ""
        said = found if len(found) == len(gaps) else [self._said(start, end), *[""] * (len(gaps) - 1)]
        return "".join(_placed(gap, words) for gap, words in zip(gaps, said, strict=True))

    def _said(self, start: int, end: int) -> str:
        return " ".join(self.text[self._new[start].start : self._new[end - 1].end].split()) if start < end else ""


def _placed(gap: str, words: str) -> str:
    """*words* behind the blank that the report has there, or one of their own."""
    if not words:
        return gap if BAR.strip() in gap else ""
    return f"{gap or (' ' if words[0].isalnum() else '')}{words}"


def _without_marks(found: Sequence[Token], text: str, marks: int) -> Iterator[Token]:
    """The words without the numbers of footnotes, which stand close behind a word or a sign: ``Việt Yên1``."""
    number = 1
    for token in found:
        match = _MARK.fullmatch(token.key)
        if number <= marks and match and match["mark"] == str(number):
            yield Token(match["word"], token.start, token.end - len(match["mark"]))
        elif number <= marks and token.key == str(number) and text[token.start - 1 : token.start] in _SIGNS:
            pass
        else:
            yield token
            continue
        number += 1
