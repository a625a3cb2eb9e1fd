"""From the communes to the authority: sums, averages, rates and the lists of who has what. Pure; nothing is read."""

from collections.abc import Iterator

from cqtt.aggregate.counts import counts, in_order, so_don_vi
from cqtt.aggregate.derived import averages, both_levels, own_figures
from cqtt.models.danh_muc import so_lieu
from cqtt.models.du_lieu import DuLieu
from cqtt.models.phuong_xa import PhuongXa
from cqtt.models.so_lieu import Loai, SoLieu
from cqtt.models.tong_hop import SangKienCuaXa, SoLieuXa, TongHop


def aggregate(data: DuLieu) -> TongHop:
    """The period's figures. Every commune counts once; a sum is that of the communes which report it, None for none."""
    total = PhuongXa.cong(xa.so_lieu for xa in data.xa_phuong)
    bao_cao = data.bao_cao.gia_tri
    initiatives = tuple(_initiatives(data))
    figures = [
        so_don_vi(data.xa_phuong),
        *so_lieu(total, "", "xa_phuong.*."),
        *averages(total.trang_thiet_bi, len(data.xa_phuong)),
        *counts(data),
        _number_of(initiatives),
        *both_levels(bao_cao, total),
        *own_figures(bao_cao),
    ]
    by_path = {figure.duong_dan: figure for figure in figures}
    communes = tuple(SoLieuXa(xa) for xa in data.xa_phuong)
    return TongHop(data.ky, data.don_vi.gia_tri, bao_cao, by_path, communes, initiatives, data.thieu)


def _initiatives(data: DuLieu) -> Iterator[SangKienCuaXa]:
    by_unit = {xa.don_vi: xa.so_lieu.sang_kien for xa in data.xa_phuong}
    for unit in in_order(by_unit, data.bao_cao.gia_tri.thu_tu_neu_ten.sang_kien):
        for sang_kien in by_unit[unit]:
            yield SangKienCuaXa(unit, sang_kien.ten)


def _number_of(initiatives: tuple[SangKienCuaXa, ...]) -> SoLieu:
    return SoLieu(
        "sang_kien.so_luong",
        "Số sáng kiến đăng ký trong năm",
        Loai.TON,
        len(initiatives),
        cong_thuc="số mục trong xa_phuong.*.sang_kien",
    )
