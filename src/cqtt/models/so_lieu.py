"""What a figure is: a count, an average or a rate of the report, with its path, its title and how it was computed."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from cqtt import numerals


class Loai(StrEnum):
    """What a figure is over time; the word stands in the JSON output and in the glossary."""

    LUONG = "luong"  # a flow: periods add up
    TON = "ton"  # a stock at the end of the period: the last period counts
    DAU_KY = "dau_ky"  # a stock at the start of the period: the first period counts
    TY_LE = "ty_le"  # computed from other figures, anew for each period: never stored, added or averaged


class DonViTinh(StrEnum):
    """The unit of measure a figure is printed in; it chooses the figure's usual form."""

    SO = ""
    DONG = "đồng"
    PHAN_TRAM = "%"
    DIEM = "điểm phần trăm"  # percentage points, by which rates change
    NAM = "năm"  # a year, printed without a point; two years have no difference that says anything
    SAO = "sao"  # a level, of which one may be more than another, but not by a share

    @property
    def cua_chenh(self) -> "DonViTinh":
        """The unit of measure of a difference of two figures in this one: points of two rates."""
        return DonViTinh.DIEM if self is DonViTinh.PHAN_TRAM else self


_SO, _PHAN_TRAM = DonViTinh.SO, DonViTinh.PHAN_TRAM  # Python 3.11 looks the members of an enum up slowly


def viet(so: int | Decimal, don_vi_tinh: DonViTinh) -> str:
    """The printed number *so* with its unit of measure: ``5.007``, ``96,6%``, ``17 tỷ đồng``, ``2023``."""
    if don_vi_tinh is _SO:  # nearly all: a table has a hundred thousand
        return numerals.written(so)
    match don_vi_tinh:
        case DonViTinh.SO | DonViTinh.SAO:
            return numerals.written(so)
        case DonViTinh.PHAN_TRAM:
            return f"{numerals.written(so)}%"
        case DonViTinh.DIEM:
            return f"{numerals.written(so)} {don_vi_tinh}"
        case DonViTinh.DONG:
            return numerals.money(int(so))
        case DonViTinh.NAM:
            return str(so)


class Unit(Struct, frozen=True):
    """One unit as the authority lists it: identifier, name, kind (``xã``, ``phường`` ...)."""

    ma: str
    ten: str
    loai: str

    @property
    def ten_day_du(self) -> str:
        """The name with its kind: ``phường Nếnh``."""
        return f"{self.loai} {self.ten}"


class SoLieu(Struct, frozen=True):
    """One figure.

    *gia_tri* is an exact count, or a ``Decimal`` for rates (0.966263..., not 96.6) and averages; None means that the
    figure does not exist in this period (not reported, or a rate whose denominator is zero) and is printed as “–”.
    *toan_hang* are the paths the value was computed from (``<group>.*.`` stands for every unit).
    *don_vi* lists the units counted, for a figure that counts units; None for every other figure.
    *cac_muc* are the names of the levels, the lowest first, for a figure that is a level by its number.
    *phan_bu* is the rate that this one completes to 100 %, where there is one: they are printed so that they add up.
    """

    duong_dan: str
    ten: str
    loai: Loai
    gia_tri: int | Decimal | None
    don_vi_tinh: DonViTinh = DonViTinh.SO
    cong_thuc: str = ""
    toan_hang: tuple[str, ...] = ()
    don_vi: tuple[Unit, ...] | None = None
    phan_bu: Decimal | None = None
    cac_muc: tuple[str, ...] = ()

    @property
    def so_in(self) -> int | Decimal | None:
        """The number that stands on paper, rounded, with its decimals there: 96.6 of 0.966263; None where none does."""
        return so_in(self.gia_tri, self.don_vi_tinh, self.phan_bu)

    @property
    def in_ra(self) -> str:
        """The figure's text, whoever prints it: ``5.007``, ``96,6%``, ``17 tỷ đồng``, ``–``."""
        return chu_in(self.so_in, self.don_vi_tinh, self.cac_muc)


def so_in(
    gia_tri: int | Decimal | None, don_vi_tinh: DonViTinh, phan_bu: Decimal | None = None
) -> int | Decimal | None:
    """The number that stands on paper for the exact value *gia_tri*; the arguments are those of ``SoLieu``."""
    if gia_tri is None:
        return None
    if don_vi_tinh is _PHAN_TRAM:
        return numerals.percentage(Decimal(gia_tri), complement_of=phan_bu)
    return numerals.rounded(gia_tri)


def chu_in(so: int | Decimal | None, don_vi_tinh: DonViTinh, cac_muc: tuple[str, ...] = ()) -> str:
    """The text of the number *so* on paper, of a level its name in *cac_muc*; “–” for None."""
    if cac_muc and so is not None and 0 < so <= len(cac_muc):
        return cac_muc[int(so) - 1]
    return numerals.ABSENT if so is None else viet(so, don_vi_tinh)
