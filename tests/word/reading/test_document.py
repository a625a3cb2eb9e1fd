"""A whole file: its lines in order, its tables, its sections."""

import re

from cqtt.word.reading.archive import open_package
from cqtt.word.reading.document import Written, read
from tests.word.decree.mau_van_ban import DOCUMENT, Parts, change, good, paragraph, spoilt, zipped


def test_lines_bear_the_numbers_of_their_paragraphs() -> None:
    written = read(open_package(spoilt()))
    numbers = [line.number for line in written.lines]
    assert numbers == sorted(numbers)
    assert next(line for line in written.lines if line.words == "BÁO CÁO").number == 15


def test_places_in_a_table() -> None:
    lines = {line.words: line.place for line in read(open_package(spoilt())).lines}
    place = lines["Việt Yên, ngày 05 tháng 4 năm 2024"]
    assert (place.section, place.table, place.row, place.column) == (0, 1, 2, 1)
    assert lines["Phụ lục II"].section == 2


def test_a_long_table_is_looked_at_once_for_each_look() -> None:
    written = read(open_package(spoilt()))
    assert written.tabular == {2}
    assert [(line.style, line.words) for line in written.cells] == [
        ("TableHead", "a"),
        ("TableText", "a"),
    ]


def test_a_cell_that_looks_different_is_found_in_a_long_table() -> None:
    def last_cell(parts: Parts) -> None:
        head, _, tail = parts[DOCUMENT].rpartition("<w:r><w:t>a</w:t>")
        parts[DOCUMENT] = f'{head}<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>a</w:t>{tail}'

    assert [line.spans[0].colour for line in read(open_package(spoilt(last_cell))).cells] == ["auto", "auto", "FF0000"]


def test_content_controls_are_looked_into() -> None:
    wrapped = paragraph(">BÁO CÁO<", lambda p: f"<w:sdt><w:sdtPr/><w:sdtContent>{p}</w:sdtContent></w:sdt>")
    assert said(read(open_package(spoilt(wrapped)))) == said(read(open_package(spoilt())))


def test_a_body_without_a_section_has_one() -> None:
    body = re.sub(r"<w:sectPr>.*?</w:sectPr>", "", good()[DOCUMENT])
    assert len(read(open_package(zipped({**good(), DOCUMENT: body}))).sections) == 1


def test_a_file_without_styles_lists_and_theme_is_read() -> None:
    bare = change("<Relationship ", "<Other ", "word/_rels/document.xml.rels", count=-1)
    written = read(open_package(spoilt(bare)))
    assert {span.size for line in written.lines for span in line.spans} == {20}


def said(written: Written) -> list[str]:
    return [line.said for line in written.lines]
