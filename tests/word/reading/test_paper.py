"""A Word file from top to bottom."""

import pytest
from msgspec.structs import replace

from cqtt.faults import EnvironmentFault
from cqtt.markup.nodes import Note, Paragraph, Text
from cqtt.word.anchors import mark_of
from cqtt.word.reading.archive import open_package
from cqtt.word.reading.paper import Paper, read_paper
from cqtt.word.write import write
from tests.verify.sua import edited, track_remove, without_anchors
from tests.word import mau


def read(data: bytes) -> Paper:
    return read_paper(open_package(data))


def test_every_paragraph_row_and_note_of_our_file_has_the_hash_of_its_words() -> None:
    for report in (mau.every_node(), mau.charts()):
        for unit in read(write(report)).every:
            assert unit.hashed is not None, unit.words
            assert unit.hashed.mark == mark_of(unit.key)
            assert unit.hashed.kind == unit.kind


def test_a_file_says_of_which_period_it_is_and_whether_it_has_charts() -> None:
    paper = read(write(replace(mau.charts(), period="2024Q1")))
    assert paper.period == ("2024Q1", True)
    assert paper.charts
    assert read(write(mau.every_node())).period is None


def test_without_anchors_the_same_is_read() -> None:
    data = write(mau.every_node())
    with_them, without = read(data), read(edited(data, without_anchors))
    assert [unit.key for unit in with_them.every] == [unit.key for unit in without.every]
    assert with_them.anchored
    assert not without.anchored


def test_notes_come_in_the_order_in_which_they_are_called() -> None:
    notes = [Note(((Text(f"Chú thích {i}"),),)) for i in (1, 2)]
    data = write(mau.report(*(Paragraph((Text("a"), note), 1) for note in notes)))
    assert [unit.key for unit in read(data).notes] == ["Chú thích 1", "Chú thích 2"]


def test_what_a_tracked_change_took_away_is_known_with_its_author() -> None:
    data = edited(write(mau.report(mau.paragraph("Đoạn bị bỏ."))), track_remove("Đoạn bị bỏ", "Lê B"))
    paper = read(data)
    assert paper.taken == [("Đoạn bị bỏ.", "Lê B")]
    assert "Đoạn bị bỏ." not in [unit.key for unit in paper.units]


def test_the_letterhead_is_read_cell_by_cell_and_a_table_of_data_row_by_row() -> None:
    units = read(write(mau.report(mau.table(("Cột", "Số"), ("a", "1"))))).units
    assert [unit.cells for unit in units if unit.kind == "r"] == [("Cột", "Số"), ("a", "1")]
    assert {unit.cell for unit in units if unit.style in ("CoQuan", "HoTen")} == {(1, 0), (3, 1)}


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(EnvironmentFault):
        read(b"PK")
