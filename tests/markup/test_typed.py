"""What CommonMark would change is printed as typed; the fixtures ``doan_van`` and ``lien_ket`` show it in its text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqtt.markup.nodes import Paragraph
from cqtt.markup.parse import parse
from cqtt.markup.typed import SIGNS, without_blanks_behind
from cqtt.markup.walk import plain
from tests.markup.cay import manuscript

FRAME = "\n\n::: tieu_de\nBÁO CÁO\n\nKết quả\n:::\n\n./."
OTHERS = "".join(sign for sign in "!\"$%&'`,/;?@_{}~" if sign not in SIGNS)  # {a=b} is an insert in these tests


def words(text: str) -> str:
    document, _ = parse(manuscript(f"x {text} x{FRAME}"))
    assert document is not None
    paragraph = document.blocks[0]
    assert isinstance(paragraph, Paragraph)
    return plain(paragraph.children).removeprefix("x ").removesuffix(" x")


@settings(deadline=None)
@given(st.text(st.sampled_from("aB1 " + OTHERS + ">"), min_size=1).map(lambda text: " ".join(text.split())))
def test_signs_without_a_meaning_are_printed_as_typed(typed: str) -> None:
    assert words(typed) == typed


@settings(deadline=None)
@given(st.text(st.sampled_from("ab" + OTHERS), min_size=1).map(lambda text: "\\".join(text)))
def test_a_backslash_before_such_a_sign_is_printed_too(typed: str) -> None:
    assert words(typed) == typed


@settings(deadline=None)
@given(st.text(st.sampled_from(SIGNS), min_size=1, max_size=6))
def test_a_sign_with_a_meaning_is_printed_behind_a_backslash(signs: str) -> None:
    assert words("".join(f"\\{sign}" for sign in signs)) == signs


@settings(deadline=None)
@given(st.lists(st.integers(0, 99).map(str), min_size=2, max_size=5).map("*".join))
def test_a_star_between_numbers_multiplies(product: str) -> None:
    assert words(product) == product


def test_blanks_at_the_end_of_a_line_are_nothing() -> None:
    assert without_blanks_behind(["a  ", "  b", "   "]) == ["a", "  b", ""]


@pytest.mark.parametrize(
    "typed",
    [
        r"\\may_chu\chung",
        "https://a.vn/*b*",
        "https://a.vn/*b*/**c**.",
        "<a@b.vn>",
        "http://a.vn/x_y_(z)",
        "(https://a.vn/a*b)",
    ],
)
def test_paths_and_addresses_are_printed_letter_by_letter(typed: str) -> None:
    assert words(typed) == typed


def test_marks_around_an_address_keep_their_meaning() -> None:
    assert words("**https://a.vn** *http://b.vn/c*, [d](https://e.vn/*f*)") == "https://a.vn http://b.vn/c, d"
