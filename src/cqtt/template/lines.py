"""The lines of the filled text: their marks taken out, prose set into its list item, footnotes' texts at the end."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from cqtt.template.marks import pieces

Place: TypeAlias = tuple[int, int]
"""A file number and a line."""

Line: TypeAlias = tuple[str, tuple[Place, ...]]
"""A line of text, with the places it came from: that of its first words first."""

_ITEM = re.compile(r"\s*(?:(?:[-+*]|\d+[.)])\s+)*(?P<note>\[\^[^\]\s]+\]:\s*)?")
_BLOCK = re.compile(r"\s*(?:#|:::|\||[-+*]\s|\d+[.)]\s)")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:")


def unmarked(marked: str) -> Iterator[Line]:
    """The lines of *marked*. Prose printed in a list item (``- {{ y }}``) stays in it, however long it is."""
    places: tuple[Place, ...] = ((0, 1),)
    indents: dict[int, int] = {}
    for raw in marked.split("\n"):
        head, marks = pieces(raw)
        line = head + "".join(text for _, _, text in marks)
        if marks:
            written = next((mark for mark in marks if not _ITEM.fullmatch(mark[2])), None)
            first = written or max(reversed(marks), key=lambda mark: mark[0])  # prose without words, not its item
            places = tuple(dict.fromkeys((mark[0], mark[1]) for mark in (first, *marks)))
        outer = marks[0][0] if marks else places[0][0]
        indent = indents.get(outer, 0)
        before = head
        for prose, _, text in marks:
            if prose > outer:  # texts are numbered as they are begun: prose printed here, not what goes on behind it
                indents[prose] = indent + _hang(before)
            before += text
        yield " " * indent + line if line else line, places


def _hang(before: str) -> int:
    """How far prose hangs in that is printed behind *before*: by a list's mark, and by four in a footnote's text."""
    found = _ITEM.match(before)
    if not found:
        return 0
    return found.start("note") + 4 if found["note"] else found.end()


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
            notes.append(("", line[1]))
        elif indent is not None and bare and width < indent + 4 and (after_blank or _BLOCK.match(bare)):
            indent = None
            if after_blank and text and text[-1][0]:  # what stands above the note and below it are two paragraphs
                text.append(("", line[1]))
        after_blank = not bare
        if indent is None:
            text.append(line)
        else:
            notes.append((line[0][min(indent, width) :], line[1]))
    return text + notes
