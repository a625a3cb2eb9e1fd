"""What a form is, before it is any file: who is asked what, by when, which values stand in it already.

A form knows itself. Each sheet carries a hidden row with its mark and what the columns are, and each row its key, so
that an answer is read by keys wherever its rows, columns and sheets have been moved to::

    cqtt-phieu|1|than_thien|2025Q3|nenh|ab12cd34     report, period, unit, digest of what is asked
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct, field

from cqtt.models.don_vi import DonVi
from cqtt.models.ky import Ky, sau_ngay_lam_viec
from cqtt.models.question import NO, NONE, YES, Block, Items, Kind, Question, Questions, of_authority, of_unit
from cqtt.models.report_type import Balance, ReportType
from cqtt.models.so_lieu import Unit
from cqtt.problems import Key
from cqtt.source.yaml_reader import Value

MARK = "cqtt-phieu"
VERSION = 1
AUTHORITY = "@don_vi"
"""Stands for the unit in the form of the authority's own figures."""
VALUE, HEAD, REVIEWED, ITEM = "@so_lieu", "@dau", "@ra_soat", "@muc"
"""Keys of what is no value: the column of answers, the visible head, a box “reviewed”, a column of a list."""
SHEET = "Phiếu"
SHEET_NAME_MOST = 31


class Identity(Struct, frozen=True):
    """What a form says of itself. *sheet* is the list that the sheet holds, empty for the values."""

    report: str
    ky: str
    ma: str
    digest: str
    sheet: str = ""
    version: str = str(VERSION)

    def __str__(self) -> str:
        parts = (MARK, self.version, self.report, self.ky, self.ma, self.digest, self.sheet)
        return "|".join(parts).rstrip("|")

    @classmethod
    def read(cls, text: str) -> "Identity | None":
        """The identity that a cell holds; None for any other text."""
        parts = [part.strip() for part in text.split("|")]
        if parts[0] != MARK or not 6 <= len(parts) <= 7:
            return None
        version, report, ky, ma, digest, *sheet = parts[1:]
        return cls(report, ky, ma, digest, sheet[0] if sheet else "", version)


class Heading(Struct, frozen=True):
    """A line of its own above questions."""

    title: str
    depth: int
    note: str = ""


class Asked(Struct, frozen=True):
    """A question and the value that stands there already; None where it is to be filled in."""

    question: Question
    filled: Value = None


class Review(Struct, frozen=True):
    """The box of a group that was filled in for the unit: has it looked the values over?"""

    group: str


class Check(Struct, frozen=True):
    """A line that turns red where *balance* does not hold."""

    balance: Balance


Row = Heading | Asked | Review | Check


class Form(Struct, frozen=True, dict=True, eq=False):
    """One form. *known* has the values that stand in it, by key, as the file writes them."""

    report: ReportType
    name: str
    """The report's name in ``don_vi.yaml``."""
    ky: Ky
    don_vi: DonVi
    questions: Questions
    unit: Unit | None = None
    known: Mapping[Key, Value] = field(default_factory=dict)

    @property
    def identity(self) -> Identity:
        """The mark of the sheet with the values."""
        ma = self.unit.ma if self.unit else AUTHORITY
        return Identity(self.name, self.ky.ma, ma, digest(self.questions))

    @property
    def cut_off(self) -> date:
        """The last day that the period counts."""
        return self.ky.thoi_gian(self.don_vi.chot(self.ky))[1]

    @property
    def deadline(self) -> date:
        """The last day for sending the form back."""
        return sau_ngay_lam_viec(self.cut_off, self.don_vi.so_ngay_gui(self.ky))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The sheet's lines below its head, in their order."""
        return tuple(self._rows())

    def _rows(self) -> Iterator[Row]:
        waiting = list(self.report.balances) if self.unit else []
        told: set[str] = set()
        for block in self.questions.blocks:
            yield from self._block(block)
            asked = list(block.questions())
            if any(self._filled(question) is not None for question in asked):
                yield Review(block.path)
            told |= {question.path for question in asked}
            ready = [balance for balance in waiting if {balance.whole, *balance.parts} <= told]
            yield from map(Check, ready)
            waiting = [balance for balance in waiting if balance not in ready]

    def _block(self, block: Block) -> Iterator[Row]:
        yield Heading(
            block.title, block.depth, "Không bắt buộc: không có thì để trống cả nhóm" if block.optional else ""
        )
        for item in block.items:
            if isinstance(item, Block):
                yield from self._block(item)
            else:
                yield Asked(item, self._filled(item))

    def _filled(self, question: Question) -> Value:
        if question.key not in self.known or question.kind is Kind.TOTAL:
            return None
        return on_sheet(question, self.known[question.key])

    def items(self, of: Items) -> Sequence[Mapping[str, Value]]:
        """The items of the list that stand in the form already."""
        known = self.known.get((of.path,))
        return [item for item in known if isinstance(item, dict)] if isinstance(known, list) else []


def form_of(report: ReportType, don_vi: DonVi, ky: Ky, unit: Unit | None, known: Mapping[Key, Value]) -> Form:
    """The form of *unit*, or with None that of the authority's own figures."""
    questions = of_unit(report, don_vi, ky) if unit else of_authority(report, ky, don_vi.cap)
    return Form(report, don_vi.loai_bao_cao, ky, don_vi, questions, unit, known)


def on_sheet(question: Question, value: Value) -> Value:
    """*value* of the file as the sheet shows it: ``có`` for true, ``không có`` for null; None for what is no answer."""
    if value is None:
        return NONE if question.nullable else None
    if isinstance(value, bool):
        return YES if value else NO
    if question.level and isinstance(value, int):
        return question.words[value - 1] if 0 < value <= len(question.words) else None
    if question.kind in (Kind.COUNT, Kind.YEAR):
        return value if isinstance(value, int) else None
    return value if isinstance(value, str) else None


def sheet_name(title: str) -> str:
    """*title* as Excel takes it for a sheet: 31 letters, and none of ``[]:*?/\\``."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)[:SHEET_NAME_MOST].strip()


def digest(questions: Questions) -> str:
    """Tells forms apart that do not ask for the same things; titles and notes make no difference."""
    lines = [_line(question) for question in questions.all()]
    lines += [f"{of.path}[].{_line(column)}" for of in questions.lists for column in of.columns]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]


def _line(q: Question) -> str:
    return f"{q.path}|{q.kind.name}|{q.low}|{q.high}|{','.join(q.words)}|{q.nullable}|{q.required}"
