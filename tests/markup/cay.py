"""A document as a few readable lines, and a manuscript out of a few typed ones: what the tests of the markup share.

In the typed text ``{ho_so.tra_lai=2}`` is a figure and ``{=2}`` are words from the data. In the tree a line begins with
the line of the text (from 1) that the block began on; ``b(…)`` is bold, ``i(…)`` italic, ``⏎`` a forced new line.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar, assert_never

from msgspec import Struct
from msgspec.structs import replace

from cqtt.manuscript import Insert, Manuscript, Origin, slot
from cqtt.markup.nodes import (
    Appendix,
    Block,
    Chart,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Items,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
)

PATH = "khuon.j2"
Tree = TypeVar("Tree")
_INSERT = re.compile(r"\{([a-z_.-]*)=([^{}]*)\}")


def unplaced(node: Tree) -> Tree:
    """*node* as if nobody knew the lines on which its words and figures were typed."""
    if isinstance(node, tuple):
        return tuple(map(unplaced, node))  # type: ignore[return-value]
    if not isinstance(node, Struct):
        return node
    parts: dict[str, Any] = {name: unplaced(getattr(node, name)) for name in node.__struct_fields__}
    return replace(node, **(parts | {"line": None} if isinstance(node, Text | Figure) else parts))


def manuscript(text: str) -> Manuscript:
    """*text* as if it had been filled from a template that reads the same, line by line."""
    inserts: list[Insert] = []

    def put(found: re.Match[str]) -> str:
        inserts.append(Insert(found[2], found[1]))
        return slot(len(inserts) - 1)

    lines = text.split("\n")
    filled = [_INSERT.sub(put, line) for line in lines]
    origins = [Origin(PATH, number) for number in range(1, len(lines) + 1)]
    return Manuscript(filled, origins, inserts, {PATH: lines})


def tree(document: Document) -> str:
    """*document*, one block on each line."""
    title = [inlines(line) for line in (document.title.kind, *document.title.subject)]
    body = [line for block in document.blocks for line in block_lines(block)]
    appendices = [line for appendix in document.appendices for line in _appendix(appendix)]
    return "".join(f"{line}\n" for line in [" / ".join(title), *body, *appendices])


def inlines(children: Inlines) -> str:
    """*children* on one line."""
    return "".join(_inline(node) for node in children)


def block_lines(block: Block) -> Iterator[str]:
    """The lines that show *block*."""
    match block:
        case Heading(level, children, line):
            yield f"{line + 1} {'#' * level} {inlines(children)}"
        case Paragraph(children, line):
            yield f"{line + 1} p {inlines(children)}"
        case Items(ordered, items, line, start):
            yield f"{line + 1} {f'ol {start}' if ordered else 'ul'}"
            for item in items:
                inner = [line for part in item for line in block_lines(part)] or ["(trống)"]
                yield f"  - {inner[0]}"
                yield from (f"    {line}" for line in inner[1:])
        case Table(align, head, body, line, caption):
            yield f"{line + 1} table {' '.join(column.value for column in align)}{f' “{caption}”' if caption else ''}"
            yield from (f"  | {' | '.join(inlines(cell) for cell in row)} |" for row in (head, *body))
        case Chart(kind, title, head, body, line):
            yield f"{line + 1} chart {kind.value} “{inlines(title)}”"
            yield from (f"  | {' | '.join(inlines(cell) for cell in row)} |" for row in (head, *body))
        case _:
            assert_never(block)


def _appendix(appendix: Appendix) -> Iterator[str]:
    title = " / ".join(inlines(line) for line in appendix.title)
    turned = " ngang" if appendix.landscape else ""
    yield f"{appendix.line + 1} ::: {appendix.label}{turned} “{appendix.number}” {title}"
    yield from (f"  {line}" for block in appendix.blocks for line in block_lines(block))


def _inline(node: Inline) -> str:
    match node:
        case Text(text):
            return text
        case Figure(text, path):
            return f"{{{path}={text}}}"
        case Strong(children) | Emphasis(children):
            return f"{'b' if isinstance(node, Strong) else 'i'}({inlines(children)})"
        case Link(children, target):
            return f"a<{target}>({inlines(children)})"
        case Reference(text, label):
            return f"#{label}({text})"
        case LineBreak():
            return "⏎"
        case Note(paragraphs):
            return f"note({' ¶ '.join(inlines(paragraph) for paragraph in paragraphs)})"
        case _:
            assert_never(node)


def cases(path: Path) -> Iterator[tuple[int, str, str, str]]:
    """The cases of a fixture file, ``title . input . expected .``: the line each begins on, and its three parts."""
    parts: list[list[str]] = [[]]
    first = 1
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line != ".":
            parts[-1].append(line)
        elif len(parts) < 3:
            parts.append([])
        else:
            title, text, expected = ("\n".join(part) for part in parts)
            yield first, title.strip(), text, f"{expected}\n" if expected else ""
            parts, first = [[]], number + 1
    assert not "".join(parts[-1]).strip(), f"{path.name}: the last case has no end"
