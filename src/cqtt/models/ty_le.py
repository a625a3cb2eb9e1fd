"""All rates of the report, in one place: which figures over which, and what the rate is called.

The paths are relative to the record that is measured, so one formula serves a commune's row in the table, the
authority's sentence and the explanation of the figure. A rate whose denominator is zero does not exist (None).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu


@dataclass(frozen=True, slots=True)
class TyLe:
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
        """The formula in full paths, e.g. ``so_hoa.ket_qua / ho_so.da_giai_quyet.tong``."""
        return f"{_tong(self.tu, goc)} / {_tong(self.mau, goc)}"

    def gia_tri(self, gia_tri: Mapping[str, int | None]) -> Decimal | None:
        """The exact rate, not rounded; None where a count is missing or the denominator is zero."""
        return ti_so(cong(self.tu, gia_tri), cong(self.mau, gia_tri))

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


# Đúng hạn trên số đã giải quyết: cách tính của báo cáo cơ sở, không phải chỉ số của Quyết định 766/QĐ-TTg.
DUNG_HAN = TyLe(
    "ho_so.ty_le_dung_han",
    "Tỷ lệ hồ sơ giải quyết trước và đúng hạn",
    tu=("ho_so.da_giai_quyet.truoc_han", "ho_so.da_giai_quyet.dung_han"),
    mau=("ho_so.da_giai_quyet.tong",),
    cach_goi="(?:trước|đúng),?(?: và|,)?(?: trước| đúng)? hạn",
)

TY_LE = (
    DUNG_HAN,
    TyLe(
        "ho_so.ty_le_qua_han",
        "Tỷ lệ hồ sơ giải quyết quá hạn",
        tu=("ho_so.da_giai_quyet.qua_han",),
        mau=("ho_so.da_giai_quyet.tong",),
        phan_bu=DUNG_HAN,
        cach_goi="quá hạn|trễ hạn|chậm hạn",
    ),
    TyLe(
        "ho_so.ty_le_truc_tuyen",
        "Tỷ lệ hồ sơ tiếp nhận trực tuyến",  # hồ sơ kỳ trước chuyển sang không tính
        tu=("ho_so.tiep_nhan.truc_tuyen",),
        mau=("ho_so.tiep_nhan.truc_tuyen", "ho_so.tiep_nhan.truc_tiep"),
        cach_goi="trực tuyến",
    ),
    TyLe(
        "so_hoa.ty_le_ho_so",
        "Tỷ lệ số hóa hồ sơ",
        tu=("so_hoa.ho_so",),
        mau=("ho_so.tiep_nhan.tong",),
        cach_goi="số hóa",
    ),
    TyLe(
        "so_hoa.ty_le_ket_qua",
        "Tỷ lệ số hóa kết quả giải quyết",
        tu=("so_hoa.ket_qua",),
        mau=("ho_so.da_giai_quyet.tong",),
        cach_goi="số hóa",
    ),
    TyLe(
        "mot_cua.ty_le_niem_yet",
        "Tỷ lệ thủ tục hành chính được niêm yết công khai",
        tu=("mot_cua.tthc_da_niem_yet",),
        mau=("mot_cua.tthc_phai_niem_yet",),
        cach_goi="niêm yết",
    ),
)

TOAN_DIA_BAN = TyLe(
    "ho_so_toan_dia_ban.ty_le_truc_tuyen",
    "Tỷ lệ hồ sơ tiếp nhận trực tuyến, cả hai cấp",
    tu=("ho_so_toan_dia_ban.truc_tuyen",),
    mau=("ho_so_toan_dia_ban.truc_tuyen", "ho_so_toan_dia_ban.truc_tiep"),
    cach_goi="trực tuyến",
)
"""The same rate over the communes' dossiers and the authority's own; only where both are reported."""
