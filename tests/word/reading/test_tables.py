"""The words of a Word file's tables: merged cells stand in every place they cover, struck words in none."""

import io

import pytest
from docx import Document

from cqtt.faults import EnvironmentFault
from cqtt.word.reading.tables import words


def file() -> bytes:
    document = Document()
    document.add_paragraph("UBND phường Nếnh")
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Tiếp nhận"
    table.cell(0, 2).text = "Trả lại"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "9"
    table.cell(1, 0).text, table.cell(1, 1).text = "1", "2"
    table.cell(2, 0).add_table(1, 1).cell(0, 0).text = "3"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_rows_are_of_equal_length_and_merged_cells_are_repeated() -> None:
    found = words(file())
    assert found.paragraphs[0] == "UBND phường Nếnh"
    assert found.tables == ((("Tiếp nhận", "Tiếp nhận", "Trả lại"), ("1", "2", "9"), ("3", "", "9")),)


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(EnvironmentFault):
        words(b"PK")
