"""One paragraph beside what became of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.verify.origins import Printed
from cqtt.verify.pairs import Pair
from cqtt.word.anchors import mark_of

OLD = "Xã nhận 5.007 hồ sơ, đạt 96,6%. Đã giải quyết tốt; còn tồn tại. Hết."


def groups(pair: Pair) -> list[tuple[str, str]]:
    return [(pair.old[g.start : g.end], pair.new[g.new_start : g.new_end]) for g in pair.grouped()]


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (OLD, []),
        (OLD.replace("tốt", "khá"), [("Đã giải quyết tốt;", "Đã giải quyết khá;")]),
        (OLD.replace(" Hết.", ""), [("Hết.", "")]),
        (OLD.replace("; còn", "; câu mới; còn"), [("", "câu mới;")]),
        (
            OLD.replace("tốt; còn", "tốt, còn"),
            [("Đã giải quyết tốt; còn tồn tại.", "Đã giải quyết tốt, còn tồn tại.")],
        ),
        (OLD.replace("“", '"').replace(" ", "\u00a0"), []),
    ],
)
def test_differences_are_told_by_sentences(new: str, found: list[tuple[str, str]]) -> None:
    assert groups(Pair(OLD, new)) == found


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("1 | Xã A | 5 | 7,5%", "1 | Xã B | 5 | 8%", [("Xã A", "Xã B"), ("7,5%", "8%")]),
        ("1 | Xã A | – | x", "1 | Xã A |  | x", [("–", "")]),
        ("1 | Xã A | 5", "1 | Xã A | 5", []),
    ],
)
def test_a_row_is_compared_cell_by_cell(old: str, new: str, cells: list[tuple[str, str]]) -> None:
    assert groups(Pair(old, new, is_row=True)) == cells


@pytest.mark.parametrize(
    ("text", "new", "printed"),
    [
        ("5.007", OLD.replace("5.007", "5.051"), "5.051"),
        ("96,6%", OLD.replace("5.007", "5.051").replace("96,6%", "97%"), "97%"),
        ("96,6%", OLD.replace("5.007", "5.051"), None),
        ("96,6%", OLD.replace("hồ sơ, đạt 96,6%", "đơn thư, đạt 90%"), "90%"),
        ("5.007", OLD.replace("5.007 hồ sơ, đạt 96,6%", "5.008 đơn, bằng 97%"), "5.008"),
    ],
)
def test_a_figure_has_what_stands_in_its_place(text: str, new: str, printed: str | None) -> None:
    at = OLD.index(text)
    found = Pair(OLD, new).printed(Printed(at, at + len(text), "a.b", text))
    assert (found and found[0]) == printed


def test_a_list_of_names_is_printed_as_a_whole() -> None:
    old, names = "Gồm: Nếnh, Tự Lạn và Vân Hà.", "Nếnh, Tự Lạn và Vân Hà"
    found = Pair(old, old.replace("Tự Lạn", "Tăng Tiến")).printed(Printed(5, 5 + len(names), "a.b", names))
    assert found is not None
    assert found[0] == "Nếnh, Tăng Tiến và Vân Hà"


def test_numbers_of_the_registry_do_not_count_and_other_words_do() -> None:
    old = "Số:          /BC-UBND"
    assert not Pair(old, "Số: 15/BC-UBND", digits_count=False).differences
    assert Pair(old, "Số: 15/KH-UBND", digits_count=False).differences


def test_a_number_of_a_list_that_was_typed_is_none_of_the_words() -> None:
    assert not Pair("Ưu điểm", "1. Ưu điểm", label="1.").differences
    assert Pair("Ưu điểm", "1. Ưu điểm").differences


@given(st.booleans(), st.booleans(), st.booleans())
def test_what_was_edited_is_told_from_what_the_data_changed(one: bool, two: bool, three: bool) -> None:
    """Each of three words was edited in the file, or is another in the sources since."""
    by_hand = one, two, three
    built, now = ["đỏ", "to", "dài"], ["đỏ", "to", "dài"]
    said = list(built)
    for i, hand in enumerate(by_hand):
        (said if hand else now)[i] = f"khác{i}"
    text = "Nhà {} và cửa {} ở làng {}."
    pair = Pair(text.format(*now), text.format(*said), mark_of(text.format(*built)))
    assert [difference.by_hand for difference in pair.differences] == list(by_hand)
