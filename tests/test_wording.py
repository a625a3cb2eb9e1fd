"""Words as they are seen: what programs change by themselves is no difference, what people change is one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.wording import seen

LETTERS = st.text(st.sampled_from("aăâđêôơưạếứĂ \u00a0\u00ad“”‘’–-…,.5%\u0301\u200b"), max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Một cửa”", '"Một cửa"'),
        ("‘4 xin’", "'4 xin'"),
        ("Kế hoạch số\u00a0152", "Kế hoạch số 152"),
        ("hành\u00adchính", "hànhchính"),
        ("văn hóa - xã hội", "văn hóa – xã hội"),
        ("v.v…", "v.v..."),
        ("hai  dấu cách ", "hai dấu cách"),
        ("một\ttab", "một tab"),
        ("chữ ghép", unicodedata.normalize("NFD", "chữ ghép")),
    ],
)
def test_what_a_program_changes_by_itself_is_seen_as_the_same(one: str, other: str) -> None:
    assert one != other
    assert seen(one) == seen(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nhân dân", "nhân dân"),
        ("5.007", "5007"),
        ("5,0", "5.0"),
        ("hòa", "hoà"),
        ("a b", "ab"),
        ("a.", "a"),
        ("–", ""),
    ],
)
def test_what_a_person_changes_is_seen(one: str, other: str) -> None:
    assert seen(one) != seen(other)


@given(LETTERS)
def test_what_is_seen_is_seen_again_as_it_is(words: str) -> None:
    assert seen(seen(words)) == seen(words)
