"""What a report is to the engine: its records, and all that is counted, compared, checked and said about them.

A report is declared as one value, ``REPORT``, in a package of its own below ``cqtt.reports``. Whatever is written into
it takes part in ``build``, ``check``, ``explain``, ``diff``, ``status``, ``new`` and ``schema``; nothing is registered
anywhere else.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from msgspec import Struct, field
from pydantic import Field, create_model

from cqtt.catalogue import Code
from cqtt.models.ban_ghi import BanGhi
from cqtt.models.bao_cao import BaoCao
from cqtt.models.danh_muc import DanhMuc, Muc
from cqtt.models.don_vi import DonVi, UnitEntry
from cqtt.models.du_lieu import DuLieu, ReportOf
from cqtt.models.ky import Ky
from cqtt.models.nguong import CHUNG, Nguong
from cqtt.models.quy_dinh import BieuMau, CoBieuMau, CoThangMuc, ThangMuc
from cqtt.models.ty_le import TyLe
from cqtt.models.xep_hang import Ranked
from cqtt.problems import Problem

R = TypeVar("R", bound=BanGhi)
OfUnits = Callable[[tuple[ReportOf[R], ...], Ky], Iterator[Problem]]
OfDocument = Callable[[DuLieu], Iterator[Problem]]


class Count(Struct, Generic[R], frozen=True):
    """How many units there are of which *condition* holds, asked of each record and the period's year.

    *order* names the list in the document's ``thu_tu_neu_ten`` that says in which order sentences name those counted.
    """

    path: str
    title: str
    formula: str
    condition: Callable[[R, int], bool]
    order: str = ""


class ListBlock(Struct, frozen=True):
    """A list in the units' record whose items have a name (``ten``): its length is the figure ``<name>.so_luong``.

    A longer period has each item once; with a new year the list begins anew. *order* is that of ``Count``.
    """

    name: str
    title: str
    order: str = ""


class KeyFigure(Struct, frozen=True):
    """A figure of every unit that stands in a table of the engine's own, with what stands over it and its change."""

    path: str
    head: str
    change: str = ""


class Balance(Struct, frozen=True):
    """What must hold between counts of a unit's record, as a form shows it while it is filled in: the count *whole* is
    the sum of *parts*; with *within*, each of *parts* is no larger than it. *title* says so in words.

    The rule that refuses data is a function below ``Rules``; this is its likeness on the sheet.
    """

    title: str
    whole: str
    parts: tuple[str, ...]
    within: bool = False


class Absolute(Struct, frozen=True):
    """Words that claim something without a number (“none was late”): none of the figures *zero* may be above 0.

    *words* is a pattern in which “…” stands for some more words of the sentence; no sentence without the word *about*
    makes the claim; *hint* says how to write it.
    """

    about: str
    words: str
    zero: tuple[str, ...]
    hint: str


class Rules(Struct, Generic[R], dict=True, frozen=True):
    """The rules of a report. Each is a function below one of these decorators; a rule that is written runs."""

    units: list[OfUnits[R]] = field(default_factory=list)
    longer: list[OfUnits[R]] = field(default_factory=list)
    document: list[OfDocument] = field(default_factory=list)

    def of_units(self, rule: OfUnits[R]) -> OfUnits[R]:
        """A rule over all units of a period that was read, in the authority's order."""
        self.units.append(rule)
        return rule

    def of_longer(self, rule: OfUnits[R]) -> OfUnits[R]:
        """A rule over all units of a longer period that was rolled up from shorter ones."""
        self.longer.append(rule)
        return rule

    def of_document(self, rule: OfDocument) -> OfDocument:
        """A rule over the period's document and the authority's file."""
        self.document.append(rule)
        return rule


class ReportType(Struct, dict=True, frozen=True, eq=False):
    """One report. Paths are relative to a unit's record; those of the authority's own figures begin with their block.

    All words are Vietnamese: they are printed.
    """

    title: str
    record: type[BanGhi]
    """What one unit reports for one period."""
    document: type[BaoCao]
    """The period's own file, with the figures that no unit reports."""
    template: Path
    """The template that a new workspace begins with."""
    group: str
    """The units' folder, their list in ``don_vi.yaml`` and the prefix of their paths."""
    unit_name: str
    """The key by which a unit's file names its unit; also the name of the file's schema."""
    noun: str
    """The units in sentences: ``đơn vị cấp xã``."""
    kinds_noun: str
    """The units as the titles of schemas and sheets call them."""
    kinds: tuple[str, ...]
    """The kinds of units, in the order in which texts name them."""
    sums: tuple[Muc, ...] = ()
    """Counts of the record that nobody writes: sums of its counts."""
    rates: tuple[TyLe, ...] = ()
    """Rates of every unit and of all together."""
    counts: tuple[Count[Any], ...] = ()
    lists: tuple[ListBlock, ...] = ()
    averages: tuple[str, ...] = ()
    """Blocks of which there is an average per unit, ``<block>.binh_quan.<name>``."""
    own_sums: tuple[Muc, ...] = ()
    """Sums over the authority's figures, its own and those of all units."""
    own_rates: tuple[TyLe, ...] = ()
    """Rates over the authority's figures."""
    above_only: tuple[str, ...] = ()
    """The authority's own figures that one which is a unit for itself does not have."""
    key_figures: tuple[KeyFigure, ...] = ()
    """What a comparison shows of each unit; the last one gives the order, and its change stands in ``status``."""
    status: tuple[KeyFigure, ...] = ()
    """What ``status`` shows of each unit."""
    ranked: tuple[Ranked, ...] = ()
    """The units' figures by which they are ranked (``xep_hang.<path>.…``), for a reader with many units."""
    absolutes: tuple[Absolute, ...] = ()
    balances: tuple[Balance, ...] = ()
    """What a form checks while a unit fills it in."""
    paper_heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By which words, in their order, the heads of a column in a unit's own table tell a count."""
    bounds: Nguong = CHUNG
    """From where on its figures are hardly possible; it has every bound. An authority may set others."""
    rules: Rules[Any] = field(default_factory=Rules)
    codes: Mapping[str, Code] = field(default_factory=dict)
    """The codes of its rules."""
    thang_muc: ThangMuc | None = None
    """The usual scale of the levels in its record; ``don_vi.yaml`` may state another from a day on."""
    bieu_mau: BieuMau | None = None
    """The form that the record follows, of which the same holds."""
    subject: tuple[str, ...] = ()
    """The lines of a new document's subject, which are template text."""

    @property
    def main(self) -> str:
        """The path of the figure by which units are ordered; empty where the report names no key figures."""
        return self.key_figures[-1].path if self.key_figures else ""

    @cached_property
    def called(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Each rate's path, with the pattern of the words by which sentences speak of it."""
        rates = (*self.rates, *self.own_rates)
        return tuple((rate.duong_dan, re.compile(rate.cach_goi, re.IGNORECASE)) for rate in rates)

    @cached_property
    def danh_muc(self) -> DanhMuc:
        """The figures in its records."""
        return DanhMuc(self.group, self.record, self.sums, self.rates, self.thang_muc)

    @cached_property
    def authority(self) -> type[DonVi]:
        """The class of ``don_vi.yaml``: the units stand under the report's own key, and are of its kinds."""
        kind = UnitEntry.model_fields["loai"].title
        kinds: Any = Literal[self.kinds]
        unit = create_model("UnitEntry", __base__=UnitEntry, loai=(kinds, Field(title=kind)))
        info = DonVi.model_fields["units"]
        units = Field(
            alias=self.group,
            title=f"Danh sách {self.kinds_noun}",
            description=info.description,
            min_length=1,
            max_length=5_000,
        )
        keys = {CoThangMuc: self.thang_muc, CoBieuMau: self.bieu_mau}
        bases: Any = (*(key for key, usual in keys.items() if usual), DonVi)
        create: Any = create_model  # its types know one base only
        made: type[DonVi] = create("DonVi", __base__=bases, units=(list[unit], units))
        made.thu_tu_loai = self.kinds
        return made
