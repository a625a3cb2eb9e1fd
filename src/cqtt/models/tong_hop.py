"""The whole period, summed up: what the template prints and what ``cqtt figures`` lists."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.models.bao_cao import BaoCao
from cqtt.models.don_vi import DonVi
from cqtt.models.du_lieu import Thieu, UnitReport
from cqtt.models.duong_dan import XEP_HANG, DuongDan
from cqtt.models.ky import Ky
from cqtt.models.registry import report_of
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import Loai, SoLieu, Unit
from cqtt.models.theo_ban_ghi import FiguresOfUnit
from cqtt.models.ty_le import ti_so
from cqtt.models.xep_hang import Ranked, XepHang


def cua_loai(ten: str, loai: str, figure: SoLieu) -> SoLieu:
    """*figure* of the units of the kind *loai* under its path beside those of all: ``theo_loai.phuong.…``."""
    formula = f"{figure.cong_thuc}, chỉ tính {loai}" if figure.cong_thuc else ""
    return replace(figure, duong_dan=f"{ten}.{figure.duong_dan}", ten=f"{figure.ten} ({loai})", cong_thuc=formula)


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
    thieu: tuple[Thieu, ...] = ()
    """Units that are left out of a draft."""
    ky_truoc: "TongHop | None" = None
    """The period of the same length just before; None where its files are not there."""
    cung_ky: "TongHop | None" = None
    """The same period of the year before; None where its files are not there."""

    cac_ky: "tuple[TongHop, ...]" = ()
    """The shorter periods that this one was rolled up from, the earliest first."""
    theo_loai: "Mapping[str, TongHop]" = field(default_factory=dict)
    """The units of each kind for themselves, by the name of their paths (``theo_loai.phuong``), each with the figures
    of its units alone; none where all are of one kind."""

    @cached_property
    def report(self) -> ReportType:
        """What report it is."""
        return report_of(self.don_vi)

    def tim(self, path: str) -> SoLieu | None:
        """The figure at *path*, of the authority or of a unit (``<nhom>.<ma>.…``); None for none."""
        if found := self.so_lieu.get(path):
            return found
        if path.startswith(f"{XEP_HANG}."):
            return self.xep_hang.get(path)
        if loai := DuongDan.doc(path).cua_loai():
            return self._cua_loai(*loai)
        ma, inner = DuongDan.doc(path).cua_don_vi(self.report.group) or ("", "")
        xa = self.theo_ma.get(ma)
        return xa.so_lieu.get(inner) if xa else None

    @property
    def loai(self) -> str:
        """The kinds of its units: ``phường``, ``xã, phường``."""
        return self.don_vi.ten_loai({xa.don_vi.loai for xa in self.units})

    def _cua_loai(self, ten: str, path: str) -> SoLieu | None:
        found = self.theo_loai[ten].tim(path) if ten in self.theo_loai else None
        return found and cua_loai(ten, self.theo_loai[ten].loai, found)

    @property
    def xep_duoc(self) -> bool:
        """Whether there are units to rank."""
        return self.don_vi.cap != "xã" and bool(self.units and self.report.ranked)

    @cached_property
    def xep_hang(self) -> Mapping[str, SoLieu]:
        """What comes of ranking the units by each figure that the report names; nothing for a unit by itself."""
        if not self.xep_duoc:
            return {}
        return {figure.duong_dan: figure for ranked in self.report.ranked for figure in self._xep_hang(ranked)}

    def _xep_hang(self, ranked: Ranked) -> Iterator[SoLieu]:
        report, rows = self.report, [(xa.don_vi, xa.so_lieu[ranked.path]) for xa in self.units]
        chung = self.so_lieu[ranked.path]
        if chung.loai is Loai.TY_LE:
            chung = replace(chung, cong_thuc=ranked.path, toan_hang=(ranked.path,))
        else:
            whole = all(figure.gia_tri is not None for _, figure in rows)
            value = ti_so(chung.gia_tri if isinstance(chung.gia_tri, int) and whole else None, len(rows))
            formula, operands = f"{ranked.path} / so_don_vi", (ranked.path, "so_don_vi")
            chung = replace(chung, loai=Loai.TY_LE, gia_tri=value, cong_thuc=formula, toan_hang=operands)
        yield from XepHang(ranked, rows, chung, report.noun, report.danh_muc.moi_don_vi).cac_so()

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

    def cua_chung(self) -> Iterator[SoLieu]:
        """Every figure of the authority, then what comes of ranking the units, then that of each kind of units."""
        yield from self.so_lieu.values()
        yield from self.xep_hang.values()
        for ten, of_kind in self.theo_loai.items():
            yield from (cua_loai(ten, of_kind.loai, figure) for figure in of_kind.cua_chung())

    def tat_ca(self) -> Iterator[SoLieu]:
        """Every figure: the authority's, then each unit's."""
        yield from self.cua_chung()
        for xa in self.units:
            yield from xa.so_lieu.values()
