"""The whole period, summed up: what the template prints and what ``cqtt figures`` lists."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from cqtt.models.bao_cao import BaoCao
from cqtt.models.don_vi import DonVi
from cqtt.models.du_lieu import UnitReport
from cqtt.models.duong_dan import DuongDan
from cqtt.models.ky import Ky
from cqtt.models.registry import report_of
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import SoLieu, Unit
from cqtt.models.theo_ban_ghi import FiguresOfUnit


class ListItem(Struct, frozen=True):
    """An item of a unit's list (``ListBlock``) and the unit that it is of."""

    don_vi: Unit
    ten: str


class UnitFigures(Struct, frozen=True):
    """One unit and its figures.

    *so_lieu* are the figures by path relative to the unit; each one's own ``duong_dan`` is ``<nhom>.<ma>.…``.
    """

    bao_cao: UnitReport
    so_lieu: Mapping[str, SoLieu]

    @classmethod
    def of(cls, report: UnitReport) -> "UnitFigures":
        """The unit that made *report*."""
        danh_muc = report.danh_muc
        return cls(report, FiguresOfUnit(danh_muc, report.so_lieu, f"{danh_muc.nhom}.{report.don_vi.ma}."))

    @property
    def don_vi(self) -> Unit:
        """The unit."""
        return self.bao_cao.don_vi


class TongHop(Struct, dict=True, frozen=True):
    """One period: whose, which, the authority's figures by path, and the units in the authority's order."""

    ky: Ky
    don_vi: DonVi
    bao_cao: BaoCao
    so_lieu: Mapping[str, SoLieu]
    units: tuple[UnitFigures, ...]
    danh_sach: Mapping[str, tuple[ListItem, ...]] = field(default_factory=dict)
    """The items of all units by the name of their list, in the order in which sentences name the units."""
    thieu: tuple[Unit, ...] = ()
    """Units that are left out of a draft."""
    ky_truoc: "TongHop | None" = None
    """The period of the same length just before; None where its files are not there."""
    cung_ky: "TongHop | None" = None
    """The same period of the year before; None where its files are not there."""

    cac_ky: "tuple[TongHop, ...]" = ()
    """The shorter periods that this one was rolled up from, the earliest first."""

    @cached_property
    def report(self) -> ReportType:
        """What report it is."""
        return report_of(self.don_vi)

    def tim(self, path: str) -> SoLieu | None:
        """The figure at *path*, of the authority or of a unit (``<nhom>.<ma>.…``); None for none."""
        if path in self.so_lieu:
            return self.so_lieu[path]
        ma, inner = DuongDan.doc(path).cua_don_vi(self.report.group) or ("", "")
        xa = self.theo_ma.get(ma)
        return xa.so_lieu.get(inner) if xa else None

    @cached_property
    def theo_ma(self) -> Mapping[str, UnitFigures]:
        """The units by identifier."""
        return {xa.don_vi.ma: xa for xa in self.units}

    def ten_goi(self, don_vi: Sequence[Unit]) -> list[str]:
        """What a list in a sentence calls the units *don_vi*: their names, or each of them with its kind where one
        of them needs it: another unit has the same name, or the name is a number (``phường 12``, ``phường IV``).

        With the kind in front of some only, a reader takes it for that of the names after it as well.
        """
        full = any(self._times[unit.ten] > 1 or unit.ten[0].isdigit() or unit.ten.isupper() for unit in don_vi)
        return [unit.ten_day_du if full else unit.ten for unit in don_vi]

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(xa.don_vi.ten for xa in self.units)

    def tat_ca(self) -> Iterator[SoLieu]:
        """Every figure: the authority's, then each unit's."""
        yield from self.so_lieu.values()
        for xa in self.units:
            yield from xa.so_lieu.values()
