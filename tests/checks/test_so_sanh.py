"""What rules over two periods share: the flows of the authority's own figures."""

from cqtt.checks.so_sanh import bounds, own_flows
from cqtt.models.du_lieu import DuLieu


def test_own_flows_are_paired_by_path_without_stocks(quy_i: DuLieu) -> None:
    own = quy_i.bao_cao.gia_tri
    pairs = dict(own_flows(own, own))
    assert pairs["tin_bai"] == (158, 158)
    assert pairs["kiem_tra_cong_vu.cap_xa"] == (15, 15)
    assert "phat_thanh" not in pairs


def test_the_bounds_are_the_reports_where_the_authority_sets_none(quy_i: DuLieu) -> None:
    assert bounds(quy_i).so_trung == 3
