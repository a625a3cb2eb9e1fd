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
        ("# Tiêu đề đoạn một tiếp", 0, 0, False),
        ("- mục tiếp", 2, 0, False),
        ("1. trong", 3, 2, False),
        ("| ô | ô |", 0, 0, False),
        ("trong phụ lục", 0, 0, True),
        ("ngoài", 0, 0, False),
    ]


def test_numbers_that_go_on_are_marks_and_others_are_words() -> None:
    text = "1. a\n2. b\n   1. c\n   2. d\n3. e\n\nf\n\n4. g\n\n2024. h\n\n31. 3 i\n\n1) k\n\n# L\n\n5. m\n\n1. n\n1. o"
    marks = {p.text.split()[-1]: p.item for p in passages(manuscript(text))}
    assert marks == dict(zip("abcdefghi", [3, 3, 3, 3, 3, 0, 3, 0, 0], strict=True)) | {
        "k": 0,
        "L": 0,
        "m": 0,
        "n": 3,
        "o": 3,
    }


def test_a_word_is_placed_on_its_own_line() -> None:
    (passage,) = passages(manuscript("đoạn một\n  hai ba\nbốn"))
    at = passage.place(passage.text.index("ba"), "ba")
    assert (at.line, at.column) == (2, 7)


def test_slots_lead_to_their_inserts() -> None:
    inserts = (Insert("5.007", "a"), Insert("17", "b"))
    (passage,) = passages(manuscript(f"{slot(1)} và {slot(0)}", *inserts))
    assert list(passage.inserts(passage.text)) == [inserts[1], inserts[0]]
