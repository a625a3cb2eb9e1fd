"""Whether a finished file says everything that the report says, each paragraph in its place, and draws its charts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from lxml import etree

from cqtt import numerals
from cqtt.markup.data_rows import DataRows
from cqtt.markup.nodes import BLANK, Block, Chart, Heading, Inlines, Items, Note, Paragraph, Report, Table
from cqtt.markup.walk import notes_in, plain, said
from cqtt.word.binding import unbound
from cqtt.word.chart_shapes import C
from cqtt.word.charts import captioned
from cqtt.word.inlines import HAND_ROOM
from cqtt.word.sections import text_height, text_width
from cqtt.word.xml import Element, r_id, w

Drawn: TypeAlias = tuple[str, ...]
"""A row of a chart: the name and the numbers, empty where there is none."""


def unsaid(trees: dict[str, Element], report: Report, aside: Sequence[Sequence[str]] = ()) -> Iterator[str]:
    """The first paragraph of *report*, and the first of its footnotes, that the parts *trees* do not say in order.

    *aside* is what the rows say that are left out of the main part (``alike``).
    """
    yield from _missing(expected(report), trees["word/document.xml"], "the file does not say, in its place", aside)
    notes = (plain(words) for note in notes_of(report) for words in note.paragraphs)
    yield from _missing(notes, trees["word/footnotes.xml"], "no footnote says, in its place")
    yield from _undrawn(trees, report)


def _undrawn(trees: dict[str, Element], report: Report) -> Iterator[str]:
    """The charts that the file's own do not show row by row; a chart may be several of the file's."""
    document = report.document
    blocks = (*document.blocks, *(block for appendix in document.appendices for block in appendix.blocks))
    drawings = _drawings(trees)
    for chart in (block for block in blocks if isinstance(block, Chart)):
        wanted = [_wanted(row) for row in chart.body]
        found: list[Drawn] = []
        names = {tuple(map(plain, chart.head[1:]))}
        while len(found) < len(wanted) and (tree := next(drawings, None)) is not None:
            names.add(tuple(node.text for node in tree.iterfind(f".//{C}ser/{C}tx//{C}v")))
            found += _found(tree)
        if found != wanted or len(names) != 1:
            yield f"the file does not draw, in its place: {plain(chart.title)[:60]}"


def _drawings(trees: dict[str, Element]) -> Iterator[Element]:
    """The charts of the file, in the order of the pages."""
    targets = {relation.get("Id"): relation.get("Target") for relation in trees.get("word/_rels/document.xml.rels", ())}
    for chart in trees["word/document.xml"].iter(f"{C}chart"):
        yield trees[f"word/{targets[chart.get(r_id())]}"]


def _wanted(row: Iterable[Inlines]) -> Drawn:
    name, *cells = map(plain, row)
    numbers = map(numerals.printed, cells)
    return (name, *(str(number.value) if number else "" for number in numbers))


def _found(tree: Element) -> list[Drawn]:
    """The rows that the chart *tree* shows."""
    columns = [_column(tree.find(f".//{C}cat")), *map(_column, tree.iter(f"{C}val"))]
    return list(zip(*columns, strict=False))


def _column(cache: Element) -> list[str]:
    points = {int(point.get("idx")): point[0].text or "" for point in cache.iter(f"{C}pt")}
    return [points.get(i, "") for i in range(int(cache.find(f".//{C}ptCount").get("val")))]


def expected(report: Report) -> Iterator[str]:
    """Every paragraph of the file's body, in the order of the pages."""
    frame, document = report.frame, report.document
    yield from frame.issuer
    yield from (words.replace(BLANK, HAND_ROOM) for words in (frame.number, frame.place_and_date))
    yield plain(document.title.kind)
    yield from map(plain, document.title.subject)
    if frame.draft:
        yield frame.draft
    yield from _paragraphs(document.blocks, landscape=False)
    yield from (f"- {recipient};" for recipient in frame.recipients)
    yield from frame.capacity
    yield frame.signer
    for appendix in document.appendices:
        yield appendix.number
        yield from map(plain, appendix.title)
        yield frame.enclosed_with.replace(BLANK, HAND_ROOM)
        yield from _paragraphs(appendix.blocks, landscape=appendix.landscape)


def notes_of(report: Report) -> Iterator[Note]:
    """The footnotes in the order in which they are called."""
    document = report.document
    for children in (document.title.kind, *document.title.subject, *_inlines(document.blocks)):
        yield from notes_in(children)
    for appendix in document.appendices:
        for children in (*appendix.title, *_inlines(appendix.blocks)):
            yield from notes_in(children)


def _missing(wanted: Iterable[str], tree: Element, sentence: str, aside: Sequence[Sequence[str]] = ()) -> Iterator[str]:
    written = _said(tree, aside)
    for words in wanted:
        sought = unbound(words).strip()
        for line in written:
            if line == sought:
                break
        else:
            yield f"{sentence}: {words[:60]}"
            return


def _said(tree: Element, aside: Sequence[Sequence[str]]) -> Iterator[str]:
    """What each paragraph of *tree* says; a forced new line is the blank that ``plain`` makes of it."""
    paragraph, line_break = w("p"), w("br")
    words = ""
    for node in tree.iter(paragraph, w("t"), line_break, etree.PI):
        if node.tag == paragraph:
            yield unbound(words).strip()
            words = ""
        elif node.tag is etree.PI:
            yield unbound(words).strip()
            yield from (unbound(line) for row in aside[int(node.text)] for line in row.split("\n"))
            words = ""
        else:
            words += " " if node.tag == line_break else node.text or ""
    yield unbound(words).strip()


def _paragraphs(blocks: Iterable[Block], *, landscape: bool) -> Iterator[str]:
    page = text_width(landscape=landscape), text_height(landscape=landscape)
    for block in blocks:
        if isinstance(block, Table):
            yield from map(plain, block.head)
            yield from (words for row in said(block.body) for words in row)
        elif isinstance(block, Chart):
            yield from (plain(words) for words, _ in captioned(block, *page))
        else:
            yield from map(plain, _inlines((block,)))


def _inlines(blocks: Iterable[Block]) -> Iterator[Inlines]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.children
        elif isinstance(block, Items):
            yield from (children for item in block.items for children in _inlines(item))
        elif isinstance(block, Chart):
            yield block.title
        else:
            yield from _cells(block)


def _cells(table: Table) -> Iterator[Inlines]:
    """The cells that may hold more than a text."""
    typed = table.body.totals if isinstance(table.body, DataRows) else table.body
    return (cell for row in (table.head, *typed) for cell in row)
