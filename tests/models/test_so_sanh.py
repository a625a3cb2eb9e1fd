"""A change is the difference of what is printed, and its words fit its sign."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cqtt.aggregate import aggregate
from cqtt.models.du_lieu import DuLieu
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu
from cqtt.models.so_sanh import ChenhLech, cau_so_sanh, cua_ky, so_lieu_chenh, so_sanh
from cqtt.models.tong_hop import TongHop
from cqtt.reports.than_thien.rates import DUNG_HAN, RATES

QUA_HAN = RATES[1]
COUNTS = st.integers(0, 99_999_999)
SMALL = st.integers(0, 40)
RATE, MONEY = DonViTinh.PHAN_TRAM, DonViTinh.DONG


def figure(value: int | str | None, unit: DonViTinh = DonViTinh.SO) -> SoLieu:
    return SoLieu("x.y", "Tên", Loai.LUONG, Decimal(value) if isinstance(value, str) else value, unit)


def settled(early: int, on_time: int, late: int) -> Mapping[str, int | None]:
    parts = dict(zip(("truoc_han", "dung_han", "qua_han"), (early, on_time, late), strict=True))
    return {f"ho_so.da_giai_quyet.{name}": n for name, n in parts.items()} | {
        "ho_so.da_giai_quyet.tong": early + on_time + late
    }


def read_back(text: str) -> Fraction:
    """The number that the printed *text* begins with."""
    return Fraction(text.split(" ")[0].rstrip("%").replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("before", "after", "words", "signed"),
    [
        (figure(45), figure(90), "tăng 45 hồ sơ", "+45"),
        (figure(5007), figure(3000), "giảm 2.007 hồ sơ", "-2.007"),
        (figure(7), figure(7), "không đổi", "0"),
        (figure("3.24"), figure("3.26"), "tăng 0,1 hồ sơ", "+0,1"),
        (figure("0.9544", RATE), figure("0.9663", RATE), "tăng 1,2 điểm phần trăm", "+1,2"),
        (figure("1", RATE), figure("0.9999", RATE), "không đổi", "0,0"),
        (figure("0.98", RATE), figure("0.96", RATE), "giảm 2,0 điểm phần trăm", "-2,0"),
        (figure(2023, DonViTinh.NAM), figure(2024, DonViTinh.NAM), "", "–"),
        (figure(15_500_000_000, MONEY), figure(17_000_000_000, MONEY), "tăng 1,5 tỷ đồng", "+1,5 tỷ đồng"),
        (figure(None, RATE), figure("0.5", RATE), "", "–"),
        (figure(5), figure(None), "", "–"),
    ],
)
def test_a_change_in_words_and_in_a_table(before: SoLieu, after: SoLieu, words: str, signed: str) -> None:
    change = ChenhLech(before, after)
    assert (change.loi("hồ sơ"), change.co_dau) == (words, signed)


def test_without_a_unit_only_the_number_is_told() -> None:
    change = ChenhLech(figure(1), figure(3))
    assert (change.loi(), change.muc, ChenhLech(figure(None), figure(3)).muc) == ("tăng 2", "2", "")


@given(SMALL | COUNTS, SMALL | COUNTS, SMALL | COUNTS, SMALL | COUNTS, SMALL | COUNTS, SMALL | COUNTS)
def test_the_change_of_a_rate_is_the_difference_of_the_printed_rates(
    a: int, b: int, c: int, d: int, e: int, f: int
) -> None:
    """Of the on-time rate, and of the overdue rate that is what is left of it."""
    before, after = settled(a, b, c), settled(d, e, f)
    for rate in (DUNG_HAN, QUA_HAN):
        change = ChenhLech(rate.so_lieu(before), rate.so_lieu(after))
        if not before["ho_so.da_giai_quyet.tong"] or not after["ho_so.da_giai_quyet.tong"]:
            assert (change.chenh, change.chenh_in_ra, change.loi(), change.co_dau) == (None, None, "", "–")
            continue
        assert change.chenh_in_ra is not None
        difference = read_back(change.sau.in_ra) - read_back(change.truoc.in_ra)
        assert Fraction(change.chenh_in_ra) == difference
        assert change.loi().split(" ")[0] == ("tăng" if difference > 0 else "giảm" if difference < 0 else "không")
        if difference:
            assert read_back(change.muc) == abs(difference)
        assert change.chenh is not None
        exact = Fraction(_part(after, rate.tu), d + e + f) - Fraction(_part(before, rate.tu), a + b + c)
        assert abs(Fraction(change.chenh) - exact) < Fraction(1, 10**20)
        assert Fraction(change.chenh) * difference >= 0


def _part(counts: Mapping[str, int | None], paths: tuple[str, ...]) -> int:
    return sum(counts[path] or 0 for path in paths)


@given(COUNTS, COUNTS)
def test_the_change_of_a_count_is_exact(before: int, after: int) -> None:
    change = ChenhLech(figure(before), figure(after))
    assert change.chenh == after - before
    assert read_back(change.co_dau.lstrip("+-")) == abs(after - before)
    assert change.co_dau[0] == ("+" if after > before else "-" if after < before else "0")


@given(st.integers(0, 10**6), st.integers(1, 60), st.integers(0, 10**6), st.integers(1, 60))
def test_the_change_of_an_average_is_the_difference_of_the_printed_ones(a: int, n: int, b: int, m: int) -> None:
    before, after = (figure(str(Decimal(x) / Decimal(y))) for x, y in ((a, n), (b, m)))
    change = ChenhLech(before, after)
    assert Fraction(change.chenh_in_ra or 0) == read_back(after.in_ra) - read_back(before.in_ra)


@given(COUNTS, COUNTS)
def test_a_rate_is_printed_as_exact_arithmetic_has_it(part: int, rest: int) -> None:
    if part + rest:
        rate = figure(str(Decimal(part) / Decimal(part + rest)), RATE)
        exact = Decimal(1000 * part * 2 + part + rest) // Decimal(2 * (part + rest))  # half up
        assert rate.so_in == (exact / 10).quantize(Decimal("0.1"), ROUND_HALF_UP)


def test_what_does_not_exist_is_not_printed() -> None:
    assert figure(None).so_in is None


@pytest.fixture
def tong_hop(quy_i: DuLieu) -> TongHop:
    """2024Q1 beside a 2023Q4 with one commune, and the same as the period of the year before."""
    now = aggregate(quy_i)
    then = aggregate(replace(quy_i, ky=Ky(2023, 10, 12), units=quy_i.units[:1]))
    return replace(now, ky_truoc=then, cung_ky=replace(then, ky=Ky(2023, 1, 3)))


def test_the_sentence_says_with_what_it_is_compared(tong_hop: TongHop) -> None:
    path = "ho_so.tra_lai"
    assert cau_so_sanh(tong_hop, path, "ky_truoc", "hồ sơ") == "tăng 2 hồ sơ so với quý trước"
    assert cau_so_sanh(tong_hop, path, "cung_ky") == "tăng 2 so với cùng kỳ năm 2023"


def test_without_the_other_period_there_is_no_sentence(quy_i: DuLieu, tong_hop: TongHop) -> None:
    alone = aggregate(quy_i)
    assert cau_so_sanh(alone, "ho_so.tra_lai", "ky_truoc") == ""
    assert so_sanh(tong_hop, "ho_so.khong_co", "ky_truoc") is None
    assert so_lieu_chenh(alone, "so_voi_ky_truoc.ho_so.tra_lai") is None
    assert so_lieu_chenh(tong_hop, "so_voi_ky_truoc.ho_so.khong_co") is None


def test_a_change_is_a_figure_with_its_two_operands(tong_hop: TongHop) -> None:
    figure = so_lieu_chenh(tong_hop, "so_voi_cung_ky.ho_so.tra_lai")
    assert figure is not None
    assert (figure.ten, figure.gia_tri) == ("Hồ sơ trả lại hoặc rút, so với quý I năm 2023", 2)
    assert figure.cong_thuc == "ho_so.tra_lai - cung_ky.ho_so.tra_lai"
    assert figure.toan_hang == ("ho_so.tra_lai", "cung_ky.ho_so.tra_lai")
    assert (figure.so_in, figure.in_ra) == (2, "tăng 2 so với cùng kỳ năm 2023")
    rate = so_lieu_chenh(tong_hop, "so_voi_ky_truoc.ho_so.ty_le_dung_han")
    assert rate is not None
    assert (rate.don_vi_tinh, rate.in_ra) == (
        DonViTinh.DIEM,
        f"tăng {rate.so_in} điểm phần trăm so với quý trước".replace(".", ","),
    )


def test_a_figure_of_an_earlier_period_has_its_name_in_front(tong_hop: TongHop) -> None:
    figure = cua_ky(tong_hop, "ky_truoc.xa_phuong.bich-dong.ho_so.tra_lai")
    assert figure is not None
    assert (figure.duong_dan, figure.gia_tri) == ("ky_truoc.xa_phuong.bich-dong.ho_so.tra_lai", 0)
    assert cua_ky(tong_hop, "ky_truoc.xa_phuong.nenh.ho_so.tra_lai") is None
    assert cua_ky(tong_hop, "ky_sau.ho_so.tra_lai") is None
    assert cua_ky(tong_hop, "ho_so.tra_lai") is None
