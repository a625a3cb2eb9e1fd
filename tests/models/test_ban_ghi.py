"""A sum of records is a record."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from cqtt.models.ban_ghi import BanGhi, DauKy, Dong, Luong, Nam, Ton, TuKy
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import Loai
from cqtt.reports.than_thien.ho_so import DaGiaiQuyet, DangGiaiQuyet, HoSo, TiepNhan
from cqtt.reports.than_thien.phuong_xa import MotCua, PhuongXa, Thu
from tests.than_thien import gia_tri

COUNT = st.integers(0, 10_000)
HO_SO_KHONG = HoSo(
    tiep_nhan=TiepNhan(ky_truoc=0, truc_tuyen=0, truc_tiep=0),
    da_giai_quyet=DaGiaiQuyet(truoc_han=0, dung_han=0, qua_han=0),
    dang_giai_quyet=DangGiaiQuyet(trong_han=0, qua_han=0),
    tra_lai=0,
)
HO_SO = st.builds(
    HoSo,
    tiep_nhan=st.builds(TiepNhan, ky_truoc=COUNT, truc_tuyen=COUNT, truc_tiep=COUNT),
    da_giai_quyet=st.builds(DaGiaiQuyet, truoc_han=COUNT, dung_han=COUNT, qua_han=COUNT),
    dang_giai_quyet=st.builds(DangGiaiQuyet, trong_han=COUNT, qua_han=COUNT),
    tra_lai=COUNT,
    truc_tuyen_da_giai_quyet=st.none() | COUNT,
)


@given(st.lists(HO_SO, min_size=1))
def test_a_sum_adds_every_count(rows: list[HoSo]) -> None:
    total = HoSo.cong(rows)
    assert isinstance(total, HoSo)
    assert total.da_giai_quyet.qua_han == sum(row.da_giai_quyet.qua_han for row in rows)
    assert total.tra_lai == sum(row.tra_lai for row in rows)
    assert (total.truc_tuyen_da_giai_quyet,) == (reported_by([row.truc_tuyen_da_giai_quyet for row in rows]),)


def reported_by(values: list[int | None]) -> int | None:
    """The sum of those that are there, None where none is."""
    there = [value for value in values if value is not None]
    return sum(there) if there else None


@given(st.lists(HO_SO, min_size=1))
def test_the_total_of_a_sum_is_the_sum_of_its_parts(rows: list[HoSo]) -> None:
    received = HoSo.cong(rows).tiep_nhan
    assert received.tong == received.ky_truoc + received.truc_tuyen + received.truc_tiep


@given(st.lists(HO_SO), st.lists(HO_SO))
def test_sums_may_be_taken_in_any_grouping(first: list[HoSo], second: list[HoSo]) -> None:
    assert HoSo.cong([HoSo.cong(first), HoSo.cong(second)]) == HoSo.cong(first + second)


def test_a_block_left_out_adds_nothing() -> None:
    thu = Thu(chuc_mung=1, cam_on=2, xin_loi=3, chia_buon=4)
    empty = PhuongXa.cong([])
    records = [empty.model_copy(update={"thu": thu}), empty.model_copy(update={"thu": None})]
    assert PhuongXa.cong(records).thu == thu


def test_every_count_says_what_it_is_over_time() -> None:
    """A number without a kind would be left out of every sum without a word."""

    def numbers(model: type[BanGhi]) -> set[str]:
        kinds = {name: info.annotation for name, info in model.model_fields.items()}
        return {
            name
            for name, kind in kinds.items()
            if int in (kind, *(getattr(k, "__origin__", k) for k in get_args(kind)))
        }

    def summed(model: type[BanGhi]) -> set[str]:
        return {name for name, part in model.cac_phan() if isinstance(part, Loai)}

    models = [PhuongXa]
    for model in models:
        assert numbers(model) == summed(model), model
        models.extend(part for _, part in model.cac_phan() if not isinstance(part, Loai))  # type: ignore[misc]


def test_a_longer_period_adds_flows_and_keeps_the_ends_of_stocks() -> None:
    first, last = (
        HoSo(
            tiep_nhan=TiepNhan(ky_truoc=n, truc_tuyen=10 * n, truc_tiep=0),
            da_giai_quyet=DaGiaiQuyet(truoc_han=n, dung_han=n, qua_han=n),
            dang_giai_quyet=DangGiaiQuyet(trong_han=5 * n, qua_han=n),
            tra_lai=n,
            truc_tuyen_da_giai_quyet=online,
        )
        for n, online in ((1, None), (2, 7))
    )
    whole = HoSo.noi_ky([first, last])
    assert (whole.tiep_nhan.ky_truoc, whole.tiep_nhan.truc_tuyen, whole.tiep_nhan.tong) == (1, 30, 31)
    assert (whole.dang_giai_quyet.trong_han, whole.dang_giai_quyet.tong, whole.tra_lai) == (10, 12, 3)
    assert whole.truc_tuyen_da_giai_quyet == 7
    assert HoSo.noi_ky([first, first]).truc_tuyen_da_giai_quyet is None


class Kho(BanGhi):
    """A store: what stood there first, what came in, what stands there now."""

    dau: DauKy | None = None
    nhap: Luong | None = None
    cuoi: Ton | None = None
    mo_cua: bool = True


class DonViCoKho(BanGhi):
    """A unit that may have one."""

    kho: Kho | None = None


@given(
    st.lists(
        st.none() | st.builds(Kho, dau=st.none() | COUNT, nhap=st.none() | COUNT, cuoi=st.none() | COUNT), min_size=1
    )
)
def test_a_stock_that_is_no_longer_reported_is_not_that_of_an_earlier_part(parts: list[Kho | None]) -> None:
    whole = DonViCoKho.noi_ky([DonViCoKho(kho=part) for part in parts]).kho
    if not any(parts):
        assert whole is None
        return
    assert whole is not None
    assert whole.dau == (parts[0].dau if parts[0] else None)
    assert whole.cuoi == (parts[-1].cuoi if parts[-1] else None)
    assert whole.mo_cua == (parts[-1].mo_cua if parts[-1] else None)
    flows = [part.nhap for part in parts if part and part.nhap is not None]
    assert whole.nhap == (sum(flows) if flows else None)


def test_what_nobody_reports_has_no_sum() -> None:
    """A count, an optional block; and of no records at all not even what each of them must report."""
    record = PhuongXa.cong([]).model_copy(update={"ho_so": HO_SO_KHONG})
    total = PhuongXa.cong([record, record])
    assert (total.thu, total.ho_so.truc_tuyen_da_giai_quyet, total.ho_so.tra_lai) == (None, None, 0)
    assert set(gia_tri(PhuongXa.cong([])).values()) == {None}


@given(st.lists(st.none() | st.builds(Thu, chuc_mung=COUNT, cam_on=COUNT, xin_loi=COUNT, chia_buon=COUNT)))
def test_a_block_is_the_sum_of_those_that_report_it(reported: list[Thu | None]) -> None:
    nothing: dict[str, Any] = dict.fromkeys(PhuongXa.model_fields)
    records = [PhuongXa.model_construct(**(nothing | {"thu": thu})) for thu in reported]
    for total in (PhuongXa.cong(records), *([PhuongXa.noi_ky(records)] if records else [])):
        wanted = reported_by([thu.cam_on if thu else None for thu in reported])
        assert (total.thu and total.thu.cam_on) == wanted


@given(st.lists(HO_SO, min_size=1, max_size=4))
def test_periods_may_be_joined_in_any_grouping(rows: list[HoSo]) -> None:
    assert HoSo.noi_ky([HoSo.noi_ky(rows[:1]), *([HoSo.noi_ky(rows[1:])] if rows[1:] else [])]) == HoSo.noi_ky(rows)


COUNTED = (0, 99_999_999)


@pytest.mark.parametrize(
    ("kind", "bounds"),
    [
        (Luong, COUNTED),
        (Ton, COUNTED),
        (DauKy, COUNTED),
        (Dong, (0, 999_999_999_999_999)),
        (Nam, (2000, 2100)),
    ],
)
def test_a_number_outside_its_bounds_is_refused(kind: Any, bounds: tuple[int, int]) -> None:
    number, (least, most) = TypeAdapter(kind), bounds
    assert (number.validate_python(least), number.validate_python(most)) == bounds
    for wrong in (least - 1, most + 1):
        with pytest.raises(ValidationError):
            number.validate_python(wrong)


def test_what_is_required_from_a_period_on_is_so_from_its_first_month_on() -> None:
    since = TuKy("2025Q3")
    periods = (Ky(2024, 10, 12), Ky(2025, 4, 6), Ky(2025, 1, 12), Ky(2025, 7, 9), Ky(2025, 10, 12), Ky(2026, 1, 3))
    assert [since.hoi(ky) for ky in periods] == [False, False, False, True, True, True]


def test_a_mark_that_names_no_period_is_our_own_fault() -> None:
    with pytest.raises(AssertionError, match="quý ba is no period"):
        TuKy("quý ba").hoi(Ky(2025, 1, 3))


def test_a_record_is_strict_closed_and_frozen() -> None:
    letters = {"chuc_mung": 1, "cam_on": 2, "xin_loi": 3, "chia_buon": 4}
    made = Thu(**letters)
    for wrong in ({"cam_on": "2"}, {"la": 1}):
        with pytest.raises(ValidationError):
            Thu(**(letters | wrong))
    with pytest.raises(ValidationError):
        made.cam_on = 5  # type: ignore[misc]


def test_a_total_says_that_it_need_not_be_written() -> None:
    assert TiepNhan.model_fields["tong"].description == (
        "Không cần ghi: phần mềm cộng. Nếu ghi thì phải bằng tổng các phần."
    )


def test_what_does_not_add_up_is_the_last_ones() -> None:
    desk: dict[str, Any] = {
        "phong_lanh_dao_lien_ke": True,
        "wifi": True,
        "camera": True,
        "thanh_toan_khong_tien_mat": True,
    }
    desk |= {"chinh_trang": True, "bang_bieu": 2, "tthc_phai_niem_yet": 3, "tthc_da_niem_yet": 3}
    first, last = MotCua(dau_tu="xây mới", **desk), MotCua(dau_tu="không", **(desk | {"wifi": False}))
    whole = MotCua.noi_ky([first, last])
    assert (whole.dau_tu, whole.wifi, whole.camera, whole.bang_bieu) == ("không", False, True, 4)


def test_a_required_block_is_there_without_its_counts() -> None:
    empty = PhuongXa.cong([])
    assert {empty.ho_so.tra_lai, empty.ho_so.tiep_nhan.tong, empty.thu} == {None}
