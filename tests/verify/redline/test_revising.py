"""Some paragraphs revised to others."""

from lxml import etree

from cqtt.verify.redline.revising import Region
from cqtt.word.revisions import Reviser
from cqtt.word.xml import Element, w

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def p(words: str, look: str = "") -> Element:
    return etree.fromstring(
        f'<w:p {W}><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def region() -> Region:
    return Region(Reviser("cqtt"), None, None, {}, {})


def shown(made: list[Element]) -> str:
    """What is said, what is put in +so+ and taken out -so-; ¶ ends a paragraph, with its own sign."""
    out = ""
    for one in made:
        for run in one.iter(w("r")):
            text = "".join(node.text or "" for node in run.iter(w("t"), w("delText")))
            sign = {w("ins"): "+", w("del"): "-"}.get(run.getparent().tag, "")
            out += f"{sign}{text}{sign}"
        marks = one.find(f"{w('pPr')}/{w('rPr')}")
        out += "¶" if marks is None else {w("ins"): "+¶+", w("del"): "-¶-"}[marks[0].tag]
    return out


def revised(old: list[str], new: list[str]) -> str:
    return shown(region().revised([p(words) for words in old], [p(words) for words in new]))


def test_a_word_is_taken_out_and_another_put_in() -> None:
    assert revised(["một hai ba"], ["một bốn ba"]) == "một -hai-+bốn+ ba¶"


def test_words_with_a_blank_between_them_are_changed_in_one_go() -> None:
    assert revised(["các công chức xã"], ["các cán bộ xã"]) == "các -công chức-+cán bộ+ xã¶"


def test_a_paragraph_is_put_in_taken_away_divided_and_joined() -> None:
    assert revised([], ["một"]) == "+một++¶+"
    assert revised(["một"], []) == "-một--¶-"
    assert revised(["một hai"], ["một", "hai"]) in ("một- -+¶+hai¶", "một+¶+- -hai¶")
    assert revised(["một", "hai"], ["một hai"]) in ("một-¶-+ +hai¶", "một+ +-¶-hai¶")


def test_words_look_as_they_did_and_new_ones_as_those_beside_them() -> None:
    (made,) = region().revised([p("một hai", "<w:rPr><w:i/><w:sz w:val='28'/></w:rPr>")], [p("một ba hai")])
    looks = [[node.tag for node in run.find(w("rPr"))] for run in made.iter(w("r"))]
    assert looks == [[w("i"), w("sz")], [w("sz")], [w("i"), w("sz")]]


def test_the_end_of_a_section_stays() -> None:
    old = p("một")
    etree.SubElement(old[0], w("sectPr"))
    (made,) = region().revised([old], [])
    assert made.find(f"{w('pPr')}/{w('rPr')}") is None
    assert made.find(f"{w('pPr')}/{w('sectPr')}") is not None


def test_footnotes_are_revised_taken_away_and_made() -> None:
    def notes(words: str) -> Element:
        inner = f"<w:p><w:pPr/><w:r><w:t>{words}</w:t></w:r></w:p>"
        return etree.fromstring(f'<w:footnotes {W}><w:footnote w:id="1">{inner}</w:footnote></w:footnotes>')

    old, new = notes("một hai"), notes("một ba")
    made = Region(Reviser("cqtt"), old, new, {"1": "1"}, {"1": "1"})
    made.revise_note("1", "1")
    assert shown(list(old[0])) == "một -hai-+ba+¶"
    assert made.new_note("1") == "2"
    assert shown(list(old[1])) == "+một ba+¶"
    gone = notes("một")
    Region(Reviser("cqtt"), gone, new, {}, {"1": "1"}).take_note("1")
    assert shown(list(gone[0])) == "-một-¶"
