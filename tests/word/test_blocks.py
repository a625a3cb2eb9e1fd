"""Blocks of the body: headings that Word counts, paragraphs as the Decree sets them, lists that begin anew."""

import pytest

from cqtt.markup.nodes import Heading, Items, Text
from cqtt.word.xml import w
from tests.word import mau
from tests.word.hieu_luc import File, is_on, points, style_id, twips, words

FIRST_LINE = 720  # 1,27 cm
BODY_STYLES = ("BodyText", "ListBullet", "ListBullet2", "ListNumber", "ListNumber2")
HEADINGS = ("Heading1", "Heading2", "Heading3")
UNTIL_END = "Trên đây là báo cáo./."


def printed(*blocks: Items | Heading) -> list[str]:
    """The lines of a report of *blocks* with their numbers, as Word prints them."""
    labels = mau.written(*blocks).labels()
    texts = [text for _, text in labels]
    between = labels[texts.index("Chính quyền thân thiện") + 2 : texts.index(UNTIL_END)]
    return [f"{label} {text}".strip() for label, text in between]


def heading(level: int, text: str) -> Heading:
    return Heading(level, (Text(text),), 1)


def test_the_text_is_set_as_the_decree_says(file: File) -> None:
    """Phụ lục I, II.6.e: 13-14 points, justified, first line 1 or 1,27 cm, 6 points apart, single to 1,5 lines."""
    for p in (p for p in file.paragraphs() if style_id(p, "p") in BODY_STYLES):
        in_effect = file.paragraph(p)
        assert in_effect["jc"] == {"val": "both"}
        assert (twips(in_effect, "ind", "firstLine"), twips(in_effect, "ind", "left")) == (FIRST_LINE, 0)
        assert twips(in_effect, "spacing", "before") + twips(in_effect, "spacing", "after") >= 120
        assert in_effect["spacing"]["lineRule"] == "auto"
        assert 240 <= twips(in_effect, "spacing", "line") <= 360
        assert {points(file.run(r)) for r in p.iter(w("r"))} <= {14}
        assert is_on(in_effect, "widowControl")


def test_plain_text_is_upright_and_regular(real: File) -> None:
    p = next(p for p in real.paragraphs("BodyText") if words(p).startswith("Các đơn vị đã triển khai"))
    for r in p.iter(w("r")):
        assert not {name for name in ("b", "i", "u", "caps") if is_on(real.run(r), name)}


@pytest.mark.parametrize(("style", "italic"), [("Heading1", False), ("Heading2", False), ("Heading3", True)])
def test_headings_are_bold_at_14_points_and_stay_with_their_text(file: File, style: str, *, italic: bool) -> None:
    assert file.paragraphs(style)
    for p in file.paragraphs(style):
        in_effect = file.paragraph(p)
        assert twips(in_effect, "ind", "firstLine") == FIRST_LINE
        assert twips(in_effect, "spacing", "before") >= 120
        assert is_on(in_effect, "keepNext")
        assert is_on(in_effect, "keepLines")
        for r in p.iter(w("r")):
            look = file.run(r)
            assert (points(look), is_on(look, "b"), is_on(look, "i")) == (14, True, italic)


@pytest.mark.parametrize(("depth", "style"), list(enumerate(HEADINGS)))
def test_headings_are_native_and_linked_with_their_list_both_ways(file: File, depth: int, style: str) -> None:
    (own,) = file.styles[style].iter(w("numPr"))
    number = own.find(w("numId")).get(w("val"))
    ilvl = own.find(w("ilvl"))
    assert int(ilvl.get(w("val")) if ilvl is not None else 0) == depth
    level = file.levels[file.lists[number][0], str(depth)]
    assert level.find(w("pStyle")).get(w("val")) == style
    assert file.styles[style].find(f"{w('pPr')}/{w('outlineLvl')}").get(w("val")) == str(depth)
    assert file.styles[style].find(w("name")).get(w("val")) == f"heading {depth + 1}"


def test_headings_and_dashes_say_the_number_of_their_style_again(file: File) -> None:
    """For programs that read no lists out of styles."""
    for style in (*HEADINGS, "ListBullet", "ListBullet2"):
        ((number, depth),) = {
            (
                in_effect.find(w("numId")).get(w("val")),
                getattr(in_effect.find(w("ilvl")), "attrib", {w("val"): "0"})[w("val")],
            )
            for in_effect in file.styles[style].iter(w("numPr"))
        }
        for p in file.paragraphs(style):
            assert [node.tag for node in p[0]] == [w("pStyle"), w("numPr")]
            assert [node.get(w("val")) for node in p[0][1]] == [depth, number]


def test_headings_are_counted_as_one_list() -> None:
    blocks = [heading(level, text) for level, text in [(1, "A"), (2, "B"), (3, "C"), (3, "D"), (2, "E"), (3, "F")]]
    assert printed(*blocks, heading(1, "G"), heading(2, "H")) == [
        "I. A",
        "1. B",
        "1.1. C",
        "1.2. D",
        "2. E",
        "2.1. F",
        "II. G",
        "1. H",
    ]


def test_the_real_report_is_numbered_as_it_was_on_paper(real: File) -> None:
    numbered = [label for label, _ in real.labels() if label]
    assert [label for label in numbered if label[0] in "IV"] == ["I.", "II.", "III.", "IV.", "V.", "VI."]
    assert [label for label in numbered if label.count(".") == 2] == [
        "1.1.",
        "1.2.",
        "1.1.",
        "1.2.",
        "2.1.",
        "2.2.",
        "3.1.",
        "3.2.",
    ]


def test_each_list_begins_anew() -> None:
    assert printed(mau.items("a", "b"), mau.items("c")) == ["1. a", "2. b", "1. c"]


def test_a_list_begins_where_it_is_told() -> None:
    assert printed(mau.items("a", "b", start=4)) == ["4. a", "5. b"]


def test_dashes_and_pluses_are_printed_as_they_were_typed() -> None:
    inner, same = mau.items("b", ordered=False, mark="+"), mau.items("c", ordered=False)
    assert printed(mau.items((mau.paragraph("a"), inner, same), "d", ordered=False)) == ["- a", "+ b", "- c", "- d"]
    assert printed(mau.items("a", ordered=False, mark="+")) == ["+ a"]


def test_points_are_lettered_and_begin_anew_in_each_item() -> None:
    first = (mau.paragraph("x"), mau.items("a", "b"))
    second = (mau.paragraph("y"), mau.items("c"))
    assert printed(mau.items(first, second)) == ["1. x", "a) a", "b) b", "2. y", "a) c"]


def test_points_follow_the_alphabet_and_not_words_own() -> None:
    first = (mau.paragraph("x"), mau.items(*"abcdefgh"))
    second = (mau.paragraph("y"), mau.items("i", "j", start=5))
    assert printed(mau.items(first, second, "z")) == [
        "1. x",
        *("a) a", "b) b", "c) c", "d) d", "đ) e", "e) f", "g) g", "h) h"),
        "2. y",
        *("đ) i", "e) j"),
        "3. z",
    ]


def test_numbers_below_dashes_are_numbers_and_begin_anew_in_each_item() -> None:
    first = (mau.paragraph("x"), mau.items("a", (mau.paragraph("b"), mau.items("c"))))
    second = (mau.paragraph("y"), mau.items("d"))
    assert printed(mau.items(first, second, ordered=False)) == ["- x", "1. a", "2. b", "a) c", "- y", "1. d"]


def test_points_below_a_dash_below_a_number_are_points() -> None:
    dash = mau.items((mau.paragraph("x"), mau.items("a", "b")), ordered=False)
    assert printed(mau.items((mau.paragraph("y"), dash), "z")) == ["1. y", "- x", "a) a", "b) b", "2. z"]


def test_a_further_paragraph_of_an_item_is_text_without_a_number() -> None:
    assert printed(mau.items((mau.paragraph("a"), mau.paragraph("sau")), "b")) == ["1. a", "sau", "2. b"]


def test_a_dash_within_a_number_leaves_the_count_alone() -> None:
    inner = mau.items("gạch", ordered=False)
    assert printed(mau.items((mau.paragraph("a"), inner), "b")) == ["1. a", "- gạch", "2. b"]
