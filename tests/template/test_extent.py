"""How much a text of prose comes to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.template.extent import extent, too_long


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", 1),
        ("  \n", 2),
        ("một đoạn\n\nđoạn nữa", 4 + 1 + 4),
        ("- **đậm**", 4 + 4),
        ("| a | b |\n|---|---|", 1 + 3 + 1 + 3),
        ("{{ so_don_vi | so }} xã", 4 + 4 + 1),
        ("{% if kinh_phi %}a{% endif %}", 4 + 4 + 4),
        ("[xã](http://a.vn)[^1] <b", 4 + 4 + 1 + 1),
        ("::: bieu_do cot A\n:::", 40 + 40),
    ],
)
def test_lines_marks_braces_and_charts_count(text: str, size: int) -> None:
    assert extent(text) == size


@given(st.lists(st.sampled_from(["", "a", "**b**", "| c |", "{{ d | so }}", ":::"]), min_size=1))
def test_a_text_is_as_long_as_its_lines_together(lines: list[str]) -> None:
    assert extent("\n".join(lines)) == sum(map(extent, lines))


@given(st.lists(st.sampled_from(["", "a", "**b**"]), min_size=1, max_size=9), st.integers(0, 50))
def test_the_line_told_is_the_first_that_is_too_much(lines: list[str], left: int) -> None:
    row = too_long("\n".join(lines), left)
    if row is None:
        assert extent("\n".join(lines)) <= left
    else:
        assert extent("\n".join(lines[:row])) > left
        assert row == 1 or extent("\n".join(lines[: row - 1])) <= left
