"""The whole period, summed up: what the template prints and what ``cqtt figures`` lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cqtt.models.bao_cao import BaoCao
from cqtt.models.danh_muc import so_lieu
from cqtt.models.don_vi import DonVi
from cqtt.models.du_lieu import BaoCaoXa
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import DonViCapXa, Loai, SoLieu


@dataclass(frozen=True, slots=True)
class SangKienCuaXa:
    """An initiative and the commune that registered it."""

    don_vi: DonViCapXa
    ten: str


@dataclass(slots=True)
class SoLieuXa:
    """One commune's figures, by path relative to the commune; made when first asked for."""

    bao_cao: BaoCaoXa
    _so_lieu: dict[str, SoLieu] | None = field(default=None, repr=False)

    @property
    def don_vi(self) -> DonViCapXa:
        """The commune."""
        return self.bao_cao.don_vi

    @property
    def so_lieu(self) -> Mapping[str, SoLieu]:
        """The figures; each one's own ``duong_dan`` is the full path ``xa_phuong.<ma>.…``."""
        if self._so_lieu is None:
            goc = f"xa_phuong.{self.don_vi.ma}."
            record = self.bao_cao.so_lieu
            figures = {f.duong_dan.removeprefix(goc): f for f in so_lieu(record, goc, "")}
            for name, title in (("nam", "Năm được công nhận"), ("muc_sao", "Mức sao")):
                path = f"cong_nhan.{name}"
                figures[path] = SoLieu(goc + path, title, Loai.TON, getattr(record.cong_nhan, name))
            self._so_lieu = figures
        return self._so_lieu


@dataclass(frozen=True)
class TongHop:
    """One period: whose, which, the authority's figures by path, and the communes in the authority's order."""

    ky: Ky
    don_vi: DonVi
    bao_cao: BaoCao
    so_lieu: Mapping[str, SoLieu]
    xa_phuong: tuple[SoLieuXa, ...]
    sang_kien: tuple[SangKienCuaXa, ...]
    thieu: tuple[DonViCapXa, ...] = ()
    """Communes that are left out of a draft."""
    ky_truoc: "TongHop | None" = None
    """The period of the same length just before; None where its files are not there."""
    cung_ky: "TongHop | None" = None
    """The same period of the year before; None where its files are not there."""

    cac_ky: "tuple[TongHop, ...]" = ()
    """The shorter periods that this one was rolled up from, the earliest first."""

    def tim(self, path: str) -> SoLieu | None:
        """The figure at *path*, of the authority or of a commune (``xa_phuong.nenh.ho_so.tra_lai``); None for none."""
        if path in self.so_lieu:
            return self.so_lieu[path]
        head, _, rest = path.partition(".")
        ma, _, inner = rest.partition(".")
        xa = self.theo_ma.get(ma) if head == "xa_phuong" else None
        return xa.so_lieu.get(inner) if xa else None

    @cached_property
    def theo_ma(self) -> Mapping[str, SoLieuXa]:
        """The communes by identifier."""
        return {xa.don_vi.ma: xa for xa in self.xa_phuong}

    def tat_ca(self) -> Iterator[SoLieu]:
        """Every figure: the authority's, then each commune's."""
        yield from self.so_lieu.values()
        for xa in self.xa_phuong:
            yield from xa.so_lieu.values()
