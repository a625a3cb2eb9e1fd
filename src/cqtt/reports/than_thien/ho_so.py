"""Administrative dossiers: what came in, what was settled, what is pending; and their digitisation.

The columns are those of the form ``BIEU_HO_SO``, with ``tra_lai`` added so that every dossier
received has a state: received = settled + pending + returned.
"""

from typing import Annotated

from pydantic import Field

from cqtt.models.ban_ghi import BanGhi, DauKy, Luong, Ton, TuCuoiKy, tong


class TiepNhan(BanGhi):
    """Dossiers to be dealt with in the period."""

    ky_truoc: Annotated[DauKy, TuCuoiKy("ho_so.dang_giai_quyet.tong")] = Field(
        title="Hồ sơ từ kỳ trước chuyển sang", description="Bằng số đang giải quyết cuối kỳ trước."
    )
    truc_tuyen: Luong = Field(title="Hồ sơ tiếp nhận trực tuyến")
    truc_tiep: Luong = Field(title="Hồ sơ tiếp nhận trực tiếp, qua bưu chính")
    tong: Luong = tong("Tổng số hồ sơ tiếp nhận")


class DaGiaiQuyet(BanGhi):
    """Dossiers settled in the period."""

    truoc_han: Luong = Field(title="Hồ sơ đã giải quyết trước hạn")
    dung_han: Luong = Field(title="Hồ sơ đã giải quyết đúng hạn")
    qua_han: Luong = Field(title="Hồ sơ đã giải quyết quá hạn")
    tong: Luong = tong("Tổng số hồ sơ đã giải quyết")


class DangGiaiQuyet(BanGhi):
    """Dossiers not yet settled when the period ends."""

    trong_han: Ton = Field(title="Hồ sơ đang giải quyết, trong hạn")
    qua_han: Ton = Field(title="Hồ sơ đang giải quyết, đã quá hạn")
    tong: Ton = tong("Tổng số hồ sơ đang giải quyết")


class HoSo(BanGhi):
    """The dossiers of one commune, or of all."""

    tiep_nhan: TiepNhan = Field(title="Hồ sơ tiếp nhận")
    da_giai_quyet: DaGiaiQuyet = Field(title="Hồ sơ đã giải quyết")
    dang_giai_quyet: DangGiaiQuyet = Field(title="Hồ sơ đang giải quyết")
    tra_lai: Luong = Field(
        title="Hồ sơ trả lại hoặc rút", description="Hồ sơ bị trả lại hoặc tổ chức, công dân tự rút trong kỳ."
    )
    truc_tuyen_da_giai_quyet: Luong | None = Field(
        default=None,
        title="Hồ sơ trực tuyến đã giải quyết",
        description="Không bắt buộc. Trong số đã giải quyết; không nhiều hơn số nhận trực tuyến và từ kỳ trước.",
    )


class SoHoa(BanGhi):
    """Digitisation of dossiers and of their results."""

    ho_so: Luong = Field(title="Hồ sơ được số hóa", description="Trong tổng số hồ sơ tiếp nhận.")
    ket_qua: Luong = Field(title="Kết quả được số hóa", description="Trong tổng số hồ sơ đã giải quyết.")


PAPER_HEADS = {
    "ho_so.tiep_nhan.ky_truoc": ("tiếp nhận", "kỳ trước"),
    "ho_so.tiep_nhan.truc_tuyen": ("tiếp nhận", "trực tuyến"),
    "ho_so.tiep_nhan.truc_tiep": ("tiếp nhận", "trực tiếp"),
    "ho_so.da_giai_quyet.truoc_han": ("đã giải quyết", "trước hạn"),
    "ho_so.da_giai_quyet.dung_han": ("đã giải quyết", "đúng hạn"),
    "ho_so.da_giai_quyet.qua_han": ("đã giải quyết", "quá hạn"),
    "ho_so.dang_giai_quyet.trong_han": ("đang giải quyết", "trong hạn"),
    "ho_so.dang_giai_quyet.qua_han": ("đang giải quyết", "quá hạn"),
}
"""The heads of form II.06/VPCP/KSTT, by which the columns of a commune's own table are known."""
