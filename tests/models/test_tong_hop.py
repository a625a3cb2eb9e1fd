"""The period as a whole knows its figures, and each commune's."""

from cqtt.aggregate import aggregate
from cqtt.models.du_lieu import DuLieu
from cqtt.models.so_lieu import Unit


def test_every_figure_has_one_path(quy_i: DuLieu) -> None:
    paths = [figure.duong_dan for figure in aggregate(quy_i).tat_ca()]
    assert len(paths) == len(set(paths))


def test_a_communes_figures_stand_below_its_identifier(quy_i: DuLieu) -> None:
    communes = {xa.don_vi.ma: xa for xa in aggregate(quy_i).units}
    rate = communes["huong-mai"].so_lieu["ho_so.ty_le_dung_han"]
    assert rate.duong_dan == "xa_phuong.huong-mai.ho_so.ty_le_dung_han"
    assert rate.in_ra == "96,8%"
    assert communes["quang-chau"].so_lieu["cong_nhan.muc_sao"].gia_tri == 4
    assert communes["huong-mai"].so_lieu["cong_nhan.muc_sao"].gia_tri is None
    assert len(communes["huong-mai"].so_lieu) == len(list(communes["huong-mai"].so_lieu))


def test_a_list_names_all_its_communes_with_their_kinds_or_none(quy_i: DuLieu) -> None:
    """“Trung Sơn và 12” is no list of names, and in “phường 12, Ea H'leo” the xã reads as a phường."""
    whole = aggregate(quy_i)
    nenh, xa = Unit("nenh", "Nếnh", "phường"), Unit("x", "Ô Chợ Dừa", "xã")
    assert whole.ten_goi([nenh, xa]) == ["Nếnh", "Ô Chợ Dừa"]
    for ten in ("12", "12A", "IV"):
        numbered = Unit("y", ten, "phường")
        assert whole.ten_goi([nenh, numbered, xa]) == ["phường Nếnh", f"phường {ten}", "xã Ô Chợ Dừa"]
