"""A table made from data becomes a table as it is, wherever one may stand; only its typed cells are read."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from cqtt.manuscript import Insert, Manuscript, Origin, Printed, TableInsert, slot
from cqtt.markup.nodes import Align, Chart, Document, Emphasis, Figure, Link, Note, Strong, Table, Text
from cqtt.markup.parse import parse
from cqtt.problems import Problem
from tests.markup.cay import unplaced

PATH = "khuon.j2"
END = "\n\nHết./."
MADE = TableInsert(
    align=("left", "right"),
    head=("*Đơn vị*", "Số\ue0001\ue001"),
    columns=(Printed(["**Nếnh** |", "x"], ["xa_phuong.nenh.ten", ""]), Printed(["5", ""], ["a.b", ""])),
    totals=(("Cộng", Insert("7", "a.c")), (Insert(""), Insert(""))),
)
UPRIGHT = TableInsert(("left", "right"), ("Chỉ tiêu", "Số"), (("Trả lại",), Printed(["5"], ["a.b"])), upright=True)


def read(text: str, *tables: TableInsert) -> tuple[Document | None, list[Problem]]:
    """*text* below a title; ``{0}`` in it is the slot of the first of *tables*, each with the words ``2024`` behind."""
    inserts = [part for table in tables for part in (table, Insert("2024"))]
    for i in range(len(tables)):
        text = text.replace(f"{{{i}}}", slot(2 * i))
    lines = f"::: tieu_de\nA\n\nB\n:::\n\n{text}".split("\n")
    return parse(Manuscript(lines, [Origin(PATH, i + 1) for i in range(len(lines))], inserts, {}))


def tables(document: Document | None) -> Sequence[Table]:
    assert document is not None
    return [block for block in document.blocks if isinstance(block, Table)]


def test_cells_from_the_data_are_words_and_figures_and_typed_ones_are_markup() -> None:
    noted = replace(MADE, head=("*Đơn vị*[^a]", MADE.head[1]))
    document, problems = read(f"{{0}}{END}\n\n[^a]: c", noted)
    assert problems == []
    (found,) = tables(document)
    assert found.align == (Align.LEFT, Align.RIGHT)
    assert unplaced(found.head) == ((Emphasis((Text("Đơn vị"),)), Note(((Text("c"),),))), (Text("Số"), Text("2024")))
    assert unplaced(tuple(found.body)) == (
        ((Figure("**Nếnh** |", "xa_phuong.nenh.ten"),), (Figure("5", "a.b"),)),
        ((Text("x"),), ()),
        ((Strong((Text("Cộng"),)),), (Strong((Figure("7", "a.c"),)),)),
        ((), ()),
    )
    assert set(found.lines) == {found.line} == {6}


def test_an_address_in_the_data_is_a_link() -> None:
    made = replace(MADE, columns=(Printed(["http://a.vn/b"], ["x.y"]), Printed([""], [""])))
    (found,) = tables(read(f"{{0}}{END}", made)[0])
    assert unplaced(found.body[0][0]) == (Link((Figure("http://a.vn/b", "x.y"),), "http://a.vn/b"),)


def test_it_ends_a_paragraph_above_it_and_begins_none_below() -> None:
    document, problems = read(f"trên\n{{0}}\ndưới{END}", MADE)
    assert problems == []
    assert document is not None
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Table", "Paragraph", "Paragraph"]


@pytest.mark.parametrize("text", ["trên {0}", "{0} sau", "# {0}", "- a {0}", "{0}{0}", "| a |\n|--|\n| {0} |"])
def test_among_other_words_it_is_told(text: str) -> None:
    _, problems = read(f"{text}{END}", MADE)
    assert ("VB11", "bảng nằm giữa đoạn văn") in {(p.code, p.message) for p in problems}


def test_words_from_the_data_are_never_taken_for_a_table() -> None:
    document, problems = read(f"\ue0001\ue001{END}", MADE)
    assert problems == []
    assert tables(document) == []


@pytest.mark.parametrize(
    ("info", "body", "made", "turned"),
    [
        ("a ngang", "{0}", [MADE], True),
        ("a ngang", "{0}", [UPRIGHT], False),
        ("a ngang", "{0}\n\n{1}", [UPRIGHT, UPRIGHT], False),
        ("a ngang", "{0}\n\n{1}", [UPRIGHT, MADE], True),
        ("a ngang", "{0}\n\n| a | b |\n|--|--|\n| c | d |", [UPRIGHT], True),
        ("a ngang", "| a | b |\n|--|--|\n| c | d |", [], True),
        ("a ngang", "chữ", [], True),
        ("a", "{0}", [MADE], False),
    ],
)
def test_pages_are_turned_where_it_is_asked_and_a_table_needs_it(
    info: str, body: str, made: list[TableInsert], turned: bool
) -> None:
    document, problems = read(f"Xem [](#a){END}\n\n::: phu_luc {info}\n# T\n\n{body}\n:::", *made)
    assert problems == []
    assert document is not None
    assert document.appendices[0].landscape is turned


def test_a_chart_is_drawn_from_it() -> None:
    made = replace(MADE, columns=(Printed(["Nếnh"], [""]), Printed(["5"], ["a.b"])), totals=())
    document, problems = read(f"::: bieu_do cot Tên\n{{0}}\n:::{END}", made)
    assert problems == []
    assert document is not None
    (chart,) = (block for block in document.blocks if isinstance(block, Chart))
    assert unplaced(tuple(chart.body)) == (((Text("Nếnh"),), (Figure("5", "a.b"),)),)
