"""Whether a finished file says everything that the report says, each paragraph in its place."""

from collections.abc import Iterable, Iterator

from cqtt.markup.nodes import (
    BLANK,
    Block,
    Heading,
    Inlines,
    Items,
    Note,
    Paragraph,
    Report,
    Table,
    notes_in,
    plain,
)
from cqtt.word.repeated import WORDS
from cqtt.word.xml import Element, w


def unsaid(trees: dict[str, Element], report: Report) -> Iterator[str]:
    """The first paragraph of *report*, and the first of its footnotes, that the parts *trees* do not say in order."""
    yield from _missing(expected(report), trees["word/document.xml"], "the file does not say, in its place")
    notes = (plain(words) for note in notes_of(report) for words in note.paragraphs)
    yield from _missing(notes, trees["word/footnotes.xml"], "no footnote says, in its place")


def expected(report: Report) -> Iterator[str]:
    """Every paragraph of the file's body, in the order of the pages."""
    frame, document = report.frame, report.document
    yield from frame.issuer
    yield from (words.replace(BLANK, " ") for words in (frame.number, frame.place_and_date))
    yield plain(document.title.kind)
    yield from map(plain, document.title.subject)
    yield from _paragraphs(document.blocks)
    yield from (f"- {recipient};" for recipient in frame.recipients)
    yield from frame.capacity
    yield frame.signer
    for appendix in document.appendices:
        yield appendix.number
        yield from map(plain, appendix.title)
        yield frame.enclosed_with.replace(BLANK, " ")
        yield from _paragraphs(appendix.blocks)


def notes_of(report: Report) -> Iterator[Note]:
    """The footnotes in the order in which they are called."""
    document = report.document
    for children in (document.title.kind, *document.title.subject, *_inlines(document.blocks)):
        yield from notes_in(children)
    for appendix in document.appendices:
        for children in (*appendix.title, *_inlines(appendix.blocks)):
            yield from notes_in(children)


def _missing(wanted: Iterable[str], tree: Element, sentence: str) -> Iterator[str]:
    written = (line.strip() for node in tree.iter(w("p"), WORDS) for line in _lines(node))
    for words in wanted:
        for line in written:
            if line == words.strip():
                break
        else:
            yield f"{sentence}: {words[:60]}"
            return


def _lines(node: Element) -> list[str]:
    """What the paragraph *node* says, or each paragraph of a repeated row."""
    return (node.text or "").split("\n") if node.tag == WORDS else [_words(node)]


def _words(p: Element) -> str:
    """What *p* says, a forced new line as the blank that ``plain`` makes of it."""
    return "".join(" " if node.tag == w("br") else node.text or "" for node in p.iter(w("t"), w("br")))


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    return (plain(children) for children in _inlines(blocks))


def _inlines(blocks: Iterable[Block]) -> Iterator[Inlines]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.children
        elif isinstance(block, Items):
            yield from (children for item in block.items for children in _inlines(item))
        else:
            yield from _cells(block)


def _cells(table: Table) -> Iterator[Inlines]:
    return (cell for row in (table.head, *table.body) for cell in row)
