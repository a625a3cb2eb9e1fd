"""Tables made from data: their slot, on a line of its own, becomes a table as it is; only typed cells are read."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from cqtt.manuscript import SLOT, Cells, Printed, TableInsert, Typed
from cqtt.markup.addresses import linked
from cqtt.markup.data_rows import DataRows, cell_of
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
        for words in insert.typed:
            token = state.push("inline", "", 0)
            token.map, token.content, token.children = place, words, []
        state.push("table_close", "table", -1)
        state.line = start + 1
    return True


def made(insert: TableInsert, read: Sequence[Inlines], line: int) -> Table:
    """The table, with its typed cells as they were *read*."""
    cells = iter(read)
    head = tuple(next(cells) for _ in insert.head)
    data = [column for column in insert.columns if isinstance(column, Printed)]
    texts, paths = [column.texts for column in data], [column.paths for column in data]
    if len(data) == len(insert.columns) and not any("://" in text for column in texts for text in column):
        body: Sequence[Row] = DataRows(texts, paths, line, tuple(_bold(row, cells, line) for row in insert.totals))
    else:
        rows = zip(*(_nodes(column, cells, line) for column in insert.columns), strict=True)
        body = (*rows, *(_bold(row, cells, line) for row in insert.totals))
    return Table(tuple(map(Align, insert.align)), head, body, line, spread=False)


def _nodes(column: Printed | Typed, read: Iterator[Inlines], line: int) -> Iterator[Inlines]:
    if isinstance(column, Printed):
        return (linked(cell_of(*cell, line)) for cell in zip(column.texts, column.paths, strict=True))
    return (next(read) for _ in column)


def _bold(row: Cells, read: Iterator[Inlines], line: int) -> Row:
    cells = (next(read) if isinstance(cell, str) else cell_of(cell.text, cell.path, line) for cell in row)
    return tuple((Strong(cell),) if cell else () for cell in cells)


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
