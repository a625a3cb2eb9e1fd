"""Rates: one formula for a commune and for all, and no rate without a denominator."""

from decimal import Decimal
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.so_lieu import Loai
from cqtt.models.ty_le import ti_so
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from cqtt.reports.than_thien.rates import DUNG_HAN, RATES
from tests.than_thien import gia_tri


def test_the_rates_of_the_paper_report() -> None:
    values = {
        "ho_so.da_giai_quyet.truoc_han": 3673,
        "ho_so.da_giai_quyet.dung_han": 881,
        "ho_so.da_giai_quyet.qua_han": 159,
        "ho_so.da_giai_quyet.tong": 4713,
        "ho_so.tiep_nhan.truc_tuyen": 4736,
        "ho_so.tiep_nhan.truc_tiep": 5,
        "ho_so.tiep_nhan.tong": 5007,
        "so_hoa.ho_so": 5007,
        "so_hoa.ket_qua": 4713,
        "mot_cua.tthc_da_niem_yet": 2402,
        "mot_cua.tthc_phai_niem_yet": 2402,
    }
    printed = {rate.duong_dan: rate.so_lieu(values).in_ra for rate in RATES}
    assert (
        printed.items()
        >= {
            "ho_so.ty_le_dung_han": "96,6%",
            "ho_so.ty_le_qua_han": "3,4%",
            "ho_so.ty_le_truc_tuyen": "99,9%",
            "so_hoa.ty_le_ho_so": "100%",
            "so_hoa.ty_le_ket_qua": "100%",
            "mot_cua.ty_le_niem_yet": "100%",
        }.items()
    )


def test_every_rate_is_made_of_figures_that_exist() -> None:
    known = gia_tri(PhuongXa.cong([]))
    for rate in RATES:
        assert set(rate.tu + rate.mau) <= known.keys(), rate.duong_dan


def test_without_a_denominator_there_is_no_rate() -> None:
    """Neither 0 % nor 100 %."""
    nothing = dict.fromkeys(gia_tri(PhuongXa.cong([])), 0)
    for rate in RATES:
        figure = rate.so_lieu(nothing)
        assert figure.gia_tri is None
        assert figure.in_ra == "–"


def test_a_count_that_was_not_reported_gives_no_rate() -> None:
    assert ti_so(None, 5) is None
    assert ti_so(5, None) is None
    assert DUNG_HAN.gia_tri({"ho_so.da_giai_quyet.tong": 5}) is None


def test_every_rate_is_made_of_counts_that_every_commune_reports() -> None:
    """Else its numerator and its denominator would be sums over different communes."""
    for path in {path for rate in RATES for path in (*rate.tu, *rate.mau)}:
        model: type[BanGhi] = PhuongXa
        for name in path.split("."):
            info = model.model_fields[name]
            assert type(None) not in get_args(info.annotation), path
            part = dict(model.cac_phan())[name]
            model = model if isinstance(part, Loai) else part


def test_the_formula_names_its_operands_in_full() -> None:
    figure = DUNG_HAN.so_lieu({}, "xa_phuong.nenh.")
    assert figure.duong_dan == "xa_phuong.nenh.ho_so.ty_le_dung_han"
    assert figure.cong_thuc == (
        "(xa_phuong.nenh.ho_so.da_giai_quyet.truoc_han + xa_phuong.nenh.ho_so.da_giai_quyet.dung_han)"
        " / xa_phuong.nenh.ho_so.da_giai_quyet.tong"
    )
    assert len(figure.toan_hang) == 3


@given(st.integers(0, 10**8), st.integers(0, 10**8), st.integers(0, 10**8))
def test_on_time_and_overdue_add_up_to_a_hundred_as_printed(truoc: int, dung: int, qua: int) -> None:
    values = {
        "ho_so.da_giai_quyet.truoc_han": truoc,
        "ho_so.da_giai_quyet.dung_han": dung,
        "ho_so.da_giai_quyet.qua_han": qua,
        "ho_so.da_giai_quyet.tong": truoc + dung + qua,
    }
    printed = [rate.so_lieu(values).in_ra.rstrip("%") for rate in RATES[:2]]
    if truoc + dung + qua:
        assert sum(Decimal(text.replace(",", ".")) for text in printed) == 100
    else:
        assert printed == ["–", "–"]
