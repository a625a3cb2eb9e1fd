"""Runs of a redline."""

from lxml import etree

from cqtt.verify.redline.runs import joined, mixed
from cqtt.word.revisions import Reviser, written
from cqtt.word.xml import Element, w

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def look(inner: str) -> Element:
    return etree.fromstring(f"<w:rPr {W}>{inner}</w:rPr>")


def test_runs_that_look_alike_are_one() -> None:
    (one,) = joined([(written(words, None, deleted=False), None) for words in ("một", " ", "hai")])
    assert one[0].findtext(w("t")) == "một hai"
    bold = look("<w:b/>")
    assert len(joined([(written("một", None, deleted=False), None), (written("hai", bold, deleted=False), None)])) == 2


def test_changes_of_one_author_are_one_and_of_two_are_two() -> None:
    reviser = Reviser("cqtt")

    def change(words: str, author: str) -> tuple[Element, None]:
        made = reviser.change("ins", author)
        made.append(written(words, None, deleted=False))
        return made, None

    assert len(joined([change("a", "A"), change("b", "A")])) == 1
    assert len(joined([change("a", "A"), change("b", "B")])) == 2


def test_new_words_bring_their_own_bold_and_look_else_as_those_beside_them() -> None:
    made = mixed(look('<w:i/><w:sz w:val="28"/>'), look("<w:b/><w:color/>"))
    assert made is not None
    assert [node.tag for node in made] == [w("b"), w("sz")]
    assert mixed(None, None) is None
