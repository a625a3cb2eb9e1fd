"""A table read in few tokens is the table that markdown-it reads, with the same findings."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_block.table import table as whole_table

from cqtt.markup.blocks import BlockReader
from cqtt.markup.inlines import InlineReader
from cqtt.markup.nodes import Block
from cqtt.markup.parse import markdown
from cqtt.markup.rows import PLAIN_ROWS
from cqtt.problems import Problem
from tests.markup.cay import manuscript

CELL = st.text("aế1 .*_\\`[]()^<>&!~-:\xa0", max_size=6) | st.sampled_from(
    [
        "{ho_so.tra_lai=5}",
        "**{a=1}**",
        "**Tổng**",
        "** a**",
        "{= a}",
        "**{=a}b**",
        "[^x]",
        "\\|",
        "{=}",
        "***a***",
        "5%",
    ]
)
ROW = st.lists(CELL, max_size=4).map(lambda cells: f"| {' | '.join(cells)} |") | st.sampled_from(
    ["a | b", "|", "||", "# a", "- a", "1. a", "::: phu_luc x", "", "a", "  | a | b", "| a | b | "]
)
HEAD = st.sampled_from(["| a | b |\n|---|:-:|\n", "| a |\n|--|\n", "a | b\n-|-\n", "- | a | b |\n  |---|---|\n"])


def read(text: str, reader: MarkdownIt) -> tuple[list[Block], list[Problem]]:
    text = f"x[^x]\n\n{text}\n\n[^x]: y"
    source = manuscript(text)
    blocks = BlockReader(InlineReader(source))
    return blocks.read(reader.parse(source.text)), blocks.problems


def theirs() -> MarkdownIt:
    reader = markdown()
    reader.block.ruler.at("table", whole_table, {"alt": ["paragraph", "reference"]})
    return reader


@settings(deadline=None, max_examples=200)
@given(HEAD, st.lists(ROW, max_size=5).map("\n".join))
@example("| a | b |\n|---|---|\n", "| 1 | **2** |\n| 3 | *4* |\n| 5 |\n| 6 | 7 | 8 |\n| 9 | [x](y) |\n- a")
@example("- | a | b |\n  |---|---|\n", "  | 1 | 2 |\n| 3 | 4 |")
def test_a_table_is_read_as_markdown_it_reads_it(head: str, body: str) -> None:
    assert read(head + body, markdown()) == read(head + body, theirs())


def test_neighbouring_rows_without_markup_are_one_token() -> None:
    tokens = markdown().parse("| a | b |\n|---|---|\n| 1 | **x y** |\n| 2 | |\n| *3* | |\n| 4 | 5 |\n\nx")
    assert [(t.map, t.meta["rows"]) for t in tokens if t.type == PLAIN_ROWS] == [
        (None, [(2, ["1", "**x y**"]), (3, ["2", ""])]),
        (None, [(5, ["4", "5"])]),
    ]
    assert tokens[0].map == [0, 6]


def test_rows_that_lack_cells_without_end_are_no_table() -> None:
    """markdown-it stops a table there, so that a small text cannot become a big document."""
    wide = f"{'|a' * 600}|\n{'|-' * 600}|\n" + "|1|\n" * 200
    (table,) = [t for t in markdown().parse(wide) if t.type == "table_open"]
    assert table.map == [0, 111]
