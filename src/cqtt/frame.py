"""The official frame of a report (thể thức), from the authority and the period: NĐ 30/2020/NĐ-CP, Phụ lục I, II."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from cqtt.markup.nodes import BLANK, Document, Frame, Report
from cqtt.markup.walk import plain
from cqtt.models.bao_cao import BaoCao
from cqtt.models.don_vi import DonVi, NguoiKy
from cqtt.models.du_lieu import ke_thieu
from cqtt.models.tong_hop import TongHop
from cqtt.numerals import month


def report(document: Document, tong_hop: TongHop) -> Report:
    """*document* in its frame. Number and day are left blank for the registry where the period does not give them."""
    don_vi, bao_cao = tong_hop.don_vi, tong_hop.bao_cao
    subject = " ".join(plain(line) for line in document.title.subject)
    kind = plain(document.title.kind)
    dated = date(bao_cao.nam, bao_cao.thang or 1, bao_cao.ngay or 1)
    frame = replace(_frame(kind, don_vi, bao_cao), draft=_draft(tong_hop))
    return Report(frame, document, f"{kind.capitalize()} {subject}", dated)


def _frame(kind: str, don_vi: DonVi, bao_cao: BaoCao) -> Frame:
    number = f"{_number(bao_cao.so)}/{don_vi.ky_hieu}"
    day = _date(bao_cao)
    enclosed_with = f"(Kèm theo {kind.capitalize()} số{number} {day} của {don_vi.ten_co_quan})"
    signer = bao_cao.nguoi_ky or don_vi.nguoi_ky
    return Frame(
        parent_body=don_vi.co_quan_chu_quan or "",
        issuer=tuple(don_vi.co_quan_ban_hanh),
        number=f"Số:{number}",
        place_and_date=f"{don_vi.dia_danh}, {day}",
        addressees=tuple(don_vi.kinh_gui),
        capacity=_capacity(signer),
        signer=signer.ho_ten or "",
        recipients=tuple((["Như trên"] if don_vi.kinh_gui else []) + _recipients(bao_cao.noi_nhan or don_vi.noi_nhan)),
        archive=don_vi.luu,
        author=don_vi.ten_co_quan,
        enclosed_with=enclosed_with,
    )


def _recipients(lines: Sequence[str]) -> list[str]:
    """The recipients without the semicolon that the layout puts behind each (II.9.d)."""
    return [line.rstrip("; ") for line in lines]


def _draft(tong_hop: TongHop) -> str:
    missing = tong_hop.thieu
    if not missing:
        return ""
    expected = len(missing) + len(tong_hop.units)
    return f"DỰ THẢO: chưa có số liệu của {len(missing)}/{expected} đơn vị ({ke_thieu(missing)})"


def _number(so: int | None) -> str:
    """The document's number, below 10 with a zero (II.3.a); blank where the registry writes it."""
    return BLANK if so is None else f" {so:02}"


def _date(bao_cao: BaoCao) -> str:
    """Days below 10 and the months January and February take a zero (II.4.b)."""
    ngay = f"ngày{BLANK}" if bao_cao.ngay is None else f"ngày {bao_cao.ngay:02} "
    thang = f"tháng{BLANK}" if bao_cao.thang is None else f"tháng {month(bao_cao.thang)} "
    return f"{ngay}{thang}năm {bao_cao.nam}"


def _capacity(signer: NguoiKy) -> tuple[str, ...]:
    """The lines above the signature: ``TM. ỦY BAN NHÂN DÂN``, ``KT. CHỦ TỊCH``, ``PHÓ CHỦ TỊCH`` (II.7)."""
    lines = []
    if signer.thay_mat:
        lines.append(f"TM. {signer.thay_mat}")
    if signer.hinh_thuc and signer.quyen_han:
        lines.append(f"{signer.hinh_thuc} {signer.quyen_han}")
    if signer.chuc_vu:
        lines.append(signer.chuc_vu)
    return tuple(lines)
