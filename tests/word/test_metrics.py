"""Widths of letters, as Times New Roman has them."""

import unicodedata
from itertools import product

import pytest

from cqtt.word.metrics import text_width

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
VOWELS = "aăâeêioôơuưy"
CONSONANTS = "bcdđghklmnpqrstvxfjwz"
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(VOWELS, TONES)] + [*CONSONANTS]
LETTERS = [*SMALL, *(letter.upper() for letter in SMALL)]


def units(text: str, *, bold: bool = False) -> int:
    """The width of *text* in 1/2048 em."""
    return text_width(text, size_pt=2048, bold=bold) // 20


@pytest.mark.parametrize("bold", [False, True])
def test_every_vietnamese_letter_has_a_width(*, bold: bool) -> None:
    for letter in LETTERS:
        assert 500 < units(letter, bold=bold) <= 2048, letter


@pytest.mark.parametrize("bold", [False, True])
def test_composed_and_decomposed_letters_are_as_wide(*, bold: bool) -> None:
    for letter in LETTERS:
        assert units(letter, bold=bold) == units(unicodedata.normalize("NFD", letter), bold=bold), letter


@pytest.mark.parametrize("bold", [False, True])
def test_a_tone_adds_no_width_but_a_horn_does(*, bold: bool) -> None:
    assert units("ế", bold=bold) == units("e", bold=bold)
    assert units("ự", bold=bold) == units("ư", bold=bold) > units("u", bold=bold)
    assert units("Ờ", bold=bold) == units("Ơ", bold=bold) >= units("O", bold=bold)


@pytest.mark.parametrize(
    ("letter", "regular", "bold"),
    [("n", 1024, 1139), ("W", 1933, 2048), ("5", 1024, 1024), (" ", 512, 512), ("Đ", 1479, 1479), ("-", 682, 682)],
)
def test_widths_are_those_of_the_font(letter: str, regular: int, bold: int) -> None:
    """Advance widths of Liberation Serif and Tinos, which are those of Times New Roman."""
    assert (units(letter), units(letter, bold=True)) == (regular, bold)


def test_a_line_is_as_wide_as_its_letters_together() -> None:
    text = "Độc lập - Tự do - Hạnh phúc"
    assert units(text, bold=True) == sum(units(letter, bold=True) for letter in text)
    assert text_width("", size_pt=14) == 0


def test_width_grows_with_the_size_and_is_rounded_half_up() -> None:
    assert text_width("n" * 2, size_pt=14) == 2 * 14 * 20 * 1024 // 2048
    assert text_width("a", size_pt=11) == 98, "97,65"
    assert text_width("n" * 10, size_pt=13) * 2 == text_width("n" * 20, size_pt=13)


def test_an_unknown_character_counts_as_an_n() -> None:
    assert units("漢") == units("n")
    assert units("漢", bold=True) == units("n", bold=True)
