"""Who reports a figure, in one period and in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cqtt.aggregate import aggregate
from cqtt.models.co_bao_cao import MucDo, khac_don_vi, muc_do
from cqtt.models.du_lieu import DuLieu, UnitReport
from cqtt.models.tong_hop import TongHop
from cqtt.reports.than_thien.phuong_xa import Thu
from tests.nam import shipped

LETTERS = Thu(chuc_mung=1, cam_on=0, xin_loi=0, chia_buon=0)


def reporting(data: DuLieu, who: set[int]) -> DuLieu:
    """*data* in which the communes *who*, by their place in the list, tell of their letters."""
    told = (
        replace(xa, so_lieu=xa.so_lieu.model_copy(update={"thu": LETTERS if i in who else None}))
        for i, xa in enumerate(data.units)
    )
    return replace(data, units=tuple(told))


def beside(now: DuLieu, before: DuLieu) -> TongHop:
    return replace(aggregate(now), ky_truoc=aggregate(before))


def test_a_figure_is_reported_by_none_of_the_files_by_some_or_by_all() -> None:
    yes, no = reporting(shipped(), {0}).units[:2]
    longer = replace(yes, cac_ky=((yes,), (no,)))
    both = replace(yes, cac_ky=((yes,), (yes, yes)))
    given: list[list[UnitReport]] = [[], [no], [yes, no], [longer], [yes, both]]
    assert [muc_do(reports, "thu.cam_on") for reports in given] == [
        MucDo.KHONG,
        MucDo.KHONG,
        MucDo.MOT_PHAN,
        MucDo.MOT_PHAN,
        MucDo.DU,
    ]


def test_more_is_more_and_no_two_degrees_are_one() -> None:
    assert sorted(MucDo) == list(MucDo) == [MucDo.KHONG, MucDo.MOT_PHAN, MucDo.DU]
    assert len(MucDo) == 3


def test_among_the_units_of_one_kind_only_they_count() -> None:
    data = shipped()
    kinds = [xa.don_vi.loai for xa in data.units]
    first = kinds.index("xã"), kinds.index("phường")
    tong_hop = beside(reporting(data, set(first)), reporting(data, set()))
    for loai, i in zip(("xa", "phuong"), first, strict=True):
        khac = khac_don_vi(tong_hop, f"theo_loai.{loai}.thu.chuc_mung", "ky_truoc")
        assert (khac.truoc, khac.sau) == ((), (data.units[i].don_vi,))
    assert not khac_don_vi(tong_hop, "theo_loai.dac_khu.thu.chuc_mung", "ky_truoc")


@given(st.sets(st.integers(0, 16)), st.sets(st.integers(0, 16)))
def test_those_differ_who_report_in_one_period_only(now: set[int], before: set[int]) -> None:
    data = shipped()
    units = [xa.don_vi for xa in data.units]
    tong_hop = beside(reporting(data, now), reporting(data, before))
    khac = khac_don_vi(tong_hop, "thu.chuc_mung", "ky_truoc")
    assert list(khac.truoc) == [units[i] for i in sorted(before - now)]
    assert list(khac.sau) == [units[i] for i in sorted(now - before)]
    assert bool(khac) is (now != before)
    assert not khac_don_vi(tong_hop, "ho_so.tra_lai", "ky_truoc")


@pytest.mark.parametrize(
    ("path", "differ"),
    [
        ("ho_so.tiep_nhan.truc_tuyen", True),
        ("ho_so.tiep_nhan.tong", True),
        ("ho_so.ty_le_dung_han", True),
        ("ho_so_toan_dia_ban.ty_le_truc_tuyen", True),
        ("trang_thiet_bi.binh_quan.may_in", True),
        ("cong_nhan.so_don_vi", True),
        ("sang_kien.so_luong", True),
        ("tin_bai", False),
        ("kiem_tra_cong_vu.tong", False),
        ("xa_phuong.nenh.ho_so.tra_lai", False),
        ("ho_so.khong_co", False),
    ],
)
def test_a_commune_without_a_file_matters_to_all_that_communes_report(path: str, *, differ: bool) -> None:
    data = shipped()
    khac = khac_don_vi(beside(replace(data, units=data.units[1:]), data), path, "ky_truoc")
    assert khac.truoc == ((data.units[0].don_vi,) if differ else ())
    assert khac.sau == ()


def test_a_commune_that_was_merged_is_the_one_it_was_merged_into() -> None:
    data = shipped()
    gone, into = (xa.don_vi for xa in data.units[:2])
    listed = [
        xa.model_copy(update={"nhap_vao": into.ma}) if xa.ma == gone.ma else xa for xa in data.don_vi.gia_tri.units
    ]
    don_vi = replace(data.don_vi, gia_tri=data.don_vi.gia_tri.model_copy(update={"units": listed}))
    now = replace(reporting(data, set(range(17))), don_vi=don_vi)
    now = replace(now, units=now.units[1:])
    assert not khac_don_vi(beside(now, reporting(data, set(range(17)))), "thu.cam_on", "ky_truoc")
    half = khac_don_vi(beside(now, reporting(data, set(range(1, 17)))), "thu.cam_on", "ky_truoc")
    assert (half.truoc, half.sau) == ((), (into,))


def test_without_an_earlier_period_nobody_differs() -> None:
    assert not khac_don_vi(aggregate(shipped()), "ho_so.tra_lai", "cung_ky")
