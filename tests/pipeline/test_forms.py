"""Which values a form has in it: what stays from period to period, and no flow."""

from pathlib import Path

import pytest

from cqtt.faults import UsageFault
from cqtt.models.ky import Ky
from cqtt.pipeline.forms import forms, own_form
from tests.conftest import ROOT
from tests.phieu import authority
from tests.than_thien import REPORT

QUY_I = Ky(2024, 1, 3)


def test_stocks_and_choices_are_known_and_flows_and_what_is_counted_anew_are_not() -> None:
    (form,) = forms(ROOT, authority(), REPORT, QUY_I, ["nenh"])
    known = {".".join(map(str, key)) for key in form.known}
    assert {"trang_thiet_bi.may_in", "ho_so.tiep_nhan.ky_truoc", "mot_cua.wifi", "cong_nhan.nam", "sang_kien"} <= known
    assert not known & {"ho_so.tiep_nhan.truc_tuyen", "ho_so.dang_giai_quyet.trong_han", "thu.cam_on", "so_hoa.ho_so"}


def test_forms_stand_in_the_authority_s_order_each_once() -> None:
    made = forms(ROOT, authority(), REPORT, QUY_I, ["Tự Lạn", "nenh", "phường Nếnh"])
    assert [form.unit.ma for form in made if form.unit] == ["nenh", "tu-lan"]
    assert len(forms(ROOT, authority(), REPORT, QUY_I, [])) == 17


def test_an_unknown_unit_is_named_with_the_nearest() -> None:
    with pytest.raises(UsageFault) as caught:
        forms(ROOT, authority(), REPORT, QUY_I, ["huong mi"])
    assert caught.value.hint == "có phải ý bạn là huong-mai?"


def test_a_unit_without_a_file_has_an_empty_form(tmp_path: Path) -> None:
    (form,) = forms(tmp_path, authority(), REPORT, QUY_I, ["nenh"])
    assert form.known == {}


def test_the_office_s_form_has_its_stocks() -> None:
    known = {".".join(map(str, key)) for key in own_form(ROOT, authority(), REPORT, QUY_I).known}
    assert "phat_thanh" in known
    assert not known & {"kinh_phi", "khao_sat.so_phieu"}
