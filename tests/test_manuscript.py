"""The filled text: slots stand for what comes from the data, and every line knows where it was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqtt.manuscript import MAX_FOLDED, Insert, Manuscript, Origin, slot
from cqtt.problems import Position

FILE = ["một {{ a.b }}", "  hai {{ c.b }} [^x]", "", "ba hai"]


def manuscript(*origins: Origin) -> Manuscript:
    return Manuscript(["?"] * len(origins), origins, [], {"k.j2": FILE})


def test_the_text_is_its_lines() -> None:
    assert Manuscript(["a", "", "b"], [], [], {}).text == "a\n\nb"


def test_pieces_are_words_and_inserts_in_turn() -> None:
    inserts = [Insert("5.007", "ho_so.tiep_nhan.tong"), Insert("x")]
    filled = Manuscript([], [], inserts, {})
    assert list(filled.pieces(f"có {slot(0)}{slot(1)} hồ sơ")) == ["có ", inserts[0], inserts[1], " hồ sơ"]
    assert list(filled.pieces("a")) == ["a"]
    assert list(filled.pieces("")) == []
    assert list(filled.pieces(slot(1))) == [inserts[1]]


def test_what_is_put_in_is_never_read_again() -> None:
    filled = Manuscript([slot(0)], [], [Insert(slot(1)), Insert("b")], {})
    assert list(filled.pieces(slot(0))) == [Insert(slot(1))]
    assert filled.readable() == slot(1)


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="\ue000\ue001")), min_size=1))
def test_readable_puts_every_insert_in_its_place(words: list[str]) -> None:
    filled = Manuscript([f"<{slot(i)}>" for i in range(len(words))], [], [Insert(word, "x") for word in words], {})
    assert filled.readable() == "\n".join(f"<{word}>" for word in words)


@pytest.mark.parametrize(
    ("line", "needle", "column", "width"),
    [
        pytest.param(1, "", 1, 1, id="no words asked for: where the line begins"),
        pytest.param(2, "", 3, 1, id="behind the indent"),
        pytest.param(2, "hai", 3, 3, id="words"),
        pytest.param(2, "[^x]", 17, 4, id="marks"),
        pytest.param(2, "c.b", 10, 3, id="a name"),
        pytest.param(2, "x.y.c.b", 10, 3, id="the end of a name, where its beginning is not written"),
        pytest.param(2, "x.b", 12, 1, id="its last word alone"),
        pytest.param(2, "ha", 3, 1, id="never half a word"),
        pytest.param(2, "a.b", 12, 1, id="nor half a name"),
        pytest.param(1, "{{ a", 5, 4, id="marks and words"),
        pytest.param(1, "một{{", 1, 1, id="what is not there"),
    ],
)
def test_words_are_found_on_their_line(line: int, needle: str, column: int, width: int) -> None:
    found = manuscript(Origin("k.j2", line)).position(0, needle)
    assert found == Position("k.j2", line, column, FILE[line - 1], width)


def test_blanks_in_what_is_looked_for_may_be_missing() -> None:
    filled = Manuscript(["?"], [Origin("k.j2", 1)], [], {"k.j2": ["{{ a|so2 }} {{ a|so }}"]})
    assert filled.position(0, "| so") == Position("k.j2", 1, 17, "{{ a|so2 }} {{ a|so }}", 3)


def test_words_of_folded_prose_are_found_below_its_first_line() -> None:
    folded = manuscript(Origin("k.j2", 2, last=4))
    assert folded.position(0, "ba") == Position("k.j2", 4, 1, "ba hai", 2)
    assert folded.position(0, "hai") == Position("k.j2", 2, 3, FILE[1], 3)
    assert folded.position(0, "một") == Position("k.j2", 2, 3, FILE[1])
    assert folded.position(0) == Position("k.j2", 2, 3, FILE[1])


def test_words_below_the_last_line_of_a_text_are_not_its_own() -> None:
    quoted = manuscript(Origin("k.j2", 2, last=2))
    assert quoted.position(0, "ba") == Position("k.j2", 2, 3, FILE[1])


def test_a_sign_before_a_text_on_its_first_line_is_not_its_own() -> None:
    lines = ['- "a - b"', "- c"]
    for last, needle, column in ((1, "-", 6), (1, '"', 3), (1, "c", 1)):
        filled = Manuscript(["?"], [Origin("x.yaml", 1, last, before=2)], [], {"x.yaml": lines})
        assert filled.position(0, needle).column == column
        assert filled.position(0, needle).line == 1


def test_words_of_a_line_from_several_places_are_found_in_any_of_them() -> None:
    several = manuscript(Origin("k.j2", 1, also=(Origin("k.j2", 2), Origin("k.j2", 4))))
    assert several.position(0, "[^x]") == Position("k.j2", 2, 17, FILE[1], 4)
    assert several.position(0, "ba") == Position("k.j2", 4, 1, "ba hai", 2)
    assert several.position(0, "hai") == Position("k.j2", 2, 3, FILE[1], 3)
    assert several.position(0, "bốn") == Position("k.j2", 1, 1, FILE[0])
    assert several.position(0) == Position("k.j2", 1, 1, FILE[0])


def test_folded_prose_is_not_searched_for_ever() -> None:
    lines = ["a", *[""] * (MAX_FOLDED - 1), "b"]
    filled = Manuscript(["?"], [Origin("k.j2", 1, last=1000)], [], {"k.j2": lines})
    assert filled.position(0, "b").line == 1
    filled = Manuscript(["?"], [Origin("k.j2", 2, last=1000)], [], {"k.j2": lines})
    assert filled.position(0, "b").line == MAX_FOLDED + 1


def test_a_whole_name_goes_before_a_part_of_it_further_up() -> None:
    filled = Manuscript(["?"], [Origin("k.j2", 1, last=2)], [], {"k.j2": ["x.tong", "ho_so.tong"]})
    assert filled.position(0, "ho_so.tong") == Position("k.j2", 2, 1, "ho_so.tong", 10)


def test_a_line_behind_the_last_is_the_last() -> None:
    assert manuscript(Origin("k.j2", 1), Origin("k.j2", 4)).position(9) == Position("k.j2", 4, 1, "ba hai")


@pytest.mark.parametrize("line", [0, 5])
def test_a_line_that_its_file_does_not_have_is_told_without_its_text(line: int) -> None:
    assert manuscript(Origin("k.j2", line)).position(0, "hai") == Position("k.j2", line, 1, "")


def test_an_unknown_file_and_an_empty_text_have_no_place() -> None:
    assert Manuscript(["?"], [Origin("x", 1)], [], {}).position(0, "a") == Position("x", 1, 1, "")
    assert Manuscript([], [], [], {}).position(0, "a") == Position("")
