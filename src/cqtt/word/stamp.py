"""Rows of plain cells as text: what the writer makes of one row, with other words for each further row like it.

A table of many communes has a hundred thousand cells; as elements they take seconds and most of the memory. Only a
``<?rows 0?>`` stands in the tree for such rows, and ``package`` puts their text in its place.
"""

import re
from collections.abc import Callable, Sequence

from lxml import etree

from cqtt.markup.nodes import Figure, Inlines, Row, Strong, Text
from cqtt.word.binding import bound
from cqtt.word.xml import Element

TARGET = "rows"
"""The name of the processing instruction."""

_WORDS = "x"
_NAMESPACE = re.compile(r' xmlns:\w+="[^"]*"')
_PLAIN = re.compile(r"(?!\s)[^\x00-\x1f\x7f-\x9f<>&\ud800-\udfff\ufffe\uffff]+(?<!\s)")
"""Words that are the same in XML, and keep no blanks at their edges."""


class Stamp:
    """The text of a row. *make* writes a row of its own, as an element."""

    def __init__(self, columns: int, make: Callable[[Row], Element]) -> None:
        empty, light, bold = (
            _text(make(((cell,) if cell else (),) * columns)) for cell in (None, Text(_WORDS), Strong((Text(_WORDS),)))
        )
        cut = empty.index("</w:p>")
        self.light, self.bold = (_run(text, cut) for text in (light, bold))
        self.pieces = light.split(_WORDS.join(self.light))

    def text(self, row: Row) -> bytes | None:
        """*row* as text in UTF-8; None where one of its cells holds more than plain words, or plain words in bold."""
        out = self.pieces[0]
        for cell, piece in zip(row, self.pieces[1:], strict=True):
            inner, (head, tail) = cell, self.light
            if len(cell) == 1 and isinstance(cell[0], Strong):
                inner, (head, tail) = cell[0].children, self.bold
            words = _words(inner)
            if words is None:
                return None
            out += f"{head}{words}{tail}{piece}" if words else piece
        return out.encode()


def _run(text: str, cut: int) -> tuple[str, str]:
    """What stands before and behind the words of the first run in *text*, which begins at *cut*."""
    head, _, tail = text[cut : text.index("</w:p>", cut)].partition(f">{_WORDS}<")
    return f"{head}>", f"<{tail}"


def _words(children: Inlines) -> str | None:
    """The words of *children*, where they are plain; None where they are not."""
    words = ""
    for node in children:
        if not isinstance(node, Text | Figure):
            return None
        words += node.text
    words = bound(words)
    return words if not words or _PLAIN.fullmatch(words) else None


def _text(tr: Element) -> str:
    return _NAMESPACE.sub("", etree.tostring(tr, encoding="unicode", with_tail=False))


def leave(tbl: Element, texts: Sequence[bytes], rows: list[bytes]) -> None:
    """A mark at the end of *tbl* for the rows *texts*, which are kept in *rows*."""
    if texts:
        tbl.append(etree.ProcessingInstruction(TARGET, str(len(rows))))
        rows.append(b"".join(texts))


def filled(xml: bytes, rows: Sequence[bytes]) -> bytes:
    """The part *xml* with the text of *rows* in place of their marks."""
    pieces = re.split(rb"<\?rows (\d+)\?>", xml)
    return b"".join(rows[int(piece)] if i % 2 else piece for i, piece in enumerate(pieces))
