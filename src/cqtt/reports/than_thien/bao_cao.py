"""What the authority itself adds to the communes' figures, and the prose of its report."""

from pydantic import Field

from cqtt.models import bao_cao
from cqtt.models.ban_ghi import BanGhi, Dong, Luong, MoHinh, Ton
from cqtt.models.van_ban import VanXuoi


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


class ThuTuNeuTen(bao_cao.ThuTuNeuTen):
    """In which order sentences name the communes; *who* is named is decided by the data alone."""

    cong_nhan: bao_cao.CacMa = Field(default_factory=list, title="Thứ tự nêu các đơn vị được công nhận")
    chua_gan_sao: bao_cao.CacMa = Field(default_factory=list, title="Thứ tự nêu các đơn vị chưa gắn sao")
    xay_moi: bao_cao.CacMa = Field(default_factory=list, title="Thứ tự nêu các đơn vị xây mới")
    cai_tao: bao_cao.CacMa = Field(default_factory=list, title="Thứ tự nêu các đơn vị cải tạo")
    sang_kien: bao_cao.CacMa = Field(default_factory=list, title="Thứ tự nêu các sáng kiến, theo đơn vị")


class PhanVanXuoi(bao_cao.PhanVanXuoi):
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


class SoLieuRieng(MoHinh):
    """The figures that no commune reports."""

    ho_so_cap_huyen: HoSoCapTren | None = Field(
        default=None,
        title="Hồ sơ tại Bộ phận Một cửa của đơn vị báo cáo",
        description="Cấp huyện hoặc cấp tỉnh; cấp xã không ghi.",
    )
    khao_sat: KhaoSat | None = Field(default=None, title="Khảo sát")
    kinh_phi: Dong | None = Field(default=None, title="Kinh phí đầu tư", description="Đồng, viết liền: 17000000000.")
    tin_bai: Luong | None = Field(default=None, title="Tin, bài trên Cổng thông tin điện tử")
    phat_thanh: Ton | None = Field(default=None, title="Số lần phát thanh mỗi tuần")
    kiem_tra_cong_vu: KiemTraCongVu | None = Field(default=None, title="Kiểm tra công vụ")


class BaoCao(bao_cao.BaoCao, SoLieuRieng, bao_cao.DauBaoCao):
    """The period's document."""

    thu_tu_neu_ten: ThuTuNeuTen = Field(
        default_factory=ThuTuNeuTen,
        title="Thứ tự nêu tên",
        description="Mã đơn vị; không ghi thì theo don_vi.yaml.",
    )
    van_xuoi: PhanVanXuoi = Field(title="Văn xuôi của kỳ")
