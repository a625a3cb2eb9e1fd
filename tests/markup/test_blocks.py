"""The block reader by itself: what the fixtures of ``test_parse`` cannot show one by one."""

import pytest
from markdown_it import MarkdownIt

from cqtt.markup.blocks import BlockReader, end_of
from cqtt.markup.inlines import InlineReader
from cqtt.problems import Position, Severity
from tests.markup.cay import block_lines, manuscript


def reader(text: str) -> BlockReader:
    return BlockReader(InlineReader(manuscript(text)))


def read(text: str, *, numbered: bool = True) -> tuple[BlockReader, list[str]]:
    own = reader(text)
    blocks = own.read(MarkdownIt("commonmark").enable("table").parse(text), numbered=numbered)
    return own, [line for block in blocks for line in block_lines(block)]


def test_headings_that_are_not_numbered_may_be_of_any_level() -> None:
    own, lines = read("### A\n\n# B", numbered=False)
    assert lines == ["1 ### A", "3 # B"]
    assert own.problems == []
    assert own.level == 0


def test_the_level_goes_on_from_one_reading_to_the_next() -> None:
    own, _ = read("# A")
    tokens = MarkdownIt("commonmark").parse("## B")
    own.read(tokens)
    assert own.level == 2
    assert own.problems == []


def test_findings_inside_paragraphs_are_among_the_findings() -> None:
    own, _ = read("## A **")
    assert [(p.code, p.severity) for p in own.problems] == [("VB02", Severity.ERROR), ("VB07", Severity.WARNING)]


@pytest.mark.parametrize(("columns", "told"), [(63, []), (64, ["bảng có 64 cột, Word chỉ giữ được 63"])])
def test_a_table_is_no_wider_than_word_can_hold(columns: int, told: list[str]) -> None:
    own, _ = read("|" + "a|" * columns + "\n|" + "-|" * columns)
    assert [problem.message for problem in own.problems] == told


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| 1 | 2 |", 2),
        ("1 | 2", 2),
        ("| 1 \\| 2 | 3 |", 2),
        ("| | |", 2),
        ("|||", 2),
        ("| 1 | 2", 2),
        ("| 1 |", 1),
        ("| 1 | 2 | 3 |", 3),
        ("1", 1),
    ],
)
def test_cells_are_counted_as_they_are_typed(row: str, cells: int) -> None:
    own, _ = read(f"| a | b |\n|---|---|\n{row}")
    expected = [] if cells == 2 else [(Position("khuon.j2", 3, 1, row), f"hàng này có {cells} ô, đầu bảng có 2 ô")]
    assert [(p.position, p.message) for p in own.problems] == expected


def test_a_token_ends_where_its_own_closing_stands() -> None:
    tokens = MarkdownIt("commonmark").parse("- a\n  - b\n\nc")
    assert [t.type for t in tokens][end_of(tokens, 0)] == "bullet_list_close"
    assert end_of(tokens, 0) == len(tokens) - 4
    assert end_of(tokens, 3) == 3
