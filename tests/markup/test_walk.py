"""The words of inlines, without looks and notes."""

from cqtt.markup.nodes import Emphasis, Figure, LineBreak, Link, Note, Reference, Strong, Text
from cqtt.markup.walk import is_blank, placed, plain


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


def test_blanks_and_notes_alone_are_nothing_to_read() -> None:
    assert is_blank((Figure(" ", "ghi_tay.1"), Strong((Text("\u00a0"),)), LineBreak(), Note(((Text("a"),),))))
    assert is_blank(())
    assert not is_blank((Text(" "), Emphasis((Figure("0", "a"),))))


def test_each_figure_is_placed_in_the_plain_words() -> None:
    children = (
        Text("Năm "),
        Figure("5", "a"),
        Note(((Figure("7", "n"),),)),
        Strong((Text(" và "), Emphasis((Figure("5", "b"),)))),
        LineBreak(),
        Link((Figure("6", "c"),), "http://x.vn"),
    )
    words = plain(children)
    assert [(figure.path, at, words[at]) for figure, at in placed(children)] == [
        ("a", 4, "5"),
        ("b", 9, "5"),
        ("c", 11, "6"),
    ]
