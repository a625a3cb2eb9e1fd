"""All rates of the report, and the counts that nobody writes: sums of counts."""

from cqtt.models.danh_muc import Muc
from cqtt.models.so_lieu import Loai
from cqtt.models.ty_le import TyLe

# Đúng hạn trên số đã giải quyết: cách tính của báo cáo cơ sở, không phải chỉ số của Quyết định 766/QĐ-TTg.
DUNG_HAN = TyLe(
    "ho_so.ty_le_dung_han",
    "Tỷ lệ hồ sơ giải quyết trước và đúng hạn",
    tu=("ho_so.da_giai_quyet.truoc_han", "ho_so.da_giai_quyet.dung_han"),
    mau=("ho_so.da_giai_quyet.tong",),
    cach_goi="(?:trước|đúng),?(?: và|,)?(?: trước| đúng)? hạn",
)

RATES = (
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

SUMS = (
    Muc(
        "ho_so.da_giai_quyet.truoc_va_dung_han",
        "Hồ sơ đã giải quyết trước và đúng hạn",
        Loai.LUONG,
        ("ho_so.da_giai_quyet.truoc_han", "ho_so.da_giai_quyet.dung_han"),
    ),
)
"""Counts that no one writes but sentences need."""

OWN_SUMS = (
    Muc(
        "ho_so_toan_dia_ban.truc_tuyen",
        "Hồ sơ trực tuyến, cả hai cấp",
        Loai.LUONG,
        ("ho_so_cap_huyen.truc_tuyen", "ho_so.tiep_nhan.truc_tuyen"),
    ),
    Muc(
        "ho_so_toan_dia_ban.truc_tiep",
        "Hồ sơ trực tiếp, cả hai cấp",
        Loai.LUONG,
        ("ho_so_cap_huyen.truc_tiep", "ho_so.tiep_nhan.truc_tiep"),
    ),
    Muc(
        "kiem_tra_cong_vu.tong",
        "Tổng số lượt kiểm tra công vụ",
        Loai.LUONG,
        ("kiem_tra_cong_vu.cap_xa", "kiem_tra_cong_vu.co_quan_chuyen_mon"),
    ),
)
"""Sums with the authority's own figures; they exist only where all of their parts are reported."""

OWN_RATES = (
    TyLe(
        "ho_so_toan_dia_ban.ty_le_truc_tuyen",
        "Tỷ lệ hồ sơ tiếp nhận trực tuyến, cả hai cấp",
        tu=("ho_so_toan_dia_ban.truc_tuyen",),
        mau=("ho_so_toan_dia_ban.truc_tuyen", "ho_so_toan_dia_ban.truc_tiep"),
        cach_goi="trực tuyến",
    ),
)
"""The same rate over the communes' dossiers and the authority's own."""
