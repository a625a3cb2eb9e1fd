"""Lists: our abstract lists as Word wants them, and a new instance for each ordered list."""

import pytest

from cqtt.word.numbering import ORDERED, Numbering, letter
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


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (5, ("1", "none", "đ)")),
        (6, ("5", "lowerLetter", "%1)")),
        (7, ("7", "lowerLetter", "%1)")),
        (23, ("25", "lowerLetter", "%1)")),
        (24, ("27", "lowerLetter", "%1)")),
        (28, ("1", "none", "đđ)")),
    ],
)
def test_word_counts_the_first_points_and_each_further_one_is_a_list_by_itself(
    root: Element, count: int, said: tuple[str, str, str]
) -> None:
    """Nothing is shared with another point, so that nothing counts on from it."""
    numbering = Numbering(root)
    assert [numbering.point(known) for known in range(1, 5)] == [None] * 4
    given = [numbering.point(count), numbering.point(count)]
    instances = [n for n in root.iterchildren(w("num")) if n.get(w("numId")) in map(str, given)]
    abstract = {n[0].get(w("val")) for n in instances}
    assert len(abstract) == len(instances) == 2
    for made in (a for a in root.iterchildren(w("abstractNum")) if a.get(w("abstractNumId")) in abstract):
        *head, level = made
        assert [local(node.tag) for node in head] == ["nsid", "multiLevelType", "tmpl"]
        assert [local(node.tag) for node in level] == ["start", "numFmt", "suff", "lvlText", "lvlJc", "pPr", "rPr"]
        assert tuple(level.find(w(name)).get(w("val")) for name in ("start", "numFmt", "lvlText")) == said
    everything = list(root.iterchildren(w("abstractNum")))
    assert len({a.find(w("nsid")).get(w("val")) for a in everything}) == len(everything)
    assert [local(node.tag) for node in root] == sorted(local(node.tag) for node in root)


def test_each_level_sets_its_number_as_its_style_sets_the_words(file: File) -> None:
    """Programs that do not go by the paragraph's mark go by this."""
    for level in file.levels.values():
        if (linked := level.find(w("pStyle"))) is not None:
            own = file.styles[linked.get(w("val"))].find(w("rPr"))
            wanted = {node.tag for node in own} if own is not None else set()
            said = {node.tag for node in level.find(w("rPr"))} - {w("rFonts"), w("sz"), w("szCs")}
            assert said == wanted
            assert level.find(f"{w('rPr')}/{w('sz')}").get(w("val")) == "28"


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
