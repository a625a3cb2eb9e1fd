"""Reports are found by name, and what they declare is whole."""

import pytest

from cqtt.catalogue import CODES
from cqtt.models.don_vi import DonVi
from cqtt.models.report_type import DEFAULT, Rules, all_codes, report_names, report_type
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from tests.than_thien import DANH_MUC, REPORT


def test_the_usual_report_is_there() -> None:
    assert report_names() == [DEFAULT]
    assert report_type(DEFAULT) is REPORT


def test_every_path_that_a_report_declares_is_one_of_its_figures() -> None:
    """A slip in a path would leave a figure empty for ever."""
    known = {*DANH_MUC.theo_ten, *DANH_MUC.ty_le_theo_ten}
    own = {path for path, part in REPORT.document.so_lieu_rieng()}
    for rate in REPORT.rates:
        assert {*rate.tu, *rate.mau} <= known, rate.duong_dan
    for muc in REPORT.sums:
        assert set(muc.cac_phan) <= known, muc.duong_dan
    for key in (*REPORT.key_figures, *REPORT.status):
        assert key.path in known
    for muc in REPORT.own_sums:
        assert all(path in known or path.partition(".")[0] in own for path in muc.cac_phan), muc.duong_dan
    for absolute in REPORT.absolutes:
        assert set(absolute.zero) <= known
    assert set(REPORT.averages) <= DANH_MUC.khoi
    orders = REPORT.document.model_fields["thu_tu_neu_ten"].annotation
    assert orders is not None
    named = {count.order for count in REPORT.counts} | {block.order for block in REPORT.lists}
    assert named - {""} <= orders.model_fields.keys()
    assert set(REPORT.above_only) <= own


def test_what_is_carried_over_joins_an_opening_and_a_closing_stock() -> None:
    assert DANH_MUC.chuyen_ky == {"ho_so.tiep_nhan.ky_truoc": "ho_so.dang_giai_quyet.tong"}
    assert DANH_MUC.hang_nam == ("cong_nhan.dang_ky",)


def test_the_codes_of_a_report_are_its_own() -> None:
    assert not REPORT.codes.keys() & CODES.keys()
    assert all_codes().keys() == CODES.keys() | REPORT.codes.keys()


def test_a_rule_that_is_written_runs() -> None:
    rules = Rules[PhuongXa]()
    assert rules.of_units(rules.of_longer(lambda *_: iter(()))) in rules.units
    assert rules.longer == rules.units
    assert rules.of_document(lambda _: iter(())) in rules.document


def test_the_authority_s_class_has_the_report_s_kinds_and_the_key_of_its_units() -> None:
    made = REPORT.authority
    assert issubclass(made, DonVi)
    assert made.model_fields["units"].alias == "xa_phuong"
    assert made.thu_tu_loai == ("xã", "phường", "thị trấn", "đặc khu")


@pytest.mark.parametrize("path", ["ho_so.tiep_nhan.tong", "trang_thiet_bi.may_in"])
def test_every_count_has_a_title(path: str) -> None:
    assert DANH_MUC.theo_ten[path][0].ten != path
