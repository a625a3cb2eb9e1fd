"""Periods: what names one, how it is printed, which days it counts."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.models.ky import ChotSoLieu, Ky, doc_ky, sau_ngay_lam_viec

PERIODS = st.builds(
    lambda year, months: Ky(year, *months),
    st.integers(2000, 2100),
    st.sampled_from(
        [(1, 3), (4, 6), (7, 9), (10, 12), (1, 6), (7, 12), (1, 9), (1, 12), *((m, m) for m in range(1, 13))]
    ),
)


@pytest.mark.parametrize(
    ("text", "name", "head", "short"),
    [
        ("2024Q1", "quý I năm 2024", "Quý I năm 2024", "quý I"),
        ("2024Q4", "quý IV năm 2024", "Quý IV năm 2024", "quý IV"),
        ("2024H1", "6 tháng đầu năm 2024", "6 tháng đầu năm 2024", "6 tháng đầu năm"),
        ("2024H2", "6 tháng cuối năm 2024", "6 tháng cuối năm 2024", "6 tháng cuối năm"),
        ("2024M09", "9 tháng đầu năm 2024", "9 tháng đầu năm 2024", "9 tháng đầu năm"),
        ("2024", "năm 2024", "Năm 2024", ""),
        ("2024-03", "tháng 3 năm 2024", "Tháng 3 năm 2024", "tháng 3"),
    ],
)
def test_a_period_is_printed_as_official_texts_name_it(text: str, name: str, head: str, short: str) -> None:
    ky = doc_ky(text)
    assert ky is not None
    assert (ky.ma, ky.ten, ky.ten_hoa, ky.ten_ngan) == (text, name, head, short)


@pytest.mark.parametrize(
    "text",
    [
        "2024Q5",
        "2024Q0",
        "Q1/2024",
        "2024H3",
        "2024M9",
        "2024-13",
        "2024-3",
        "1999Q1",
        "2101",
        "",
        "2024q1",
        "２０２４Q1",
    ],
)
def test_what_names_no_period_is_none(text: str) -> None:
    assert doc_ky(text) is None


@given(PERIODS)
def test_a_period_is_read_back_from_its_identifier(ky: Ky) -> None:
    assert doc_ky(ky.ma) == ky


def test_cut_off_dates_follow_the_calendar_or_decree_09() -> None:
    """NĐ 09/2019/NĐ-CP, Điều 12: quý I runs from 15/12 of the year before to 14/3."""
    quy_i = Ky(2024, 1, 3)
    assert quy_i.thoi_gian(ChotSoLieu.LICH) == (date(2024, 1, 1), date(2024, 3, 31))
    assert quy_i.thoi_gian(ChotSoLieu.ND_09) == (date(2023, 12, 15), date(2024, 3, 14))
    assert Ky(2024, 7, 12).thoi_gian(ChotSoLieu.ND_09) == (date(2024, 6, 15), date(2024, 12, 14))


@given(st.integers(2000, 2099), st.sampled_from(list(ChotSoLieu)))
def test_four_quarters_leave_no_day_out_and_count_none_twice(year: int, chot: ChotSoLieu) -> None:
    quarters = [Ky(year, 3 * q - 2, 3 * q).thoi_gian(chot) for q in range(1, 5)]
    for (_, last), (first, _) in pairwise(quarters):
        assert first - last == timedelta(days=1)
    assert (quarters[0][0], quarters[-1][1]) == Ky(year, 1, 12).thoi_gian(chot)


@pytest.mark.parametrize(
    ("text", "before", "called"),
    [
        ("2024Q1", "2023Q4", "quý trước"),
        ("2024Q2", "2024Q1", "quý trước"),
        ("2024-01", "2023-12", "tháng trước"),
        ("2024H1", "2023H2", "6 tháng cuối năm 2023"),
        ("2024H2", "2024H1", "6 tháng đầu năm 2024"),
        ("2024", "2023", "năm trước"),
        ("2024M09", None, ""),
    ],
)
def test_the_period_before_and_what_it_is_called(text: str, before: str | None, called: str) -> None:
    ky = doc_ky(text)
    assert ky is not None
    assert ky.ky_truoc == (doc_ky(before) if before else None)
    assert ky.goi_ky_truoc == called


@given(PERIODS)
def test_the_same_period_last_year_is_a_year_away(ky: Ky) -> None:
    assert ky.cung_ky.ma == ky.ma.replace(str(ky.nam), str(ky.nam - 1), 1)


@given(PERIODS, st.sets(PERIODS.map(lambda ky: Ky(2024, ky.thang_dau, ky.thang_cuoi))))
def test_parts_and_missing_ones_cover_each_month_once(whole: Ky, there: set[Ky]) -> None:
    whole = Ky(2024, whole.thang_dau, whole.thang_cuoi)
    parts, missing = whole.phu(there)
    months = sorted(m for ky in (*parts, *missing) for m in range(ky.thang_dau, ky.thang_cuoi + 1))
    assert months == list(range(whole.thang_dau, whole.thang_cuoi + 1))
    assert set(parts) <= there - {whole}
    assert not set(missing) & (there - {whole})


def test_quarters_come_before_months_and_halves() -> None:
    there = {doc_ky(text) for text in ("2024Q1", "2024-01", "2024-02", "2024-03", "2024H1", "2024-04", "2024-05")}
    parts, missing = Ky(2024, 1, 12).phu({ky for ky in there if ky})
    assert [ky.ma for ky in parts] == ["2024Q1", "2024-04", "2024-05"]
    assert [ky.ma for ky in missing] == ["2024-06", "2024Q3", "2024Q4"]


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2024, 3, 31), 1, date(2024, 4, 1)),  # Sunday
        (date(2024, 3, 14), 1, date(2024, 3, 15)),  # Thursday
        (date(2024, 3, 15), 1, date(2024, 3, 18)),  # Friday
        (date(2024, 3, 16), 5, date(2024, 3, 22)),  # Saturday
        (date(2024, 12, 31), 3, date(2025, 1, 3)),
        (date(2024, 3, 16), 0, date(2024, 3, 16)),
    ],
)
def test_working_days_leave_out_the_ends_of_weeks(day: date, days: int, expected: date) -> None:
    assert sau_ngay_lam_viec(day, days) == expected
