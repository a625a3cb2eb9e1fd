"""The lines of the filled text: their marks taken out, prose set into its list item, footnotes' texts at the end."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from cqtt.template.environment import pieces

Line: TypeAlias = tuple[str, int, int]
"""A line of text, with the file number and the line it came from."""

_ITEM = re.compile(r"\s*(?:[-+*]|\d+[.)])\s+")
_BLOCK = re.compile(r"\s*(?:#|:::|\||[-+*]\s|\d+[.)]\s)")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:")


def unmarked(marked: str) -> Iterator[Line]:
    """The lines of *marked*. Prose printed behind a list mark (``- {{ y }}``) stays in its item, however long it is."""
    source, row = 0, 1
    hanging, indent = -1, ""
    for raw in marked.split("\n"):
        head, marks = pieces(raw)
        line = head + "".join(text for _, _, text in marks)
        if marks:
            source, row, _ = next((m for m in marks if m[2].strip() and not _ITEM.fullmatch(m[2])), marks[-1])
        if marks and marks[0][0] == hanging and line and not head:
            line = indent + line
        for i, (prose, _, _) in enumerate(marks):
            before = head + "".join(text for _, _, text in marks[:i])
            if prose != marks[0][0] and _ITEM.fullmatch(before):
                hanging, indent = prose, " " * len(before)
        yield line, source, row


def notes_last(lines: Iterable[Line]) -> list[Line]:
    """*lines* with the texts of the footnotes behind everything else, so that one may be written inside a list item."""
    text: list[Line] = []
    notes: list[Line] = []
    indent: int | None = None
    after_blank = True
    for line in lines:
        bare = line[0].lstrip()
        width = len(line[0]) - len(bare)
        if _NOTE.match(bare):
            indent = width
            notes.append(("", *line[1:]))
        elif indent is not None and bare and width < indent + 4 and (after_blank or _BLOCK.match(bare)):
            indent = None
        after_blank = not bare
        if indent is None:
            text.append(line)
        else:
            notes.append((line[0][min(indent, width) :], *line[1:]))
    return text + notes
