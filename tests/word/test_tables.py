"""Tables of data: native, repeated head row, columns that fill the page and fit their words."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cqtt.markup.nodes import Align, Emphasis, Figure, Inline, Inlines, LineBreak, Note, Strong, Table, Text
from cqtt.markup.walk import plain
from cqtt.word import metrics
from cqtt.word.integrity import verify
from cqtt.word.sections import LANDSCAPE_WIDTH, PORTRAIT_WIDTH
from cqtt.word.tables import MAX_LINES, PADDING, SIZE_PT, column_widths, is_tall
from cqtt.word.write import write
from cqtt.word.xml import Element, w
from tests.word import mau
from tests.word.hieu_luc import File, as_read, is_on, local, points, words

WORDS = st.text("abcdeghinoqrstuvxyđầế0123456789.,% ", max_size=30)
FLAGS = {"firstRow": "1", "lastRow": "0", "firstColumn": "0", "lastColumn": "0", "noHBand": "0", "noVBand": "1"}


def data_tables(file: File) -> list[Element]:
    return [tbl for tbl in file.body.iterchildren(w("tbl")) if tbl[0].find(w("tblStyle")) is not None]


def rows(tbl: Element) -> list[list[Element]]:
    """The cells of each row."""
    return [list(tr.iterchildren(w("tc"))) for tr in tbl.iterchildren(w("tr"))]


def width(text: str) -> int:
    """The room that *text* needs in a cell."""
    return metrics.text_width(text, size_pt=SIZE_PT, bold=True) + PADDING


@st.composite
def made_tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 6))
    lines = draw(st.lists(st.tuples(*[WORDS] * columns), min_size=1, max_size=4))
    return mau.table(*lines)


def test_the_head_row_is_repeated_on_each_page_and_no_row_breaks(file: File) -> None:
    for tbl in data_tables(file):
        marks = [{local(mark.tag) for mark in tr.find(w("trPr"))} for tr in tbl.iterchildren(w("tr"))]
        assert marks == [{"cantSplit", "tblHeader"}] + [{"cantSplit"}] * (len(marks) - 1)


def test_a_tall_row_may_break_and_a_tall_head_is_not_repeated() -> None:
    """LibreOffice drops the end of a kept row that fits on a page but not below the repeated head."""
    tall, low = " ".join(["words"] * 815), "words"
    made = mau.written(
        mau.table(("TT", "Nội dung"), *[("1", low)] * 5, ("2", tall), ("3", low)), mau.table((tall,), (low,))
    )
    marks = [
        [[local(mark.tag) for mark in tr.find(w("trPr"))] for tr in tbl.iterchildren(w("tr"))]
        for tbl in data_tables(made)
    ]
    kept = ["cantSplit"]
    assert marks == [[[*kept, "tblHeader"], *[kept] * 5, [], kept], [[], kept]]


@given(st.lists(st.text("abiWmđế", min_size=1, max_size=12), max_size=300), st.integers(400, 5000))
def test_only_what_wraps_into_few_lines_is_kept_together(said: list[str], column: int) -> None:
    lines, room = 1, column - PADDING
    taken = 0
    for word in said:
        needed = width(word) - PADDING
        blank = metrics.text_width(" ", size_pt=SIZE_PT, bold=True)
        if taken and taken + blank + needed > room:
            lines, taken = lines + 1, 0
        taken += needed + (blank if taken else 0)
        lines, taken = lines + taken // (room + 1), taken % (room + 1)
    assert lines <= MAX_LINES or is_tall(((Text(" ".join(said)),),), [column])


def test_each_row_fills_the_grid_with_cells_of_its_widths(file: File) -> None:
    for tbl in data_tables(file):
        grid = [column.get(w("w")) for column in tbl.iter(w("gridCol"))]
        for row in rows(tbl):
            assert [tc.find(f".//{w('tcW')}").get(w("w")) for tc in row] == grid
            assert all(tc[-1].tag == w("p") for tc in row)


def test_columns_sum_to_the_width_of_the_page(small: File) -> None:
    upright, turned = ([int(c.get(w("w"))) for c in tbl.iter(w("gridCol"))] for tbl in data_tables(small))
    assert (sum(upright), sum(turned)) == (PORTRAIT_WIDTH, LANDSCAPE_WIDTH)
    assert [int(tbl[0].find(w("tblW")).get(w("w"))) for tbl in data_tables(small)] == [sum(upright), sum(turned)]


def test_the_table_says_that_its_first_row_is_a_head(file: File) -> None:
    for tbl in data_tables(file):
        look = {local(name): value for name, value in tbl[0].find(w("tblLook")).attrib.items()}
        assert look.pop("val") == "0420"
        assert look == FLAGS


def test_layout_is_fixed_so_that_word_keeps_the_widths(file: File) -> None:
    assert {tbl[0].find(w("tblLayout")).get(w("type")) for tbl in data_tables(file)} == {"fixed"}


def test_a_caption_names_the_table_for_screen_readers_and_none_writes_nothing(small: File) -> None:
    """The description says what the caption does not: how large the table is, and what its columns are."""
    plain, named = data_tables(small)
    assert plain[0].find(w("tblCaption")) is None
    assert plain[0].find(w("tblDescription")) is None
    assert [node.get(w("val")) for node in named[0][-2:]] == [
        "Phụ lục II. BẢNG TỔNG HỢP",
        "Bảng 2 hàng, 3 cột, không kể hàng đầu là tên các cột: TT; Đơn vị; Số hồ sơ.",
    ]


def test_cells_are_set_at_11_points_the_head_bold_and_centred(file: File) -> None:
    for tbl in data_tables(file):
        for i, row in enumerate(rows(tbl)):
            for p in (p for tc in row for p in tc.iterchildren(w("p"))):
                looks = [file.run(r) for r in p.iterchildren(w("r")) if r.find(w("t")) is not None]
                assert {points(look) for look in looks} <= {11}
                if i == 0:
                    assert all(is_on(look, "b") for look in looks)
                    assert file.paragraph(p)["jc"] == {"val": "center"}


def test_columns_are_aligned_as_asked(small: File) -> None:
    for row in rows(data_tables(small)[1])[1:]:
        assert [small.paragraph(tc[-1])["jc"]["val"] for tc in row] == ["center", "left", "right"]


def test_text_in_cells_is_not_indented(file: File) -> None:
    for tbl in data_tables(file):
        for p in tbl.iter(w("p")):
            assert file.paragraph(p).get("ind", {}) == {}


def test_the_words_of_the_cells_come_out_row_by_row(small: File) -> None:
    assert [["".join(words(p) for p in tc) for tc in row] for row in rows(data_tables(small)[1])] == [
        ["TT", "Đơn vị", "Số hồ sơ"],
        ["1", "Phường Nếnh", "486"],
        ["", "Tổng", ""],
    ]


def test_strong_in_a_cell_is_bold_and_the_rest_is_not(small: File) -> None:
    _, first, total = rows(data_tables(small)[1])
    assert [is_on(small.run(row[1][-1].find(w("r"))), "b") for row in (first, total)] == [False, True]


def test_all_borders_are_drawn(small: File) -> None:
    borders = small.styles["DataTable"].find(f"{w('tblPr')}/{w('tblBorders')}")
    drawn = {local(side.tag) for side in borders if side.get(w("val")) == "single"}
    assert drawn == {"top", "left", "bottom", "right", "insideH", "insideV"}


def test_two_tables_in_a_row_stay_two() -> None:
    """Without a paragraph between them Word shows one table."""
    body = mau.written(mau.table(("a",), ("b",)), mau.table(("c", "d"), ("e", "f"))).body
    first, _ = (tbl for tbl in body.iterchildren(w("tbl")) if tbl[0].find(w("tblStyle")) is not None)
    assert first.getnext().tag == w("p")


@settings(deadline=None)
@given(made_tables(), st.sampled_from([PORTRAIT_WIDTH, LANDSCAPE_WIDTH]))
def test_widths_fill_the_page_whatever_the_cells_say(node: Table, page: int) -> None:
    widths = column_widths(node, page)
    assert sum(widths) == page
    assert len(widths) == len(node.head)
    assert min(widths) > 0


@settings(deadline=None)
@given(made_tables())
@example(mau.table(("Ghi chú", "Nội dung"), ("1 1 1 1 1 1", "lời " * 200), ("vietyen.vn", "")))
def test_no_word_is_broken_while_there_is_room_for_all(node: Table) -> None:
    columns = list(zip(node.head, *node.body, strict=True))
    longest = [
        max((width(word) for cell in column for word in plain(cell).split()), default=PADDING) for column in columns
    ]
    if sum(longest) <= PORTRAIT_WIDTH:
        assert all(have >= need for have, need in zip(column_widths(node, PORTRAIT_WIDTH), longest, strict=True))


@settings(deadline=None)
@given(made_tables())
@example(mau.table(("TT", "Đơn vị", "Trước hạn", "Mức sao"), ("1", "Phường " * 40, "1", "4")))
def test_words_are_not_broken_in_a_wider_font_either_while_there_is_room(node: Table) -> None:
    """A program takes letters that its font has not, as ế and ứ may be, from one that is wider."""
    columns = list(zip(node.head, *node.body, strict=True))
    longest = [
        max((width(word) - PADDING for cell in column for word in plain(cell).split()), default=0) for column in columns
    ]
    roomy = [word + word // 8 + PADDING for word in longest]
    if sum(roomy) <= PORTRAIT_WIDTH:
        assert all(have >= need for have, need in zip(column_widths(node, PORTRAIT_WIDTH), roomy, strict=True))


def test_words_that_may_not_be_parted_count_as_one() -> None:
    """A column is as wide as “năm 2024”, which stands on one line."""
    narrow, _ = column_widths(mau.table(("Quý I năm 2024", "Nội dung"), ("1", "lời " * 400)), PORTRAIT_WIDTH)
    assert narrow >= width("năm 2024")


def test_no_figure_and_no_name_of_the_real_appendices_is_broken(real: File) -> None:
    for tbl in data_tables(real):
        for row in rows(tbl)[1:]:
            for tc in row:
                assert width(words(tc[-1])) <= int(tc.find(f".//{w('tcW')}").get(w("w")))


def test_columns_share_the_page_in_proportion_where_their_words_do_not_fit() -> None:
    first, second = column_widths(mau.table(("a" * 400, "b" * 200), ("", "")), PORTRAIT_WIDTH)
    assert first + second == PORTRAIT_WIDTH
    assert first / second == pytest.approx(width("a" * 400) / width("b" * 200), rel=0.01)


def test_a_table_of_heads_alone_is_written() -> None:
    node = Table((Align.RIGHT,), ((Strong((Text("Cột"),)),),), (), 1)
    (tbl,) = data_tables(File(write(mau.report(node))))
    assert [[words(tc[-1]) for tc in row] for row in rows(tbl)] == [["Cột"]]


LEAVES = st.builds(Text, WORDS) | st.builds(Figure, WORDS, st.just("a.b"))
INLINES = st.lists(LEAVES, max_size=3).map(tuple)
SPANS: st.SearchStrategy[Inline] = st.builds(Emphasis, INLINES) | st.builds(Strong, INLINES) | st.just(LineBreak())
CELLS: st.SearchStrategy[Inlines] = INLINES | SPANS.map(lambda node: (node,)) | st.tuples(LEAVES, SPANS)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_every_cell_says_in_its_place_what_it_says_in_the_tree(body: list[tuple[Inlines, Inlines]]) -> None:
    head = ((Text("Một"),), (Text("Hai"),))
    node = Table((Align.CENTER, Align.RIGHT), head, tuple(body), 1)
    report = mau.report(node)
    data = write(report)
    (tbl,) = data_tables(File(data))
    told = [["".join(words(p) for p in tc).replace("\n", " ") for tc in row] for row in rows(tbl)]
    assert told == [[as_read(plain(cell)) for cell in row] for row in (node.head, *node.body)]
    assert verify(mau.opened(data), report) == []


def test_rows_keep_their_order_whatever_they_hold() -> None:
    note = Note(((Text("chú thích"),),))
    body = [
        ((Text(str(i)),), (Text("x"), note) if i in (2, 3) else (), (Text("<"),) if i == 5 else ()) for i in range(8)
    ]
    node = Table((Align.LEFT,) * 3, body[0], tuple(body[1:]), 1)
    (tbl,) = data_tables(mau.written(node))
    assert ["".join(words(p) for p in row[0]) for row in rows(tbl)] == list("01234567")
