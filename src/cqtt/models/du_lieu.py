"""Everything read for one period, each part beside the file it came from."""

from collections.abc import Sequence
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.bao_cao import BaoCao
from cqtt.models.danh_muc import DanhMuc
from cqtt.models.don_vi import DonVi
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import Unit
from cqtt.problems import Key, Locator, Problem, Severity, Spot, dotted

T_co = TypeVar("T_co", covariant=True)
R_co = TypeVar("R_co", bound=BanGhi, covariant=True)


class CoNguon(Struct, Generic[T_co], frozen=True):
    """A value and the file that can say where each part of it was written."""

    gia_tri: T_co
    nguon: Locator


class ReportOf(Struct, Generic[R_co], frozen=True):
    """One unit's record of the class *R*, the unit it belongs to, the file it came from and the figures in it."""

    don_vi: Unit
    so_lieu: R_co
    nguon: Locator
    danh_muc: DanhMuc
    cac_ky: "tuple[tuple[ReportOf[R_co], ...], ...]" = ()
    """The reports that this one was rolled up from, by period, the earliest first; empty for one that was read.

    A period has several where units were merged later.
    """

    def problem(self, key: Key, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Problem:
        """The finding *code* about the unit's value at *key*, with the unit's name in front of the *message*."""
        told = f"{self.don_vi.ten_day_du}: {message}"
        return Problem(Spot(self.nguon, key), code, told, hint, dotted(key), severity)


UnitReport: TypeAlias = ReportOf[BanGhi]
"""One unit's report, of whatever kind."""


class Thieu(Struct, frozen=True):
    """A unit that is left out of a draft. *loi* is what is wrong with its file; empty where it has none, or one that
    is not filled in."""

    don_vi: Unit
    loi: str = ""


def ke_thieu(thieu: Sequence[Thieu]) -> str:
    """Whom a draft lacks, in words: the names, then those set aside because of mistakes, each with the first one."""
    names = ", ".join(unit.don_vi.ten_day_du for unit in thieu if not unit.loi)
    wrong = ", ".join(f"{unit.don_vi.ten_day_du} ({unit.loi})" for unit in thieu if unit.loi)
    return "; ".join(part for part in (names, f"có lỗi nên để riêng: {wrong}" if wrong else "") if part)


class DuLieu(Struct, frozen=True):
    """One period's data. *units* stands in the order of ``don_vi.yaml`` and holds only files without errors."""

    ky: Ky
    don_vi: CoNguon[DonVi]
    bao_cao: CoNguon[BaoCao]
    units: tuple[UnitReport, ...]
    thieu: tuple[Thieu, ...] = ()
    """Units that should report and are left out of a draft."""
    cac_ky: "tuple[DuLieu, ...]" = ()
    """The periods that this one was rolled up from, the earliest first; empty for one that was read."""
