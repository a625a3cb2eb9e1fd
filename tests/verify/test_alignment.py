"""Which paragraph is which."""

from hypothesis import given
from hypothesis import strategies as st

from cqtt.verify.alignment import Aligner, Match, aligned, longest_run

TEXTS = st.lists(st.sampled_from(["một hai ba bốn năm", "sáu bảy tám chín", "mười", "", "trăm nghìn vạn"]), max_size=12)
PLAIN = [f"Đoạn số {name} nói về việc {name} của xã" for name in ("một", "hai", "ba", "bốn", "năm")]


def indexes(matches: list[Match], *, is_new: bool) -> list[int]:
    return sorted(i for match in matches for i in (match.new if is_new else match.old))


@given(TEXTS, TEXTS)
def test_every_paragraph_of_both_texts_is_in_one_match(old: list[str], new: list[str]) -> None:
    matches = aligned(old, new)
    assert indexes(matches, is_new=False) == [*range(len(old))]
    assert indexes(matches, is_new=True) == [*range(len(new))]


@given(TEXTS)
def test_equal_texts_are_aligned_one_by_one(texts: list[str]) -> None:
    assert aligned(texts, texts) == [Match((i,), (i,)) for i in range(len(texts))]


@given(TEXTS, TEXTS)
def test_what_was_not_moved_keeps_its_order(old: list[str], new: list[str]) -> None:
    kept = sorted((m.old, m.new) for m in aligned(old, new) if m.old and m.new and not m.moved)
    assert [new for _, new in kept] == sorted(new for _, new in kept)


def test_a_changed_paragraph_is_itself() -> None:
    new = [*PLAIN[:2], "Đoạn số ba nói về việc khác của xã", *PLAIN[3:]]
    assert aligned(PLAIN, new) == [Match((i,), (i,)) for i in range(5)]


def test_one_that_is_gone_and_one_that_is_new() -> None:
    new = [*PLAIN[:2], *PLAIN[3:], "Hoàn toàn khác hẳn"]
    assert [m for m in aligned(PLAIN, new) if not (m.old and m.new)] == [Match((2,), ()), Match((), (4,))]


def test_one_that_stands_elsewhere_was_moved() -> None:
    new = [PLAIN[4], *PLAIN[:4]]
    assert [m for m in aligned(PLAIN, new) if m.moved] == [Match((4,), (0,), moved=True)]


def test_one_that_was_divided_has_its_pieces_and_two_that_were_joined_are_one() -> None:
    long = "Một hai ba bốn năm sáu. Bảy tám chín mười."
    halves = ["Một hai ba bốn năm sáu.", "Bảy tám chín mười."]
    assert Match((0,), (0, 1)) in aligned([long, *PLAIN], [*halves, *PLAIN])
    assert Match((0, 1), (0,)) in aligned([*halves, *PLAIN], [long, *PLAIN])


def test_an_anchor_knows_a_paragraph_that_was_typed_anew() -> None:
    old = ["a", "một hai ba bốn năm sáu bảy tám chín mười trăm nghìn vạn", "b"]
    new = ["a", "năm mươi sáu con ngựa vằn với bảy tám con hươu và đà điểu", "b"]
    assert Match((1,), ()) in Aligner(old, new, old, new).matches()
    assert Match((1,), (1,)) in Aligner(old, new, old, new, {1: 1}).matches()


@given(st.lists(st.integers(0, 9), unique=True))
def test_the_longest_run_ascends(numbers: list[int]) -> None:
    run = longest_run(list(enumerate(numbers)))
    assert run == sorted(run)
    assert [j for _, j in run] == sorted(j for _, j in run)
    assert len(run) >= (len(numbers) > 0)
