"""The authority that reports, its units, its signer and its recipients: the content of ``data/don_vi.yaml``."""

from collections.abc import Collection
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from cqtt.models.ban_ghi import MoHinh
from cqtt.models.ky import ChotSoLieu, Ky
from cqtt.models.ngay import Ngay, ngay_thang
from cqtt.models.nguong import Nguong
from cqtt.models.quy_dinh import Chot, HanGui, ThoiHan, ap_dung
from cqtt.models.so_lieu import Unit
from cqtt.models.van_ban import MotDong, TenGoi

LOAI_CAP_XA = ("xã", "phường", "thị trấn", "đặc khu")
"""The kinds of commune-level units, in the order in which official texts name them."""


class NguoiKy(MoHinh):
    """Who signs, and by which right (NĐ 30/2020/NĐ-CP, Điều 13; Phụ lục I, II.7)."""

    thay_mat: MotDong | None = Field(
        default=None,
        title="Thay mặt tập thể",
        description="Ví dụ ỦY BAN NHÂN DÂN: in thành dòng “TM. ỦY BAN NHÂN DÂN”.",
    )
    hinh_thuc: Literal["TM.", "KT.", "TL.", "TUQ.", "Q."] | None = Field(
        title="Hình thức ký", description="TM., KT., TL., TUQ., Q. hoặc null nếu người đứng đầu tự ký."
    )
    quyen_han: MotDong | None = Field(
        default=None, title="Ký thay ai", description="Chức vụ hoặc tập thể đứng sau hình thức ký, ví dụ CHỦ TỊCH."
    )
    chuc_vu: MotDong | None = Field(default=None, title="Chức vụ người ký", description="Ví dụ PHÓ CHỦ TỊCH.")
    ho_ten: MotDong | None = Field(title="Họ tên người ký", description="null nếu chưa biết ai ký.")


class UnitEntry(MoHinh):
    """One unit in the authority's list."""

    ma: str = Field(
        title="Mã đơn vị",
        description="Tên không dấu, nối bằng gạch ngang; cũng là tên tệp: huong-mai.",
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=60,
    )
    ten: TenGoi = Field(title="Tên đơn vị", description="Không kèm loại: Hương Mai.")
    loai: Literal["xã", "phường", "thị trấn", "đặc khu"] = Field(title="Loại đơn vị")
    ma_gso: Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$")] | None = Field(
        default=None, title="Mã Tổng cục Thống kê", description='Năm chữ số, đặt trong dấu nháy: "07771".'
    )
    tu_ngay: Ngay | None = Field(default=None, title="Thành lập từ ngày", description="Ví dụ 01/02/2024.")
    den_ngay: Ngay | None = Field(default=None, title="Tồn tại đến ngày", description="Ngày cuối cùng còn tồn tại.")
    nhap_vao: str | None = Field(
        default=None,
        title="Nhập vào đơn vị nào",
        description="Mã của đơn vị mới, để cộng các kỳ trước và sau sáp nhập.",
    )

    @property
    def don_vi(self) -> Unit:
        """The unit as the figures refer to it."""
        return Unit(ma=self.ma, ten=self.ten, loai=self.loai)

    @property
    def thoi_gian(self) -> tuple[date | None, date | None]:
        """Its first and its last day, None where they are not given."""
        return ngay_thang(self.tu_ngay or ""), ngay_thang(self.den_ngay or "")

    def ton_tai(self, ngay: date) -> bool:
        """Whether the unit exists on *ngay*."""
        tu, den = self.thoi_gian
        return (tu is None or tu <= ngay) and (den is None or ngay <= den)


class DonVi(MoHinh):
    """The authority. Its report gives it a class of its own, with the units' kinds and the key of their list."""

    thu_tu_loai: ClassVar[tuple[str, ...]] = LOAI_CAP_XA
    """The kinds of its units, in the order in which texts name them."""

    ten: TenGoi = Field(title="Tên địa phương", description="Không kèm loại: Việt Yên.")
    loai: Literal["tỉnh", "thành phố", "thị xã", "huyện", "quận", "xã", "phường", "thị trấn", "đặc khu"] = Field(
        title="Loại địa phương"
    )
    cap: Literal["tỉnh", "huyện", "xã"] = Field(title="Cấp hành chính của địa phương")
    co_quan_chu_quan: MotDong | None = Field(
        default=None, title="Cơ quan chủ quản", description="Dòng không đậm phía trên cơ quan ban hành, nếu có."
    )
    co_quan_ban_hanh: list[MotDong] = Field(
        title="Cơ quan ban hành", description="Các dòng ở góc trái, chữ in hoa.", min_length=1, max_length=3
    )
    ten_co_quan: TenGoi = Field(title="Tên đầy đủ của cơ quan", description="Ủy ban nhân dân thị xã Việt Yên.")
    viet_tat: TenGoi = Field(title="Tên gọi trong câu văn", description="UBND thị xã.")
    cap_uy: TenGoi = Field(title="Cấp ủy cùng cấp", description="Thị ủy, Huyện ủy, Tỉnh ủy, Đảng ủy.")
    dia_danh: TenGoi = Field(title="Địa danh ghi ở dòng ngày tháng")
    ky_hieu: str = Field(
        title="Ký hiệu văn bản", description="Ví dụ BC-UBND.", pattern=r"^[A-ZĐ]+(-[A-ZĐ0-9.]+)+$", max_length=40
    )
    chot_so_lieu: Chot = Field(
        title="Cách chốt số liệu", description="theo lịch (01/01-31/3) hoặc Nghị định 09/2019 (15/12-14/3)."
    )
    han_gui: HanGui = Field(
        default=1,
        title="Hạn gửi báo cáo",
        description="Số ngày làm việc sau ngày chốt số liệu; ít nhất 1 (Nghị định 09/2019/NĐ-CP, Điều 8).",
    )
    thoi_han: list[ThoiHan] = Field(
        default_factory=list,
        title="Thay đổi về chốt số liệu, hạn gửi",
        description="Mỗi mục có hiệu lực từ tu_ngay của nó, thay chot_so_lieu, han_gui; kỳ trước đó không đổi.",
        max_length=20,
    )
    kinh_gui: list[MotDong] = Field(
        default_factory=list, title="Kính gửi", description="Để trống nếu báo cáo không gửi đích danh.", max_length=20
    )
    nguoi_ky: NguoiKy = Field(title="Người ký mặc định")
    noi_nhan: list[MotDong] = Field(
        title="Nơi nhận mặc định", description="Không ghi dòng “Lưu”.", min_length=1, max_length=60
    )
    luu: MotDong = Field(title="Dòng lưu", description="Ví dụ VT hoặc VT, NV.")
    bien_tap: TenGoi | None = Field(
        default=None,
        title="Ai biên tập tin, bài trên Cổng thông tin điện tử",
        description="Chủ ngữ của câu; không ghi thì in tên gọi ở viet_tat.",
    )
    cong_dich_vu: TenGoi | None = Field(
        default=None,
        title="Cổng dịch vụ công của địa phương",
        description="Địa chỉ in ở chú thích, sau các cổng của trung ương; không ghi thì không in.",
    )
    neu_ten_toi_da: Annotated[int, Field(ge=0, le=5_000)] = Field(
        default=10,
        title="Một câu nêu tên nhiều nhất bao nhiêu đơn vị",
        description="Nhiều hơn thì câu nêu số lượng và phụ lục có tên; không ghi là 10.",
    )
    nguong_canh_bao: Nguong = Field(
        default_factory=Nguong.model_construct,
        title="Ngưỡng của cảnh báo về số khó có thật",
        description="Không ghi khóa nào thì dùng ngưỡng của phần mềm.",
    )
    loai_bao_cao: str = Field(
        default="than_thien", title="Báo cáo nào", description="Tên báo cáo trong phần mềm; không ghi là than_thien."
    )
    units: list[UnitEntry] = Field(
        title="Danh sách xã, phường", description="Thứ tự ở đây là thứ tự của mọi bảng.", min_length=1, max_length=5_000
    )

    def chot(self, ky: Ky) -> ChotSoLieu:
        """How the period *ky* is cut off."""
        dated = [rule for rule in self.thoi_han if rule.chot_so_lieu is not None]
        rule = ap_dung(dated, ky)
        return ChotSoLieu((rule.chot_so_lieu if rule else None) or self.chot_so_lieu)

    def so_ngay_gui(self, ky: Ky) -> int:
        """Within how many working days after its cut-off the report of *ky* is due."""
        rule = ap_dung([rule for rule in self.thoi_han if rule.han_gui is not None], ky)
        return (rule.han_gui if rule else None) or self.han_gui

    @property
    def ten_day_du(self) -> str:
        """The name with its kind: ``thị xã Việt Yên``."""
        return f"{self.loai} {self.ten}"

    def ten_loai(self, kinds: Collection[str]) -> str:
        """The *kinds* of units as texts name them: ``xã, phường``; empty for none."""
        return ", ".join(kind for kind in self.thu_tu_loai if kind in kinds)

    def cac_loai(self, ngay: date) -> str:
        """The kinds of the units that exist on *ngay*; empty where there is none."""
        return self.ten_loai({xa.loai for xa in self.units if xa.ton_tai(ngay)})
