"""What stands in a document: its passages one after another, and in a run of inlines its words, figures and notes."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from cqtt.markup.data_rows import DataRows
from cqtt.markup.nodes import (
    Block,
    Chart,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    Items,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    Text,
)
from cqtt.numerals import roman

BAR = " | "
"""What sets the cells of a row apart."""
GIVEN = "\ue000\ue001*"
"""The pattern of words that nobody typed, as they stand in ``Passage.typed``."""
Piece: TypeAlias = Text | Figure | Reference


class Place(Struct, frozen=True):
    """Where a passage stands: *section* is ``II.1.1``, ``Phụ lục I`` or empty before the first heading.

    *block* is None for a line of a title and for a footnote; *items* are those of the list that follows, 0 without one.
    """

    section: str = ""
    in_appendix: bool = False
    block: Block | None = None
    items: int = 0


class Passage(Struct, frozen=True):
    """What is read in one go: a heading, a paragraph, a line of a title, the name of a chart, a row of a table.

    *words* are as on paper, without notes, the cells of a row set apart by `` | ``; *pieces* are the nodes that they
    come from, *figures* the figures among these, each with its offset in them.
    """

    words: str
    pieces: tuple[tuple[int, Piece], ...]
    figures: tuple[tuple[int, Figure], ...]
    place: Place

    def typed(self) -> str:
        """The *words*, at their offsets, with those that nobody typed blanked out: each of them reads as ``GIVEN``.

        A passage in which nobody typed anything, as most rows of a table are, is one ``GIVEN``.
        """
        given = [piece for piece in self.pieces if not isinstance(piece[1], Text) or piece[1].line is None]
        if len(given) == len(self.pieces):
            return _blank(len(self.words))
        out, done = "", 0
        for at, node in given:
            out += self.words[done:at] + _blank(len(node.text))
            done = at + len(node.text)
        return out + self.words[done:]

    def line(self, at: int) -> int:
        """The line of the manuscript (from 0) on which the word at offset *at* was typed or put in."""
        for i in range(self._index(at), -1, -1):
            node = self.pieces[i][1]
            if not isinstance(node, Reference) and node.line is not None:
                return node.line
        return self.place.block.line if self.place.block else 0

    def typed_at(self, at: int) -> str:
        """What was typed from offset *at* on, up to a note, a figure, the end of the line or of its emphasis."""
        start, node = self.pieces[self._index(at)]
        return node.text[at - start :] if isinstance(node, Text) and node.line is not None else ""

    def _index(self, at: int) -> int:
        return bisect_right(self.pieces, at, key=itemgetter(0)) - 1


def _blank(length: int) -> str:
    return "\ue000".ljust(length, "\ue001")[:length]


def passages(document: Document, *, data: bool = True) -> Iterator[Passage]:
    """All that is read in *document*, in the order of the pages; footnotes behind the passage that calls them.

    Without *data* the rows made from data are left out: nobody has typed anything in them.
    """
    for line in (document.title.kind, *document.title.subject):
        yield from _passage((line,), Place())
    yield from _in_blocks(document.blocks, Place(), data=data)
    for appendix in document.appendices:
        place = Place(appendix.number, in_appendix=True)
        for line in appendix.title:
            yield from _passage((line,), place)
        yield from _in_blocks(appendix.blocks, place, data=data)


def _in_blocks(blocks: Sequence[Block], place: Place, *, data: bool) -> Iterator[Passage]:
    counts = [0, 0, 0]
    for i, block in enumerate(blocks):
        if isinstance(block, Heading):
            counts[block.level - 1 :] = [counts[block.level - 1] + 1, *[0] * (3 - block.level)]
            place = replace(place, section=".".join([roman(counts[0]), *map(str, counts[1 : block.level])]))
        match block:
            case Heading(_, children, _) | Paragraph(children, _):
                yield from _passage((children,), replace(place, block=block, items=_items(blocks, i + 1)))
            case Items(_, items, _, _):
                for item in items:
                    yield from _in_blocks(item, place, data=data)
            case Table() | Chart():
                yield from _in_table(block, place, data=data)
            case _:
                assert_never(block)


def _in_table(block: Table | Chart, place: Place, *, data: bool) -> Iterator[Passage]:
    if isinstance(block, Chart):
        yield from _passage((block.title,), place)
    here = replace(place, block=block)
    body = block.body.totals if isinstance(block.body, DataRows) and not data else block.body
    for row in (block.head, *body):
        yield from _passage(row, here)


def _items(blocks: Sequence[Block], start: int) -> int:
    """How many items the list has that block number *start* begins; lists with other marks may stand between them."""
    found, first = 0, None
    for i in range(start, len(blocks)):
        block = blocks[i]
        if not isinstance(block, Items):
            break
        first = first or block
        if (block.ordered, block.mark) == (first.ordered, first.mark):
            found += len(block.items)
    return found


def _passage(cells: Sequence[Inlines], place: Place) -> Iterator[Passage]:
    """The passage that *cells* make, one unless it is a row of a table, then those of its notes."""
    words: list[str] = []
    pieces: list[tuple[int, Piece]] = []
    notes: list[Note] = []
    at = 0
    for i, cell in enumerate(cells):
        if i:
            words.append(BAR)
            at += len(BAR)
        at = _read(cell, at, words, pieces, notes)
    figures = tuple([(at, node) for at, node in pieces if isinstance(node, Figure)])
    yield Passage("".join(words), tuple(pieces), figures, place)
    for note in notes:
        for paragraph in note.paragraphs:
            yield from _passage((paragraph,), replace(place, block=None, items=0))


def _read(children: Inlines, at: int, words: list[str], pieces: list[tuple[int, Piece]], notes: list[Note]) -> int:
    """Gather the words of *children*, which begin at offset *at*, their pieces and notes; returns the offset behind."""
    for node in children:
        if isinstance(node, Piece):
            words.append(node.text)
            pieces.append((at, node))
            at += len(node.text)
        elif isinstance(node, Note):
            notes.append(node)
        elif isinstance(node, LineBreak):
            words.append(" ")
            at += 1
        else:
            at = _read(node.children, at, words, pieces, notes)
    return at


def said(body: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """What each cell of the rows *body* says, row by row."""
    if isinstance(body, DataRows):
        yield from zip(*body.texts, strict=True)
        body = body.totals
    for row in body:
        yield tuple(map(plain, row))


def plain(children: Inlines) -> str:
    """The words of *children* without formatting and notes."""
    if len(children) == 1 and isinstance(children[0], Text | Figure):  # nearly every cell of a table
        return children[0].text
    out = ""
    for node in children:
        match node:
            case Text(text) | Figure(text, _) | Reference(text, _):
                out += text
            case Strong(inner) | Emphasis(inner) | Link(inner, _):
                out += plain(inner)
            case LineBreak():
                out += " "
            case Note():
                pass
    return out


def is_blank(children: Inlines) -> bool:
    """Whether nothing of *children* is seen on paper but, at most, the numbers of footnotes."""
    return not plain(children).strip()


def figures_in(children: Inlines) -> Iterator[Figure]:
    """The figures among *children*, those inside emphasis and links too, those in notes not."""
    for node in children:
        if isinstance(node, Figure):
            yield node
        elif isinstance(node, Strong | Emphasis | Link):
            yield from figures_in(node.children)


def notes_in(children: Inlines) -> Iterator[Note]:
    """The footnotes called among *children*."""
    for node in children:
        if isinstance(node, Note):
            yield node
        elif isinstance(node, Strong | Emphasis | Link):
            yield from notes_in(node.children)
