"""Administrative reform (Cải cách hành chính): how a town's offices do their tasks. The engine does not know it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from cqtt.catalogue import Code
from cqtt.models import bao_cao
from cqtt.models.ban_ghi import BanGhi, DauKy, Dong, Luong, Ton, TuCuoiKy, TuKy
from cqtt.models.chap_nhan import ChapNhan
from cqtt.models.du_lieu import ReportOf
from cqtt.models.ky import Ky
from cqtt.models.report_type import Count, KeyFigure, ReportType, Rules
from cqtt.models.ty_le import TyLe
from cqtt.models.van_ban import VanXuoi
from cqtt.models.xep_hang import Ranked
from cqtt.problems import Problem


class NhiemVu(BanGhi):
    """The tasks of the period."""

    ky_truoc: Annotated[DauKy, TuCuoiKy("nhiem_vu.dang_lam")] = Field(title="Nhiệm vụ từ kỳ trước chuyển sang")
    duoc_giao: Luong = Field(title="Nhiệm vụ được giao trong kỳ")
    hoan_thanh: Luong = Field(title="Nhiệm vụ đã hoàn thành")
    dang_lam: Ton = Field(title="Nhiệm vụ đang thực hiện")


class DaoTao(BanGhi):
    """Training, where there was any."""

    so_lop: Luong = Field(title="Lớp bồi dưỡng")


class PhongBan(BanGhi):
    """What one office reports."""

    phong_ban: str = Field(title="Tên phòng, ban", min_length=1, max_length=100)
    nhiem_vu: NhiemVu = Field(title="Nhiệm vụ cải cách hành chính")
    may_tinh: Ton = Field(title="Máy tính")
    gop_y: Annotated[Luong | None, TuKy("2025Q2")] = Field(default=None, title="Góp ý đã trả lời")
    ban_lam_viec: Ton | None = Field(default=None, title="Bàn làm việc")
    phan_mem: Literal["toàn trình", "một phần", "không"] = Field(title="Xử lý hồ sơ trên phần mềm")
    dao_tao: DaoTao | None = Field(default=None, title="Bồi dưỡng nghiệp vụ")
    chap_nhan: list[ChapNhan] = Field(default_factory=list, title="Cảnh báo đã xem và chấp nhận")


class PhanVanXuoi(bao_cao.PhanVanXuoi):
    """The prose of the period."""

    danh_gia: VanXuoi = Field(title="Đánh giá chung")


class BaoCao(bao_cao.BaoCao):
    """The period's document."""

    kinh_phi: Dong | None = Field(default=None, title="Kinh phí cải cách hành chính")
    van_xuoi: PhanVanXuoi = Field(title="Văn xuôi của kỳ")


RULES = Rules[PhongBan]()


@RULES.of_units
def tasks_are_accounted_for(units: tuple[ReportOf[PhongBan], ...], _: Ky) -> Iterator[Problem]:
    """NV01: carried over + given = done + in hand."""
    for unit in units:
        tasks = unit.so_lieu.nhiem_vu
        if tasks.ky_truoc + tasks.duoc_giao != tasks.hoan_thanh + tasks.dang_lam:
            yield unit.problem(("nhiem_vu",), "NV01", "nhiệm vụ không khớp", "kiểm tra lại bốn số")


REPORT = ReportType(
    title="Báo cáo công tác cải cách hành chính",
    record=PhongBan,
    document=BaoCao,
    template=Path(__file__).parent / "bao_cao.docx.j2",
    group="phong_ban",
    unit_name="phong_ban",
    noun="phòng, ban",
    kinds_noun="phòng, ban",
    kinds=("phòng", "ban"),
    rates=(TyLe("nhiem_vu.ty_le", "Tỷ lệ hoàn thành", ("nhiem_vu.hoan_thanh",), ("nhiem_vu.duoc_giao",)),),
    counts=(Count("phan_mem.toan_trinh", "Số phòng, ban làm toàn trình", "", lambda r, _: r.phan_mem == "toàn trình"),),
    key_figures=(KeyFigure("nhiem_vu.ty_le", "Tỷ lệ hoàn thành", "Thay đổi (điểm %)"),),
    status=(KeyFigure("nhiem_vu.duoc_giao", "Được giao"),),
    ranked=(Ranked("nhiem_vu.ty_le"),),
    rules=RULES,
    codes={"NV01": Code("Nhiệm vụ không khớp", "Có nhiệm vụ không rõ tình trạng", "Rà lại bốn số")},
)
