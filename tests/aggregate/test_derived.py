"""Averages, figures of both levels, and figures that only the period's file gives."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from cqtt.aggregate import aggregate
from cqtt.aggregate.derived import averages, partly_reported
from cqtt.models.du_lieu import DuLieu
from cqtt.models.ty_le import TyLe
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from tests.than_thien import REPORT, record

BOTH = "ho_so_toan_dia_ban"


def test_averages_are_those_of_the_paper_report(quy_i: DuLieu) -> None:
    total = PhuongXa.cong(record(xa) for xa in quy_i.units)
    found = [
        figure.gia_tri for figure in averages("trang_thiet_bi", total, len(quy_i.units)) if figure.gia_tri is not None
    ]
    assert found == [Decimal(n) for n in (1, 3, 6, 20, 3, 5, 1, 4, 3, 1, 4, 2, 1)]


def test_without_communes_there_is_no_average() -> None:
    assert {figure.gia_tri for figure in averages("trang_thiet_bi", PhuongXa.cong([]), 0)} == {None}


def test_both_levels_online_are_those_of_the_paper_report(quy_i: DuLieu) -> None:
    found = aggregate(quy_i).so_lieu
    assert found[f"{BOTH}.truc_tuyen"].gia_tri == 7910
    assert found[f"{BOTH}.truc_tiep"].gia_tri == 8
    assert found[f"{BOTH}.ty_le_truc_tuyen"].in_ra == "99,9%"
    assert found[f"{BOTH}.truc_tuyen"].toan_hang == ("ho_so_cap_huyen.truc_tuyen", "ho_so.tiep_nhan.truc_tuyen")


def test_what_the_period_leaves_out_is_none_and_not_nothing(quy_i: DuLieu) -> None:
    left_out = ("ho_so_cap_huyen", "khao_sat", "kiem_tra_cong_vu", "kinh_phi")
    bare = quy_i.bao_cao.gia_tri.model_copy(update=dict.fromkeys(left_out))
    found = aggregate(replace(quy_i, bao_cao=replace(quy_i.bao_cao, gia_tri=bare), units=())).so_lieu
    for path in ("khao_sat.so_phieu", "kiem_tra_cong_vu.tong", "kinh_phi", f"{BOTH}.ty_le_truc_tuyen"):
        assert found[path].gia_tri is None, path
    assert found["tin_bai"].gia_tri == 158


def test_without_communes_there_are_no_figures_of_both_levels(quy_i: DuLieu) -> None:
    found = aggregate(replace(quy_i, units=())).so_lieu
    of_both = {path: (figure.gia_tri, figure.in_ra) for path, figure in found.items() if path.startswith(f"{BOTH}.")}
    assert of_both == {f"{BOTH}.{name}": (None, "–") for name in ("truc_tuyen", "truc_tiep", "ty_le_truc_tuyen")}


def test_inspections_add_up_and_money_is_money(quy_i: DuLieu) -> None:
    found = aggregate(quy_i).so_lieu
    assert found["kiem_tra_cong_vu.tong"].gia_tri == 18
    assert found["kinh_phi"].gia_tri == 17_000_000_000
    assert found["kinh_phi"].in_ra == "17 tỷ đồng"


def test_what_is_computed_from_a_block_of_the_authoritys_own_stands_behind_it(quy_i: DuLieu) -> None:
    paths = list(aggregate(quy_i).so_lieu)
    assert paths.index(f"{BOTH}.truc_tuyen") < paths.index("ho_so_cap_huyen.truc_tuyen")
    assert paths.index("kiem_tra_cong_vu.tong") == paths.index("kiem_tra_cong_vu.co_quan_chuyen_mon") + 1
    assert paths[-3:] == ["kinh_phi", "tin_bai", "phat_thanh"]


def test_a_rate_of_what_some_units_report_over_what_all_do_does_not_exist(quy_i: DuLieu) -> None:
    """100 online dossiers of one commune over those of seventeen would print 2,1%."""
    first, *others = quy_i.units
    dossiers = record(first).ho_so.model_copy(update={"truc_tuyen_da_giai_quyet": 100})
    some = replace(first, so_lieu=record(first).model_copy(update={"ho_so": dossiers}))
    paths = ("ho_so.truc_tuyen_da_giai_quyet", "ho_so.da_giai_quyet.tong")
    report = replace(REPORT, rates=(*REPORT.rates, TyLe("ho_so.x", "x", paths[:1], paths[1:])))
    data = replace(quy_i, units=(some, *others))
    assert "ho_so.truc_tuyen_da_giai_quyet" in partly_reported(data)
    assert paths[1] not in partly_reported(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cqtt.aggregate.report_of", lambda _: report)
        patch.setattr("cqtt.aggregate.derived.report_of", lambda _: report)
        found = aggregate(data).so_lieu
    assert (found[paths[0]].gia_tri, found["ho_so.x"].gia_tri) == (100, None)
    assert found["ho_so.ty_le_dung_han"].in_ra == "96,6%"
