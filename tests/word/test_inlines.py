"""Inline nodes: runs that look as asked, and words that come out of the file as they went in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqtt.markup.nodes import (
    BLANK,
    Emphasis,
    Figure,
    Inline,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Reference,
    Strong,
    Text,
)
from cqtt.word.inlines import HAND_ROOM, bookmark_name
from cqtt.word.integrity import verify
from cqtt.word.write import write
from cqtt.word.xml import XML_SPACE, Element, w
from tests.word import mau
from tests.word.hieu_luc import NOTES, File, R, as_read, is_on, local, words

# What the reader of the data lets through; U+FFFE and U+FFFF are no characters of XML.
CHARACTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=f"{BLANK}\ufffe\uffff")
MARKUP = st.sampled_from(
    ["*", "**", "#", "|", "<w:p>", "&", "&amp;", "]]>", " ", "  ", "\u00a0", "[^1]", "'", '"', "ế"]
)
WORDS = st.lists(MARKUP | st.text(CHARACTERS, min_size=1, max_size=8), min_size=1, max_size=6).map("".join)


def only(*children: Inline) -> tuple[File, Element]:
    """A file with one paragraph of *children*, and that paragraph."""
    file = mau.written(mau.paragraph(*children))
    return file, file.paragraphs("BodyText")[0]


def runs(p: Element) -> list[Element]:
    return [r for r in p.iter(w("r")) if r.find(w("t")) is not None]


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, WORDS, WORDS)
def test_words_come_out_as_they_went_in(text: str, figure: str, note: str, cell: str) -> None:
    words_and_figure = mau.paragraph(Text(text), Strong((Figure(figure, "x"),)), Note(((Text(note),),)))
    report = mau.report(words_and_figure, mau.table((cell,), (cell,)))
    data = write(report)
    file = File(data)
    assert words(file.paragraphs("BodyText")[0]) == as_read(text + figure)
    assert words(file.paragraphs("FootnoteText", NOTES)[0]) == as_read(f" {note}")
    assert words(file.paragraphs("TableHead")[0]) == words(file.paragraphs("TableText")[0]) == as_read(cell)
    assert verify(mau.opened(data), report) == []


@settings(max_examples=30, deadline=None)
@given(WORDS.filter(str.strip))
def test_words_of_the_frame_come_out_as_they_went_in(text: str) -> None:
    file = mau.written(signer=text, issuer=(text,), recipients=(text,), number=f"{text}{BLANK}{text}")
    assert words(file.paragraphs("HoTen")[0]) == words(file.paragraphs("CoQuan")[0]) == as_read(text)
    assert words(file.paragraphs("NoiNhan")[0]) == as_read(f"- {text};")
    assert words(file.paragraphs("SoKyHieu")[0]) == as_read(f"{text}{HAND_ROOM}{text}")


def test_blanks_at_the_edges_are_kept_by_every_program() -> None:
    _, p = only(Text(" hai "), Strong((Text(" đầu "),)))
    assert [(r.find(w("t")).text, r.find(w("t")).get(XML_SPACE)) for r in runs(p)] == [
        (" hai ", "preserve"),
        (" đầu ", "preserve"),
    ]


def test_a_wide_blank_typed_into_the_text_is_no_room_for_the_registry() -> None:
    """It means that in the frame only; in prose it is a character like any other."""
    report = mau.report(mau.paragraph(f"một{BLANK}hai"))
    data = write(report)
    assert "".join(t.text for t in File(data).paragraphs("BodyText")[0].iter(w("t"))) == f"một{BLANK}hai"
    assert verify(mau.opened(data), report) == []


def test_neighbours_that_look_alike_share_a_run() -> None:
    _, p = only(Text("Có "), Figure("5.007", "ho_so"), Text(" hồ sơ"))
    assert [r.find(w("t")).text for r in runs(p)] == ["Có 5.007 hồ sơ"]
    assert local(runs(p)[0][0].tag) == "t"


@pytest.mark.parametrize(
    ("node", "bold", "italic"),
    [
        (Text("x"), False, False),
        (Strong((Text("x"),)), True, False),
        (Emphasis((Text("x"),)), False, True),
        (Strong((Emphasis((Figure("x", "y"),)),)), True, True),
        (Emphasis((Strong((Text("x"),)),)), True, True),
        (Strong((Link((Text("x"),), "https://a.vn"),)), True, False),
        (Emphasis((Reference("x", "a"),)), False, True),
    ],
)
def test_bold_and_italic_add_up(node: Inline, *, bold: bool, italic: bool) -> None:
    file = mau.written(mau.paragraph(node), appendices=(mau.appendix(),))
    (r,) = runs(file.paragraphs("BodyText")[0])
    look = file.run(r)
    assert (is_on(look, "b"), is_on(look, "bCs")) == (bold, bold)
    assert (is_on(look, "i"), is_on(look, "iCs")) == (italic, italic)


def test_what_follows_a_bold_word_is_not_bold() -> None:
    file, p = only(Strong((Text("đậm"),)), Text(" thường"))
    assert [is_on(file.run(r), "b") for r in runs(p)] == [True, False]


def test_a_link_leads_where_it_says_in_black_and_not_underlined() -> None:
    file, p = only(Link((Text("cổng"),), "https://a.vn/?a=1&b=<2>"))
    (link,) = p.iter(w("hyperlink"))
    assert file.relations()[link.get(f"{R}id")] == "https://a.vn/?a=1&b=<2>"
    (r,) = runs(p)
    assert not {"u", "color"} & file.run(r).keys()


def test_the_same_target_is_one_relationship() -> None:
    link = Link((Text("cổng"),), "https://a.vn")
    file, p = only(link, Text(" và "), link)
    assert len({node.get(f"{R}id") for node in p.iter(w("hyperlink"))}) == 1
    assert list(file.relations().values()).count("https://a.vn") == 1


def test_a_mention_leads_to_the_head_of_its_appendix(real: File) -> None:
    anchors = {node.get(w("anchor")): words(node) for node in real.body.iter(w("hyperlink"))}
    heads = {
        mark.get(w("name")): words(p)
        for p in real.paragraphs("PhuLucSo")
        for mark in p.iter(w("bookmarkStart"))
        if not mark.get(w("name")).startswith("_")
    }
    assert anchors == heads == {"phu_luc_ho_so": "Phụ lục I", "phu_luc_trang_thiet_bi": "Phụ lục II"}


def test_a_forced_new_line_is_one_and_ends_the_run_before() -> None:
    _, p = only(Text("một"), LineBreak(), Text("hai"))
    assert words(p) == "một\nhai"
    assert [[local(node.tag) for node in r] for r in p.iter(w("r"))] == [["t"], ["br"], ["t"]]


def test_no_words_make_no_run() -> None:
    _, p = only(Text(""), Strong((Text(""),)))
    assert list(p.iter(w("r"))) == []


@pytest.mark.parametrize("label", ["ho_so", "2024", "a" * 32])
def test_a_bookmark_has_a_name_that_word_accepts(label: str) -> None:
    """A letter first, then letters, digits and underscores, 40 together."""
    name = bookmark_name(label)
    assert name.isidentifier()
    assert not name.startswith("_")
    assert len(name) <= 40


def test_a_paragraph_of_nothing_but_a_note_is_written() -> None:
    file = mau.written(Paragraph((Note(((Text("chú thích"),),)),), 1))
    assert words(file.paragraphs("BodyText")[0]) == ""
    assert len(list(file.paragraphs("BodyText")[0].iter(w("footnoteReference")))) == 1
