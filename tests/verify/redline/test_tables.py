"""Whole rows and tables that are put in or taken away."""

from lxml import etree

from cqtt.verify.redline.document import redlined
from cqtt.verify.redline.tables import behind, inside, put, put_before
from cqtt.word.write import write
from cqtt.word.xml import Element, w
from tests.verify.sua import refused, taken
from tests.word import mau

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SMALL = mau.table(("Cột", "Số"), ("a", "1"), ("b", "2"))


def tree(inner: str) -> Element:
    return etree.fromstring(f"<w:body {W}>{inner}</w:body>")


def both(old: bytes, new: bytes) -> None:
    made = redlined(old, new)
    assert refused(made) == taken(old)
    assert taken(made) == taken(new)


def test_a_table_more_and_a_table_less() -> None:
    without, with_it = (write(mau.report(mau.paragraph("Trước."), *some)) for some in ((), (SMALL,)))
    both(without, with_it)
    both(with_it, without)


def test_a_table_with_another_number_of_columns() -> None:
    wide = mau.table(("Cột", "Số", "Ghi chú"), ("a", "1", "x"), ("b", "2", "y"))
    both(write(mau.report(SMALL)), write(mau.report(wide)))


def test_rows_in_another_order() -> None:
    other = mau.table(("Cột", "Số"), ("b", "2"), ("c", "3"), ("a", "1"))
    both(write(mau.report(SMALL)), write(mau.report(other)))


def test_content_controls_hide_nothing() -> None:
    found = inside(tree("<w:p/><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:tbl/>"), w("p"))
    assert len(found) == 2


def test_elements_are_put_in_their_places() -> None:
    body = tree("<w:p/><w:tbl/>")
    one, two = (body.makeelement(w("sdt")) for _ in range(2))
    put(body[0], [one], [body[0]])
    assert [node.tag for node in body] == [w("sdt"), w("tbl")]
    behind(body, body[1], [two])
    assert body[2] is two
    behind(body, None, [two])
    assert body[0] is two
    put_before(body, [body[1]], [body[2]])
    assert [node.tag for node in body] == [w("sdt"), w("tbl"), w("sdt")]
    put_before(body, [], [two])
    assert body[-1] is two
