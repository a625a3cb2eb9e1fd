"""A sum of records is a record."""

from hypothesis import given
from hypothesis import strategies as st

from cqtt.models.ban_ghi import BanGhi, Luong
from cqtt.models.ho_so import DaGiaiQuyet, DangGiaiQuyet, HoSo, TiepNhan
from cqtt.models.phuong_xa import PhuongXa, Thu
from cqtt.models.so_lieu import Loai

COUNT = st.integers(0, 10_000)
HO_SO = st.builds(
    HoSo,
    tiep_nhan=st.builds(TiepNhan, ky_truoc=COUNT, truc_tuyen=COUNT, truc_tiep=COUNT),
    da_giai_quyet=st.builds(DaGiaiQuyet, truoc_han=COUNT, dung_han=COUNT, qua_han=COUNT),
    dang_giai_quyet=st.builds(DangGiaiQuyet, trong_han=COUNT, qua_han=COUNT),
    tra_lai=COUNT,
)


@given(st.lists(HO_SO))
def test_a_sum_adds_every_count(rows: list[HoSo]) -> None:
    total = HoSo.cong(rows)
    assert isinstance(total, HoSo)
    assert total.da_giai_quyet.qua_han == sum(row.da_giai_quyet.qua_han for row in rows)
    assert total.tra_lai == sum(row.tra_lai for row in rows)


@given(st.lists(HO_SO))
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
        return {name for name, info in model.model_fields.items() if info.annotation in (int, Luong | None)}

    def summed(model: type[BanGhi]) -> set[str]:
        return {name for name, part in model.cac_phan() if isinstance(part, Loai)}

    models = [PhuongXa]
    for model in models:
        assert numbers(model) == summed(model), model
        models.extend(part for _, part in model.cac_phan() if not isinstance(part, Loai))  # type: ignore[misc]
