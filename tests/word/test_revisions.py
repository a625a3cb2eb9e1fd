"""Taking tracked changes, and writing them."""

import pytest
from lxml import etree

from cqtt.word.revisions import AUTHOR, Reviser, accept, written
from cqtt.word.xml import Element, w

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t>{}</w:t></w:r>"


def body(inner: str) -> Element:
    return etree.fromstring(f"<w:body {W}>{inner}</w:body>")


def accepted(inner: str) -> list[str]:
    tree = body(inner)
    accept(tree)
    assert not [*tree.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"), w("rPrChange"))]
    return ["".join(t.text for t in p.iter(w("t"))) for p in tree.iter(w("p"))]


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (f"<w:p><w:ins>{RUN.format('a')}</w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>", ["a"]),
        (f"<w:p><w:moveFrom>{RUN.format('a')}</w:moveFrom><w:moveTo>{RUN.format('b')}</w:moveTo></w:p>", ["b"]),
        (
            f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{RUN.format('a')}</w:p><w:p><w:pPr/>{RUN.format('b')}</w:p>",
            ["ab"],
        ),
        (f"<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>{RUN.format('a')}</w:p>", ["a"]),
        (
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p>"
            f"{RUN.format('b')}</w:p></w:tc></w:tr></w:tbl>",
            ["b"],
        ),
    ],
)
def test_all_changes_are_taken(inner: str, said: list[str]) -> None:
    assert accepted(inner) == said


def test_an_author_stays_with_what_was_put_in_while_the_file_is_in_memory() -> None:
    tree = body(f'<w:p><w:ins w:author="Lê B">{RUN.format("a")}</w:ins></w:p>')
    accept(tree, sign=True)
    assert [run.get(AUTHOR) for run in tree.iter(w("r"))] == ["Lê B"]


def test_each_change_has_an_id_of_its_own_and_an_author() -> None:
    reviser = Reviser("cqtt", 7)
    made = [reviser.change("ins"), reviser.change("del", "Lê B")]
    assert [(node.get(w("id")), node.get(w("author"))) for node in made] == [("8", "cqtt"), ("9", "Lê B")]


def test_the_mark_of_a_paragraphs_end_stands_before_its_section() -> None:
    """ECMA-376-1, 17.3.1.26: rPr, sectPr, pPrChange come last, in this order."""
    properties = etree.fromstring(f"<w:pPr {W}><w:jc/><w:sectPr/></w:pPr>")
    Reviser("cqtt").end(properties, "del")
    assert [node.tag for node in properties] == [w("jc"), w("rPr"), w("sectPr")]


def test_a_row_is_marked_and_has_a_property_beside_the_mark() -> None:
    tr = etree.fromstring(f"<w:tr {W}><w:tc/></w:tr>")
    Reviser("cqtt").row(tr, "ins")
    assert [node.tag for node in tr[0]] == [w("cantSplit"), w("ins")]


def test_tabs_and_new_lines_are_elements_of_a_run() -> None:
    run = written("a\tb\n c", None, deleted=True)
    assert [(node.tag, node.text) for node in run] == [
        (w("delText"), "a"),
        (w("tab"), None),
        (w("delText"), "b"),
        (w("br"), None),
        (w("delText"), " c"),
    ]
