"""Dossiers: every one received has a state, and no part is larger than its whole."""

from collections.abc import Iterator

from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.models.report_type import Balance
from cqtt.numerals import count
from cqtt.problems import Position, Problem, Severity
from cqtt.reports.than_thien.ho_so import HoSo
from cqtt.reports.than_thien.rules import RULES, Xa

BALANCES = (
    Balance(
        "Tiếp nhận = đã giải quyết + đang giải quyết + trả lại",
        "ho_so.tiep_nhan.tong",
        ("ho_so.da_giai_quyet.tong", "ho_so.dang_giai_quyet.tong", "ho_so.tra_lai"),
    ),
    Balance("Hồ sơ số hóa không nhiều hơn tiếp nhận", "ho_so.tiep_nhan.tong", ("so_hoa.ho_so",), within=True),
    Balance(
        "Kết quả số hóa không nhiều hơn đã giải quyết", "ho_so.da_giai_quyet.tong", ("so_hoa.ket_qua",), within=True
    ),
)
"""HS01 and HS04 as a form shows them."""


@RULES.of_units
def received_is_accounted_for(units: tuple[Xa, ...], _: Ky) -> Iterator[Problem]:
    """HS01: received = settled + pending + returned, in every commune."""
    for xa in units:
        ho_so = xa.so_lieu.ho_so
        if _gap(ho_so):
            lines = ", ".join(
                f"{name} dòng {xa.nguon.position(('ho_so', name)).line}"
                for name in ("tiep_nhan", "da_giai_quyet", "dang_giai_quyet", "tra_lai")
            )
            here = xa.nguon.position(("ho_so", "tiep_nhan"))
            message = f"{xa.don_vi.ten_day_du}: {_sentence(ho_so)}"
            yield Problem(here, "HS01", message, f"kiểm tra {lines}", "ho_so.tiep_nhan.tong")


@RULES.of_units
def whole_is_accounted_for(units: tuple[Xa, ...], ky: Ky) -> Iterator[Problem]:
    """HS03: the identity of HS01 for all communes together; names those that open the gap, the largest first."""
    total = HoSo.cong(xa.so_lieu.ho_so for xa in units)
    if not units or not _gap(total):
        return
    gaps = sorted(((abs(_gap(xa.so_lieu.ho_so)), xa) for xa in units), key=lambda pair: -pair[0])
    where = ", ".join(f"{xa.don_vi.ten_day_du} ({count(gap)}, {_line(xa)})" for gap, xa in gaps[:5] if gap)
    folder = Position(places.units(ky, units[0].danh_muc.nhom))
    yield Problem(folder, "HS03", f"cộng {len(units)} đơn vị: {_sentence(total)}", f"lệch ở: {where}")


def _line(xa: Xa) -> str:
    return f"{xa.nguon.path}:{xa.nguon.position(('ho_so', 'tiep_nhan')).line}"


@RULES.of_units
def settled_online_was_received(units: tuple[Xa, ...], _: Ky) -> Iterator[Problem]:
    """HS05: no more online dossiers are settled than came in or were carried over, nor than were settled at all."""
    for xa in units:
        ho_so, online = xa.so_lieu.ho_so, xa.so_lieu.ho_so.truc_tuyen_da_giai_quyet
        received = ho_so.tiep_nhan.truc_tuyen + ho_so.tiep_nhan.ky_truoc
        for whole, of in (
            (received, "số nhận trực tuyến và từ kỳ trước"),
            (ho_so.da_giai_quyet.tong, "số đã giải quyết"),
        ):
            if online is not None and online > whole:
                message = f"đã giải quyết trực tuyến {count(online)}, nhiều hơn {of} {count(whole)}"
                yield xa.problem(("ho_so", "truc_tuyen_da_giai_quyet"), "HS05", message, "kiểm tra cả hai số")


@RULES.of_units
def digitised_within_whole(units: tuple[Xa, ...], _: Ky) -> Iterator[Problem]:
    """HS04: no more dossiers or results are digitised than there are."""
    for xa in units:
        ho_so, so_hoa = xa.so_lieu.ho_so, xa.so_lieu.so_hoa
        for name, part, of, whole in (
            ("ho_so", so_hoa.ho_so, "tổng số tiếp nhận", ho_so.tiep_nhan.tong),
            ("ket_qua", so_hoa.ket_qua, "tổng số đã giải quyết", ho_so.da_giai_quyet.tong),
        ):
            if part > whole:
                message = f"đã số hóa {count(part)}, nhiều hơn {of} {count(whole)}"
                yield xa.problem(("so_hoa", name), "HS04", message, "kiểm tra cả hai số")


@RULES.of_longer
def digitised_within_parts(units: tuple[Xa, ...], ky: Ky) -> Iterator[Problem]:
    """HS06: over a longer period, dossiers carried from one part to the next were digitised in one of them only."""
    for xa in units:
        digitised, received = xa.so_lieu.so_hoa.ho_so, xa.so_lieu.ho_so.tiep_nhan.tong
        if digitised > received:
            message = f"{ky.ten} số hóa {count(digitised)} hồ sơ, nhiều hơn tiếp nhận {count(received)}"
            hint = "hồ sơ chuyển kỳ đã được tính ở kỳ trước: mỗi kỳ chỉ ghi hồ sơ số hóa trong kỳ"
            yield xa.problem(("so_hoa", "ho_so"), "HS06", message, hint, Severity.WARNING)


def _gap(ho_so: HoSo) -> int:
    return ho_so.tiep_nhan.tong - ho_so.da_giai_quyet.tong - ho_so.dang_giai_quyet.tong - ho_so.tra_lai


def _sentence(ho_so: HoSo) -> str:
    settled, pending, returned = ho_so.da_giai_quyet.tong, ho_so.dang_giai_quyet.tong, ho_so.tra_lai
    return (
        f"tiếp nhận {count(ho_so.tiep_nhan.tong)}, "
        f"nhưng đã giải quyết {count(settled)} + đang giải quyết {count(pending)} + trả lại {count(returned)}"
        f" = {count(settled + pending + returned)} (lệch {count(abs(_gap(ho_so)))})"
    )
