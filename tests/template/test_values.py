"""What a template sees, one by one: figures that compare, words that equal words, days."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from cqtt.template.values import Day, TemplateFault, Words
from tests.template.mau import number


def test_words_equal_the_same_words() -> None:
    assert Words("huyện", "don_vi.cap") == Words("huyện", "a")
    assert Words("huyện") == "huyện"
    assert Words("huyện") != "xã"
    assert hash(Words("huyện", "a")) == hash(Words("huyện", "b"))


def test_words_that_were_left_out_are_false() -> None:
    assert Words("a")
    assert not Words("", "van_xuoi.khao_sat")


@pytest.mark.parametrize(("value", "truth"), [(0, False), (1, True), (None, False), ("0", False), ("0.5", True)])
def test_a_figure_is_true_when_it_exists_and_is_not_nothing(value: int | str | None, truth: bool) -> None:
    assert bool(number(value)) is truth


def test_figures_compare_by_their_exact_values() -> None:
    assert number(2) == number("2.0")
    assert number(2) == 2
    assert number(2) != number(3)
    assert number(None) == number(None)
    assert number(None) != 0
    assert hash(number(2)) == hash(number(2))
    assert number("0.966263") < number("0.966264")
    assert number(2) <= 2 <= number(3)
    assert number(3) > number(2)
    assert number(3) >= Decimal("2.5")


@pytest.mark.parametrize(
    "compare",
    [
        lambda: number(None) > 1,
        lambda: number(1) < number(None),
        lambda: number(1) >= "1",
        lambda: number(1) <= Words("1"),
    ],
)
def test_what_does_not_exist_is_not_compared(compare: Callable[[], bool]) -> None:
    with pytest.raises(TemplateFault) as caught:
        compare()
    assert caught.value.code == "KHUON04"
    assert caught.value.message == "không so sánh được x.y: một bên không có số liệu"
    assert caught.value.needle == "x.y"


def test_a_day_keeps_its_date() -> None:
    assert Day(date(2024, 3, 6), "ky.tu_ngay").value == date(2024, 3, 6)
