"""Where each figure is printed: its section, its sentence, its appendix."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from cqtt.markup.nodes import Chart, Document, Table
from cqtt.markup.walk import BAR, Passage, passages, plain

MAX_SENTENCE = 1_000
"""Characters of a sentence that are quoted; each figure in it quotes it once more."""
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+(?=\S)")


class Occurrence(Struct, frozen=True):
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
    for passage in passages(document):
        is_row = isinstance(passage.place.block, Table | Chart)
        yield from _in_row(passage) if is_row else _in_sentences(passage)


def _in_row(passage: Passage) -> Iterator[Occurrence]:
    block = passage.place.block
    before = f"biểu đồ: {plain(block.title)}{BAR}" if isinstance(block, Chart) else ""
    line = before + passage.words
    for at, figure in passage.figures:
        yield Occurrence(figure.path, figure.text, passage.place.section, line, len(before) + at)


def _in_sentences(passage: Passage) -> Iterator[Occurrence]:
    words = passage.words
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(words)), len(words)]
    for at, figure in passage.figures:
        behind = min(bisect_right(ends, at), len(ends) - 1)
        quoted = _quoted(words, ends[behind - 1], at, ends[behind])
        yield Occurrence(figure.path, figure.text, passage.place.section, *quoted)


def _quoted(words: str, start: int, at: int, end: int) -> tuple[str, int]:
    """The sentence of *words* from *start* to *end*, of a very long one what stands around *at*; and *at* in it."""
    first, last = start, end
    if end - start > MAX_SENTENCE:
        first, last = max(start, at - MAX_SENTENCE // 2), min(end, at + MAX_SENTENCE // 2)
    quoted, before = words[first:last].lstrip(), "…" * (first > start)
    return f"{before}{quoted.rstrip()}{'…' * (last < end)}", len(before) + at - (last - len(quoted))
