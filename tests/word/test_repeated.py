"""Rows like one above them are taken out with their words; all that is not quite like it stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cqtt.word.completeness import _lines
from cqtt.word.repeated import WORDS, without_repeated
from cqtt.word.xml import w

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CELL = st.sampled_from(
    ["", "<w:r><w:t>{}</w:t></w:r>", "<w:r><w:t>{}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>"]
)
TEXT = st.text("abế1 .\t\n", max_size=3) | st.just("&amp;&#233;")
ROWS = st.lists(st.tuples(CELL, TEXT, CELL, TEXT).map(lambda c: row(c[0].format(c[1]), c[2].format(c[3]))), max_size=8)


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:p>{cell}</w:p></w:tc>' for cell in cells)}</w:tr>"


def said(*words: str) -> str:
    return row(*(f"<w:r><w:t>{word}</w:t></w:r>" for word in words))


def document(*tables: str) -> bytes:
    inside = "".join(f"<w:tbl>{table}</w:tbl>" for table in tables)
    return f'<w:document xmlns:w="{W}">{inside}</w:document>'.encode()


def lines(xml: bytes) -> list[str]:
    return [line for node in etree.fromstring(xml).iter(w("p"), WORDS) for line in _lines(node)]


@given(ROWS, ROWS)
def test_no_word_is_lost_and_none_changes_its_place(first: list[str], second: list[str]) -> None:
    xml = document("".join(first), "".join(second))
    assert lines(without_repeated(xml)) == lines(xml)


def test_a_row_like_one_above_leaves_its_words() -> None:
    xml = document(said("1", "Nếnh") + said("2", "") + said("3", "Tự Lạn"))
    assert without_repeated(xml) == document(said("1", "Nếnh") + "<words>2\n</words><words>3\nTự Lạn</words>")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(said("2", " b"), id="blank at the left edge"),
        pytest.param(said("2 ", "b"), id="blank at the right edge"),
        pytest.param(said("2", "b\tc"), id="control character"),
        pytest.param(said("2", "b\nc"), id="new line"),
        pytest.param(said("2", "b&#9;c"), id="character reference"),
        pytest.param(row("<w:r><w:t>2</w:t></w:r>"), id="fewer cells"),
        pytest.param(said("2", "b").replace("<w:tc>", "<w:tc><w:tcPr/>", 1), id="other make"),
    ],
)
def test_a_row_that_is_not_quite_like_it_stays(other: str) -> None:
    xml = document(said("1", "a") + other)
    assert without_repeated(xml) == xml


def test_a_row_that_refers_to_something_stays_however_often_it_stands_there() -> None:
    xml = document(row('<w:r><w:footnoteReference w:id="1"/></w:r>') * 3)
    assert without_repeated(xml) == xml


def test_another_table_has_rows_of_its_own() -> None:
    assert without_repeated(document(said("1"), said("2"))) == document(said("1"), said("2"))
    nested = f"<w:tr><w:tc><w:tbl>{said('1')}</w:tbl><w:p/></w:tc></w:tr>"
    assert without_repeated(document(nested + said("2"))) == document(nested + said("2"))


def test_a_repeated_row_that_is_no_xml_is_told_by_the_reader() -> None:
    broken = document(said("1") + said("2").replace("</w:tc>", ""))
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(without_repeated(broken))
