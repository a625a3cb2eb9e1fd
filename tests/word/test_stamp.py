"""Rows written as text are the rows that are written as elements."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cqtt.markup.nodes import Align, Emphasis, Figure, Inline, Inlines, LineBreak, Note, Row, Strong, Table, Text
from cqtt.word.stamp import filled
from cqtt.word.tables import MANY
from cqtt.word.write import write
from tests.word import mau
from tests.word.hieu_luc import DOCUMENT, File

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=6)
LEAVES = st.builds(Text, WORDS) | st.builds(Figure, WORDS, st.just("ho_so.tra_lai"))
INLINES = st.lists(LEAVES, max_size=3).map(tuple)
ODD: st.SearchStrategy[Inline] = st.just(LineBreak()) | st.builds(Emphasis, INLINES) | st.builds(Strong, INLINES)
CELLS: st.SearchStrategy[Inlines] = INLINES | ODD.map(lambda node: (node,)) | st.tuples(LEAVES, ODD)
ALIGN = (Align.LEFT, Align.CENTER, Align.RIGHT)
HEAD: Row = ((Text("Một"),), (Text("Hai"),), (Text("Ba"),))


def body(*rows: Row) -> list[str]:
    """The rows below the head, as they stand in the file."""
    data = write(mau.report(Table(ALIGN, HEAD, rows, 1)))
    table = re.findall("<w:tbl>.*?</w:tbl>", File(data).parts[DOCUMENT].decode(), re.DOTALL)[1]
    return re.findall("<w:tr>.*?</w:tr>", table, re.DOTALL)[1:]


@settings(deadline=None, max_examples=60)
@given(st.tuples(CELLS, CELLS, CELLS))
@example(((), (Text("phường Nếnh"),), (Figure("1.234", "x"),)))
@example(((Strong((Text("Tổng"), Figure("5", "x"))),), (Strong(()),), (Text(""),)))
@example(((Text("a & <b>"),), (Text(" a"),), (Strong((Text("a "),)),)))
@example(((Text("]]>"),), (Text("<?rows 0?>"),), (Text("&amp;"),)))
def test_a_row_of_many_is_the_row_of_few(row: Row) -> None:
    (alone,) = body(row)
    assert body(*[row] * MANY) == [alone] * MANY


def test_rows_keep_their_order_whatever_they_hold() -> None:
    note = Note(((Text("chú thích"),),))
    rows = [
        ((Text(str(i)),), (Text("x"), note) if i in (2, 3) else (), (Text("<"),) if i == 5 else ()) for i in range(8)
    ]
    assert [re.findall("<w:t>(.)</w:t>", row)[0] for row in body(*rows)] == list("01234567")


def test_each_mark_is_filled_with_its_own_rows() -> None:
    assert (
        filled(b"<a><?rows 1?><b/><?rows 0?></a>", [b"<c/>", "<d>\u1ebf</d>".encode()]).decode()
        == "<a><d>ế</d><b/><c/></a>"
    )
