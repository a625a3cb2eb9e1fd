"""The figures inside one commune's record, by path: the same list serves one commune and the sum of all."""

from collections.abc import Iterator
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


def _muc_trong(model: type[BanGhi], goc: str) -> Iterator[Muc]:
    parts = tuple(name for name, part in model.cac_phan() if isinstance(part, Loai) and name != "tong")
    for name, part in model.cac_phan():
        if not isinstance(part, Loai):
            yield from _muc_trong(part, f"{goc}{name}.")
            continue
        summed = tuple(goc + p for p in parts) if name == "tong" else ()
        yield Muc(goc + name, model.model_fields[name].title or name, part, summed)


def gia_tri(record: BanGhi) -> dict[str, int | None]:
    """Every count of *record* by its path; None where its block was not reported."""
    values = {muc.duong_dan: _lay(record, muc.duong_dan) for muc in cac_muc()}
    for muc in TINH_THEM:
        values[muc.duong_dan] = cong(muc.cac_phan, values)
    return values


def _lay(record: Any, path: str) -> int | None:
    for name in path.split("."):
        record = getattr(record, name) if record is not None else None
    value: int | None = record
    return value


def so_lieu(record: PhuongXa, goc: str, nguon: str) -> Iterator[SoLieu]:
    """The counts of *record*, then its rates, as figures below *goc*. *nguon* says where a plain count comes from.

    *nguon* is ``xa_phuong.*.`` for the sum of the communes, and empty for one commune, whose counts are read.
    """
    values = gia_tri(record)
    for muc in (*cac_muc(), *TINH_THEM):
        operands = tuple(goc + p for p in muc.cac_phan) or ((nguon + muc.duong_dan,) if nguon else ())
        formula = " + ".join(operands) if muc.cac_phan else f"tổng {operands[0]}" if operands else ""
        yield SoLieu(
            goc + muc.duong_dan, muc.ten, muc.loai, values[muc.duong_dan], cong_thuc=formula, toan_hang=operands
        )
    for ty_le in TY_LE:
        yield ty_le.so_lieu(values, goc)
