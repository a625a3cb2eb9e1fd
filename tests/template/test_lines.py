"""The lines of the filled text: each has its place, prose stays in its item, footnotes' texts stand at the end."""

import pytest

from cqtt.template.lines import Line, notes_last, unmarked
from cqtt.template.marks import line_mark

TEMPLATE, PROSE, INNER = 0, 1, 2


def lines(*parts: tuple[int, int, str] | str) -> list[Line]:
    """The lines of text in which each part bears its mark; a bare string is printed from the data."""
    text = "".join(part if isinstance(part, str) else line_mark(*part[:2]) + part[2] for part in parts)
    return list(unmarked(text))


def marked(*parts: tuple[int, int, str] | str) -> list[tuple[str, int, int]]:
    """The lines, each with the place of its first words."""
    return [(line, *places[0]) for line, places in lines(*parts)]


def plain(*typed: str) -> list[str]:
    """What becomes of lines *typed* so when notes are moved."""
    return [line for line, _ in notes_last((line, ((TEMPLATE, i),)) for i, line in enumerate(typed, start=1))]


def test_a_line_comes_from_where_its_first_words_stand() -> None:
    assert marked((TEMPLATE, 1, "a\n"), (TEMPLATE, 2, ""), (TEMPLATE, 5, "b")) == [("a", 0, 1), ("b", 0, 5)]
    assert marked((TEMPLATE, 1, "a "), (PROSE, 7, "b")) == [("a b", 0, 1)]
    assert marked((TEMPLATE, 1, "  "), (PROSE, 7, "b")) == [("  b", 1, 7)]


def test_a_list_mark_is_no_word() -> None:
    assert marked((TEMPLATE, 1, "- "), (PROSE, 7, "b")) == [("- b", 1, 7)]
    assert marked((TEMPLATE, 1, "  12. "), (PROSE, 7, "b")) == [("  12. b", 1, 7)]
    assert marked((TEMPLATE, 1, "- a")) == [("- a", 0, 1)]


def test_a_line_put_together_from_several_places_knows_them_all() -> None:
    parts = ((TEMPLATE, 1, "- "), (PROSE, 7, "b"), (TEMPLATE, 1, "c "), (INNER, 3, "d"))
    assert lines(*parts) == [("- bc d", ((PROSE, 7), (TEMPLATE, 1), (INNER, 3)))]


def test_a_line_without_a_mark_comes_from_where_the_last_one_did() -> None:
    assert marked((TEMPLATE, 3, "a\nb\n"), (TEMPLATE, 4, "c")) == [("a", 0, 3), ("b", 0, 3), ("c", 0, 4)]


def test_what_is_printed_stands_where_the_mark_before_it_says() -> None:
    assert marked((TEMPLATE, 3, ""), "5.007", (TEMPLATE, 4, " hồ sơ")) == [("5.007 hồ sơ", 0, 3)]


@pytest.mark.parametrize(
    ("before", "indent"),
    [
        pytest.param("", "", id="a paragraph"),
        pytest.param("- ", "  ", id="a dash"),
        pytest.param("1. ", "   ", id="a number"),
        pytest.param("10) ", "    ", id="two digits"),
        pytest.param("  - ", "    ", id="an item in an item"),
        pytest.param("   ", "   ", id="a paragraph of an item"),
        pytest.param("- Về ", "  ", id="behind words of the template"),
        pytest.param("Về - ", "", id="a dash inside a sentence"),
        pytest.param("[^x]: ", "    ", id="a note"),
        pytest.param("  [^x]: ", "      ", id="a note in an item"),
        pytest.param("| ", "", id="a cell"),
    ],
)
def test_prose_hangs_where_it_is_printed(before: str, indent: str) -> None:
    parts = [(TEMPLATE, 1, before), (PROSE, 7, "a\n"), (PROSE, 8, "\n"), (PROSE, 9, "b"), (TEMPLATE, 1, "\n")]
    found = [line for line, _, _ in marked(*parts, (TEMPLATE, 2, "c"))]
    assert found == [f"{before}a", "", f"{indent}b", "c"]


def test_prose_inside_prose_hangs_with_it() -> None:
    parts = (
        (TEMPLATE, 1, "- "),
        (PROSE, 7, ""),
        (INNER, 3, "a\n"),
        (INNER, 4, "b"),
        (PROSE, 7, "\n"),
        (PROSE, 8, "1. "),
        (INNER + 1, 3, "c\n"),
        (INNER + 1, 4, "d"),
        (PROSE, 8, "\n"),
        (PROSE, 9, "e"),
        (TEMPLATE, 1, "\n"),
        (TEMPLATE, 2, "f"),
    )
    assert [line for line, _, _ in marked(*parts)] == ["- a", "  b", "  1. c", "     d", "  e", "f"]


def test_what_goes_on_behind_prose_does_not_hang() -> None:
    parts = ((PROSE, 7, "a\n"), (PROSE, 8, "b"), (TEMPLATE, 1, " c\n"), (TEMPLATE, 2, "d"))
    assert [line for line, _, _ in marked((TEMPLATE, 1, "- "), *parts)] == ["- a", "  b c", "d"]


def test_a_line_of_prose_that_begins_with_a_figure_hangs_too() -> None:
    parts = ((PROSE, 7, "a\n"), (PROSE, 8, "\n"), (PROSE, 9, ""), "5.007", (PROSE, 9, " hồ sơ"))
    assert [line for line, _, _ in marked((TEMPLATE, 1, "- "), *parts)] == ["- a", "", "  5.007 hồ sơ"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(["a", "", "b"], ["a", "", "b"], id="no notes"),
        pytest.param(["a[^x]", "", "[^x]: n"], ["a[^x]", "", "", "[^x]: n"], id="a note at the end"),
        pytest.param(["[^x]: n", "", "a"], ["a", "", "[^x]: n", ""], id="a note at the beginning"),
        pytest.param(["[^x]: n", "  m", "", "a"], ["a", "", "[^x]: n", "  m", ""], id="its text may run on"),
        pytest.param(["[^x]: n", "m", "a"], ["", "[^x]: n", "m", "a"], id="without an indent, up to a blank line"),
        pytest.param(["[^x]: n", "", "    m", "", "a"], ["a", "", "[^x]: n", "", "    m", ""], id="two paragraphs"),
        pytest.param(["[^x]: n", "", "   a"], ["   a", "", "[^x]: n", ""], id="three blanks are too few for one more"),
        pytest.param(["[^x]: n", "- a"], ["- a", "", "[^x]: n"], id="a list ends it"),
        pytest.param(["[^x]: n", "1. a"], ["1. a", "", "[^x]: n"], id="a numbered list ends it"),
        pytest.param(["[^x]: n", "# a"], ["# a", "", "[^x]: n"], id="a heading ends it"),
        pytest.param(["[^x]: n", "::: a"], ["::: a", "", "[^x]: n"], id="a container ends it"),
        pytest.param(["[^x]: n", "| a |"], ["| a |", "", "[^x]: n"], id="a table ends it"),
        pytest.param(["[^x]: n", "[^y]: m"], ["", "[^x]: n", "", "[^y]: m"], id="another note ends it"),
        pytest.param(["- a", "", "  [^x]: n", "- b"], ["- a", "", "- b", "", "[^x]: n"], id="a note in an item"),
        pytest.param(
            ["- a", "  [^x]: n", "      m", "- b"], ["- a", "- b", "", "[^x]: n", "    m"], id="with its own indent"
        ),
        pytest.param(["a[^x]: b"], ["a[^x]: b"], id="a call with a colon is no note"),
        pytest.param(["a", "[^x]: n", "", "b"], ["a", "", "b", "", "[^x]: n", ""], id="paragraphs stay two"),
    ],
)
def test_notes_stand_behind_everything_else(typed: list[str], expected: list[str]) -> None:
    assert plain(*typed) == expected


def test_moved_lines_keep_their_places() -> None:
    note, blank, text = ((TEMPLATE, 1),), ((TEMPLATE, 2),), ((PROSE, 7), (TEMPLATE, 3))
    found = notes_last([("[^x]: n", note), ("", blank), ("a", text)])
    assert found == [("a", text), ("", note), ("[^x]: n", note), ("", blank)]
