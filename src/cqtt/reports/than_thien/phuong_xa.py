"""One commune in one period: the content of ``data/<period>/xa_phuong/<ma>.yaml``."""

from typing import Annotated, Literal

from pydantic import Field

from cqtt.models.ban_ghi import BanGhi, HangNam, Luong, MoHinh, MoiKy, Nam, Ton
from cqtt.models.chap_nhan import ChapNhan
from cqtt.models.quy_dinh import MUC_TOI_DA, BieuMau, ThangMuc
from cqtt.models.so_lieu import DonViTinh
from cqtt.models.van_ban import MotDong
from cqtt.reports.than_thien.ho_so import HoSo, SoHoa

MUC_SAO = ThangMuc.model_construct(ten="mức sao", gan="gắn sao", cac_muc=["1", "2", "3", "4", "5"])
"""The scale of recognition where the authority states none; titles and messages are written in its words."""
BIEU_HO_SO = BieuMau.model_construct(ten="II.06/VPCP/KSTT", van_ban="Thông tư số 01/2020/TT-VPCP")
"""The form of the dossiers where the authority states none."""
SO_SANG_KIEN_TOI_DA = 200
"""More initiatives than this in one commune's file are not a report."""


class MotCua(BanGhi):
    """The one-stop desk (Bộ phận Một cửa) at the end of the period."""

    dau_tu: Annotated[Literal["xây mới", "cải tạo", "không"], MoiKy()] = Field(
        title="Đầu tư Bộ phận Một cửa", description="xây mới, cải tạo (sửa chữa, nâng cấp) hoặc không."
    )
    phong_lanh_dao_lien_ke: bool = Field(title="Bố trí phòng lãnh đạo liền kề")
    wifi: bool = Field(title="Có bộ phát Wifi miễn phí")
    camera: bool = Field(title="Có camera giám sát")
    thanh_toan_khong_tien_mat: bool = Field(title="Có thanh toán không dùng tiền mặt")
    chinh_trang: bool = Field(title="Đã chỉnh trang khuôn viên")
    bang_bieu: Luong = Field(title="Bảng, biểu, khẩu hiệu lắp đặt, thay thế")
    tthc_phai_niem_yet: Ton = Field(title="Thủ tục hành chính phải niêm yết")
    tthc_da_niem_yet: Ton = Field(title="Thủ tục hành chính đã niêm yết")


class TrangThietBi(BanGhi):
    """Equipment of the one-stop desk."""

    may_lay_so: Ton = Field(title="Máy lấy số tự động")
    ban_ke_khai: Ton = Field(title="Bàn để người dân kê khai")
    ghe_can_bo: Ton = Field(title="Ghế ngồi cho công chức và lãnh đạo")
    ghe_cong_dan: Ton = Field(title="Ghế ngồi cho công dân")
    tu_sat: Ton = Field(title="Tủ sắt đựng tài liệu")
    may_tinh_xach_tay: Ton = Field(title="Máy tính xách tay")
    may_tinh_de_ban: Ton = Field(title="Máy tính để bàn cho công dân tra cứu")
    may_in: Ton = Field(title="Máy in")
    may_scan: Ton = Field(title="Máy scan")
    may_photo: Ton = Field(title="Máy phô tô")
    thiet_bi_danh_gia: Ton = Field(title="Thiết bị điện tử đánh giá mức độ hài lòng")
    ti_vi_camera: Ton = Field(title="Màn hình ti vi kết nối camera")
    cay_loc_nuoc: Ton = Field(title="Cây lọc nước")


class Thu(BanGhi):
    """Letters sent to citizens."""

    chuc_mung: Luong = Field(title="Thư chúc mừng")
    cam_on: Luong = Field(title="Thư cảm ơn")
    xin_loi: Luong = Field(title="Thư xin lỗi")
    chia_buon: Luong = Field(title="Thư chia buồn")


class CongNhan(MoHinh):
    """Recognition as “Chính quyền thân thiện”."""

    nam: Nam | None = Field(title="Năm được công nhận", description="Bốn chữ số; null nếu chưa được công nhận.")
    muc_sao: Annotated[int, Field(ge=1, le=MUC_TOI_DA), DonViTinh.SAO] | None = Field(
        title="Mức sao",
        description="Từ 1 đến 5, hoặc số mức của thang_muc trong don_vi.yaml; null nếu chưa được công nhận.",
    )
    da_gan_sao: bool = Field(title="Đã gắn sao")
    dang_ky: Annotated[Literal["nâng mức sao", "công nhận lần đầu"] | None, HangNam()] = Field(
        title="Đăng ký trong năm", description="nâng mức sao, công nhận lần đầu, hoặc null nếu không đăng ký."
    )


class SangKien(MoHinh):
    """One initiative registered this year."""

    ten: MotDong = Field(title="Tên sáng kiến", description="Viết trên một dòng; mọi ký tự được in đúng như đã gõ.")


class PhuongXa(BanGhi):
    """Everything one commune reports for one period."""

    phuong_xa: str = Field(
        title="Tên xã, phường", description="Đúng như trong don_vi.yaml.", min_length=1, max_length=100
    )
    mot_cua: MotCua = Field(title="Bộ phận Một cửa")
    trang_thiet_bi: TrangThietBi = Field(title="Trang thiết bị")
    ho_so: HoSo = Field(title="Hồ sơ thủ tục hành chính")
    so_hoa: SoHoa = Field(title="Số hóa")
    thu: Thu | None = Field(default=None, title="Thư đã gửi", description="Không bắt buộc.")
    cong_nhan: CongNhan = Field(title="Công nhận “Chính quyền thân thiện”")
    sang_kien: list[SangKien] = Field(
        title="Sáng kiến đăng ký trong năm", description="[] nếu không có.", max_length=SO_SANG_KIEN_TOI_DA
    )
    chap_nhan: list[ChapNhan] = Field(
        default_factory=list, title="Cảnh báo đã xem và chấp nhận", description="Không bắt buộc.", max_length=100
    )
