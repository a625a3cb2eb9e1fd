"""What one period's document says beside the figures: the content of ``data/<period>/bao_cao.yaml`` in every report.

A report adds the authority's own figures, and says which prose it has and in which orders sentences name units.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from cqtt.models.ban_ghi import BanGhi, MoHinh, loai_cua
from cqtt.models.chap_nhan import ChapNhan
from cqtt.models.don_vi import NguoiKy
from cqtt.models.so_lieu import Loai
from cqtt.models.truong import mo_hinh_trong
from cqtt.models.van_ban import MotDong, VanXuoi
from cqtt.models.vien_dan import VanBanVienDan

CacMa = Annotated[list[Annotated[str, Field(max_length=60)]], Field(max_length=5_000)]
"""Identifiers of units, of which there are not more in the country."""


class ThuTuNeuTen(MoHinh):
    """In which order sentences name units; *who* is named is decided by the data alone. A report adds the lists."""


class PhanVanXuoi(MoHinh):
    """The prose that changes each period; a report adds the texts. Every text may use figures."""


class DauBaoCao(MoHinh):
    """The head of a document: number, date, subject, signer, recipients."""

    so: Annotated[int, Field(ge=1, le=99_999)] | None = Field(
        title="Số văn bản", description="null: để trống cho văn thư ghi."
    )
    ngay: Annotated[int, Field(ge=1, le=31)] | None = Field(
        title="Ngày ban hành", description="null: để trống cho văn thư ghi."
    )
    thang: Annotated[int, Field(ge=1, le=12)] | None = Field(title="Tháng ban hành")
    nam: Annotated[int, Field(ge=2000, le=2100)] = Field(title="Năm ban hành")
    tieu_de: list[VanXuoi] = Field(title="Trích yếu", description="Mỗi mục một dòng.", min_length=1, max_length=5)
    nguoi_ky: NguoiKy | None = Field(default=None, title="Người ký", description="Chỉ ghi khi khác don_vi.yaml.")
    noi_nhan: list[MotDong] | None = Field(
        default=None, title="Nơi nhận", description="Chỉ ghi khi khác don_vi.yaml.", min_length=1, max_length=60
    )
    thu_tu_neu_ten: ThuTuNeuTen = Field(
        default_factory=ThuTuNeuTen, title="Thứ tự nêu tên", description="Mã đơn vị; không ghi thì theo don_vi.yaml."
    )


class ThanBaoCao(MoHinh):
    """The body of a document: charts or not, the documents it cites, its prose, what has been acknowledged."""

    bieu_do: bool = Field(
        default=False, title="Phụ lục biểu đồ", description="true để in; không ghi thì không có phụ lục này."
    )
    van_ban: list[VanBanVienDan] = Field(
        default_factory=list,
        title="Văn bản được viện dẫn",
        description="Ghi một lần; lần đầu in đầy đủ, các lần sau in gọn.",
        max_length=200,
    )
    van_xuoi: PhanVanXuoi = Field(title="Văn xuôi của kỳ")
    chap_nhan: list[ChapNhan] = Field(default_factory=list, title="Cảnh báo đã xem và chấp nhận", max_length=100)


class BaoCao(ThanBaoCao, DauBaoCao):
    """One period's document. Figures that a report adds in its own class stand between head and body where that class
    is ``class X(BaoCao, ItsFigures, DauBaoCao)``, else after the body."""

    @classmethod
    def so_lieu_rieng(cls) -> Iterator[tuple[str, "Loai | type[BanGhi]"]]:
        """The figures that no unit reports: each count with its kind over time, each block with its class."""
        for name, info in cls.model_fields.items():
            block = mo_hinh_trong(info.annotation)
            part = loai_cua(info) or (block if block and issubclass(block, BanGhi) else None)
            if part is not None:
                yield name, part
