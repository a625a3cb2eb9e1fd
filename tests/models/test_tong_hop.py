"""The period as a whole knows its figures, and each commune's."""

from cqtt.aggregate import aggregate
from cqtt.models.du_lieu import DuLieu
from cqtt.models.so_lieu import DonViCapXa


def test_every_figure_has_one_path(quy_i: DuLieu) -> None:
    paths = [figure.duong_dan for figure in aggregate(quy_i).tat_ca()]
    assert len(paths) == len(set(paths))


def test_a_communes_figures_stand_below_its_identifier(quy_i: DuLieu) -> None:
    communes = {xa.don_vi.ma: xa for xa in aggregate(quy_i).xa_phuong}
    rate = communes["huong-mai"].so_lieu["ho_so.ty_le_dung_han"]
    assert rate.duong_dan == "xa_phuong.huong-mai.ho_so.ty_le_dung_han"
    assert rate.in_ra == "96,8%"
    assert communes["quang-chau"].so_lieu["cong_nhan.muc_sao"].gia_tri == 4
    assert communes["huong-mai"].so_lieu["cong_nhan.muc_sao"].gia_tri is None
    assert len(communes["huong-mai"].so_lieu) == len(list(communes["huong-mai"].so_lieu))


def test_a_commune_named_by_a_number_keeps_its_kind(quy_i: DuLieu) -> None:
    """“Trung Sơn và 12” is no list of names."""
    whole = aggregate(quy_i)
    called = {ten: whole.ten_goi(DonViCapXa("x", ten, "phường")) for ten in ("12", "12A", "IV", "Ô Chợ Dừa", "Nếnh")}
    assert called == {
        "12": "phường 12",
        "12A": "phường 12A",
        "IV": "phường IV",
        "Ô Chợ Dừa": "Ô Chợ Dừa",
        "Nếnh": "Nếnh",
    }
