"""Making elements."""

import pytest

from cqtt.word.xml import XML_SPACE, add, element, paragraph, r_id, text, w
from tests.word.hieu_luc import local


def test_names_stand_in_the_main_namespace() -> None:
    assert w("p") == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    assert r_id() == "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def test_children_and_attributes_keep_the_order_in_which_they_are_added() -> None:
    parent = element("tblPr")
    add(parent, "tblW", w=9355, type="dxa")
    add(parent, "jc", val="center")
    assert [local(child.tag) for child in parent] == ["tblW", "jc"]
    assert dict(parent[0].attrib) == {w("w"): "9355", w("type"): "dxa"}


def test_a_paragraph_begins_with_its_style() -> None:
    p = paragraph(element("body"), "BodyText")
    assert [local(child.tag) for child in p] == ["pPr"]
    assert p[0][0].get(w("val")) == "BodyText"


@pytest.mark.parametrize(
    ("words", "kept"), [("a", False), ("a b", False), (" a", True), ("a ", True), (" ", True), ("\u00a0", True)]
)
def test_blanks_at_an_edge_are_marked_to_be_kept(words: str, *, kept: bool) -> None:
    r = element("r")
    text(r, words)
    assert r[0].text == words
    assert r[0].get(XML_SPACE) == ("preserve" if kept else None)


@pytest.mark.parametrize("words", ["\x07", "\x00", "\ufffe"])
def test_what_xml_cannot_hold_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="XML compatible"):
        text(element("r"), words)
