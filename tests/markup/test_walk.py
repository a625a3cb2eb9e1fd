"""The passages of a document, and the words of inlines, without looks and notes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.markup.nodes import (
    Align,
    Document,
    Emphasis,
    Figure,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
    Title,
)
from cqtt.markup.parse import parse
from cqtt.markup.walk import GIVEN, Passage, is_blank, passages, plain
from tests.markup.cay import manuscript

FRAME = "\n\n::: tieu_de\nBÁO CÁO\n\nKết quả\n:::\n\n./."


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


def read(text: str) -> list[Passage]:
    document, problems = parse(manuscript(text + FRAME))
    assert document is not None, problems
    return list(passages(document))


def test_each_figure_is_placed_in_the_words_of_its_passage() -> None:
    children = (
        Text("Năm "),
        Figure("5", "a"),
        Note(((Figure("7", "n"),),)),
        Strong((Text(" và "), Emphasis((Figure("5", "b"),)))),
        LineBreak(),
        Link((Figure("6", "c"),), "http://x.vn"),
    )
    document = Document(Title((), ()), (Paragraph(children, 0),), ())
    _, passage, note = passages(document)
    assert (passage.words, note.words) == (plain(children), "7")
    assert [(figure.path, at, passage.words[at]) for at, figure in passage.figures] == [
        ("a", 4, "5"),
        ("b", 9, "5"),
        ("c", 11, "6"),
    ]


def test_everything_on_paper_is_read_once_in_the_order_of_the_pages() -> None:
    text = """\
# Tiêu đề
đoạn một[^a]
tiếp[^b]

- mục
tiếp

  1. trong

| ô[^c] | đầu |
|---|---|
| **x** | {p=5} |

[^a]: chú thích

    đoạn hai
[^b]: khác
[^c]: của ô

[](#p)

::: phu_luc p
# A
# B

trong phụ lục

::: bieu_do cot Tên
| a | b |
|---|---|
| c | 6 |
:::
:::"""
    told = [(p.words, p.place.section, p.place.in_appendix, type(p.place.block).__name__) for p in read(text)]
    assert told == [
        ("BÁO CÁO", "", False, "NoneType"),
        ("Kết quả", "", False, "NoneType"),
        ("Tiêu đề", "I", False, "Heading"),
        ("đoạn một tiếp", "I", False, "Paragraph"),
        ("chú thích", "I", False, "NoneType"),
        ("đoạn hai", "I", False, "NoneType"),
        ("khác", "I", False, "NoneType"),
        ("mục tiếp", "I", False, "Paragraph"),
        ("trong", "I", False, "Paragraph"),
        ("ô | đầu", "I", False, "Table"),
        ("của ô", "I", False, "NoneType"),
        ("x | 5", "I", False, "Table"),
        ("Phụ lục", "I", False, "Paragraph"),
        ("./.", "I", False, "Paragraph"),
        ("A", "Phụ lục", True, "NoneType"),
        ("B", "Phụ lục", True, "NoneType"),
        ("trong phụ lục", "Phụ lục", True, "Paragraph"),
        ("Tên", "Phụ lục", True, "NoneType"),
        ("a | b", "Phụ lục", True, "Chart"),
        ("c | 6", "Phụ lục", True, "Chart"),
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a:\n\n- x\n- y", 2),
        ("a:\n- x\n  - z\n- y", 2),
        ("# a\n\n1. x\n2. y", 2),
        ("a:[^c]\n\n[^c]: việc khác\n\n- x", 1),
        ("a:\n\n1. x\n2. y\n\n- z\n\n3. t", 3),
        ("a:\n\nb\n\n- x", 0),
        ("a:\n\n1) x\n2) y", 0),
        ("a:", 0),
    ],
)
def test_a_passage_knows_how_many_items_the_list_behind_it_has(text: str, items: int) -> None:
    assert next(p.place.items for p in read(text) if p.words.startswith("a")) == items


def test_a_list_inside_an_item_is_counted_without_the_items_outside() -> None:
    assert [p.place.items for p in read("- a:\n  - x\n  - y\n- b\n- c")][2:7] == [2, 0, 0, 0, 0]


def test_what_nobody_typed_is_blanked_out_in_its_place() -> None:
    (passage,) = (p for p in read("nhận {a=5.007} *hồ sơ*, {=xã}{b=9} [](#p)\n\n::: phu_luc p\n# A\n:::") if p.figures)
    assert passage.words == "nhận 5.007 hồ sơ, xã9 Phụ lục"
    assert re.sub(GIVEN, "▯", passage.typed()) == "nhận ▯ hồ sơ, ▯▯ ▯"
    assert len(passage.typed()) == len(passage.words)
    row = read("| a | b |\n|---|---|\n| {a=5} | {=xã} |")[3]
    assert (row.words, re.sub(GIVEN, "▯", row.typed())) == ("5 | xã", "▯")


TYPED = ("{}", "**{}**", "*{}*", "[{}](http://x.vn)", "{}[^a]", "{{p={}}}", "**{{p={}}}**", "{{={}}}")


@given(st.lists(st.tuples(st.sampled_from(TYPED), st.sampled_from([" ", "\n", "\\\n"])), min_size=1, max_size=12))
def test_every_word_knows_its_line_whatever_stands_around_it(parts: list[tuple[str, str]]) -> None:
    text, lines, noted = "đầu ", [], False
    for i, (form, end) in enumerate(parts):
        lines.append(text.count("\n"))
        form = "{}" if noted and "[^a]" in form else form
        noted |= "[^a]" in form
        text += form.format(f"w{i}w") + end
    (passage,) = (p for p in read(f"{text}cuối\n\n[^a]: x" if noted else f"{text}cuối") if p.words.startswith("đầu"))
    typed = [i for i, (form, _) in enumerate(parts) if form != "{{={}}}"]
    assert [passage.line(passage.words.index(f"w{i}w")) for i in typed] == [lines[i] for i in typed]


def test_words_without_a_line_of_their_own_stand_where_their_block_begins() -> None:
    table = Table((Align.LEFT,), ((Text("Đầu", 7),),), (((Figure("5", "a"),),),), 7)
    document = Document(Title((Text("A"),), ()), (table,), ())
    assert [passage.line(0) for passage in passages(document)] == [0, 7, 7]
