"""Dossiers: every one received has a state, and no part is larger than its whole."""

from collections.abc import Iterator

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.du_lieu import BaoCaoXa
from cqtt.models.ho_so import HoSo
from cqtt.models.ky import Ky
from cqtt.numerals import count
from cqtt.problems import Key, Position, Problem, Severity, dotted


def received_is_accounted_for(xa_phuong: tuple[BaoCaoXa, ...], _: Ky) -> Iterator[Problem]:
    """HS01: received = settled + pending + returned, in every commune."""
    for xa in xa_phuong:
        ho_so = xa.so_lieu.ho_so
        if _gap(ho_so):
            lines = ", ".join(
                f"{name} dòng {xa.nguon.position(('ho_so', name)).line}"
                for name in ("tiep_nhan", "da_giai_quyet", "dang_giai_quyet", "tra_lai")
            )
            yield Problem(
                xa.nguon.position(("ho_so", "tiep_nhan")),
                "HS01",
                f"{xa.don_vi.ten_day_du}: {_sentence(ho_so)}",
                f"kiểm tra {lines}",
                "ho_so.tiep_nhan.tong",
            )


def totals_agree_with_parts(xa_phuong: tuple[BaoCaoXa, ...], _: Ky) -> Iterator[Problem]:
    """HS02: a ``tong`` that is written beside its parts is their sum."""
    for xa in xa_phuong:
        ho_so = xa.so_lieu.ho_so
        for name in ("tiep_nhan", "da_giai_quyet", "dang_giai_quyet"):
            part: BanGhi = getattr(ho_so, name)
            values = {field: getattr(part, field) for field, _ in part.cac_phan()}
            total = values.pop("tong")
            summed = sum(values.values())
            if total != summed:
                key: Key = ("ho_so", name, "tong")
                yield Problem(
                    xa.nguon.position(key),
                    "HS02",
                    f"{xa.don_vi.ten_day_du}: tổng ghi {count(total)}, "
                    f"cộng các phần được {count(summed)} (lệch {count(abs(total - summed))})",
                    f"bỏ dòng tong, hoặc sửa: {' + '.join(values)}",
                    dotted(key),
                )


def whole_is_accounted_for(xa_phuong: tuple[BaoCaoXa, ...], ky: Ky) -> Iterator[Problem]:
    """HS03: the identity of HS01 for all communes together; names those that open the gap, the largest first."""
    total = HoSo.cong(xa.so_lieu.ho_so for xa in xa_phuong)
    if not xa_phuong or not _gap(total):
        return
    gaps = sorted(((abs(_gap(xa.so_lieu.ho_so)), xa) for xa in xa_phuong), key=lambda pair: -pair[0])
    where = ", ".join(f"{xa.don_vi.ten_day_du} ({count(gap)}, {_line(xa)})" for gap, xa in gaps[:5] if gap)
    folder = f"data/{ky.ma}/xa_phuong"
    yield Problem(Position(folder), "HS03", f"cộng {len(xa_phuong)} đơn vị: {_sentence(total)}", f"lệch ở: {where}")


def _line(xa: BaoCaoXa) -> str:
    return f"{xa.nguon.path}:{xa.nguon.position(('ho_so', 'tiep_nhan')).line}"


def settled_online_was_received(xa_phuong: tuple[BaoCaoXa, ...], _: Ky) -> Iterator[Problem]:
    """HS05: no more online dossiers are settled than came in or were carried over, nor than were settled at all."""
    key: Key = ("ho_so", "truc_tuyen_da_giai_quyet")
    for xa in xa_phuong:
        ho_so, online = xa.so_lieu.ho_so, xa.so_lieu.ho_so.truc_tuyen_da_giai_quyet
        received = ho_so.tiep_nhan.truc_tuyen + ho_so.tiep_nhan.ky_truoc
        for whole, of in (
            (received, "số nhận trực tuyến và từ kỳ trước"),
            (ho_so.da_giai_quyet.tong, "số đã giải quyết"),
        ):
            if online is not None and online > whole:
                message = (
                    f"{xa.don_vi.ten_day_du}: đã giải quyết trực tuyến {count(online)}, nhiều hơn {of} {count(whole)}"
                )
                yield Problem(xa.nguon.position(key), "HS05", message, "kiểm tra cả hai số", dotted(key))


def digitised_within_whole(xa_phuong: tuple[BaoCaoXa, ...], _: Ky) -> Iterator[Problem]:
    """HS04: no more dossiers or results are digitised than there are."""
    for xa in xa_phuong:
        ho_so, so_hoa = xa.so_lieu.ho_so, xa.so_lieu.so_hoa
        yield from _within(xa, "ho_so", so_hoa.ho_so, "tổng số tiếp nhận", ho_so.tiep_nhan.tong)
        yield from _within(xa, "ket_qua", so_hoa.ket_qua, "tổng số đã giải quyết", ho_so.da_giai_quyet.tong)


def digitised_within_parts(xa_phuong: tuple[BaoCaoXa, ...], ky: Ky) -> Iterator[Problem]:
    """HS06: over a longer period, dossiers carried from one part to the next were digitised in one of them only."""
    for xa in xa_phuong:
        digitised, received = xa.so_lieu.so_hoa.ho_so, xa.so_lieu.ho_so.tiep_nhan.tong
        if digitised > received:
            here = xa.nguon.position(("so_hoa", "ho_so"))
            said = f"số hóa {count(digitised)} hồ sơ, nhiều hơn tiếp nhận {count(received)}"
            message = f"{xa.don_vi.ten_day_du}: {ky.ten} {said}"
            hint = "hồ sơ chuyển kỳ đã được tính ở kỳ trước: mỗi kỳ chỉ ghi hồ sơ số hóa trong kỳ"
            yield Problem(here, "HS06", message, hint, "so_hoa.ho_so", Severity.WARNING)


def _within(xa: BaoCaoXa, name: str, part: int, of: str, whole: int) -> Iterator[Problem]:
    if part > whole:
        here = xa.nguon.position(("so_hoa", name))
        message = f"{xa.don_vi.ten_day_du}: đã số hóa {count(part)}, nhiều hơn {of} {count(whole)}"
        yield Problem(here, "HS04", message, "kiểm tra cả hai số", f"so_hoa.{name}")


def _gap(ho_so: HoSo) -> int:
    return ho_so.tiep_nhan.tong - ho_so.da_giai_quyet.tong - ho_so.dang_giai_quyet.tong - ho_so.tra_lai


def _sentence(ho_so: HoSo) -> str:
    settled, pending, returned = ho_so.da_giai_quyet.tong, ho_so.dang_giai_quyet.tong, ho_so.tra_lai
    return (
        f"tiếp nhận {count(ho_so.tiep_nhan.tong)}, "
        f"nhưng đã giải quyết {count(settled)} + đang giải quyết {count(pending)} + trả lại {count(returned)}"
        f" = {count(settled + pending + returned)} (lệch {count(abs(_gap(ho_so)))})"
    )
