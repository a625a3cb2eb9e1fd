"""``data/don_vi.yaml`` of a new workspace, with the remarks that whoever edits it needs."""

from collections.abc import Iterator

from cqtt.models.don_vi import DonVi
from cqtt.models.ky import ChotSoLieu
from cqtt.models.registry import report_of
from cqtt.models.report_type import ReportType
from cqtt.source.rewrite import scalar


def authority_file(don_vi: DonVi) -> str:
    """The text of ``don_vi.yaml`` that reads as *don_vi*; what an authority need not say is left out."""
    return "\n".join([*_names(don_vi), *_people(don_vi), *_units(don_vi), ""])


def _names(don_vi: DonVi) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../schema/don_vi.schema.json"
    yield f"# Đơn vị báo cáo: tên gọi, người ký, nơi nhận và danh sách {report_of(don_vi).noun}. Xem lại từng dòng."
    yield ""
    yield f"ten: {scalar(don_vi.ten)}"
    yield f"loai: {don_vi.loai}"
    yield f"cap: {don_vi.cap}  # tỉnh | huyện | xã"
    yield ""
    yield "# Góc trái đầu văn bản, mỗi mục một dòng (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2)"
    yield "co_quan_ban_hanh:"
    yield from (f"  - {scalar(line)}" for line in don_vi.co_quan_ban_hanh)
    yield f"ten_co_quan: {scalar(don_vi.ten_co_quan)}"
    yield f"viet_tat: {scalar(don_vi.viet_tat)}"
    yield f"cap_uy: {scalar(don_vi.cap_uy)}"
    yield "# Nơi đặt trụ sở, ghi ở dòng ngày tháng"
    yield f"dia_danh: {scalar(don_vi.dia_danh)}"
    yield f"ky_hieu: {don_vi.ky_hieu}"
    yield f"chot_so_lieu: {don_vi.chot_so_lieu}  # theo lịch | Nghị định 09/2019"


def _people(don_vi: DonVi) -> Iterator[str]:
    signer = don_vi.nguoi_ky
    yield ""
    yield "nguoi_ky:"
    yield f"  hinh_thuc: {scalar(signer.hinh_thuc)}  # TM. | KT. | TL. | TUQ. | Q. | null"
    yield f"  quyen_han: {scalar(signer.quyen_han)}"
    yield f"  chuc_vu: {scalar(signer.chuc_vu)}"
    yield f"  ho_ten: {scalar(signer.ho_ten)}" + ("" if signer.ho_ten else "  # ghi trước khi trình ký")
    yield ""
    yield "noi_nhan:"
    yield from (f"  - {scalar(line)}" for line in don_vi.noi_nhan)
    yield f"luu: {scalar(don_vi.luu)}"
    yield ""
    yield "# Ghi thì bỏ dấu # ở đầu dòng"
    yield f"# bien_tap: Văn phòng {don_vi.viet_tat}  # ai biên tập tin, bài"
    yield "# cong_dich_vu: địa chỉ cổng dịch vụ công của địa phương"
    yield "# thoi_han:  # chốt số liệu, hạn gửi khác từ một ngày; kỳ trước ngày đó không đổi"
    yield f"#   - {{tu_ngay: 01/01/2027, chot_so_lieu: {ChotSoLieu.ND_09.value}, han_gui: 2}}"
    yield from _stated(report_of(don_vi))
    yield f"# neu_ten_toi_da: {don_vi.neu_ten_toi_da}  # nhiều tên hơn thì câu nêu số lượng và phụ lục có tên"
    yield "# nguong_canh_bao: {gap_ky_truoc: 5}  # gấp mấy lần kỳ trước thì cảnh báo; còn các ngưỡng khác"


def _stated(report: ReportType) -> Iterator[str]:
    """The form and the scale of the report as an example of what may be stated, with the day from which it holds."""
    if form := report.bieu_mau:
        yield "# bieu_mau:  # biểu mẫu của số liệu; ghi thì in dưới bảng"
        yield f"#   - {{ten: {form.ten}, van_ban: {form.van_ban}}}"
    if scale := report.thang_muc:
        yield "# thang_muc:  # các mức, từ thấp đến cao; in đúng như ghi, tệp của đơn vị ghi tên mức"
        named = ", ".join(f'"{name}"' for name in scale.cac_muc)
        yield f"#   - {{ten: {scale.ten}, gan: {scale.gan}, cac_muc: [{named}]}}"


def _units(don_vi: DonVi) -> Iterator[str]:
    yield ""
    yield "# Thứ tự ở đây là thứ tự của mọi bảng."
    yield f"{report_of(don_vi).group}:"
    for unit in don_vi.units:
        yield f"  - ma: {scalar(unit.ma)}"
        yield f"    ten: {scalar(unit.ten)}"
        yield f"    loai: {unit.loai}"
        if unit.ma_gso:
            yield f'    ma_gso: "{unit.ma_gso}"'
