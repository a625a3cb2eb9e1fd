"""Footnotes: a part of their own, each called once, in the order of their calls."""

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from cqtt.markup.nodes import Link, Note, Paragraph, Text
from cqtt.word.footnotes import RELATIONSHIP, FootnotesPart
from cqtt.word.package import open_base
from cqtt.word.xml import Element, w
from tests.word import mau
from tests.word.hieu_luc import DOCUMENT, NOTES, File, R, is_on, points, words


def notes(file: File) -> list[Element]:
    """The notes of the text."""
    return [note for note in file.trees[NOTES] if note.get(w("type")) is None]


def calls(file: File) -> list[str]:
    return [node.get(w("id")) for node in file.trees[DOCUMENT].iter(w("footnoteReference"))]


def noted(*texts: str) -> Paragraph:
    """A paragraph with a note for each of *texts*."""
    return mau.paragraph("Chữ", *(Note(((Text(text),),)) for text in texts))


def test_notes_are_called_once_each_in_their_order(file: File) -> None:
    assert calls(file) == [note.get(w("id")) for note in notes(file)]
    assert calls(file) == [str(i + 1) for i in range(len(calls(file)))]


def test_the_separators_that_word_requires_come_first(file: File) -> None:
    kinds = [(note.get(w("id")), note.get(w("type"))) for note in file.trees[NOTES]][:2]
    assert kinds == [("-1", "separator"), ("0", "continuationSeparator")]


def test_a_note_begins_with_its_own_raised_mark_and_a_blank(file: File) -> None:
    for note in notes(file):
        mark, blank = list(note[0].iterchildren(w("r")))[:2]
        assert mark.find(w("footnoteRef")) is not None
        assert file.run(mark)["vertAlign"] == {"val": "superscript"}
        assert blank.find(w("t")).text.startswith(" ")
        assert len(list(note.iter(w("footnoteRef")))) == 1


def test_the_call_is_a_raised_number(file: File) -> None:
    for call in file.trees[DOCUMENT].iter(w("footnoteReference")):
        assert file.run(call.getparent())["vertAlign"] == {"val": "superscript"}


def test_notes_are_set_smaller_than_the_text_and_not_indented(file: File) -> None:
    for p in file.paragraphs("FootnoteText", NOTES):
        assert file.paragraph(p).get("ind", {}) == {}
        for r in p.iter(w("r")):
            assert (points(file.run(r)), is_on(file.run(r), "b")) == (10, False)


def test_the_paragraphs_of_a_note_follow_each_other(small: File) -> None:
    assert [words(p) for p in notes(small)[0].iterchildren(w("p"))] == [" Chú thích một: liên kết", "Đoạn hai."]


def test_a_link_in_a_note_belongs_to_the_part_of_the_notes(small: File) -> None:
    (link,) = notes(small)[0].iter(w("hyperlink"))
    assert small.relations(NOTES) == {link.get(f"{R}id"): "mailto:ubnd@vietyen.gov.vn"}
    assert "mailto:ubnd@vietyen.gov.vn" not in small.relations().values()


def test_every_address_of_the_real_notes_is_a_link_also_that_of_the_data(real: File) -> None:
    addresses = [words(link) for link in real.trees[NOTES].iter(w("hyperlink"))]
    assert addresses == [
        "http://www.dichvucong.gov.vn",
        "http://www.dichvucong.bocongan.gov.vn",
        "http://www.dichvucong.bacgiang.gov.vn",
    ]
    assert "".join(map(words, real.paragraphs("FootnoteText", NOTES))).count("http") == len(addresses)


def test_each_note_of_a_paragraph_has_its_own_text() -> None:
    file = mau.written(noted("một", "hai"), noted("ba"))
    assert [words(note[0]) for note in notes(file)] == [" một", " hai", " ba"]
    assert calls(file) == ["1", "2", "3"]


def test_the_same_link_in_two_notes_is_made_for_each() -> None:
    link = Link((Text("cổng"),), "https://dichvucong.gov.vn")
    file = mau.written(mau.paragraph(Note(((link,),)), Note(((link,),))))
    used = [node.get(f"{R}id") for node in file.trees[NOTES].iter(w("hyperlink"))]
    assert len(used) == 2
    assert set(used) <= file.relations(NOTES).keys()


def test_a_note_may_stand_in_a_cell_and_in_an_item(small: File) -> None:
    assert sum(len(list(tc.iter(w("footnoteReference")))) for tc in small.trees[DOCUMENT].iter(w("tc"))) == 1
    file = mau.written(mau.items((noted("trong mục"),)))
    assert [words(note[0]) for note in notes(file)] == [" trong mục"]


def test_a_note_without_words_is_still_a_note_that_word_can_open() -> None:
    """Word refuses a footnote without a paragraph (ECMA-376-1, 17.11.10)."""
    file = mau.written(mau.paragraph("Chữ", Note(())))
    assert [len(list(note.iterchildren(w("p")))) for note in notes(file)] == [1]


def test_notes_are_numbered_behind_the_separators() -> None:
    part = open_base().part.part_related_by(RELATIONSHIP)
    assert isinstance(part, FootnotesPart)
    assert [part.add_note()[0] for _ in range(3)] == [1, 2, 3]


@pytest.mark.parametrize("count", [1, 3])
def test_only_the_first_paragraph_of_a_note_bears_the_mark(count: int) -> None:
    part = open_base().part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    assert isinstance(part, FootnotesPart)
    _, note = part.add_note()
    marks = [len(list(part.add_paragraph(note).iter(w("footnoteRef")))) for _ in range(count)]
    assert marks == [1] + [0] * (count - 1)
