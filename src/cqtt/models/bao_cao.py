"""What one period's report adds to the communes' figures: the content of ``data/<period>/bao_cao.yaml``."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from cqtt.models.ban_ghi import BanGhi, Luong, MoHinh, Ton, loai_cua
from cqtt.models.chap_nhan import ChapNhan
from cqtt.models.don_vi import NguoiKy
from cqtt.models.so_lieu import Loai
from cqtt.models.truong import mo_hinh_trong
from cqtt.models.van_ban import VanBan, VanXuoi
from cqtt.models.vien_dan import VanBanVienDan

DONG_TOI_DA = 999_999_999_999_999
"""The largest amount of money accepted: just under a million tỷ đồng."""


class HoSoCapTren(BanGhi):
    """Dossiers received at the authority's own desk, which no commune reports."""

    truc_tuyen: Luong = Field(title="Hồ sơ trực tuyến tại đơn vị báo cáo")
    truc_tiep: Luong = Field(title="Hồ sơ trực tiếp tại đơn vị báo cáo")


class KhaoSat(BanGhi):
    """The survey among officials."""

    so_phieu: Luong = Field(title="Số phiếu khảo sát")


class KiemTraCongVu(BanGhi):
    """Unannounced inspections of public service."""

    cap_xa: Luong = Field(title="Lượt kiểm tra đơn vị hành chính cấp xã")
    co_quan_chuyen_mon: Luong = Field(title="Lượt kiểm tra cơ quan chuyên môn")


class ThuTuNeuTen(MoHinh):
    """In which order sentences name the communes; *who* is named is decided by the data alone."""

    cong_nhan: list[str] = Field(default_factory=list, title="Thứ tự nêu các đơn vị được công nhận")
    chua_gan_sao: list[str] = Field(default_factory=list, title="Thứ tự nêu các đơn vị chưa gắn sao")
    xay_moi: list[str] = Field(default_factory=list, title="Thứ tự nêu các đơn vị xây mới")
    cai_tao: list[str] = Field(default_factory=list, title="Thứ tự nêu các đơn vị cải tạo")
    sang_kien: list[str] = Field(default_factory=list, title="Thứ tự nêu các sáng kiến, theo đơn vị")


class PhanVanXuoi(MoHinh):
    """The prose that changes each period. Every text may use figures: ``{{ ho_so.ty_le_dung_han | phan_tram }}``."""

    chi_dao: VanXuoi = Field(title="Công tác lãnh đạo, chỉ đạo", description="Các đoạn cách nhau một dòng trống.")
    khao_sat: VanXuoi | None = Field(default=None, title="Khảo sát, lấy ý kiến")
    chi_dao_cong_vu: VanXuoi | None = Field(
        default=None,
        title="Chỉ đạo của cấp trên về thực thi công vụ",
        description="Một phần của câu, đứng sau “tinh thần chỉ đạo” ở mục II.3.1.",
    )
    uu_diem: list[VanXuoi] = Field(title="Ưu điểm", min_length=1, max_length=50)
    han_che: list[VanXuoi] = Field(title="Hạn chế, yếu kém và nguyên nhân", min_length=1, max_length=50)
    nhiem_vu: list[VanXuoi] = Field(title="Phương hướng, nhiệm vụ", min_length=1, max_length=50)
    kien_nghi: list[VanXuoi] = Field(title="Kiến nghị, đề xuất", description="[] nếu không có.", max_length=50)


class BaoCao(MoHinh):
    """The period's document."""

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
    noi_nhan: list[VanBan] | None = Field(
        default=None, title="Nơi nhận", description="Chỉ ghi khi khác don_vi.yaml.", min_length=1, max_length=60
    )
    thu_tu_neu_ten: ThuTuNeuTen = Field(
        default_factory=ThuTuNeuTen, title="Thứ tự nêu tên", description="Mã đơn vị; không ghi thì theo don_vi.yaml."
    )
    ho_so_cap_huyen: HoSoCapTren | None = Field(
        default=None,
        title="Hồ sơ tại Bộ phận Một cửa của đơn vị báo cáo",
        description="Cấp huyện hoặc cấp tỉnh; cấp xã không ghi.",
    )
    khao_sat: KhaoSat | None = Field(default=None, title="Khảo sát")
    kinh_phi: Annotated[int, Field(ge=0, le=DONG_TOI_DA), Loai.LUONG] | None = Field(
        default=None, title="Kinh phí đầu tư", description="Đồng, viết liền: 17000000000."
    )
    tin_bai: Luong | None = Field(default=None, title="Tin, bài trên Cổng thông tin điện tử")
    phat_thanh: Ton | None = Field(default=None, title="Số lần phát thanh mỗi tuần")
    kiem_tra_cong_vu: KiemTraCongVu | None = Field(default=None, title="Kiểm tra công vụ")
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

    @classmethod
    def so_lieu_rieng(cls) -> Iterator[tuple[str, "Loai | type[BanGhi]"]]:
        """The figures that no commune reports: each count with its kind over time, each block with its class."""
        for name, info in cls.model_fields.items():
            block = mo_hinh_trong(info.annotation)
            part = loai_cua(info) or (block if block and issubclass(block, BanGhi) else None)
            if part is not None:
                yield name, part
