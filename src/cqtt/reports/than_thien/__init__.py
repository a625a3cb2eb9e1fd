"""Friendly government (Chính quyền thân thiện): how the communes of a town or a province build it, quarter by quarter.

Everything that names a field of this report is in this folder.
"""

from pathlib import Path

from cqtt.models.don_vi import LOAI_CAP_XA
from cqtt.models.nguong import Nguong
from cqtt.models.report_type import Absolute, KeyFigure, ListBlock, ReportType
from cqtt.models.xep_hang import Ranked
from cqtt.reports.than_thien import dossier_rules, unit_rules
from cqtt.reports.than_thien.bao_cao import BaoCao
from cqtt.reports.than_thien.codes import CODES
from cqtt.reports.than_thien.counts import COUNTS
from cqtt.reports.than_thien.ho_so import PAPER_HEADS
from cqtt.reports.than_thien.phuong_xa import BIEU_HO_SO, MUC_SAO, PhuongXa
from cqtt.reports.than_thien.rates import DUNG_HAN, OWN_RATES, OWN_SUMS, RATES, SUMS
from cqtt.reports.than_thien.rules import RULES

_PACKAGE = Path(__file__).parents[2]
_TEMPLATES = (_PACKAGE / "mau" / "bao_cao.docx.j2", _PACKAGE.parents[1] / "templates" / "bao_cao.docx.j2")
"""Where the build puts the template in a wheel, and where it stands in a checkout."""

REPORT = ReportType(
    title="Báo cáo kết quả xây dựng Chính quyền thân thiện",
    record=PhuongXa,
    document=BaoCao,
    template=next((path for path in _TEMPLATES if path.is_file()), _TEMPLATES[0]),
    group="xa_phuong",
    unit_name="phuong_xa",
    noun="đơn vị cấp xã",
    kinds_noun="xã, phường",
    kinds=LOAI_CAP_XA,
    sums=SUMS,
    rates=RATES,
    counts=COUNTS,
    lists=(ListBlock("sang_kien", "Số sáng kiến đăng ký trong năm", order="sang_kien"),),
    averages=("trang_thiet_bi",),
    own_sums=OWN_SUMS,
    own_rates=OWN_RATES,
    above_only=("ho_so_cap_huyen", "kiem_tra_cong_vu"),
    key_figures=(
        KeyFigure("ho_so.tiep_nhan.tong", "Tiếp nhận", "Thay đổi tiếp nhận"),
        KeyFigure("ho_so.da_giai_quyet.tong", "Đã giải quyết", "Thay đổi đã giải quyết"),
        KeyFigure("ho_so.dang_giai_quyet.qua_han", "Đang giải quyết quá hạn", "Thay đổi quá hạn"),
        KeyFigure(DUNG_HAN.duong_dan, "Tỷ lệ trước và đúng hạn", "Thay đổi tỷ lệ (điểm %)"),
    ),
    status=(
        KeyFigure("ho_so.tiep_nhan.tong", "Tiếp nhận"),
        KeyFigure(DUNG_HAN.duong_dan, "Đúng hạn"),
        KeyFigure("ho_so.dang_giai_quyet.qua_han", "Tồn q.hạn"),
    ),
    ranked=(
        Ranked(DUNG_HAN.duong_dan),
        Ranked("ho_so.ty_le_truc_tuyen"),
        Ranked("so_hoa.ty_le_ho_so"),
        Ranked("so_hoa.ty_le_ket_qua"),
        Ranked("ho_so.dang_giai_quyet.qua_han", low_is_best=True),
    ),
    absolutes=(
        Absolute(
            about="hồ sơ",
            words=r"không (?:có|còn) (?:bất kỳ |một )?hồ sơ (?:nào )?(?:bị )?(?:giải quyết )?(?:quá|trễ|chậm) hạn"
            r"|(?:tất cả|toàn bộ|mọi) (?:các )?hồ sơ …đúng hạn",
            zero=("ho_so.da_giai_quyet.qua_han", "ho_so.dang_giai_quyet.qua_han"),
            hint="nêu số hồ sơ quá hạn, hoặc bỏ câu này",
        ),
    ),
    balances=(*unit_rules.BALANCES, *dossier_rules.BALANCES),
    paper_heads=PAPER_HEADS,
    bounds=Nguong.model_construct(
        gap_ky_truoc=5,  # một quý nhiều gấp năm quý trước: chưa thấy ở kỳ nào
        gap_don_vi_giua=10,
        chenh_toi_thieu=50,
        diem_ky_truoc=40,
        diem_don_vi_giua=40,
        mau_toi_thieu=30,
        so_trung=3,
        phan_giong=50,
    ),
    rules=RULES,
    codes=CODES,
    thang_muc=MUC_SAO,
    bieu_mau=BIEU_HO_SO,
    subject=(
        '"Kết quả xây dựng Chính quyền thân thiện {{ don_vi.cac_don_vi }}"',
        '"{{ ky.ten_hoa }} {{ don_vi.ten_day_du }}"',
    ),
)
