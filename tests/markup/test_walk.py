"""The words of inlines, without looks and notes."""

from cqtt.markup.nodes import Emphasis, Figure, LineBreak, Link, Note, Reference, Strong, Text
from cqtt.markup.walk import plain


def test_plain_keeps_the_words_and_drops_looks_and_notes() -> None:
    children = (
        Text("Năm "),
        Figure("2024", "ky.nam"),
        Strong((Text(" a"), Emphasis((Text("b"),)))),
        Note(((Text("chú thích"),),)),
        LineBreak(),
        Link((Text("c"),), "http://x.vn"),
        Reference("Phụ lục I", "x"),
    )
    assert plain(children) == "Năm 2024 ab cPhụ lục I"
    assert plain(()) == ""
