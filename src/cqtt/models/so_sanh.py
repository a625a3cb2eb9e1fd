"""A figure beside the same one of an earlier period: the change, in the unit of measure in which both are printed."""

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from cqtt import numerals
from cqtt.models.duong_dan import CUNG_KY, KY_TRUOC, DuongDan, cac_ky
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu, viet
from cqtt.models.tong_hop import TongHop


class ChenhLech(Struct, frozen=True):
    """What a figure was and what it is.

    *chenh* is the exact change; of a rate 0.012 is 1,2 percentage points. None where one of the two does not exist, and
    of years, whose difference says nothing, or of levels on two scales.
    """

    truoc: SoLieu
    sau: SoLieu

    @property
    def chenh(self) -> int | Decimal | None:
        """The exact change."""
        before, after = self.truoc.gia_tri, self.sau.gia_tri
        if before is None or after is None or self.don_vi_tinh is DonViTinh.NAM:
            return None
        if self.truoc.cac_muc != self.sau.cac_muc:
            return None
        return after - before

    @property
    def don_vi_tinh(self) -> DonViTinh:
        """The unit of measure of the change."""
        return self.sau.don_vi_tinh.cua_chenh

    @property
    def chenh_in_ra(self) -> int | Decimal | None:
        """The change of what is printed, with its decimals: the reader's own subtraction agrees. Of rates in points."""
        before, after = self.truoc.so_in, self.sau.so_in
        return None if self.chenh is None or before is None or after is None else after - before

    @property
    def muc(self) -> str:
        """How much it changed: ``1,2 điểm phần trăm``, ``45``, ``1,5 tỷ đồng``; empty where there is nothing to say."""
        value = self.chenh_in_ra
        return "" if value is None else viet(abs(Decimal(value)), self.don_vi_tinh)

    @property
    def co_dau(self) -> str:
        """The change with its sign, in a table: ``+1,0`` (points), ``-45``, ``+1,5 tỷ đồng``, ``0``; ``–`` for none."""
        value = self.chenh_in_ra
        if value is None:
            return numerals.ABSENT
        sign = "+" if value > 0 else "-" if value < 0 else ""
        return sign + (
            self.muc if sign and self.don_vi_tinh is DonViTinh.DONG else numerals.written(abs(Decimal(value)))
        )

    def loi(self, don_vi: str = "") -> str:
        """The change in words: ``tăng 1,2 điểm phần trăm``, ``giảm 45 hồ sơ``, ``không đổi``; empty for none."""
        value = self.chenh_in_ra
        if value is None:
            return ""
        if value == 0:
            return "không đổi"
        words = f"{'tăng' if value > 0 else 'giảm'} {self.muc}"
        return f"{words} {don_vi}" if don_vi and self.don_vi_tinh is DonViTinh.SO else words

    def cau(self, moc: str, don_vi: str = "") -> str:
        """The same with what it is compared with: ``giảm 45 hồ sơ so với quý trước``; empty for none."""
        words = self.loi(don_vi)
        return f"{words} so với {moc}" if words else ""


class SoLieuChenh(SoLieu, frozen=True, kw_only=True):
    """A change as a figure: its number is the difference of the printed ones, its text the words of the sentence."""

    chenh_lech: ChenhLech
    moc: str
    """What it is compared with: ``quý trước``."""

    @property
    def so_in(self) -> int | Decimal | None:
        """The difference of the two printed numbers; None where one of them does not exist."""
        return self.chenh_lech.chenh_in_ra

    @property
    def in_ra(self) -> str:
        """``giảm 2,1 điểm phần trăm so với quý trước``; ``–`` where there is nothing to compare."""
        return self.chenh_lech.cau(self.moc) or numerals.ABSENT


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
    change = so_sanh(tong_hop, path, ten)
    return change.cau(_moc(tong_hop, ten), don_vi) if change else ""


def _moc(tong_hop: TongHop, ten: str) -> str:
    """What sentences call the earlier period *ten*: ``quý trước``, ``cùng kỳ năm 2023``."""
    other = ky_khac(tong_hop, ten)
    return f"cùng kỳ năm {other.ky.nam}" if other and ten == CUNG_KY else tong_hop.ky.goi_ky_truoc


def so_lieu_chenh(tong_hop: TongHop, path: str) -> SoLieu | None:
    """The figure of a printed change, for a *path* like ``so_voi_ky_truoc.so_don_vi``; None for none."""
    at = DuongDan.doc(path)
    ten, inner = at.ky, at.trong
    change, other = so_sanh(tong_hop, inner, ten), ky_khac(tong_hop, ten)
    if change is None or other is None:
        return None
    return SoLieuChenh(
        path,
        f"{change.sau.ten}, so với {other.ky.ten}",
        Loai.TY_LE,
        change.chenh,
        change.don_vi_tinh,
        f"{inner} - {DuongDan(inner, ten)}",
        (inner, str(DuongDan(inner, ten))),
        chenh_lech=change,
        moc=_moc(tong_hop, ten),
    )


def cua_ky(tong_hop: TongHop, path: str) -> SoLieu | None:
    """The figure of another period under this one's path, ``ky_truoc.so_don_vi``; None for none."""
    at = DuongDan.doc(path)
    known = {KY_TRUOC: tong_hop.ky_truoc, CUNG_KY: tong_hop.cung_ky}
    other = known.get(at.ky) or next((part for part in tong_hop.cac_ky if at.ky == cac_ky(part.ky.ma)), None)
    found = other.tim(at.trong) if other else None
    return replace(found, duong_dan=path) if found else None


def canh_nhau(tong_hop: TongHop) -> list[tuple[str, TongHop]]:
    """The periods to be set side by side, each with the name its paths begin with, the earliest first.

    Those that make up a longer period; else the same one last year, the one before, and this one (without a name).
    """
    if tong_hop.cac_ky:
        return [(cac_ky(part.ky.ma), part) for part in tong_hop.cac_ky]
    found = {other.ky: (ten, other) for ten in (CUNG_KY, KY_TRUOC) if (other := ky_khac(tong_hop, ten))}
    return [found[ky] for ky in sorted(found)] + [("", tong_hop)]
