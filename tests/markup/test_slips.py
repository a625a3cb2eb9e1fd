"""What is told of typed signs and numbers; the fixtures show each in its text."""

from markdown_it.token import Token

from cqtt.markup.slips import Slip, in_heading, in_marks, joined, line_of


def item(info: str = "", markup: str = "-", line: int = 0) -> Token:
    return Token("list_item_open", "li", 1, map=[line, line + 1], info=info, markup=markup)


def test_good_marks_are_no_slips() -> None:
    assert list(in_marks([(item(), None), (item(), None)], 1, ordered=False)) == []
    assert list(in_marks([(item("3", "."), None), (item("4", "."), None)], 3, ordered=True)) == []
    assert list(in_marks([(item("1", "."), item("2025", ".")), (item("1", "."), None)], 1, ordered=True)) == []


def test_a_slip_knows_its_line_and_its_mark() -> None:
    (slip,) = in_marks([(item("1", ".", 3), item("1", ")", 3))], 1, ordered=True)
    assert slip == Slip(
        3,
        "sau “1.” còn gõ “1)”, mà mục đã có dấu hoặc số ở đầu",
        "bỏ “1)”; nếu là chữ cần in thì viết 1\\)",
        "1)",
    )
    assert line_of(Token("x", "", 0)) == 0


def test_headings_of_appendices_may_bear_numbers() -> None:
    assert list(in_heading("1. A", "# 1. A", 0, numbered=False)) == []
    assert [slip.needle for slip in in_heading("1. A", "# 1. A ##", 0, numbered=True)] == ["##", "1."]


def test_lines_in_a_paragraph_that_look_like_items() -> None:
    assert [(slip.line, slip.needle) for slip in joined("a) x\nb) y\n2024 z\n12. t\n  • u\nđ. v", 5)] == [
        (6, "b)"),
        (8, "12."),
        (9, "•"),
        (10, "đ."),
    ]


def test_a_number_of_any_length_looks_like_one_but_a_year_within_a_sentence() -> None:
    assert [slip.needle for slip in joined("x\n  999999999. y\n17000. z\nnăm\n2024. Nay\n2025. Năm", 0)] == [
        "999999999.",
        "17000.",
    ]
    assert [slip.needle for slip in joined("x.\n2025. Năm bản lề.\n2026) y", 0)] == ["2025.", "2026)"]
