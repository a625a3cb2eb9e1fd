"""The files of a workspace as plain Pydantic models: the same fields, types and nothing else. For the peers only."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, NonNegativeInt


class Block(BaseModel):
    """A block of a commune's file; an unknown key is refused."""

    model_config = ConfigDict(extra="forbid")


class MotCua(Block):
    """The one-stop desk."""

    dau_tu: Literal["xây mới", "cải tạo", "không"]
    phong_lanh_dao_lien_ke: bool
    wifi: bool
    camera: bool
    thanh_toan_khong_tien_mat: bool
    chinh_trang: bool
    bang_bieu: NonNegativeInt
    tthc_phai_niem_yet: NonNegativeInt
    tthc_da_niem_yet: NonNegativeInt


class TrangThietBi(Block):
    """Its equipment."""

    may_lay_so: NonNegativeInt
    ban_ke_khai: NonNegativeInt
    ghe_can_bo: NonNegativeInt
    ghe_cong_dan: NonNegativeInt
    tu_sat: NonNegativeInt
    may_tinh_xach_tay: NonNegativeInt
    may_tinh_de_ban: NonNegativeInt
    may_in: NonNegativeInt
    may_scan: NonNegativeInt
    may_photo: NonNegativeInt
    thiet_bi_danh_gia: NonNegativeInt
    ti_vi_camera: NonNegativeInt
    cay_loc_nuoc: NonNegativeInt


class TiepNhan(Block):
    """Dossiers to be dealt with."""

    ky_truoc: NonNegativeInt
    truc_tuyen: NonNegativeInt
    truc_tiep: NonNegativeInt

    @property
    def tong(self) -> int:
        """All of them."""
        return self.ky_truoc + self.truc_tuyen + self.truc_tiep


class DaGiaiQuyet(Block):
    """Dossiers settled."""

    truoc_han: NonNegativeInt
    dung_han: NonNegativeInt
    qua_han: NonNegativeInt

    @property
    def tong(self) -> int:
        """All of them."""
        return self.truoc_han + self.dung_han + self.qua_han


class DangGiaiQuyet(Block):
    """Dossiers pending."""

    trong_han: NonNegativeInt
    qua_han: NonNegativeInt

    @property
    def tong(self) -> int:
        """All of them."""
        return self.trong_han + self.qua_han


class HoSo(Block):
    """The dossiers."""

    tiep_nhan: TiepNhan
    da_giai_quyet: DaGiaiQuyet
    dang_giai_quyet: DangGiaiQuyet
    tra_lai: NonNegativeInt
    truc_tuyen_da_giai_quyet: NonNegativeInt | None = None


class SoHoa(Block):
    """Digitisation."""

    ho_so: NonNegativeInt
    ket_qua: NonNegativeInt


class Thu(Block):
    """Letters."""

    chuc_mung: NonNegativeInt
    cam_on: NonNegativeInt
    xin_loi: NonNegativeInt
    chia_buon: NonNegativeInt


class CongNhan(Block):
    """Recognition."""

    nam: int | None
    muc_sao: int | None
    da_gan_sao: bool
    dang_ky: Literal["nâng mức sao", "công nhận lần đầu"] | None


class SangKien(Block):
    """One initiative."""

    ten: str


class PhuongXa(Block):
    """A commune's file."""

    phuong_xa: str
    mot_cua: MotCua
    trang_thiet_bi: TrangThietBi
    ho_so: HoSo
    so_hoa: SoHoa
    thu: Thu | None = None
    cong_nhan: CongNhan
    sang_kien: list[SangKien]
    chap_nhan: list[dict[str, Any]] = []


class DonVi(BaseModel):
    """One commune in the register; what no template prints is ignored."""

    ma: str
    ten: str
    loai: str
    den_ngay: str | None = None


class DiaPhuong(BaseModel):
    """The register."""

    xa_phuong: list[DonVi]


class TrucTuyen(Block):
    """The authority's own dossiers."""

    truc_tuyen: NonNegativeInt
    truc_tiep: NonNegativeInt


class KhaoSat(BaseModel):
    """The survey."""

    so_phieu: NonNegativeInt


class KiemTra(Block):
    """Inspections."""

    cap_xa: NonNegativeInt
    co_quan_chuyen_mon: NonNegativeInt


class BaoCao(BaseModel):
    """The authority's own file; what no template prints is ignored."""

    nam: int
    thu_tu_neu_ten: dict[str, list[str]] = {}
    ho_so_cap_huyen: TrucTuyen
    khao_sat: KhaoSat
    kinh_phi: NonNegativeInt
    tin_bai: NonNegativeInt
    phat_thanh: NonNegativeInt
    kiem_tra_cong_vu: KiemTra
