"""Numbers are printed exactly, rounded half up, and parts of one whole add up on paper."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt import numerals

COUNTS = st.integers(min_value=0, max_value=10**12)


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (7, "7"), (999, "999"), (5007, "5.007"), (1234567, "1.234.567")])
def test_thousands_are_set_off_by_full_stops(value: int, text: str) -> None:
    assert numerals.count(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("3", "3"),
        ("3.0", "3"),
        ("3.25", "3,3"),
        ("3.24", "3,2"),
        ("2.96", "3,0"),
        ("1234.5", "1.234,5"),
        ("0.05", "0,1"),
    ],
)
def test_a_measured_number_has_one_decimal_unless_it_is_whole(value: str, text: str) -> None:
    assert numerals.decimal(Decimal(value)) == text


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (5007, "5.007")])
def test_one_to_nine_take_a_zero_in_front(value: int, text: str) -> None:
    assert numerals.padded(value) == text


def test_decimals_take_no_zero_in_front() -> None:
    assert numerals.padded(Decimal("3.2")) == "3,2"
    assert numerals.padded(Decimal(3)) == "03"


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (4554, 4713, "96,6%"),
        (159, 4713, "3,4%"),
        (7910, 7918, "99,9%"),
        (1, 1, "100%"),
        (0, 5, "0%"),
        (9999, 10000, "100,0%"),
        (1, 10000, "0,0%"),
        (1, 8, "12,5%"),
        (3, 2000, "0,2%"),
        (12, 8, "150,0%"),
    ],
)
def test_percent_rounds_half_up_and_keeps_exact_nothing_and_exact_all_apart(part: int, whole: int, text: str) -> None:
    assert numerals.percent(Decimal(part) / Decimal(whole)) == text


@given(COUNTS, st.integers(min_value=1, max_value=10**12))
def test_percent_is_the_exact_fraction_rounded_half_up(part: int, whole: int) -> None:
    tenths = (Fraction(part, whole) * 1000 + Fraction(1, 2)).__floor__()
    printed = numerals.percent(Decimal(part) / Decimal(whole)).rstrip("%").replace(".", "").replace(",", ".")
    assert Fraction(printed) * 10 == tenths


@given(COUNTS, st.integers(min_value=1, max_value=10**12))
def test_a_rate_and_its_complement_add_up_to_a_hundred_as_printed(part: int, whole: int) -> None:
    part %= whole + 1
    rate, rest = Decimal(part) / whole, Decimal(whole - part) / whole
    printed = (numerals.percentage(rate), numerals.percentage(rest, complement_of=rate))
    assert sum(map(Fraction, printed)) == 100


@pytest.mark.parametrize(
    ("rate", "text"), [("0.9663", "trên 96%"), ("0.96", "96%"), ("1", "100%"), ("0.005", "trên 0%")]
)
def test_above_claims_no_more_than_is_true(rate: str, text: str) -> None:
    assert numerals.above(Decimal(rate)) == text


@pytest.mark.parametrize(
    ("dong", "text"),
    [
        (17_000_000_000, "17 tỷ đồng"),
        (1_500_000_000, "1,5 tỷ đồng"),
        (17_250_000_000, "17,25 tỷ đồng"),
        (1_234_000_000_000, "1.234 tỷ đồng"),
        (250_000_000, "250 triệu đồng"),
        (250_500_000, "250,5 triệu đồng"),
        (1_596_000, "1.596.000 đồng"),
        (1_000_000_001, "1.000.000.001 đồng"),
        (17_001_000_000, "17,001 tỷ đồng"),
        (1_590_000, "1.590.000 đồng"),
        (0, "0 đồng"),
    ],
)
def test_money_takes_the_largest_unit_that_states_it_exactly(dong: int, text: str) -> None:
    assert numerals.money(dong) == text


@given(st.integers(min_value=0, max_value=10**15))
def test_money_can_be_read_back(dong: int) -> None:
    number, _, unit = numerals.money(dong).partition(" ")
    factor = {"tỷ đồng": 10**9, "triệu đồng": 10**6, "đồng": 1}[unit]
    assert Fraction(number.replace(".", "").replace(",", ".")) * factor == dong


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2024, 3, 6), "06/3/2024"),
        (date(2024, 2, 7), "07/02/2024"),
        (date(2023, 4, 18), "18/4/2023"),
        (date(2024, 1, 31), "31/01/2024"),
        (date(2024, 10, 10), "10/10/2024"),
    ],
)
def test_days_below_ten_and_january_and_february_take_a_zero(value: date, text: str) -> None:
    assert numerals.day(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1990, "MCMXC"), (2024, "MMXXIV")]
)
def test_roman_numerals(value: int, text: str) -> None:
    assert numerals.roman(value) == text


def test_a_roman_numeral_is_that_of_its_digits() -> None:
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    tens, hundreds = (
        [letters.translate(str.maketrans("IVX", larger)) for letters in units] for larger in ("XLC", "CDM")
    )
    for n in range(1, 4000):
        expected = "M" * (n // 1000) + hundreds[n // 100 % 10] + tens[n // 10 % 10] + units[n % 10]
        assert numerals.roman(n) == expected


def test_what_does_not_exist_is_a_dash() -> None:
    assert numerals.ABSENT == "–"


@pytest.mark.parametrize(
    ("text", "value", "decimals", "is_percent"),
    [
        ("0", "0", 0, False),
        ("5.007", "5007", 0, False),
        ("1.234.567", "1234567", 0, False),
        ("3,2", "3.2", 1, False),
        ("96,6%", "96.6", 1, True),
        ("100%", "100", 0, True),
        ("0,0%", "0.0", 1, True),
    ],
)
def test_what_is_printed_can_be_read_back(text: str, value: str, decimals: int, is_percent: bool) -> None:
    read = numerals.printed(text)
    assert read == (Decimal(value), decimals, is_percent)
    assert str(read.value) == value


@pytest.mark.parametrize(
    "text", ["", "–", "5007", "5.07", "05", "1,25", "-3", "96,6 %", "%", "trên 96%", "17 tỷ đồng", "VII", "٣"]
)
def test_what_is_printed_otherwise_is_no_number(text: str) -> None:
    assert numerals.printed(text) is None


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("không dưới 96%", True),
        ("tối thiểu 97%", False),
        ("chưa đến 97%", True),
        ("dưới 96%", False),
        ("không quá 97%", True),
        ("tối đa 96%", False),
        ("gần 98%", True),
        ("gần 96%", False),
        ("khoảng 97%", True),
        ("xấp xỉ 98%", False),
        ("hơn 96,5 phần trăm", True),
        ("TRÊN 97%", False),
        ("chiếm 96,6%", True),
        ("bằng 96,7%", False),
    ],
)
def test_a_claim_is_true_or_not(claim: str, right: bool) -> None:
    found = numerals.CLAIM.fullmatch(claim)
    assert found is not None
    assert numerals.claim_holds(found["word"], found["number"], Decimal("0.966263"), Decimal("96.6")) is right


@pytest.mark.parametrize(
    ("words", "below", "exactly", "above"),
    [
        ("trên|hơn", False, False, True),
        ("không dưới|ít nhất|tối thiểu", False, True, True),
        ("dưới|chưa đến|chưa tới", True, False, False),
        ("không quá|tối đa", True, True, False),
        ("gần", True, False, False),
        ("khoảng|xấp xỉ", True, True, True),
        ("đạt|chiếm|tỷ lệ|là|bằng|tới", False, True, False),
    ],
)
def test_each_word_is_true_on_its_side(words: str, below: bool, exactly: bool, above: bool) -> None:
    for word in words.split("|"):
        found = numerals.CLAIM.fullmatch(f"{word} 96%")
        assert found is not None, word
        assert found["word"] == word
        for rate, right in (("0.951", below), ("0.96", exactly), ("0.969", above)):
            said = numerals.claim_holds(word, "96", Decimal(rate), numerals.percentage(Decimal(rate)))
            assert said is right, (word, rate)


@pytest.mark.parametrize(
    ("word", "rate", "right"),
    [
        ("gần", "0.91", True),
        ("gần", "0.9099", False),
        ("khoảng", "0.95", True),
        ("khoảng", "0.9499", False),
        ("xấp xỉ", "0.97", True),
        ("xấp xỉ", "0.9701", False),
    ],
)
def test_near_is_five_points_below_and_about_one_point_off(word: str, rate: str, right: bool) -> None:
    assert numerals.claim_holds(word, "96", Decimal(rate), numerals.percentage(Decimal(rate))) is right
