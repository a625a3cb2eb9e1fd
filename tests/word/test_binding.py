"""Blanks at which no line may end; what is held together reads as it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.markup.nodes import Emphasis, Figure, Inlines, LineBreak, Link, Note, Reference, Strong, Text
from cqtt.markup.walk import figures_in, notes_in, plain
from cqtt.word.binding import NO_BREAK_SPACE, bound, bound_inlines, unbound
from cqtt.word.write import write
from cqtt.word.xml import w
from tests.word import mau
from tests.word.hieu_luc import NOTES, File

HELD = [
    "số_152-KH/BCSĐ-BDVTU",
    "Công văn số_1422/UBND-NV ngày_06/3/2024",
    "Số:_05/BC-UBND",
    "Nghị định số_30/2020/NĐ-CP",
    "điểm_a khoản_2 Điều_103 Mục_5 Chương_XII Phần_I",
    "điểm_đ khoản_1",
    "ngày_15 tháng_4 năm_2024",
    "Quý_I năm_2024",
    "QUÝ_IV/2024",
    "thứ_6, tuần_2",
    "nhiệm kỳ_2021-2026, giai đoạn_2023-2025",
    "chi tiết tại Phụ lục_II, cột_(15), Bảng_3",
    "phường_5, Quận_1, tổ dân phố_12, Khu phố_3",
    "đơn vị hành chính cấp_3",
    '“3_hơn”, “05_rõ”, ‘4_xin’, "5_không", “4_xin, 4 luôn”',
    "17_tỷ_đồng",
    "1,5_triệu_đồng và 250_nghìn_đồng",
    "1.596.000_đồng",
    "45_%, 12_km2, 3,5_ha, 5_MB",
]
FREE = [
    "trong số các xã",
    "một năm nữa",
    "17 xã, phường",
    "5.007 hồ sơ",
    "17/17 đơn vị",
    "5 đồng chí",
    "quý Iran",
    "Điều kiện 5",
    "điểm ấy",
    "25 kgs",
    "“hơn 3”",
]


@pytest.mark.parametrize("words", HELD)
def test_a_number_stays_with_what_it_belongs_to(words: str) -> None:
    """``_`` stands for a blank at which no line ends."""
    assert bound(words.replace("_", " ")).replace(NO_BREAK_SPACE, "_") == words


@pytest.mark.parametrize("words", FREE)
def test_other_blanks_may_end_a_line(words: str) -> None:
    assert bound(words) == words


WORDS = st.lists(
    st.sampled_from(["số", "ngày", "Điều", "điểm", "a", "5", "17", "tỷ", "đồng", "“3", "hơn”", "(2)", "XII", "\u00a0"])
    | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=4),
    max_size=8,
).map(" ".join)


@given(WORDS)
def test_the_words_read_back_unchanged(words: str) -> None:
    held = bound(words)
    assert len(held) == len(words)
    assert unbound(held) == unbound(words)
    assert all(a == b or (a, b) == (" ", NO_BREAK_SPACE) for a, b in zip(words, held, strict=True))


@given(WORDS)
def test_what_is_held_is_held_once_and_for_all(words: str) -> None:
    assert bound(bound(words)) == bound(words)


NODES: st.SearchStrategy[Inlines] = st.recursive(
    st.lists(
        st.builds(Text, WORDS)
        | st.builds(Figure, WORDS, st.just("x"))
        | st.builds(Reference, WORDS, st.just("a"))
        | st.just(LineBreak())
        | st.just(Note(((Text("số 5"),),))),
        max_size=4,
    ).map(tuple),
    lambda inner: st.lists(
        st.builds(Strong, inner)
        | st.builds(Emphasis, inner)
        | st.builds(Link, inner, st.just("http://a"))
        | st.builds(Text, WORDS),
        max_size=3,
    ).map(tuple),
    max_leaves=6,
)


@given(NODES)
def test_a_run_of_nodes_keeps_its_words_its_figures_and_its_notes(children: Inlines) -> None:
    held = bound_inlines(children)
    assert unbound(plain(held)) == unbound(plain(children))
    assert [unbound(f.text) for f in figures_in(held)] == [unbound(f.text) for f in figures_in(children)]
    assert list(notes_in(held)) == list(notes_in(children))
    assert list(map(type, held)) == list(map(type, children))


def test_a_number_is_held_across_the_nodes_that_print_it() -> None:
    children = (Text("khoản "), Strong((Figure("2", "x"),)), Text(" Điều "), Emphasis((Text("5"),)), Text(" số"))
    assert plain(bound_inlines(children)) == "khoản_2 Điều_5 số".replace("_", NO_BREAK_SPACE)


def test_nothing_is_held_across_a_forced_new_line() -> None:
    children = (Text("số "), LineBreak(), Text("5"))
    assert bound_inlines(children) == children


def test_the_file_holds_numbers_together_in_text_notes_cells_and_frame() -> None:
    cited = "theo Điều_5"
    words = cited.replace("_", " ")
    note = mau.paragraph(words, Note(((Text(words),),)))
    rows = mau.table((words, "Số"), *[(words, "1")] * 6)
    file = File(write(mau.report(note, rows)))
    printed = [
        "".join(t.text for t in p.iter(w("t"))).replace(NO_BREAK_SPACE, "_").strip()
        for p in (*file.paragraphs(), *file.paragraphs("FootnoteText", NOTES))
    ]
    assert printed.count(cited) == 9
    recipients = mau.written(recipients=(words,)).paragraphs("NoiNhan")
    assert f"- {cited};" in ["".join(t.text for t in p.iter(w("t"))).replace(NO_BREAK_SPACE, "_") for p in recipients]


def test_a_documents_symbol_keeps_the_hyphens_that_were_typed() -> None:
    """Some readers leave ``w:noBreakHyphen`` out, and nobody who searches types U+2011."""
    file = mau.written(mau.paragraph("Kế hoạch số 152-KH/BCSĐ-BDVTU"))
    (p,) = file.paragraphs("BodyText")[:1]
    assert "".join(t.text for t in p.iter(w("t"))) == f"Kế hoạch số{NO_BREAK_SPACE}152-KH/BCSĐ-BDVTU"
    assert b"noBreakHyphen" not in file.parts["word/document.xml"]
