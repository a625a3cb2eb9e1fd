"""Averages, figures of both levels, and figures that only the period's file gives."""

from decimal import Decimal

from cqtt.aggregate.derived import averages, both_levels, own_figures
from cqtt.models.bao_cao import BaoCao
from cqtt.models.du_lieu import DuLieu
from cqtt.models.phuong_xa import PhuongXa, TrangThietBi


def test_averages_are_those_of_the_paper_report(quy_i: DuLieu) -> None:
    total = PhuongXa.cong(xa.so_lieu for xa in quy_i.xa_phuong).trang_thiet_bi
    found = [figure.gia_tri for figure in averages(total, len(quy_i.xa_phuong)) if figure.gia_tri is not None]
    assert found == [Decimal(n) for n in (1, 3, 6, 20, 3, 5, 1, 4, 3, 1, 4, 2, 1)]


def test_without_communes_there_is_no_average() -> None:
    assert {figure.gia_tri for figure in averages(TrangThietBi.cong([]), 0)} == {None}


def test_both_levels_online_are_those_of_the_paper_report(quy_i: DuLieu) -> None:
    total = PhuongXa.cong(xa.so_lieu for xa in quy_i.xa_phuong)
    found = {figure.duong_dan: figure for figure in both_levels(quy_i.bao_cao.gia_tri, total)}
    assert found["ho_so_toan_dia_ban.truc_tuyen"].gia_tri == 7910
    assert found["ho_so_toan_dia_ban.truc_tiep"].gia_tri == 8
    assert found["ho_so_toan_dia_ban.ty_le_truc_tuyen"].in_ra == "99,9%"


def test_what_the_period_leaves_out_is_none_and_not_nothing(quy_i: DuLieu) -> None:
    bare = BaoCao.model_construct(
        **{
            **dict(quy_i.bao_cao.gia_tri),
            "ho_so_cap_huyen": None,
            "khao_sat": None,
            "kiem_tra_cong_vu": None,
            "kinh_phi": None,
        }
    )
    found = {figure.duong_dan: figure.gia_tri for figure in (*own_figures(bare), *both_levels(bare, PhuongXa.cong([])))}
    for path in ("khao_sat.so_phieu", "kiem_tra_cong_vu.tong", "kinh_phi", "ho_so_toan_dia_ban.ty_le_truc_tuyen"):
        assert found[path] is None, path
    assert found["tin_bai"] == 158


def test_without_communes_there_are_no_figures_of_both_levels(quy_i: DuLieu) -> None:
    found = both_levels(quy_i.bao_cao.gia_tri, PhuongXa.cong([]))
    assert {figure.duong_dan: (figure.gia_tri, figure.in_ra) for figure in found} == {
        f"ho_so_toan_dia_ban.{name}": (None, "–") for name in ("truc_tuyen", "truc_tiep", "ty_le_truc_tuyen")
    }


def test_inspections_add_up(quy_i: DuLieu) -> None:
    found = {figure.duong_dan: figure.gia_tri for figure in own_figures(quy_i.bao_cao.gia_tri)}
    assert found["kiem_tra_cong_vu.tong"] == 18
    assert found["kinh_phi"] == 17_000_000_000
