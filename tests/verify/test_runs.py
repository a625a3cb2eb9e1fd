"""Words of two long texts that are the same."""

from hypothesis import given
from hypothesis import strategies as st

from cqtt.verify.runs import RUN, as_places, paired

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def pairs(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    return paired(old, new, range(len(old)), range(len(new)), [])


@given(WORDS, WORDS)
def test_pairs_are_equal_words_in_one_order(old: list[str], new: list[str]) -> None:
    found = pairs(old, new)
    assert all(old[i] == new[j] for i, j in found)
    assert [i for i, _ in found] == sorted({i for i, _ in found})
    assert [j for _, j in found] == sorted({j for _, j in found})


@given(WORDS)
def test_a_text_is_paired_with_itself(words: list[str]) -> None:
    assert pairs(words, words) == [(i, i) for i in range(len(words))]


def test_what_is_known_stays() -> None:
    old = [*"abcde", *"x" * RUN]
    assert (0, 6) in paired(old, [*"zzzzzz", "a"], range(len(old)), range(7), [(0, 6)])


def test_indexes_become_places() -> None:
    assert as_places([(5, 7)], [3, 5], [6, 7, 9]) == [(1, 1)]
