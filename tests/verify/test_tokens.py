"""Texts word by word."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.verify.tokens import Bag, Change, changes, quoted, sentence_at, sentences, span, tokens

WORDS = st.lists(st.sampled_from(["xã", "phường", "5.007", "96,6%", ".", ";", "–", "và"]), max_size=20).map(" ".join)


def keys(words: str) -> list[str]:
    return [token.key for token in tokens(words)]


def test_numbers_keep_their_separators_and_their_percent_sign() -> None:
    assert keys("5.007 hồ sơ, đạt 96,6%.") == ["5.007", "hồ", "sơ", ",", "đạt", "96,6%", "."]


def test_letters_in_pieces_and_soft_hyphens_are_one_word() -> None:
    assert keys(unicodedata.normalize("NFD", "tiếp nhận")) == ["tiếp", "nhận"]
    assert keys("hành\u00adchính") == ["hànhchính"]


@given(WORDS, WORDS)
def test_changes_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    before, after = tokens(old), tokens(new)
    out, at = [], 0
    for change in changes(before, after):
        out += [t.key for t in before[at : change.first]] + [t.key for t in after[change.new_first : change.new_last]]
        at = change.last
    assert [*out, *(t.key for t in before[at:])] == [t.key for t in after]


@given(WORDS)
def test_nothing_differs_from_itself(words: str) -> None:
    assert changes(tokens(words), tokens(words)) == []


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("Một. Hai. Ba.", "Một. Ba.", Change(2, 4, 2, 2)),
        ("Một. Ba.", "Một. Hai. Ba.", Change(2, 2, 2, 4)),
        ("Hai. Ba.", "Một. Hai. Ba.", Change(0, 0, 0, 2)),
        ("Một. Hai.", "Một.", Change(2, 4, 2, 2)),
    ],
)
def test_a_sentence_that_is_put_in_or_taken_out_is_a_whole_one(old: str, new: str, change: Change) -> None:
    assert changes(tokens(old), tokens(new)) == [change]


def test_sentences_end_at_stops_and_semicolons_but_not_behind_the_form_of_a_signature() -> None:
    text = "Một; hai. KT. CHỦ TỊCH"
    assert [text[a:b] for a, b in sentences(text)] == ["Một;", "hai.", "KT. CHỦ TỊCH"]


def test_a_place_belongs_to_its_sentence() -> None:
    edges = sentences("Một hai. Ba bốn.")
    assert sentence_at(edges, 0, 3) == (0, 1)
    assert sentence_at(edges, 4, 11) == (0, 2)
    assert quoted("Một hai. Ba bốn.", edges, 1, 2) == "Ba bốn."
    assert quoted("Một hai. Ba bốn.", edges, 1, 1) == ""


def test_a_span_of_no_words_stands_between_its_neighbours() -> None:
    found = tokens("Một hai")
    assert span(found, 0, 2) == (0, 7)
    assert span(found, 1, 1) == (3, 3)
    assert span(found, 0, 0) == (0, 0)


def test_likeness_is_the_share_of_words_in_both() -> None:
    assert Bag("một hai").likeness(Bag("hai một")) == 100
    assert Bag("một hai").likeness(Bag("hai ba")) == 50
    assert Bag("một").likeness(Bag("hai")) == 0
    assert Bag("").likeness(Bag("")) == 100
