"""Where each figure is printed: its section, its sentence, its appendix."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from cqtt.markup.nodes import Block, Chart, Document, Heading, Inlines, Items, Paragraph, Table
from cqtt.markup.walk import notes_in, placed, plain
from cqtt.numerals import roman

MAX_SENTENCE = 1_000
"""Characters of a sentence that are quoted; each figure in it quotes it once more."""
_BAR = " | "
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One figure on paper. *section* is ``II.1.1``, ``Phụ lục I`` or empty before the first heading.

    *sentence* is the sentence it stands in; for a table the row, its cells set apart by `` | ``, and for a chart the
    same behind ``biểu đồ:`` and the chart's title. The figure begins at character *at* of it.
    """

    path: str
    text: str
    section: str
    sentence: str
    at: int = 0


def occurrences(document: Document) -> Iterator[Occurrence]:
    """Every printed figure, in the order of the pages."""
    for line in document.title.subject:
        yield from _in_paragraph(line, "")
    yield from _in_body(document.blocks)
    for appendix in document.appendices:
        for line in appendix.title:
            yield from _in_paragraph(line, appendix.number)
        yield from _in_blocks(appendix.blocks, appendix.number)


def _in_body(blocks: Sequence[Block]) -> Iterator[Occurrence]:
    counts = [0, 0, 0]
    section = ""
    for block in blocks:
        if isinstance(block, Heading):
            counts[block.level - 1 :] = [counts[block.level - 1] + 1, *[0] * (3 - block.level)]
            section = ".".join([roman(counts[0]), *map(str, counts[1 : block.level])])
        yield from _in_blocks((block,), section)


def _in_blocks(blocks: Sequence[Block], section: str) -> Iterator[Occurrence]:
    for block in blocks:
        match block:
            case Heading(_, children, _) | Paragraph(children, _):
                yield from _in_paragraph(children, section)
            case Items(_, items, _, _):
                for item in items:
                    yield from _in_blocks(item, section)
            case Table():
                yield from _in_rows(block, section)
            case Chart():
                yield from _in_paragraph(block.title, section)
                yield from _in_rows(block, section, f"biểu đồ: {plain(block.title)} | ")
            case _:
                assert_never(block)


def _in_rows(block: Table | Chart, section: str, before: str = "") -> Iterator[Occurrence]:
    for row in (block.head, *block.body):
        cells = [plain(cell) for cell in row]
        line, start = before + _BAR.join(cells), len(before)
        for cell, words in zip(row, cells, strict=True):
            for figure, at in placed(cell, start):
                yield Occurrence(figure.path, figure.text, section, line, at)
            start += len(words) + len(_BAR)


def _quoted(words: str, start: int, at: int, end: int) -> tuple[str, int]:
    """The sentence of *words* from *start* to *end*, of a very long one what stands around *at*; and *at* in it."""
    first, last = start, end
    if end - start > MAX_SENTENCE:
        first, last = max(start, at - MAX_SENTENCE // 2), min(end, at + MAX_SENTENCE // 2)
    quoted, before = words[first:last].lstrip(), "…" * (first > start)
    return f"{before}{quoted.rstrip()}{'…' * (last < end)}", len(before) + at - (last - len(quoted))


def _in_paragraph(children: Inlines, section: str) -> Iterator[Occurrence]:
    """The figures of a paragraph, each with the sentence it stands in, then those of its notes."""
    words = plain(children)
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(words)), len(words)]
    for figure, at in placed(children):
        behind = min(bisect_right(ends, at), len(ends) - 1)
        yield Occurrence(figure.path, figure.text, section, *_quoted(words, ends[behind - 1], at, ends[behind]))
    for note in notes_in(children):
        for paragraph in note.paragraphs:
            yield from _in_paragraph(paragraph, section)
