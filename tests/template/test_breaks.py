"""A tag swallows the line break behind it only where it stands on a line of tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator
from cqtt.template.breaks import kept
from tests.template.mau import blocks, printed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("{% if a %}\nx\n{% endif %}\ny", None, id="tags alone"),
        pytest.param("  {% if a %}{# b #}\nx", None, id="two tags alone"),
        pytest.param("a {% if b %}c{% endif %}\nd", "a {% if b %}c{% endif +%}\nd", id="words before"),
        pytest.param("{% if b %}c{% endif %}\nd", "{% if b %}c{% endif +%}\nd", id="words between"),
        pytest.param("{{ a }}{% if b %}\r\nc", "{{ a }}{% if b +%}\r\nc", id="a figure before"),
        pytest.param("a {# b #}\nc", "a {# b +#}\nc", id="a comment"),
        pytest.param("{# a\nb #}\nc", None, id="a comment of two lines alone"),
        pytest.param("x {% if a\n  and b %}\nc", "x {% if a\n  and b +%}\nc", id="a tag of two lines"),
        pytest.param("x {% if a -%}\nc {% if a +%}\n", None, id="the author's own say"),
        pytest.param("a\n{% endif %}\nb", None, id="words on the line above"),
        pytest.param("a {% if b %}c{% endif %}", None, id="the end of the text"),
    ],
)
def test_the_break_is_kept_behind_words(typed: str, read: str | None) -> None:
    assert kept(typed) == (typed if read is None else read)


@given(st.lists(st.sampled_from(["a", " ", "\n", "{% if a %}", "{% endif %}", "{# b #}", "{{ c }}", "%}", "{%"])))
def test_nothing_else_changes_and_no_line_moves(parts: list[str]) -> None:
    text = "".join(parts)
    assert kept(text).replace("+%}", "%}").replace("+#}", "#}") == text


def test_a_row_that_ends_in_a_tag_stays_a_row(tong_hop: TongHop, nguon: Locator) -> None:
    row = "| 1 | {% if bieu_do %}x{% else %}y{% endif %} |{% if bieu_do %}{% endif %}"
    body = f"| a | b |\n|---|---|\n{row}\n| 3 | 4 |"
    assert blocks(tong_hop, nguon, body) == "table left left\n  | a | b |\n  | 1 | y |\n  | 3 | 4 |"


def test_words_on_both_sides_of_the_break_stay_apart(tong_hop: TongHop, nguon: Locator) -> None:
    assert printed(tong_hop, nguon, "a{% if not bieu_do %} b{% endif %}\nc") == "a b\nc"
