"""Tabs, and the blanks that Word and web pages put in place of a space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.problems import Position
from cqtt.source.blanks import odd_blanks, spaced, tabs
from cqtt.source.text import MAX_SHOWN


def test_many_lines_with_tabs_end_in_one_sentence() -> None:
    tabbed = list(tabs("\ta\n" * 8, "x.yaml"))
    assert len(tabbed) == MAX_SHOWN + 1
    assert tabbed[-1].message == "từ dòng này còn 3 dòng khác có Tab"
    assert tabbed[-1].position == Position("x.yaml", 6, 1)


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            "  \ta: 1",
            "dòng 1 thụt lề bằng phím Tab; YAML chỉ nhận dấu cách",
            "xóa khoảng trống đầu dòng rồi gõ dấu cách",
        ),
        ("b:\t2", "có ký tự Tab giữa dòng", "xóa khoảng trống ở chỗ “→” rồi gõ một dấu cách"),
        ("b: 2\t", "có ký tự Tab ở cuối dòng", "xóa khoảng trống ở chỗ “→”"),
        ("  b\t2", "giữa khóa và giá trị là ký tự Tab, không phải dấu hai chấm", "viết: b: 2"),
        ("- ten\t Mô hình  A", "giữa khóa và giá trị là ký tự Tab, không phải dấu hai chấm", "viết: - ten: Mô hình A"),
    ],
)
def test_a_tab_is_told_with_a_fix_after_which_the_line_is_right(line: str, message: str, hint: str) -> None:
    [problem] = tabs(line, "x.yaml")
    assert (problem.code, problem.message) == ("YAML01", message)
    assert problem.hint.startswith(hint)
    assert problem.position == Position("x.yaml", 1, line.index("\t") + 1, line.replace("\t", "→"))


@pytest.mark.parametrize("blank", ["\u00a0", "\u2003", "\u202f", "\u3000"])
def test_a_line_indented_with_another_blank_is_refused(blank: str) -> None:
    """YAML takes such a blank for the key's first letter."""
    [problem] = odd_blanks(f"a:\n {blank}{blank}b: 1\n{blank}c: 2", "x.yaml")
    name = "dấu cách không ngắt (U+00A0)" if blank == "\u00a0" else f"khoảng trống U+{ord(blank):04X}"
    others = "(và 1 dòng khác trong tệp)"
    assert problem.message == f"dòng thụt lề bằng {name}, không phải dấu cách thường {others}"
    assert problem.position == Position("x.yaml", 2, 2, " ··b: 1", 2)


@pytest.mark.parametrize(
    ("line", "shown", "where"),
    [
        ("b:\u00a01", "b:·1", "sau dấu hai chấm"),
        ("b: \u00a01", "b: ·1", "sau dấu hai chấm"),
        ("- ten:\u00a0A", "- ten:·A", "sau dấu hai chấm"),
        ("b\u00a0: 1", "b·: 1", "trước dấu hai chấm"),
        ("b: 1\u00a0", "b: 1·", "sau giá trị"),
        ("b: true \u00a0 # x", "b: true · # x", "sau giá trị"),
        ("-\u00a0ten: A", "-·ten: A", "sau dấu “-”"),
    ],
)
def test_a_blank_around_a_colon_is_named(line: str, shown: str, where: str) -> None:
    [problem] = odd_blanks(f"a:\n{line}", "x.yaml")
    assert problem.message == f"{where} là dấu cách không ngắt (U+00A0), không phải dấu cách thường"
    assert problem.position.text == shown
    assert problem.position.column == shown.index("·") + 1


@pytest.mark.parametrize(
    "text",
    [
        "a: x\u00a0y",
        "a: |\n  gom:\u00a0hai\n  -\u00a0mot",
        "a:\n  - >-\n    gom:\u00a0hai",
        "a: mot\n  gom:\u00a0hai",
        "a:\n  b: |  # lời\n    x\n\n    gom:\u00a0hai",
    ],
)
def test_another_blank_inside_a_text_is_text(text: str) -> None:
    assert list(odd_blanks(text, "x.yaml")) == []


def test_a_key_below_an_empty_one_is_no_text() -> None:
    [problem] = odd_blanks("ho_so:  # theo biểu\n  tiep_nhan:\n    # chú thích\n    a:\u00a01", "x.yaml")
    assert problem.position.line == 4


@given(st.text(alphabet="a: \t\u00a0\u3000\n-"))
def test_every_character_stays_in_its_place(text: str) -> None:
    plain = spaced(text)
    assert len(plain) == len(text)
    assert not set(plain) & set("\t\u00a0\u3000")
    assert [c for c in plain if c not in " \n"] == [c for c in text if c not in " \n\t\u00a0\u3000"]
