"""The units of each kind: their figures are those of a period in which only they report."""

from msgspec.structs import replace

from cqtt.aggregate import aggregate
from cqtt.models.du_lieu import DuLieu
from cqtt.models.so_lieu import Loai


def test_a_kind_has_the_figures_of_its_units_alone(quy_i: DuLieu) -> None:
    whole = aggregate(quy_i)
    assert list(whole.theo_loai) == ["theo_loai.xa", "theo_loai.phuong"]
    for ten, loai in (("theo_loai.xa", "xã"), ("theo_loai.phuong", "phường")):
        alone = aggregate(replace(quy_i, units=tuple(xa for xa in quy_i.units if xa.don_vi.loai == loai)))
        kind = whole.theo_loai[ten]
        assert {path: figure.gia_tri for path, figure in kind.so_lieu.items()}.items() <= {
            path: figure.gia_tri for path, figure in alone.so_lieu.items()
        }.items()
        assert kind.xep_hang == alone.xep_hang
        assert (kind.loai, len(kind.units)) == (loai, len(alone.units))


def test_the_kinds_add_up_and_leave_the_authoritys_own_figures_out(quy_i: DuLieu) -> None:
    whole = aggregate(quy_i)
    kinds = list(whole.theo_loai.values())
    for path, figure in kinds[0].so_lieu.items():
        if figure.loai is not Loai.TY_LE and isinstance(figure.gia_tri, int):
            assert sum(int(kind.so_lieu[path].gia_tri or 0) for kind in kinds) == whole.so_lieu[path].gia_tri
    assert "kinh_phi" in whole.so_lieu
    assert "kinh_phi" not in kinds[0].so_lieu


def test_every_figure_of_a_kind_is_found_under_its_path_and_says_whose_it_is(quy_i: DuLieu) -> None:
    whole = aggregate(quy_i)
    rate = whole.tim("theo_loai.phuong.ho_so.ty_le_dung_han")
    assert rate is not None
    assert (rate.in_ra, rate.ten) == ("96,5%", "Tỷ lệ hồ sơ giải quyết trước và đúng hạn (phường)")
    assert rate.cong_thuc.endswith("ho_so.da_giai_quyet.tong, chỉ tính phường")
    paths = [figure.duong_dan for figure in whole.cua_chung()]
    assert len(paths) == len(set(paths))
    assert all(whole.tim(path) for path in paths)
    assert whole.tim("theo_loai.dac_khu.so_don_vi") is None
    assert whole.tim("theo_loai.phuong.khong_co") is None


def test_one_kind_alone_is_no_kind(quy_i: DuLieu) -> None:
    alone = replace(quy_i, units=tuple(xa for xa in quy_i.units if xa.don_vi.loai == "xã"))
    assert list(aggregate(alone).theo_loai) == []


def test_a_unit_by_itself_is_not_ranked(quy_i: DuLieu) -> None:
    own = replace(quy_i.don_vi, gia_tri=quy_i.don_vi.gia_tri.model_copy(update={"cap": "xã"}))
    assert aggregate(replace(quy_i, don_vi=own)).xep_hang == {}


def test_the_common_level_of_a_count_is_the_average_of_all(quy_i: DuLieu) -> None:
    """157 dossiers are late in 17 communes."""
    level = aggregate(quy_i).xep_hang["xep_hang.ho_so.dang_giai_quyet.qua_han.muc_chung"]
    assert (level.in_ra, level.cong_thuc) == ("9,2", "ho_so.dang_giai_quyet.qua_han / so_don_vi")
