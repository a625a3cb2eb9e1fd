"""What is read in one go."""

from lxml import etree

from cqtt.word.anchors import mark_of
from cqtt.word.reading.pieces import paragraph
from cqtt.word.reading.units import Tracked, Unit, unit_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(*inner: str, kind: str = "p") -> Unit:
    return unit_of([paragraph(etree.fromstring(f"<w:p {W}>{one}</w:p>")) for one in inner], kind)


def test_a_unit_says_what_is_left_once_all_changes_are_taken() -> None:
    unit = read(
        "<w:r><w:t>Một </w:t></w:r>"
        '<w:del w:author="B"><w:r><w:delText>hai</w:delText></w:r></w:del>'
        '<w:ins w:author="A"><w:r><w:t>ba</w:t></w:r></w:ins>'
    )
    assert unit.words == "Một ba"
    assert unit.tracked == (Tracked(4, "hai", "B", added=False), Tracked(4, "ba", "A", added=True))


def test_paragraphs_whose_ends_were_deleted_are_one_and_keep_the_anchors_of_what_is_left() -> None:
    anchors = [f'<w:bookmarkStart w:name="_cqtt_p{i}_{mark_of("x")}"/>' for i in (1, 2)]
    gone = '<w:del w:author="B"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
    unit = read(f"{anchors[0]}{gone}", f"{anchors[1]}<w:r><w:t>còn</w:t></w:r>")
    assert unit.words == "còn"
    assert [found.number for found in unit.anchors] == [2]
    assert unit.hashed is not None
    assert len(unit.elements) == 1


def test_paragraphs_of_one_cell_are_set_apart_by_a_blank() -> None:
    assert read("<w:r><w:t>Trong</w:t></w:r>", "<w:r><w:t>hạn</w:t></w:r>", kind="r").words == "Trong hạn"


def test_a_row_is_known_by_its_cells() -> None:
    assert Unit("r", "1 | Xã A", ("1", "Xã  A")).key == "1|Xã A"
    assert Unit("p", "Xã\u00a0A").key == "Xã A"


def test_an_anchor_among_several_says_nothing() -> None:
    anchors = "".join(f'<w:bookmarkStart w:name="_cqtt_p{i}_{mark_of("x")}"/>' for i in (1, 2))
    assert read(f"{anchors}<w:r><w:t>a</w:t></w:r>").hashed is None
