"""By hand, or by the data: every mixture is told by the hash of what was built."""

from hypothesis import given
from hypothesis import strategies as st

from cqtt.verify.reasons import MAX_PLACES, edited
from cqtt.word.anchors import mark_of


@given(st.lists(st.booleans(), max_size=MAX_PLACES))
def test_each_place_is_told(by_hand: list[bool]) -> None:
    """Today's words are lower case, the file's upper case; where the data changed the file has what was built."""

    def text(taken: frozenset[int]) -> str:
        return " ".join(f"{'CŨ' if i in taken else 'mới'}{i}" for i in range(len(by_hand)))

    built = text(frozenset(i for i, hand in enumerate(by_hand) if not hand))
    assert edited(len(by_hand), text, mark_of(built), mark_of) == by_hand


def test_a_text_that_none_of_the_choices_gives_is_not_told() -> None:
    assert edited(2, lambda taken: str(sorted(taken)), mark_of("khác"), mark_of) is None


def test_of_many_places_the_simple_choices_are_tried() -> None:
    def text(taken: frozenset[int]) -> str:
        return str(sorted(taken))

    assert edited(40, text, mark_of(text(frozenset(range(40)))), mark_of) == [False] * 40
    assert edited(40, text, mark_of(text(frozenset({7}))), mark_of) == [i != 7 for i in range(40)]
    assert edited(40, text, mark_of(text(frozenset({7, 9}))), mark_of) is None
