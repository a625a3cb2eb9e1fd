"""A file can say where each of its values stands."""

import pytest

from cqtt.problems import Key, Position
from cqtt.source.source_file import SourceFile

LINES = [
    "# đầu tệp",
    "phuong_xa: Hương Mai  # tên",
    "ho_so:",
    "  tiep_nhan: {truc_tuyen: 280}",
    "  tra_lai:",
    "sang_kien:",
    "  - ten: |",
    "      Trợ lý ảo",
    '  - ten: "a',
    '      b"',
    "  - >-",
    "    gấp",
]
SOURCE = SourceFile("x.yaml", "\r\n".join(LINES))


@pytest.mark.parametrize(
    ("key", "line", "column", "width"),
    [
        (("phuong_xa",), 2, 12, 9),
        (("ho_so",), 3, 1, 5),
        (("ho_so", "tiep_nhan"), 4, 14, 1),
        (("ho_so", "tiep_nhan", "truc_tuyen"), 4, 27, 3),
        (("ho_so", "tra_lai"), 5, 3, 7),
        (("ho_so", "tra_lai", "khac"), 5, 3, 7),
        (("sang_kien",), 6, 1, 9),
        (("sang_kien", 0), 7, 5, 1),
        (("sang_kien", 0, "ten"), 7, 10, 1),
        (("sang_kien", 9, "ten"), 6, 1, 9),
        (("khac", "ten"), 2, 1, 1),
        ((), 2, 1, 1),
    ],
)
def test_a_value_stands_where_it_was_typed(key: Key, line: int, column: int, width: int) -> None:
    """An empty value and a block stand at their key, a missing one at what is there of its path."""
    assert SOURCE.position(key) == Position("x.yaml", line, column, LINES[line - 1], width)


def test_a_file_without_content_is_placed_at_its_head() -> None:
    assert SourceFile("x.yaml", "").position(("a",)) == Position("x.yaml", 1, 1, "")


def test_a_key_has_a_place_of_its_own() -> None:
    assert SOURCE.key_position(("phuong_xa",)) == Position("x.yaml", 2, 1, LINES[1], 9)
    assert SOURCE.key_position(("sang_kien", 0)) == SOURCE.position(("sang_kien", 0))


@pytest.mark.parametrize(
    ("key", "typed", "quoted"),
    [
        (("phuong_xa",), "Hương Mai", False),
        (("ho_so", "tiep_nhan", "truc_tuyen"), "280", False),
        (("ho_so", "tra_lai"), "", False),
        (("sang_kien", 0, "ten"), "|", True),
        (("khac",), "", False),
    ],
)
def test_a_value_is_told_as_it_was_typed(key: Key, typed: str, quoted: bool) -> None:
    assert SOURCE.source_text(key) == (typed, quoted)


def test_the_lines_of_a_text_block_begin_below_its_mark() -> None:
    assert SOURCE.text_extent(("sang_kien", 0, "ten")) == (8, 8, 0, True)
    assert SOURCE.text_extent(("sang_kien", 1, "ten")) == (9, 10, 9, False)
    assert SOURCE.text_extent(("sang_kien", 2)) == (12, 12, 0, False)
    assert SOURCE.text_extent(("phuong_xa",)) == (2, 2, 11, False)
    assert SOURCE.text_extent(("ho_so", "khac")) == (3, 3, 0, False)


@pytest.mark.parametrize(
    ("value", "extent"),
    [
        ('"một\\n\\nhai"', (1, 1, 3, False)),
        ('"một\n\n  hai"', (1, 3, 3, False)),
        ("'một\n  hai'", (1, 2, 3, False)),
        ("một\n  hai", (1, 2, 3, False)),
        (">\n  một\n\n  hai\n\n", (2, 4, 0, False)),
        ("|\n  một\n\n  hai\n\n", (2, 4, 0, True)),
    ],
)
def test_a_text_ends_on_the_last_line_that_holds_words_of_it(value: str, extent: tuple[int, int, int, bool]) -> None:
    assert SourceFile("x.yaml", f"a: {value}\nb: ba\n").text_extent(("a",)) == extent


def test_a_comment_behind_text_is_found_with_its_key() -> None:
    assert SOURCE.commented(1) == (("phuong_xa",), Position("x.yaml", 2, 23, LINES[1], 5))
    assert SOURCE.commented(3) is None
    assert SOURCE.commented(0) is None


def test_lines_have_no_breaks_whatever_breaks_them() -> None:
    assert SourceFile("x.yaml", "a\r\nb\rc\n").lines == ["a", "b", "c", ""]
    assert SOURCE.lines == LINES


def test_a_single_value_has_a_beginning_and_an_end() -> None:
    assert SOURCE.value_places() == {
        ("phuong_xa",): ((1, 11), (1, 20)),
        ("ho_so", "tiep_nhan", "truc_tuyen"): ((3, 26), (3, 29)),
        ("sang_kien", 0, "ten"): ((6, 9), (7, 15)),
        ("sang_kien", 1, "ten"): ((8, 9), (9, 8)),
        ("sang_kien", 2): ((10, 4), (11, 7)),
    }


def test_what_is_not_written_or_is_no_single_value_has_no_place() -> None:
    assert SOURCE.value_places([("phuong_xa",), ("ho_so",), ("ho_so", "tra_lai"), ("khac",)]) == {
        ("phuong_xa",): ((1, 11), (1, 20))
    }


def test_the_keys_of_the_file_itself_have_their_lines() -> None:
    assert SOURCE.top_level() == {"phuong_xa": 1, "ho_so": 2, "sang_kien": 5}
    assert SourceFile("x.yaml", "  a: 1\n  b: 2").top_level() == {"a": 0, "b": 1}
    assert SourceFile("x.yaml", "{a: 1,\nb: 2}").top_level() == {}
    assert SourceFile("x.yaml", "").top_level() == {}


def test_a_comment_begins_behind_a_blank_and_outside_of_values() -> None:
    text = "# a\nten: 'b # c'  # d # e\nmau: C#  #f\ndoan: |\n  # g\n\n  h\n  # i\n# k\ndai: \"l\n  # m\" # n"
    source = SourceFile("x.yaml", text)
    assert [source.lines[row][column:] for row, column in source.comments()] == ["# a", "# d # e", "#f", "# k", "# n"]
