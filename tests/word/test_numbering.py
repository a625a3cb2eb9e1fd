"""Lists: our abstract lists as Word wants them, and a new instance for each ordered list."""

import pytest

from cqtt.word.numbering import ORDERED, POINTS, Numbering, letter
from cqtt.word.package import open_base
from cqtt.word.xml import Element, w
from tests.word import mau
from tests.word.hieu_luc import File, local

LEVELS = [str(i) for i in range(9)]


@pytest.fixture
def root() -> Element:
    return open_base().part.numbering_part.element


def test_each_start_is_an_instance_of_its_own(root: Element) -> None:
    before = {num.get(w("numId")) for num in root.iterchildren(w("num"))}
    numbering = Numbering(root)
    given = [numbering.start(1), numbering.start(1), numbering.start(7)]
    assert len(set(given)) == 3
    assert not set(map(str, given)) & before
    assert {num.get(w("numId")) for num in root.iterchildren(w("num"))} == before | set(map(str, given))


@pytest.mark.parametrize("first", [1, 7])
def test_an_instance_begins_at_its_own_number(root: Element, first: int) -> None:
    number = Numbering(root).start(first)
    (num,) = (n for n in root.iterchildren(w("num")) if n.get(w("numId")) == str(number))
    assert num.find(w("abstractNumId")).get(w("val")) == str(ORDERED)
    over = num.find(w("lvlOverride"))
    assert over.get(w("ilvl")) == "0"
    assert over.find(w("startOverride")).get(w("val")) == str(first)


def test_word_counts_the_first_points_and_an_instance_of_its_own_marks_each_further_one(root: Element) -> None:
    numbering = Numbering(root)
    assert [numbering.point(count) for count in range(1, 5)] == [None] * 4
    number = numbering.point(5)
    assert (numbering.point(5), numbering.point(28)) == (number, (number or 0) + 1)
    (num,) = (n for n in root.iterchildren(w("num")) if n.get(w("numId")) == str(number))
    level = num.find(f"{w('lvlOverride')}/{w('lvl')}")
    assert level.get(w("ilvl")) == level.getparent().get(w("ilvl")) == str(POINTS)
    assert [local(node.tag) for node in level] == ["start", "numFmt", "suff", "lvlText", "lvlJc", "pPr"]
    assert (level.find(w("numFmt")).get(w("val")), level.find(w("lvlText")).get(w("val"))) == ("none", "đ)")


def test_letters_are_those_of_vietnamese_points() -> None:
    assert [letter(count) for count in (1, 4, 5, 6, 7, 9, 10, 23, 24)] == ["a", "d", "đ", "e", "g", "i", "k", "y", "aa"]


def test_abstract_lists_come_before_their_instances(file: File) -> None:
    kinds = [local(node.tag) for node in file.trees["word/numbering.xml"]]
    assert kinds == sorted(kinds)
    assert kinds.count("abstractNum") == 3


def test_each_abstract_list_has_nine_levels_and_what_tells_it_apart(file: File) -> None:
    lists = list(file.trees["word/numbering.xml"].iterchildren(w("abstractNum")))
    for abstract in lists:
        assert [local(node.tag) for node in abstract][:3] == ["nsid", "multiLevelType", "tmpl"]
        assert [level.get(w("ilvl")) for level in abstract.iterchildren(w("lvl"))] == LEVELS
    assert len({abstract.find(w("nsid")).get(w("val")) for abstract in lists}) == len(lists)


def test_each_level_with_a_style_is_the_one_that_the_style_names(file: File) -> None:
    for (abstract, depth), level in file.levels.items():
        linked = level.find(w("pStyle"))
        if linked is not None:
            (own,) = file.styles[linked.get(w("val"))].iter(w("numPr"))
            ilvl = own.find(w("ilvl"))
            assert file.lists[own.find(w("numId")).get(w("val"))][0] == abstract
            assert (ilvl.get(w("val")) if ilvl is not None else "0") == depth


def test_items_of_one_list_share_their_number_and_lists_do_not() -> None:
    file = mau.written(mau.items("a", "b"), mau.items("c"))
    first, second, third = (file.paragraph(p)["numPr.numId"]["val"] for p in file.paragraphs("ListNumber"))
    assert first == second != third


def test_marks_stand_where_the_text_begins(file: File) -> None:
    """A blank behind the mark, no tab and no hanging indent: items are set like paragraphs."""
    for level in file.levels.values():
        assert level.find(w("suff")).get(w("val")) in ("space", "nothing")
        assert dict(level.find(f"{w('pPr')}/{w('ind')}").attrib) == {w("left"): "0", w("firstLine"): "720"}
