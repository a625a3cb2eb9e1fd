"""What CommonMark would change is printed as typed; the fixtures ``doan_van`` and ``lien_ket`` show it in its text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqtt.markup.nodes import Paragraph
from cqtt.markup.parse import parse
from cqtt.markup.typed import without_blanks_behind
from cqtt.markup.walk import plain
from tests.markup.cay import inlines, manuscript

FRAME = "\n\n::: tieu_de\nBÁO CÁO\n\nKết quả\n:::\n\n./."
OTHERS = "!\"$%&'`,/;=?@_}~"  # no {, which begins a figure in these tests


def paragraph(text: str) -> Paragraph:
    document, _ = parse(manuscript(text + FRAME))
    assert document is not None
    block = document.blocks[0]
    assert isinstance(block, Paragraph)
    return block


def words_alone(text: str) -> str:
    return plain(paragraph(text).children)


def words(text: str) -> str:
    return words_alone(f"x {text} x").removeprefix("x ").removesuffix(" x")


@settings(deadline=None)
@given(st.text(st.sampled_from("aB1 " + OTHERS + ">"), min_size=1).map(lambda text: " ".join(text.split())))
def test_signs_without_a_meaning_are_printed_as_typed(typed: str) -> None:
    assert words(typed) == typed


@settings(deadline=None)
@given(st.text(st.sampled_from("ab" + OTHERS), min_size=1).map(lambda text: "\\".join(text)))
def test_a_backslash_before_such_a_sign_is_printed_too(typed: str) -> None:
    assert words(typed) == typed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (r"\*a\*", "*a*"),
        (r"\[a\](b)", "[a](b)"),
        (r"[a]\(b\)", "[a](b)"),
        (r"[\^a]", "[^a]"),
        (r"a\|b", "a|b"),
        (r"\<https://a.vn>", "<https://a.vn>"),
        (r"\# a", "# a"),
        (r"\- a", "- a"),
        (r"\+ a", "+ a"),
        (r"1\. a", "1. a"),
        (r"1\) a", "1) a"),
        (r"I\. a", "I. a"),
        (r"a\) b", "a) b"),
        (r"\::: a", "::: a"),
    ],
)
def test_a_sign_is_printed_behind_a_backslash_where_it_would_mean_something(typed: str, printed: str) -> None:
    assert words_alone(typed) == printed


@pytest.mark.parametrize("typed", [r"D:\#1", r"D:\-a", r"D:\+a", r"\.git", r"D:\(cũ)", r"a\:b", r"a\)", r"\<b", r"\^b"])
def test_a_backslash_is_printed_before_a_sign_that_means_nothing_there(typed: str) -> None:
    assert words(typed) == typed


@settings(deadline=None)
@given(st.text("\\", min_size=2, max_size=5), st.text(st.sampled_from("*[]()#-+.:|<^aB1"), min_size=1, max_size=1))
def test_two_backslashes_and_more_are_words_and_so_is_the_sign_behind_them(typed: str, sign: str) -> None:
    assert words(f"a{typed}{sign}b") == f"a{typed}{sign}b"


def test_two_backslashes_at_the_end_of_a_line_do_not_break_it() -> None:
    assert words("D:\\\\\nb") == "D:\\\\ b"


@settings(deadline=None)
@given(st.text(st.sampled_from("*a1/\\.-_~=&"), max_size=12).map(lambda text: f"https://a.vn/{text}/z"))
def test_signs_inside_a_bare_address_are_no_markup(address: str) -> None:
    assert words(address) == address


@pytest.mark.parametrize(
    "address",
    ["https://a.vn/*QQ1*", "HTTPS://A.VN/**q**", "www.a.vn/*q*", "http://a.vn/?q=*&r=*", r"https://a.vn/\*q*"],
)
def test_an_address_keeps_its_stars_to_its_end(address: str) -> None:
    assert words(address) == address
    assert words(f"*a* {address} *b*") == f"a {address} b"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**https://a.vn/x**.", "b(a<https://a.vn/x>(https://a.vn/x))."),
        ("*xem https://a.vn/x*, b", "i(xem a<https://a.vn/x>(https://a.vn/x)), b"),
        ("**xem https://a.vn/*x* b**", "b(xem a<https://a.vn/*x*>(https://a.vn/*x*) b)"),
        ("[https://a.vn/*x*](https://b.vn)", "a<https://b.vn>(https://a.vn/*x*)"),
    ],
)
def test_stars_around_an_address_are_emphasis(typed: str, shown: str) -> None:
    assert inlines(paragraph(typed).children) == shown


@pytest.mark.parametrize("typed", ["<a@QQ1.vn>", "<mailto:a@b.vn>", "<ftp://a.vn>", "<a>", "<https:a>"])
def test_only_an_address_of_the_web_loses_its_brackets(typed: str) -> None:
    assert words(typed) == typed


@pytest.mark.parametrize("address", ["https://a.vn/x", "HTTP://A.VN"])
def test_an_address_of_the_web_in_brackets_is_a_link(address: str) -> None:
    assert inlines(paragraph(f"<{address}>").children) == f"a<{address}>({address})"


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
