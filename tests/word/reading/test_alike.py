"""Rows that differ in their words alone are read once; nothing that is looked for is lost with the others."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.word.reading.alike import MARK, ROWS, Condensed, condensed
from cqtt.word.reading.archive import open_package
from cqtt.word.write import write
from cqtt.word.xml import w
from tests.word import mau

CELL = "<w:tc><w:tcPr/><w:p><w:pPr/><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
MARKED = re.compile(rf"<\?{MARK} (\d+)\?>")


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(map(CELL.format, cells))}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def read(*parts: str) -> tuple[str, list[list[str]]]:
    found = condensed("".join(parts).encode())
    return found.xml.decode(), found.said


def said(found: Condensed) -> list[str]:
    """The words of all paragraphs, in order, those left out in the place of their marks."""
    pieces = MARKED.split(found.xml.decode())
    out: list[str] = []
    for i, piece in enumerate(pieces):
        out += "\n".join(found.said[int(piece)]).split("\n") if i % 2 else re.findall("<w:t(?: [^>]*)?>([^<]*)", piece)
    return out


FIRST = [row(str(n), "Nếnh") for n in range(ROWS)]


def test_the_first_rows_of_a_table_stay_and_later_ones_leave_their_words() -> None:
    xml, left = read("<w:p/>", table(*FIRST, row("5.007", "Tự Lạn"), row("–", "–")), "<w:p/>")
    assert xml == f"<w:p/>{table(*FIRST, f'<?{MARK} 0?>', row('–', '–'))}<w:p/>"  # no row above has such a first cell
    assert left == [["5.007\nTự Lạn"]]


def test_each_table_begins_anew() -> None:
    again = table(*FIRST, row("1", "Ấ"))
    xml, left = read(again, "<w:p/>", again)
    assert xml.count("<w:tr>") == 2 * ROWS
    assert left == [["1\nẤ"], ["1\nẤ"]]


def test_a_row_that_is_kept_parts_those_left_out() -> None:
    bold = row("1", "Ấ").replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
    xml, left = read(table(*FIRST, row("1", "Á"), bold, row("2", "Ớ"), row("3", "Ự")))
    assert xml == table(*FIRST, f"<?{MARK} 0?>", bold, f"<?{MARK} 1?>")
    assert left == [["1\nÁ"], ["2\nỚ", "3\nỰ"]]


@pytest.mark.parametrize(
    "inner",
    [
        row("1", "a\x07é"),
        row("1", " é"),
        row("1", "é\u00a0"),
        row("1", "é &amp; è"),
        row("1", "é").replace("<w:tc>", '<w:tc w:id="1">'),
        row("1", "é").replace("</w:r>", '</w:r><w:footnoteReference w:id="2"/>'),
        row("1", "é").replace("<w:t>", '<w:t xml:space="preserve">'),
        row("1", "é").replace("<w:tr>", '<w:tr w:rsid="1">'),
        row("1"),
        row("1", table(row("é"))),
    ],
)
def test_what_asks_for_a_closer_look_stays(inner: str) -> None:
    xml, left = read(table(*FIRST, inner))
    assert (xml, left) == (table(*FIRST, inner), [])


def test_words_in_several_runs_are_one_paragraphs() -> None:
    parted = row("1", "Ă").replace("</w:t>", "</w:t></w:r><w:r><w:t>b</w:t>")
    assert read(table(*FIRST, parted, parted))[1] == [["1b\nĂb"]]


@given(
    st.lists(
        st.tuples(st.sampled_from(["1", "5.007", "–", "ế", " x", "a &lt; b"]), st.text("aế –.", max_size=4)),
        max_size=30,
    )
)
def test_nothing_that_is_said_gets_lost_or_moves(cells: list[tuple[str, str]]) -> None:
    xml = table(*(row(*some) for some in cells)).encode()
    assert said(condensed(xml)) == said(Condensed(xml))


def test_rows_with_anchors_are_alike_all_the_same() -> None:
    """The bookmark of each row has a name and an id of its own."""
    data = write(mau.report(mau.table(("Cột", "Số"), *((f"tên {chr(97 + i)}", "1") for i in range(26)))))
    package = open_package(data)
    package.condense()
    body = package.tree("word/document.xml")
    assert body is not None
    assert sum(1 for _ in body.iter(w("tr"))) < 20
    assert sum(len(rows) for rows in package.said) > 10
