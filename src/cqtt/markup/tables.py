"""Tables made from data: their slot, on a line of its own, becomes a table as it is; only typed cells are read."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from cqtt.manuscript import SLOT, Insert, TableInsert
from cqtt.markup.addresses import linked
from cqtt.markup.inlines import words_of
from cqtt.markup.nodes import Align, Inlines, Row, Strong, Table


def data_tables_plugin(markdown: MarkdownIt) -> None:
    """Let *markdown* find the tables among the inserts that its ``env`` holds under ``inserts``.

    The token ``table_open`` of one has the insert in its ``meta``; its typed cells follow as inline tokens.
    """
    markdown.block.ruler.before("table", "data_table", _rule, {"alt": ["paragraph", "reference"]})


def _rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    found = SLOT.fullmatch(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip())
    insert = state.env["inserts"][int(found[1])] if found else None
    if not isinstance(insert, TableInsert):
        return False
    if not silent:
        place = [start, start + 1]
        opened = state.push("table_open", "table", 1)
        opened.map, opened.meta = place, {"insert": insert}
        for words in typed(insert):
            token = state.push("inline", "", 0)
            token.map, token.content, token.children = place, words, []
        state.push("table_close", "table", -1)
        state.line = start + 1
    return True


def typed(insert: TableInsert) -> Iterator[str]:
    """The typed cells, row by row."""
    rows = (insert.head, *insert.rows, *insert.totals)
    return (cell for row in rows for cell in row if isinstance(cell, str))


def made(insert: TableInsert, read: Sequence[Inlines], line: int) -> Table:
    """The table, with its typed cells as they were *read*."""
    cells = iter(read)
    head = tuple(next(cells) for _ in insert.head)
    body = [tuple([next(cells) if isinstance(c, str) else _data(c, line) for c in row]) for row in insert.rows]
    totals = ([next(cells) if isinstance(c, str) else _data(c, line) for c in row] for row in insert.totals)
    bold: list[Row] = [tuple((Strong(cell),) if cell else () for cell in row) for row in totals]
    return Table(tuple(map(Align, insert.align)), head, (*body, *bold), line, spread=False)


def _data(cell: Insert, line: int) -> Inlines:
    return linked(words_of(cell, line)) if "://" in cell.text else words_of(cell, line)


def turned(tokens: Sequence[Token]) -> bool:
    """Whether *tokens* have a table that needs the width of a turned page: any but that of one unit alone."""
    tables = [insert_of(token) for token in tokens if token.type == "table_open"]
    return not tables or not all(insert and insert.upright for insert in tables)


def insert_of(opened: Token) -> TableInsert | None:
    """The table that the token *opened* stands for; None for one that was typed."""
    insert: TableInsert | None = opened.meta.get("insert")
    return insert


def align_of(cell: Token) -> Align:
    """How the column below the head *cell* of a typed table is set."""
    style = str(cell.attrs.get("style", "")).removeprefix("text-align:")
    return Align(style) if style else Align.LEFT
