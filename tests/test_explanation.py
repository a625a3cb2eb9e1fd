"""A figure is led back to the lines it was written on."""

import pytest

from cqtt.aggregate import aggregate
from cqtt.explanation import Explainer, Explanation
from cqtt.models.du_lieu import DuLieu


@pytest.fixture(scope="module")
def explainer(request: pytest.FixtureRequest) -> Explainer:
    data: DuLieu = request.getfixturevalue("quy_i")
    return Explainer(aggregate(data), data.bao_cao.nguon)


def explained(explainer: Explainer, path: str) -> Explanation:
    figure = explainer.figure(path)
    assert figure is not None
    return explainer.explain(figure)


def test_a_rate_is_led_back_to_every_communes_lines(explainer: Explainer) -> None:
    explanation = explained(explainer, "ho_so.ty_le_dung_han")
    assert [operand.figure.duong_dan for operand in explanation.operands] == [
        "ho_so.da_giai_quyet.truoc_han",
        "ho_so.da_giai_quyet.dung_han",
        "ho_so.da_giai_quyet.tong",
    ]
    for operand in explanation.operands:
        assert sum(share.value or 0 for share in operand.shares) == operand.figure.gia_tri
        values = [share.value or 0 for share in operand.shares]
        assert values == sorted(values, reverse=True)
        assert len(values) == 17


def test_each_share_stands_on_the_line_it_names(explainer: Explainer) -> None:
    (operand,) = explained(explainer, "ho_so.tiep_nhan.truc_tuyen").operands
    for share in operand.shares:
        assert share.position.text == f"    truc_tuyen: {share.value}"


def test_a_communes_rate_is_made_of_its_own_counts(explainer: Explainer) -> None:
    explanation = explained(explainer, "xa_phuong.nenh.ho_so.ty_le_dung_han")
    shares = [share for operand in explanation.operands for share in operand.shares]
    assert [(share.value, share.position.line) for share in shares] == [(298, 38), (104, 39), (440, 37)]


def test_a_share_is_printed_to_the_last_digit_and_a_year_as_a_year(explainer: Explainer) -> None:
    printed = {
        path: [operand.printed(share) for operand in explained(explainer, path).operands for share in operand.shares]
        for path in ("kinh_phi", "xa_phuong.tu-lan.cong_nhan.nam", "xa_phuong.huong-mai.cong_nhan.nam")
    }
    assert printed == {
        "kinh_phi": ["17.000.000.000"],
        "xa_phuong.tu-lan.cong_nhan.nam": ["2023"],
        "xa_phuong.huong-mai.cong_nhan.nam": ["–"],
    }


def test_a_count_names_those_counted_and_those_not(explainer: Explainer) -> None:
    explanation = explained(explainer, "cong_nhan.so_don_vi")
    assert explanation.figure.don_vi is not None
    assert explanation.not_counted is not None
    assert (len(explanation.figure.don_vi), len(explanation.not_counted)) == (9, 8)


def test_figures_of_both_levels_are_led_back_to_both_files(explainer: Explainer) -> None:
    online, _ = explained(explainer, "ho_so_toan_dia_ban.ty_le_truc_tuyen").operands
    assert (online.shares[0].unit, online.shares[0].value) == (None, 3174)
    assert online.shares[0].position.text == "  truc_tuyen: 3174"
    assert sum(share.value or 0 for share in online.shares) == 7910


def test_a_figure_that_is_written_once_is_its_own_operand(explainer: Explainer) -> None:
    (operand,) = explained(explainer, "kinh_phi").operands
    assert [share.position.text for share in operand.shares] == ["kinh_phi: 17000000000  # đồng"]


@pytest.mark.parametrize("path", ["ho_so", "ho_so.khong_co", "xa_phuong.nenh", "xa_phuong.khong.ho_so.tra_lai", ""])
def test_what_is_no_figure_is_none(explainer: Explainer, path: str) -> None:
    assert explainer.figure(path) is None


def test_every_figure_can_be_explained(explainer: Explainer, quy_i: DuLieu) -> None:
    for figure in aggregate(quy_i).tat_ca():
        explanation = explainer.explain(figure)
        assert explanation.operands or explanation.not_counted is not None, figure.duong_dan
