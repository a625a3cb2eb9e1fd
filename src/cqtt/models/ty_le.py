"""What a rate is: which figures over which, and what the rate is called.

The paths are relative to the record that is measured, so one formula serves a unit's row in the table, the
authority's sentence and the explanation of the figure. A rate whose denominator is zero does not exist (None).
"""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu, chu_in, so_in


class TyLe(Struct, frozen=True):
    """One rate: the sum of the figures *tu* over the sum of the figures *mau*."""

    duong_dan: str
    ten: str
    tu: tuple[str, ...]
    mau: tuple[str, ...]
    phan_bu: "TyLe | None" = None
    """The rate that this one completes to 100 %."""
    cach_goi: str = "(?!)"
    """A pattern for the words by which sentences speak of this rate."""

    def cong_thuc(self, goc: str) -> str:
        """The formula in full paths."""
        return f"{_tong(self.tu, goc)} / {_tong(self.mau, goc)}"

    def gia_tri(self, gia_tri: Mapping[str, int | None]) -> Decimal | None:
        """The exact rate, not rounded; None where a count is missing or the denominator is zero."""
        return ti_so(cong(self.tu, gia_tri), cong(self.mau, gia_tri))

    def chu(self, gia_tri: Mapping[str, int | None]) -> str:
        """The rate in print, as ``SoLieu.in_ra``: ``96,6%``, ``–``."""
        bu = self.phan_bu.gia_tri(gia_tri) if self.phan_bu else None
        return chu_in(so_in(self.gia_tri(gia_tri), DonViTinh.PHAN_TRAM, bu), DonViTinh.PHAN_TRAM)

    def so_lieu(self, gia_tri: Mapping[str, int | None], goc: str = "") -> SoLieu:
        """The rate as a figure below *goc*, from the counts *gia_tri*; its value is None where a count is missing."""
        return SoLieu(
            goc + self.duong_dan,
            self.ten,
            Loai.TY_LE,
            self.gia_tri(gia_tri),
            DonViTinh.PHAN_TRAM,
            self.cong_thuc(goc),
            tuple(dict.fromkeys(goc + path for path in (*self.tu, *self.mau))),
            phan_bu=self.phan_bu.gia_tri(gia_tri) if self.phan_bu else None,
        )


def ti_so(tu: int | None, mau: int | None) -> Decimal | None:
    """*tu* over *mau*; None where either is missing or *mau* is zero."""
    return None if tu is None or not mau else Decimal(tu) / Decimal(mau)


def cong(paths: tuple[str, ...], gia_tri: Mapping[str, int | None]) -> int | None:
    """The sum of the counts at *paths*; None where one of them is missing."""
    values = [gia_tri.get(path) for path in paths]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _tong(paths: tuple[str, ...], goc: str) -> str:
    text = " + ".join(goc + path for path in paths)
    return text if len(paths) == 1 else f"({text})"
