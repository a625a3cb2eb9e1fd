"""Hidden bookmarks: one in each paragraph with words, found again by their names, with the hash of what was built."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cqtt.word.anchors import Anchor, anchor, mark_of, period, period_name, row_words
from cqtt.word.write import write
from cqtt.word.xml import w
from tests.word import mau
from tests.word.hieu_luc import DOCUMENT, NOTES, File, words


def names(file: File, part: str = DOCUMENT) -> list[str]:
    return [node.get(w("name")) for node in file.trees[part].iter(w("bookmarkStart"))]


def test_every_paragraph_with_words_outside_tables_of_data_has_one_anchor(file: File) -> None:
    for p in file.body.iter(w("p")):
        if p.getparent().tag == w("tc") and file.paragraph(p).get("pStyle", {}).get("val", "").startswith("Table"):
            continue
        own = [anchor(node.get(w("name"))) for node in p.iterchildren(w("bookmarkStart"))]
        found = [one for one in own if one is not None and one.kind == "p"]
        assert [one.mark for one in found] == [mark_of(words(p))] * bool(words(p).strip())


def test_every_row_of_data_has_one_anchor_in_its_first_cell(real: File) -> None:
    tables = [tbl for tbl in real.body.iter(w("tbl")) if tbl.find(f"{w('tblPr')}/{w('tblStyle')}") is not None]
    for row in (row for tbl in tables for row in tbl.iter(w("tr"))):
        cells = [words(cell) for cell in row.iterchildren(w("tc"))]
        start, *notes = row.iter(w("bookmarkStart"))
        assert not notes
        found = anchor(start.get(w("name")))
        assert found is not None
        assert (found.kind, found.mark) == ("r", mark_of(row_words(cells)))
        assert next(start.iterancestors(w("tc"))) is row.find(w("tc"))


def test_the_anchor_of_a_footnote_stands_before_its_mark_in_the_text(file: File) -> None:
    """LibreOffice 7.4 mixes up bookmarks inside footnotes."""
    notes = {
        note.get(w("id")): " ".join(words(p) for p in note.iter(w("p")))
        for note in file.trees[NOTES].iter(w("footnote"))
    }
    for mark in file.body.iter(w("footnoteReference")):
        end = mark.getparent().getprevious()
        found = anchor(end.getprevious().get(w("name")))
        assert found is not None
        assert (found.kind, found.mark) == ("n", mark_of(notes[mark.get(w("id"))]))
    assert not names(file, NOTES)


def test_an_anchor_stands_behind_the_properties_and_is_empty(file: File) -> None:
    """ECMA-376-1, 17.3.1.22: w:pPr is the first child."""
    for start in file.trees[DOCUMENT].iter(w("bookmarkStart")):
        if start.get(w("name")).startswith(("_cqtt_p", "_cqtt_r")):
            assert start.getprevious().tag in (w("pPr"), w("bookmarkEnd"))
        if start.get(w("name")).startswith("_"):
            assert (start.getnext().tag, start.getnext().get(w("id"))) == (w("bookmarkEnd"), start.get(w("id")))


def test_anchors_are_counted_by_kind_in_the_order_of_the_pages(file: File) -> None:
    found = [one for name in names(file) if (one := anchor(name))]
    for kind in "pnr":
        numbers = [one.number for one in found if one.kind == kind]
        assert numbers == [*range(1, len(numbers) + 1)]


def test_names_are_hidden_and_such_as_word_takes(file: File) -> None:
    found = names(file)
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name, re.ASCII) for name in found)


def test_the_review_copy_has_the_anchors_of_the_report() -> None:
    report = mau.every_node()
    assert names(File(write(report, {"a.b": "Lời bình"}))) == names(File(write(report)))


def test_a_report_says_of_which_period_it_is_and_whether_it_has_charts() -> None:
    for made, charts in ((mau.every_node(), False), (mau.charts(), True)):
        found = [period(name) for name in names(File(write(replace(made, period="2024-03"))))]
        assert [one for one in found if one] == [("2024-03", charts)]
    assert not any(map(period, names(File(write(mau.every_node())))))


@pytest.mark.parametrize("ma", ["2024Q1", "2024H2", "2024M09", "2024", "2024-03"])
@pytest.mark.parametrize("charts", [True, False])
def test_a_period_is_read_as_it_was_written(ma: str, charts: bool) -> None:
    assert period(period_name(ma, charts=charts)) == (ma, charts)


def test_a_name_of_others_is_no_anchor() -> None:
    for name in ("_Toc1", "_cqtt", "_cqtt_p0_aaaaaaaa", "_cqtt_x1_aaaaaaaa", "_cqtt_p1_aaaaaaa1", "_cqtt_ky_2024Q1"):
        assert anchor(name) is None
    assert anchor("_cqtt_p12_abcdefg2") == Anchor("p", 12, "abcdefg2")


@given(st.text(max_size=30))
def test_a_hash_is_of_what_is_seen(text: str) -> None:
    assert mark_of(f" {text}\u00a0\u00a0") == mark_of(text)
    assert mark_of(text + "x") != mark_of(text)
