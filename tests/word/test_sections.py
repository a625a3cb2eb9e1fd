"""Pages: A4, the margins of Decree 30, the page number."""

import pytest

from cqtt.word import sections
from cqtt.word.xml import Element, w
from tests.word import mau
from tests.word.hieu_luc import File, R, is_on, local, points

TWIPS_PER_MM = 1440 / 25.4
SHORT_MM, LONG_MM = 210, 297
MARGINS_MM = {"top": 20, "bottom": 20, "left": 30, "right": 15}


def ends(file: File) -> list[Element]:
    """The sections in their order."""
    return list(file.trees["word/document.xml"].iter(w("sectPr")))


def millimetres(twips: str) -> float:
    return int(twips) / TWIPS_PER_MM


def header(file: File, section: Element, kind: str) -> Element:
    """The header part of *section* for the pages of *kind*."""
    (found,) = (ref for ref in section.iterchildren(w("headerReference")) if ref.get(w("type")) == kind)
    return file.trees[f"word/{file.relations()[found.get(f'{R}id')]}"]


def test_each_section_has_the_margins_of_the_decree(file: File) -> None:
    """None is smaller than the least that is allowed, not by a hundredth of a millimetre."""
    for section in ends(file):
        margins = section.find(w("pgMar"))
        for side, wanted in MARGINS_MM.items():
            assert wanted <= millimetres(margins.get(w(side))) < wanted + 0.02, side
        assert 0 < millimetres(margins.get(w("header"))) < MARGINS_MM["top"]
        assert margins.get(w("gutter")) == "0"


def test_the_body_stands_on_a4_upright(file: File) -> None:
    size = ends(file)[0].find(w("pgSz"))
    assert millimetres(size.get(w("w"))) == pytest.approx(SHORT_MM, abs=0.02)
    assert millimetres(size.get(w("h"))) == pytest.approx(LONG_MM, abs=0.02)
    assert size.get(w("orient")) is None


def test_a_landscape_appendix_has_the_sides_swapped_and_says_so(small: File) -> None:
    body, upright, turned = (section.find(w("pgSz")) for section in ends(small))
    assert dict(upright.attrib) == dict(body.attrib)
    assert (turned.get(w("w")), turned.get(w("h"))) == (body.get(w("h")), body.get(w("w")))
    assert turned.get(w("orient")) == "landscape"


def test_there_is_one_section_for_the_body_and_one_for_each_appendix(real: File) -> None:
    first, second, last = ends(real)
    assert local(first.getparent().tag) == local(second.getparent().tag) == "pPr"
    assert last is real.body[-1]


def test_page_1_shows_no_number(file: File) -> None:
    section = ends(file)[0]
    assert is_on({"titlePg": dict(section.find(w("titlePg")).attrib)}, "titlePg")
    first = header(file, section, "first")
    assert not list(first.iter(w("fldChar"), w("t"), w("fldSimple")))
    assert len(first) == 1


def test_the_page_number_stands_centred_upright_at_14_points_with_a_cached_result(file: File) -> None:
    (p,) = header(file, ends(file)[0], "default")
    assert file.paragraph(p)["jc"] == {"val": "center"}
    begin, code, separate, cached, end = p.iterchildren(w("r"))
    assert [r[0].get(w("fldCharType")) for r in (begin, separate, end)] == ["begin", "separate", "end"]
    assert code[0].text.split() == ["PAGE"]
    assert cached[0].text == "2"
    for r in p.iterchildren(w("r")):
        look = file.run(r)
        assert (points(look), is_on(look, "b"), is_on(look, "i")) == (14, False, False)


def test_an_appendix_counts_from_1_and_shows_the_number_on_its_first_page(file: File) -> None:
    for section in ends(file)[1:]:
        assert section.find(w("pgNumType")).get(w("start")) == "1"
        assert section.find(w("titlePg")) is None
        assert section.find(w("type")).get(w("val")) == "nextPage"
        assert list(header(file, section, "default").iter(w("instrText")))


def test_the_body_counts_from_its_own_first_page(file: File) -> None:
    assert ends(file)[0].find(w("pgNumType")) is None


@pytest.mark.parametrize("landscape", [False, True])
def test_the_text_is_as_wide_as_the_page_without_its_margins(*, landscape: bool) -> None:
    section = ends(mau.written(appendices=(mau.appendix(landscape=landscape),)))[1]
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    wanted = int(size.get(w("w"))) - int(margins.get(w("left"))) - int(margins.get(w("right")))
    assert sections.text_width(landscape=landscape) == wanted


def test_an_appendix_begins_on_a_page_of_its_own_behind_a_paragraph_that_takes_no_room(small: File) -> None:
    for section in ends(small)[:-1]:
        in_effect = small.paragraph(section.getparent().getparent())
        assert in_effect["spacing"] == {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
