"""A file beside the report as the data give it now: which sentences and figures differ, and by whose doing."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct, field

from cqtt.manuscript import Manuscript
from cqtt.problems import Position
from cqtt.verify.looks import differ, labels
from cqtt.verify.matching import Numbers, author_of, join_moves, matched, unit_at, who
from cqtt.verify.origins import NUMBERED, SIGNED, Origin, Printed
from cqtt.verify.pairs import SPLIT, Difference, Pair, Sentences
from cqtt.verify.remarks import comments
from cqtt.verify.tokens import seen_blanks
from cqtt.verify.verdict import FigureChange, Kind, Reason, Verdict, WordChange
from cqtt.word.anchors import mark_of
from cqtt.word.charts import CAPTION
from cqtt.word.reading.paper import Paper
from cqtt.word.reading.units import Unit
from cqtt.wording import seen

MOST_LOOKED_AT = 1_000
"""Paragraphs and rows of a report up to which it is looked at how the cells of its tables are set."""
_STAMP = re.compile(
    r"(?:đã ký|ký bởi|người ký|ký ngày|ngày ký|thời gian ký|signed by|signature|cơ quan:)", re.IGNORECASE
)
"""What a digital signature prints of itself."""


class Base(Struct):
    """The report as it is now: its file, where each paragraph of it comes from, and the text it was made from."""

    paper: Paper
    origins: dict[int, Origin]
    manuscript: Manuscript
    data: "Data"

    def figures(self, unit: Unit) -> Iterator[Printed]:
        """The figures in *unit*: what is printed of a path that names none, as of a document cited, is words."""
        return (printed for printed in self.origins[id(unit)].figures if self.data.is_figure(printed.path))

    def place(self, unit: Unit, at: int = 0) -> Position:
        """The line of the sources for the word at character *at* of *unit*."""
        origin = self.origins[id(unit)]
        for words in origin.given(at, self.data.is_figure):
            if found := self.data.find(words):
                return found
        return origin.place(self.manuscript, at)

    def section(self, unit: Unit) -> str:
        """The section in which *unit* stands."""
        return self.origins[id(unit)].section


class Data(Protocol):
    """The files of the data, as far as a judgement asks for them."""

    def is_figure(self, path: str) -> bool:
        """Whether *path* names a figure."""

    def written(self, path: str) -> Position | None:
        """Where the value of a figure was written; None for what is computed from several."""

    def find(self, words: str) -> Position | None:
        """The only place at which the files say *words*; None where there is none, or more than one."""


def judge(base: Base, paper: Paper) -> Verdict:
    """What *paper* says otherwise than *base*."""
    return _Judge(base, paper).verdict()


class _Judge(Struct):
    base: Base
    paper: Paper
    out: Verdict = field(default_factory=Verdict)
    labels: dict[int, str] = field(default_factory=dict)
    sections: dict[int, str] = field(default_factory=dict)
    """Of the file's units, by ``id``."""

    def verdict(self) -> Verdict:
        self.out.anchored = self.paper.anchored
        self.labels = labels(self.base.paper)
        for old, new in (
            ([u for u in self.base.paper.units if u.kind in "pr"], [u for u in self.paper.units if u.kind in "pr"]),
            (self.base.paper.notes, self.paper.notes),
            ([u for u in self.base.paper.units if u.kind in "eb"], [u for u in self.paper.units if u.kind in "eb"]),
        ):
            self._stream(old, new)
        self.out.comments = comments(self.paper, self.sections)
        join_moves(self.out)
        return self.out

    def _stream(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        matches = matched(old, new)
        signature = {new[j].cell for m in matches for i in m.old if old[i].style in SIGNED for j in m.new}
        above: Unit | None = None
        numbers = Numbers(old, new, matches)
        for match in matches:
            before, after = [old[i] for i in match.old], [new[j] for j in match.new]
            for unit in after:
                near = before[0] if before else above
                self.sections[id(unit)] = self.base.section(near) if near else ""
            if before and after:
                self._pair(before, after, moved=match.moved)
            elif before:
                self._removed(before[0], numbers.reason(match.old[0]))
            elif not ((after[0].cell and after[0].cell in signature) or self._is_drawn(after[0], above)):
                self._added(after[0], above)
            above = before[-1] if before and not match.moved else above

    def _is_drawn(self, unit: Unit, above: Unit | None) -> bool:
        """Whether the words are of a picture: a signature's stamp, or in a PDF a chart below its caption."""
        in_chart = above is not None and above.style == CAPTION and not unit.elements
        return in_chart or _STAMP.match(unit.words) is not None

    def _removed(self, unit: Unit, reason: Reason | None) -> None:
        author = next((who for words, who in self.paper.taken if words == unit.key), None)
        told = seen_blanks(unit.words)
        place = self.base.place(unit)
        self.out.changes.append(WordChange(Kind.REMOVED, self.base.section(unit), told, "", place, author, reason))

    def _added(self, unit: Unit, above: Unit | None) -> None:
        place = self.base.place(above, len(above.words)) if above else Position("")
        section = self.base.section(above) if above else ""
        was_built = unit.hashed is not None and unit.hashed.mark == mark_of(unit.key)
        reason = Reason.SOURCE if was_built else Reason.EDITED if self.paper.anchored else None
        author = next((one.author for one in unit.tracked if one.added), None)
        self.out.changes.append(WordChange(Kind.ADDED, section, "", seen_blanks(unit.words), place, author, reason))

    def _pair(self, before: Sequence[Unit], after: Sequence[Unit], *, moved: bool) -> None:
        if len(before) == len(after) == 1 and before[0].key == after[0].key and not moved:  # nearly all
            self._look(before[0], after[0])
            return
        old, new = " ".join(unit.words for unit in before), " ".join(unit.words for unit in after)
        mark = after[0].hashed.mark if after[0].hashed else ""
        first, is_row = before[0], before[0].kind == "r" and after[0].kind == "r"
        pair = Pair(old, new, mark, is_row, first.style not in NUMBERED, self.labels.get(id(first), ""))
        if moved:
            place, section = self.base.place(first), self.base.section(first)
            self.out.changes.append(
                WordChange(
                    Kind.MOVED, section, seen_blanks(old), seen_blanks(new), place, None, self._by(after[0], old)
                )
            )
        found = len(self.out.changes) + len(self.out.figures)
        for group in pair.grouped():
            self._group(pair, group, before, after)
        divided = len(before) != len(after) and not pair.differences
        if divided:
            was, now = (SPLIT.join(seen_blanks(unit.words) for unit in units) for units in (before, after))
            place, reason = self.base.place(first), Reason.EDITED if self.paper.anchored else None
            self.out.changes.append(
                WordChange(Kind.CHANGED, self.base.section(first), was, now, place, who(after), reason)
            )
        elif len(self.out.changes) + len(self.out.figures) == found and not moved and len(before) == len(after) == 1:
            self._look(first, after[0])

    def _look(self, unit: Unit, twin: Unit) -> None:
        """Count *unit* where its *twin* in the file says the same and looks different; not number and date."""
        if unit.style not in NUMBERED and (unit.kind != "r" or len(self.base.paper.units) <= MOST_LOOKED_AT):
            self.out.formatting += differ(self.base.paper, unit, self.paper, twin)

    def _by(self, unit: Unit, old: str) -> Reason | None:
        if not unit.hashed:
            return None
        return Reason.EDITED if unit.hashed.mark == mark_of(old) else None

    def _group(self, pair: Pair, group: Sentences, before: Sequence[Unit], after: Sequence[Unit]) -> None:
        """One or several sentences that differ: in their figures, in other words, or both."""
        author = author_of(after, group.new_start, group.new_end)
        left = self._figures(pair, group, before, author)
        if not left:
            return
        start = left[0].start if left[0].start < left[0].end else max(left[0].start - 1, 0)
        unit, shift = unit_at(before, start)
        hands = {one.by_hand for one in left}
        self.out.changes.append(
            WordChange(
                _kind(group),
                self.base.section(unit),
                seen_blanks(pair.old[group.start : group.end]),
                seen_blanks(pair.new[group.new_start : group.new_end]),
                self.base.place(unit, start - shift),
                author,
                None if None in hands else Reason.EDITED if True in hands else Reason.SOURCE,
            )
        )

    def _figures(self, pair: Pair, group: Sentences, before: Sequence[Unit], author: str | None) -> list[Difference]:
        """Note the figures of *group* that are printed otherwise; returns the differences that are in none of them."""
        unit, shift = unit_at(before, group.start)
        left = list(group.differences)
        sentence = seen_blanks(unit.words if pair.is_row else pair.old[group.start : group.end])
        for printed in self.base.figures(unit):
            figure = printed._replace(start=printed.start + shift, end=printed.end + shift)
            said = pair.printed(figure) if figure.start < group.end and group.start < figure.end else None
            if said is None or not (pair.is_row or _is_instead(said[0], figure.text)):
                continue
            words, one = said
            self.out.figures.append(
                FigureChange(
                    *(figure.path, words, figure.text, self.base.section(unit), sentence),
                    *(self.base.place(unit, printed.start), self.base.data.written(figure.path), author),
                    None if one.by_hand is None else Reason.EDITED if one.by_hand else Reason.DATA,
                )
            )
            if figure.start <= one.start and one.end <= figure.end and one in left:
                left.remove(one)
        return left


def _kind(group: Sentences) -> Kind:
    """Whether whole sentences are new, or gone."""
    if group.start == group.end:
        return Kind.ADDED
    return Kind.REMOVED if group.new_start == group.new_end else Kind.CHANGED


def _is_instead(words: str, figure: str) -> bool:
    """Whether *words* stand in place of *figure*, and not of a whole sentence: a number for a number."""
    has_digits = any(c.isdigit() for c in figure)
    return seen(words) not in ("", seen(figure)) and (
        any(c.isdigit() for c in words) or words == "–" if has_digits else True
    )
