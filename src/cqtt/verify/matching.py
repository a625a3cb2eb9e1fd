"""Which paragraph of a file is which of the report, what its anchors tell of it, and who tracked changes in it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cqtt.verify.alignment import ANCHORED, Aligner, Match
from cqtt.verify.tokens import Bag
from cqtt.verify.verdict import Kind, Reason, Verdict
from cqtt.word.anchors import mark_of
from cqtt.word.reading.units import Tracked, Unit


def matched(old: Sequence[Unit], new: Sequence[Unit]) -> list[Match]:
    """Aligned by words and anchors: what an anchor says was built is that paragraph, if anything of it is left."""
    names, marks = [unit.key for unit in old], {mark_of(unit.key): unit for unit in old}
    known_words = set(names)
    new_names: list[str] = []
    for unit in new:
        twin = marks.get(unit.hashed.mark) if unit.hashed and unit.key not in known_words else None
        same = twin is not None and Bag(twin.words).likeness(Bag(unit.words)) >= ANCHORED
        new_names.append(twin.key if twin is not None and same else unit.key)
    places = {(unit.anchors[0].kind, unit.anchors[0].number): i for i, unit in enumerate(old) if unit.anchors}
    known: dict[int, int] = {}
    for j, unit in enumerate(new):
        at = places.get((unit.hashed.kind, unit.hashed.number)) if unit.hashed else None
        if at is not None:
            known.setdefault(at, j)
    return Aligner([u.key for u in old], [u.key for u in new], names, new_names, known).matches()


class Numbers(Struct):
    """Tells of a paragraph that the file has not whether it was ever built: then the anchors leave out a number."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    matches: Sequence[Match]

    def reason(self, index: int) -> Reason | None:
        """Whether the paragraph *index* was taken away by hand, or came into the sources later."""
        kept = {i: self.new[match.new[0]] for match in self.matches for i in match.old if match.new}
        kind = self.old[index].kind
        before = self._number((kept[i] for i in range(index - 1, -1, -1) if i in kept), kind)
        behind = self._number((kept[i] for i in range(index + 1, len(self.old)) if i in kept), kind)
        if before is None or behind is None:
            return None
        return Reason.SOURCE if behind == before + 1 else Reason.EDITED

    def _number(self, units: Iterable[Unit], kind: str) -> int | None:
        for unit in units:
            if unit.kind == kind:
                return unit.hashed.number if unit.hashed else None
        return None


def unit_at(units: Sequence[Unit], at: int) -> tuple[Unit, int]:
    """The unit of those joined in which character *at* stands, and where it begins."""
    start = 0
    for unit in units[:-1]:
        if at <= start + len(unit.words):
            return unit, start
        start += len(unit.words) + 1
    return units[-1], start


def who(units: Iterable[Unit]) -> str | None:
    """Who tracked a change in *units*; None for nobody."""
    return next((one.author for unit in units for one in unit.tracked), None)


def author_of(units: Sequence[Unit], start: int, end: int) -> str | None:
    """Who tracked a change between two characters of the file's text; several are set apart by commas."""
    return ", ".join(dict.fromkeys(one.author for one in _tracked(units, start, end))) or None


def _tracked(units: Sequence[Unit], start: int, end: int) -> Iterator[Tracked]:
    shift = 0
    for unit in units:
        for one in unit.tracked:
            at = shift + one.start
            if at <= end and start <= at + (len(one.words) if one.added else 0):
                yield one
        shift += len(unit.words) + 1


def join_moves(verdict: Verdict) -> None:
    """A sentence that is gone here and new there was moved."""
    added = {change.new: change for change in verdict.changes if change.kind is Kind.ADDED}
    for i, change in enumerate(verdict.changes):
        there = added.pop(change.old, None) if change.kind is Kind.REMOVED else None
        if there is not None:
            author = change.author or there.author
            verdict.changes[i] = replace(change, kind=Kind.MOVED, new=there.new, author=author)
            verdict.changes.remove(there)
            join_moves(verdict)
            return
