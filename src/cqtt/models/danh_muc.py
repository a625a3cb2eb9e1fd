"""The figures inside one commune's record, by path: the same list serves one commune and the sum of all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.phuong_xa import PhuongXa
from cqtt.models.so_lieu import Loai, SoLieu
from cqtt.models.ty_le import TY_LE, cong


@dataclass(frozen=True, slots=True)
class Muc:
    """One count of the record: where it stands, what it is called, what it is over time.

    *cac_phan* are the paths of its parts, for a ``tong``; empty for every other count.
    """

    duong_dan: str
    ten: str
    loai: Loai
    cac_phan: tuple[str, ...] = ()


TINH_THEM = (
    Muc(
        "ho_so.da_giai_quyet.truoc_va_dung_han",
        "Hồ sơ đã giải quyết trước và đúng hạn",
        Loai.LUONG,
        ("ho_so.da_giai_quyet.truoc_han", "ho_so.da_giai_quyet.dung_han"),
    ),
)
"""Counts that no one writes but sentences need: sums of counts of the record."""


@cache
def cac_muc() -> tuple[Muc, ...]:
    """All counts of a commune's record, in the order of its form."""
    return tuple(_muc_trong(PhuongXa, ""))


@cache
def khong_bat_buoc() -> dict[str, str]:
    """What a commune may leave out, by path, a block (``thu``) or one count: each with a count that comes with it."""
    return dict(_khong_bat_buoc(PhuongXa, ""))


def _khong_bat_buoc(model: type[BanGhi], goc: str) -> Iterator[tuple[str, str]]:
    for name, part in model.cac_phan():
        path = goc + name
        if model.model_fields[name].default is None:
            yield path, path if isinstance(part, Loai) else next(_muc_trong(part, f"{path}.")).duong_dan
        elif not isinstance(part, Loai):
            yield from _khong_bat_buoc(part, f"{path}.")


def _muc_trong(model: type[BanGhi], goc: str) -> Iterator[Muc]:
    parts = tuple(name for name, part in model.cac_phan() if isinstance(part, Loai) and name != "tong")
    for name, part in model.cac_phan():
        if not isinstance(part, Loai):
            yield from _muc_trong(part, f"{goc}{name}.")
            continue
        summed = tuple(goc + p for p in parts) if name == "tong" else ()
        yield Muc(goc + name, model.model_fields[name].title or name, part, summed)


@cache
def _muc_theo_ten() -> dict[str, tuple[Muc, tuple[str, ...]]]:
    """Each count with the names that lead to it in the record; none for those that no one writes."""
    written = {muc.duong_dan: (muc, tuple(muc.duong_dan.split("."))) for muc in cac_muc()}
    return written | {muc.duong_dan: (muc, ()) for muc in TINH_THEM}


_TY_LE = {ty_le.duong_dan: ty_le for ty_le in TY_LE}


@dataclass(frozen=True, slots=True, eq=False)
class GiaTri(Mapping[str, int | None]):
    """The counts of *record* by path, looked up when asked for; None where a block was not reported."""

    record: BanGhi

    def __getitem__(self, path: str) -> int | None:
        return _dem(self.record, *_muc_theo_ten()[path])

    def __iter__(self) -> Iterator[str]:
        return iter(_muc_theo_ten())

    def __len__(self) -> int:
        return len(_muc_theo_ten())


def _dem(record: BanGhi, muc: Muc, names: tuple[str, ...]) -> int | None:
    if not names:
        return cong(muc.cac_phan, GiaTri(record))
    value: Any = record
    for name in names:
        value = getattr(value, name) if value is not None else None
    count: int | None = value
    return count


@dataclass(frozen=True, slots=True, eq=False)
class SoLieuTheoTen(Mapping[str, SoLieu]):
    """The counts of *record*, then its rates, as figures below *goc*, by path below it; each made when asked for.

    *nguon* says where a plain count comes from: ``xa_phuong.*.`` for the sum of the communes, and empty for one
    commune, whose counts are read.
    """

    record: PhuongXa
    goc: str
    nguon: str = ""

    def __getitem__(self, path: str) -> SoLieu:
        goc = self.goc
        if ty_le := _TY_LE.get(path):
            return ty_le.so_lieu(GiaTri(self.record), goc)
        muc, names = _muc_theo_ten()[path]
        operands = tuple([goc + p for p in muc.cac_phan]) or ((self.nguon + path,) if self.nguon else ())
        formula = " + ".join(operands) if muc.cac_phan else f"tổng {operands[0]}" if operands else ""
        value = _dem(self.record, muc, names)
        return SoLieu(goc + path, muc.ten, muc.loai, value, cong_thuc=formula, toan_hang=operands)

    def __iter__(self) -> Iterator[str]:
        yield from _muc_theo_ten()
        yield from _TY_LE

    def __len__(self) -> int:
        return len(_muc_theo_ten()) + len(_TY_LE)


def gia_tri(record: BanGhi) -> dict[str, int | None]:
    """Every count of *record* by its path; None where its block was not reported."""
    return dict(GiaTri(record))


def so_lieu(record: PhuongXa, goc: str, nguon: str) -> Iterator[SoLieu]:
    """The counts of *record*, then its rates, as ``SoLieuTheoTen`` gives them."""
    yield from SoLieuTheoTen(record, goc, nguon).values()
