"""What a record holds, read and printed by path without making what nobody asks for."""

from cqtt.aggregate import aggregate
from cqtt.models.du_lieu import DuLieu
from cqtt.models.theo_ban_ghi import chu


def test_a_unit_prints_each_figure_as_the_figure_prints_itself(quy_i: DuLieu) -> None:
    """A column asks the record and makes no figure of it; there is one text all the same."""
    tong_hop = aggregate(quy_i)
    danh_muc = tong_hop.report.danh_muc
    for unit in tong_hop.units:
        for path, figure in unit.so_lieu.items():
            words = chu(danh_muc, path)
            assert words is not None
            assert words(unit.bao_cao.so_lieu) == figure.in_ra, path
    assert chu(danh_muc, "khong.co") is None
