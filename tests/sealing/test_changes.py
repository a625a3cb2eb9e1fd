"""Every line that differs is named, at its place in the file as it is now."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.problems import Position
from cqtt.sealing.changes import LONG, Change, changes

OLD = "phuong_xa: Nếnh\n\nho_so:\n  truc_tuyen: 280\n  tra_lai: 0\n"
PATH = "data/2024Q1/xa_phuong/nenh.yaml"
TEXTS = st.lists(st.sampled_from(["a: 1", "b: 2", "c: 3", "", "  d: 4"]), max_size=8)


def found(old: str, new: str) -> list[Change]:
    return list(changes(PATH, old.encode(), new.encode()))


def test_a_value_is_named_with_what_it_was() -> None:
    here = Position(PATH, 4, 16, "  truc_tuyen: 291", 2)
    assert found(OLD, OLD.replace("280", "291")) == [Change(here, "đã sửa, lúc đó là “truc_tuyen: 280”")]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("  tra_lai: 0\n", "", 5, "đã bỏ 1 dòng, lúc đó là “tra_lai: 0”"),
        ("\nho_so:\n", "\n\n# thêm\nho_so:\n", 3, "đã thêm 2 dòng"),
        ("  truc_tuyen: 280\n  tra_lai: 0", "  a: 1\n  b: 2\n  c: 3", 4, "đã sửa 3 dòng, lúc đó là “truc_tuyen: 280”"),
        ("\n\nho_so", "\n# x\nho_so", 2, "đã sửa"),
        ("phuong_xa: Nếnh", "phuong_xa: Nếnh ", 1, "đã sửa, lúc đó là “phuong_xa: Nếnh”"),
    ],
)
def test_what_is_gone_new_or_other_is_told(old: str, new: str, line: int, said: str) -> None:
    assert [(change.position.line, change.said) for change in found(OLD, OLD.replace(old, new, 1))] == [(line, said)]


def test_a_long_line_is_not_quoted_to_its_end() -> None:
    (change,) = found("a: " + "x" * 200, "b")
    assert change.said == f"đã sửa, lúc đó là “a: {'x' * 77}…”"


def test_an_emptied_file_has_one_change() -> None:
    assert [(c.position, c.said) for c in found(OLD, "")] == [
        (Position(PATH, 1, 1, "", 1), "đã bỏ 5 dòng, lúc đó là “phuong_xa: Nếnh”")
    ]


@given(TEXTS, TEXTS, st.sampled_from(["\n", "\r\n"]))
def test_there_is_a_change_where_and_only_where_the_texts_differ(old: list[str], new: list[str], end: str) -> None:
    told = list(changes(PATH, "\n".join(old).encode(), end.join(new).encode("utf-8-sig")))
    assert (told == []) == ("\n".join(old) == "\n".join(new))
    lines = "\n".join(new).split("\n")
    for change in told:
        at = change.position
        assert at.text == lines[at.line - 1]
        assert 1 <= at.column <= len(at.text) + 1


@given(st.sets(st.integers(0, LONG), max_size=9))
def test_in_a_long_file_of_as_many_lines_each_line_is_named(rows: set[int]) -> None:
    old = [f"  ten: {row}" for row in range(LONG + 1)]
    new = [f"{line} x" if row in rows else line for row, line in enumerate(old)]
    told = found("\n".join(old), "\n".join(new))
    assert [change.position.line for change in told] == [r + 1 for r in sorted(rows) if r - 1 not in rows]


def test_a_long_file_of_more_lines_is_compared_as_a_whole_between_its_like_ends() -> None:
    """Trying every way of matching thousands of lines would take minutes."""
    old = ["đầu", *(f"{row}" for row in range(LONG)), "cuối"]
    new = ["đầu", *(f"x{row}" for row in range(LONG)), "x", "cuối"]
    (change,) = found("\n".join(old), "\n".join(new))
    assert (change.position.line, change.said) == (2, f"đã sửa {LONG + 1} dòng, lúc đó là “0”")
