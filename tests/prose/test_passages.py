"""Paragraphs on one line, that know where each word was written."""

from cqtt.manuscript import Insert, slot
from cqtt.prose.passages import passages
from tests.prose.doan import manuscript

TEXT = """\
# Tiêu đề
đoạn một
tiếp

- mục
  tiếp
  1. trong
| ô | ô |
::: phu_luc a
trong phụ lục
:::
ngoài"""


def test_headings_items_rows_and_paragraphs_stand_by_themselves() -> None:
    read = [(p.text.strip(), p.item, p.indent, p.appendix) for p in passages(manuscript(TEXT))]
    assert read == [
        ("# Tiêu đề đoạn một tiếp", False, 0, False),
        ("- mục tiếp", True, 0, False),
        ("1. trong", True, 2, False),
        ("| ô | ô |", False, 0, False),
        ("trong phụ lục", False, 0, True),
        ("ngoài", False, 0, False),
    ]


def test_a_word_is_placed_on_its_own_line() -> None:
    (passage,) = passages(manuscript("đoạn một\n  hai ba\nbốn"))
    at = passage.place(passage.text.index("ba"), "ba")
    assert (at.line, at.column) == (2, 7)


def test_slots_lead_to_their_inserts() -> None:
    inserts = (Insert("5.007", "a"), Insert("17", "b"))
    (passage,) = passages(manuscript(f"{slot(1)} và {slot(0)}", *inserts))
    assert list(passage.inserts(passage.text)) == [inserts[1], inserts[0]]
