"""A figure beside the same one of an earlier period: the change, in the units in which both are printed."""

from dataclasses import dataclass, replace
from decimal import Decimal

from cqtt import numerals
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu
from cqtt.models.tong_hop import TongHop

KY_TRUOC, CUNG_KY, CAC_KY = "ky_truoc", "cung_ky", "cac_ky"
SO_VOI = "so_voi_"
"""The head of a change's path: ``so_voi_ky_truoc.ho_so.tiep_nhan.tong``."""


@dataclass(frozen=True, slots=True)
class ChenhLech:
    """What a figure was and what it is.

    *chenh* is the exact change; of a rate 0.012 is 1,2 percentage points. None where one of the two does not exist.
    """

    truoc: SoLieu
    sau: SoLieu

    @property
    def chenh(self) -> int | Decimal | None:
        """The exact change."""
        if self.sau.gia_tri is None or self.truoc.gia_tri is None:
            return None
        return self.sau.gia_tri - self.truoc.gia_tri

    @property
    def chenh_in_ra(self) -> Decimal | None:
        """The change of what is printed, in percentage points for rates; so the reader's own subtraction agrees."""
        before, after = printed(self.truoc), printed(self.sau)
        return None if before is None or after is None else after - before

    @property
    def muc(self) -> str:
        """How much it changed: ``1,2 điểm phần trăm``, ``45``, ``1,5 tỷ đồng``; empty where there is nothing to say."""
        value = self.chenh_in_ra
        if value is None:
            return ""
        match self.sau.don_vi_tinh:
            case DonViTinh.PHAN_TRAM:
                return f"{numerals.decimal(abs(value))} điểm phần trăm"
            case DonViTinh.DONG:
                return numerals.money(int(abs(value)))
            case DonViTinh.SO | DonViTinh.NAM:
                return numerals.decimal(abs(value))

    @property
    def co_dau(self) -> str:
        """The change with its sign, for a table: ``+1,2``, ``-45``, ``0``, ``–`` where there is none."""
        value = self.chenh_in_ra
        if value is None:
            return numerals.ABSENT
        sign = "+" if value > 0 else "-" if value < 0 else ""
        return sign + numerals.decimal(abs(value))

    def loi(self, don_vi: str = "") -> str:
        """The change in words: ``tăng 1,2 điểm phần trăm``, ``giảm 45 hồ sơ``, ``không đổi``; empty for none."""
        value = self.chenh_in_ra
        if value is None:
            return ""
        if value == 0:
            return "không đổi"
        words = f"{'tăng' if value > 0 else 'giảm'} {self.muc}"
        return f"{words} {don_vi}" if don_vi and self.sau.don_vi_tinh is DonViTinh.SO else words


def printed(figure: SoLieu) -> Decimal | None:
    """The value as it stands on paper: rates in percent and averages to one decimal; None where there is none."""
    if figure.gia_tri is None:
        return None
    if figure.don_vi_tinh is DonViTinh.PHAN_TRAM:
        tenths = numerals.tenths(Decimal(figure.gia_tri))
        if figure.phan_bu is not None and figure.gia_tri not in (0, 1):
            tenths = 1000 - numerals.tenths(figure.phan_bu)
        return Decimal(tenths).scaleb(-1)
    return numerals.rounded(Decimal(figure.gia_tri))


def ky_khac(tong_hop: TongHop, ten: str) -> TongHop | None:
    """The earlier period *ten* (``ky_truoc`` or ``cung_ky``); None where its data are not there."""
    return tong_hop.ky_truoc if ten == KY_TRUOC else tong_hop.cung_ky


def so_sanh(tong_hop: TongHop, path: str, ten: str) -> ChenhLech | None:
    """The figure at *path* beside the one of the period *ten*; None where one of the two periods does not have it."""
    other = ky_khac(tong_hop, ten)
    before, after = other.tim(path) if other else None, tong_hop.tim(path)
    return ChenhLech(before, after) if before and after else None


def cau_so_sanh(tong_hop: TongHop, path: str, ten: str, don_vi: str = "") -> str:
    """The sentence's part: ``tăng 45 hồ sơ so với quý trước``; empty where there is nothing to compare with."""
    change, other = so_sanh(tong_hop, path, ten), ky_khac(tong_hop, ten)
    if change is None or other is None or not (words := change.loi(don_vi)):
        return ""
    than = tong_hop.ky.goi_ky_truoc if ten == KY_TRUOC else f"cùng kỳ năm {other.ky.nam}"
    return f"{words} so với {than}"


def so_lieu_chenh(tong_hop: TongHop, path: str) -> SoLieu | None:
    """The figure of a printed change, for a *path* like ``so_voi_ky_truoc.ho_so.tiep_nhan.tong``; None for none."""
    ten, _, inner = path.removeprefix(SO_VOI).partition(".")
    change, other = so_sanh(tong_hop, inner, ten), ky_khac(tong_hop, ten)
    if change is None or other is None:
        return None
    return SoLieu(
        path,
        f"{change.sau.ten}, so với {other.ky.ten}",
        Loai.TY_LE,
        change.chenh,
        change.sau.don_vi_tinh,
        f"{inner} - {ten}.{inner}",
        (inner, f"{ten}.{inner}"),
    )


def cua_ky(tong_hop: TongHop, path: str) -> SoLieu | None:
    """The figure of another period under this one's path, ``ky_truoc.ho_so.tiep_nhan.tong``; None for none."""
    ten, inner = tach_ky(path)
    known = {KY_TRUOC: tong_hop.ky_truoc, CUNG_KY: tong_hop.cung_ky}
    other = known.get(ten) or next((part for part in tong_hop.cac_ky if ten == f"{CAC_KY}.{part.ky.ma}"), None)
    found = other.tim(inner) if other else None
    return replace(found, duong_dan=path) if found else None


def tach_ky(path: str) -> tuple[str, str]:
    """The period's name in *path*, and the rest: ``ky_truoc``, ``cac_ky.2024Q1``; an empty name for none."""
    ten, _, inner = path.partition(".")
    if ten == CAC_KY:
        ma, _, inner = inner.partition(".")
        return f"{CAC_KY}.{ma}", inner
    return (ten, inner) if ten in (KY_TRUOC, CUNG_KY) else ("", path)


def canh_nhau(tong_hop: TongHop) -> list[tuple[str, TongHop]]:
    """The periods to be set side by side, each with the name its paths begin with, the earliest first.

    Those that make up a longer period; else the same one last year, the one before, and this one (without a name).
    """
    if tong_hop.cac_ky:
        return [(f"{CAC_KY}.{part.ky.ma}", part) for part in tong_hop.cac_ky]
    found = {other.ky: (ten, other) for ten in (CUNG_KY, KY_TRUOC) if (other := ky_khac(tong_hop, ten))}
    return [found[ky] for ky in sorted(found)] + [("", tong_hop)]
