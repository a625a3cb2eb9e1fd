"""Tables for markdown-it in which the rows of plain cells are one token: a table of many communes has 100,000 cells.

The head is markdown-it's own. Below it a row with any markup but ``**…**`` around a whole cell becomes the usual
inline tokens; of the others only line and cells are kept, in the ``meta`` of a token ``plain_rows``.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import MAX_AUTOCOMPLETED_CELLS, escapedSplit, getLine
from markdown_it.rules_block.table import table as whole_table

PLAIN_ROWS = "plain_rows"

_MARKUP = re.compile(r"[\\_\[\]<>`&~!^]")
_BOLD = re.compile(r"\*\*[^*\s](?:[^*]*[^*\s])?\*\*")


def rows_plugin(markdown: MarkdownIt) -> None:
    """Let *markdown* read tables so."""
    markdown.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    if not whole_table(state, start, min(end, start + 2), silent):
        return False
    if not silent:
        first = next(i for i in range(len(state.tokens) - 1, -1, -1) if state.tokens[i].type == "table_open")
        columns = sum(token.type == "th_open" for token in state.tokens[first:])
        close = state.tokens.pop()
        parent, state.parentType = state.parentType, "table"
        state.line = _body(state, start + 2, end, columns)
        state.parentType = parent
        state.tokens.append(close)
        state.tokens[first].map = [start, state.line]
    return True


def _body(state: StateBlock, start: int, end: int, columns: int) -> int:
    """Push the rows from line *start* on; returns the line behind the last one."""
    missing = 0
    for line in range(start, end):
        text = mdTrim(getLine(state, line))
        if not text or state.sCount[line] < state.blkIndent or _begins(state, line, end):
            return line
        cells = split(text)
        missing += columns - len(cells)
        if missing > MAX_AUTOCOMPLETED_CELLS:
            return line
        _push(state, line, [*cells, *[""] * (columns - len(cells))][:columns])
    return end


def _begins(state: StateBlock, line: int, end: int) -> bool:
    """Whether another block begins on *line*."""
    rules = state.md.block.ruler.getRules("blockquote")
    return any(rule(state, line, end, True) for rule in rules)  # noqa: FBT003  # silent, and only by its place


def split(text: str) -> list[str]:
    """The cells of a row, as markdown-it splits them."""
    cells = escapedSplit(text) if "\\" in text else text.split("|")
    inner = cells[cells[0] == "" :]
    return [mdTrim(cell) for cell in (inner[:-1] if inner and inner[-1] == "" else inner)]


def _push(state: StateBlock, line: int, cells: list[str]) -> None:
    if _are_plain(cells):
        if state.tokens[-1].type != PLAIN_ROWS:
            state.push(PLAIN_ROWS, "", 0).meta = {"rows": []}
        state.tokens[-1].meta["rows"].append((line, cells))
        return
    state.push("tr_open", "tr", 1).map = [line, line + 1]
    for cell in cells:
        token = state.push("inline", "", 0)
        token.map, token.content, token.children = [line, line + 1], cell, []
    state.push("tr_close", "tr", -1)


def _are_plain(cells: list[str]) -> bool:
    row = "|".join(cells)
    return not _MARKUP.search(row) and ("*" not in row or all("*" not in c or _BOLD.fullmatch(c) for c in cells))
