"""The figures of one record by path, each made, or printed, when somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.danh_muc import DanhMuc, tai
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu, chu_in, so_in
from cqtt.models.ty_le import cong


class GiaTri(Mapping[str, int | None]):
    """The counts of *record* by path, looked up when asked for; None where a block was not reported."""

    __slots__ = ("danh_muc", "record")

    def __init__(self, danh_muc: DanhMuc, record: BanGhi) -> None:
        self.danh_muc = danh_muc
        self.record = record

    def __getitem__(self, path: str) -> int | None:
        doc = self.danh_muc.doc.get(path)
        return doc(self.record) if doc else cong(self.danh_muc.theo_ten[path][0].cac_phan, self)

    def __iter__(self) -> Iterator[str]:
        return iter(self.danh_muc.theo_ten)

    def __len__(self) -> int:
        return len(self.danh_muc.theo_ten)


def chu(danh_muc: DanhMuc, path: str) -> Callable[[BanGhi], str] | None:
    """What prints the figure at *path* of a unit's record, as ``SoLieu.in_ra`` does; None where there is none."""
    if ty_le := danh_muc.ty_le_theo_ten.get(path):
        return lambda record: ty_le.chu(GiaTri(danh_muc, record))
    if path in danh_muc.so_rieng:
        doc, don_vi_tinh = danh_muc.doc[path], danh_muc.so_rieng[path][1]
        names = danh_muc.ten_muc(path)
        return lambda record: chu_in(so_in(doc(record), don_vi_tinh), don_vi_tinh, names)
    if path not in danh_muc.theo_ten:
        return None
    if muc := danh_muc.theo_ten[path][0].cac_phan if path not in danh_muc.doc else ():
        return lambda record: chu_in(cong(muc, GiaTri(danh_muc, record)), DonViTinh.SO)
    count, so = danh_muc.doc[path], DonViTinh.SO
    return lambda record: chu_in(count(record), so)


class FiguresOfRecord(Mapping[str, SoLieu]):
    """The counts of *record*, then its rates, as figures below *goc*, by path below it; each made when asked for.

    *nguon* says where a plain count comes from: ``<nhom>.*.`` for the sum of the units, and empty for one unit, whose
    counts are read.
    """

    __slots__ = ("danh_muc", "goc", "nguon", "record")

    def __init__(self, danh_muc: DanhMuc, record: BanGhi, goc: str, nguon: str = "") -> None:
        self.danh_muc = danh_muc
        self.record = record
        self.goc = goc
        self.nguon = nguon

    def __getitem__(self, path: str) -> SoLieu:
        goc, values = self.goc, GiaTri(self.danh_muc, self.record)
        if path in self.danh_muc.ty_le_theo_ten:
            return self.danh_muc.ty_le_theo_ten[path].so_lieu(values, goc)
        muc = self.danh_muc.theo_ten[path][0]
        if muc.cac_phan:
            parts = tuple([goc + p for p in muc.cac_phan])
            return SoLieu(goc + path, muc.ten, muc.loai, values[path], cong_thuc=" + ".join(parts), toan_hang=parts)
        if not self.nguon:
            return SoLieu(goc + path, muc.ten, muc.loai, values[path])
        all_ = self.nguon + path
        return SoLieu(goc + path, muc.ten, muc.loai, values[path], cong_thuc=f"tổng {all_}", toan_hang=(all_,))

    def __contains__(self, path: object) -> bool:
        return path in self.danh_muc.theo_ten or path in self.danh_muc.ty_le_theo_ten

    def get(self, path: str, default: Any = None) -> Any:
        """The figure at *path*; *default* where there is none."""
        return self[path] if path in self else default  # noqa: SIM401  # that is this function

    def __iter__(self) -> Iterator[str]:
        yield from self.danh_muc.theo_ten
        yield from self.danh_muc.ty_le_theo_ten

    def __len__(self) -> int:
        return len(self.danh_muc.theo_ten) + len(self.danh_muc.ty_le_theo_ten)


class FiguresOfUnit(FiguresOfRecord):
    """One unit's figures by path, each made when asked for: also the numbers that no sum has."""

    __slots__ = ()

    def __getitem__(self, path: str) -> SoLieu:
        if path not in self.danh_muc.so_rieng:
            return super().__getitem__(path)
        ten, don_vi_tinh = self.danh_muc.so_rieng[path]
        names = self.danh_muc.ten_muc(path)
        value = tai(self.record, tuple(path.split(".")))
        return SoLieu(self.goc + path, ten, Loai.TON, value, don_vi_tinh, cac_muc=names)

    def __contains__(self, path: object) -> bool:
        return super().__contains__(path) or path in self.danh_muc.so_rieng

    def __iter__(self) -> Iterator[str]:
        yield from super().__iter__()
        yield from self.danh_muc.so_rieng

    def __len__(self) -> int:
        return super().__len__() + len(self.danh_muc.so_rieng)
