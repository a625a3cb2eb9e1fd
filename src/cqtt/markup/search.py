"""Which printed figures somebody means who types what stands on paper: ``96,6%``, ``14 xã, phường``, ``5323``.

What is typed and what is printed are compared word by word, and numbers by their value, so that 98.7 is 98,7.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from cqtt.markup.occurrences import Occurrence
from cqtt.names import fold, nfc

_WORD = re.compile(r"ph[ầa]n\s+tr[ăa]m|\d+(?:[.,]\d+)*|[^\W\d]+|[%/–]", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<whole>\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](?P<decimals>\d+))?")
_SCALES = {"nghìn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}


class Word(Struct, frozen=True):
    """A word, a sign or a number, with the characters it stands on; *value* is None for what is no number."""

    text: str
    start: int
    end: int
    value: Decimal | None = None
    decimals: int = 0

    def same(self, printed: "Word") -> bool:
        """Whether *printed* is this word or number, with the same decimals, and a zero in front if this has one."""
        if self.value is None or printed.value is None:
            return self.text.casefold() == printed.text.casefold()
        zero = self.text.startswith("0") and not printed.text.startswith("0")
        return (self.value, self.decimals, zero) == (printed.value, printed.decimals, False)

    def alike(self, printed: "Word") -> bool:
        """Whether *printed* is this word without its marks, or a number of the same value."""
        if self.value is None or printed.value is None:
            return fold(self.text) == fold(printed.text)
        return self.value == printed.value


class Place(Struct, frozen=True):
    """A printed figure: the words of its sentence, of which those from *first* up to *last* are its own."""

    occurrence: Occurrence
    words: Sequence[Word]
    first: int
    last: int


def places(printed: Iterable[Occurrence]) -> Iterator[Place]:
    """Where each figure stands in its sentence; one that has no word of its own stands nowhere."""
    for sentence, group in groupby(printed, key=lambda occurrence: occurrence.sentence):
        spoken = words(sentence)
        starts, ends = [word.start for word in spoken], [word.end for word in spoken]
        for occurrence in group:
            first = bisect_right(ends, occurrence.at)
            last = bisect_left(starts, occurrence.at + len(occurrence.text))
            if first < last:
                yield Place(occurrence, spoken, first, last)


def search(asked: str, places: Sequence[Place]) -> Iterator[list[Occurrence]]:
    """The figures at *places* that are meant by the words *asked*, the likeliest first; lists that are not empty.

    First those that are printed just so; then those that are a part of what was asked (``14 xã, phường``), or of which
    a part was asked (``2,1 điểm phần trăm``); then the same without regard to decimals, zeros in front and marks.
    """
    wanted = words(nfc(asked))
    for same in (Word.same, Word.alike):
        for meant in (_whole, _around):
            found = [place.occurrence for place in places if wanted and meant(place, wanted, same)]
            if found:
                yield found


def number_in(asked: str) -> str:
    """The first number in *asked*, with its sign of percent; empty where there is none."""
    found = re.search(r"\d+(?:[.,]\d+)*(?:\s*%)?", asked)
    return found[0] if found else ""


def words(text: str) -> list[Word]:
    """*text* as words, signs and numbers; ``17 tỷ`` is one number."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        word = _word(match)
        before = found[-1] if found else None
        if before and before.value is not None and (scale := _SCALES.get(word.text.casefold())):
            found[-1] = Word(before.text, before.start, word.end, before.value.scaleb(scale))
        else:
            found.append(word)
    return found


def _word(match: re.Match[str]) -> Word:
    text, (start, end) = match[0], match.span()
    if text[0].isdecimal():
        return _number(text, start, end)
    return Word("%" if fold(text).startswith("phan ") else text, start, end)


def _number(text: str, start: int, end: int) -> Word:
    """A number as people type it: 5.323, 5323, 5,323; 98,7 and 98.7. What cannot be one is a word: ``1.2.3``."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return Word(text, start, end)
    whole, decimals = re.sub("[.,]", "", found["whole"]), found["decimals"] or ""
    return Word(text, start, end, Decimal(f"{whole}.{decimals}" if decimals else whole), len(decimals))


def _whole(place: Place, wanted: Sequence[Word], same: Callable[[Word, Word], bool]) -> bool:
    """Whether the figure is printed as *wanted*."""
    return place.last - place.first == len(wanted) and _at(place, place.first, wanted, same)


def _around(place: Place, wanted: Sequence[Word], same: Callable[[Word, Word], bool]) -> bool:
    """Whether *wanted* has the figure and words beside it, or is a part of the figure with a number in it."""
    size, behind = len(wanted), place.last - len(wanted)
    starts = range(max(0, behind), place.first + 1)
    if size < place.last - place.first and any(word.value is not None for word in wanted):
        starts = range(place.first, behind + 1)
    return any(_at(place, start, wanted, same) for start in starts)


def _at(place: Place, start: int, wanted: Sequence[Word], same: Callable[[Word, Word], bool]) -> bool:
    there = place.words[start : start + len(wanted)]
    return len(there) == len(wanted) and all(map(same, wanted, there))
