"""Reports are found by name, and what they declare is whole."""

import pytest

from cqtt.models.ban_ghi import HangNam
from cqtt.models.don_vi import DonVi
from cqtt.models.report_type import Rules
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from tests.than_thien import DANH_MUC, REPORT


def test_what_is_carried_over_joins_an_opening_and_a_closing_stock() -> None:
    assert DANH_MUC.chuyen_ky == {"ho_so.tiep_nhan.ky_truoc": "ho_so.dang_giai_quyet.tong"}
    assert DANH_MUC.mang(HangNam) == ("cong_nhan.dang_ky",)


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
