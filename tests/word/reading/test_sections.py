"""Sections: paper, margins, and headers that go on from one to the next."""

from cqtt.word.reading.archive import open_package
from cqtt.word.reading.document import read
from cqtt.word.reading.sections import Section
from tests.word.decree.mau_van_ban import Break, change, spoilt


def sections(*edits: Break) -> list[Section]:
    return read(open_package(spoilt(*edits))).sections


def test_paper_and_margins() -> None:
    first, second, third = sections()
    assert (first.width, first.height, first.landscape, first.first_apart) == (11906, 16838, False, True)
    assert first.margins == {"top": 1134, "bottom": 1134, "left": 1701, "right": 851}
    assert (third.width, third.height, third.landscape) == (16838, 11906, True)
    assert [section.start for section in (first, second, third)] == [0, 1, 1]


def test_a_header_goes_on_where_none_is_named() -> None:
    edit = change('<w:headerReference w:type="default" r:id="rId8"/><w:type', "<w:type", count=-1)
    assert [[line.counts_pages for line in section.above["default"]] for section in sections(edit)] == [[True]] * 3


def test_what_the_first_page_shows() -> None:
    apart, same = sections()[0], sections(change("<w:titlePg/>", '<w:titlePg w:val="0"/>'))[0]
    assert [line.counts_pages for line in apart.on_first_page(apart.above)] == [False]
    assert [line.counts_pages for line in same.on_first_page(same.above)] == [True]


def test_a_reference_to_nothing_is_no_header() -> None:
    (first, *_) = sections(change('r:id="rId8"', 'r:id="rId88"'))
    assert "default" not in first.above


def test_a_section_that_says_nothing_is_letter_with_an_inch_around() -> None:
    edit = change('<w:pgSz w:w="11906" w:h="16838"/>', "")
    (first, *_) = sections(
        edit, change('<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"', "<w:pgMar")
    )
    assert (first.width, first.height, first.margins["left"]) == (12240, 15840, 1440)


def test_exact_margins_and_the_gutter_count() -> None:
    edit = change('w:top="1134"', 'w:top="-1134"')
    (first, *_) = sections(edit, change('w:gutter="0"', 'w:gutter="300"'))
    assert (first.margins["top"], first.margins["left"]) == (1134, 2001)
