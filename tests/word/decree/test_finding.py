"""What is there and what should be, in the words of the Decree."""

import pytest

from cqtt.word.decree.finding import Found, Look, misfit, misfits, points, said
from cqtt.word.reading.lines import Line, Span

PLAIN = Span("chữ", 28, "Times New Roman", "auto")
BOLD = Span(" đậm", 26, "Times New Roman", "auto", bold=True)


def test_a_line_that_looks_right_is_not_told() -> None:
    assert list(misfit("Lời văn", Line(1, (PLAIN,), align="both"), Look((13, 14), align="both"))) == []


def test_everything_that_is_wrong_is_told_at_once_with_the_first_letters() -> None:
    line = Line(1, (PLAIN, BOLD), align="right")
    look = Look((14, 14), bold=False, italic=True, align="center")
    assert list(misfit("Tên", line, look)) == [
        Found(
            "Tên", line, "không nghiêng, cỡ chữ 13, đậm, canh phải", "cỡ chữ 14, nghiêng, không đậm, canh giữa", PLAIN
        )
    ]


def test_blanks_and_raised_marks_have_no_look() -> None:
    mark = Span("1", 16, "Times New Roman", "auto", italic=True, raised=True)
    assert list(misfit("Tên", Line(1, (PLAIN, mark, Span(" ", 2, "x", "auto"))), Look((13, 14)))) == []


def test_tabs_leave_the_place_open() -> None:
    assert list(misfit("Tên", Line(1, (PLAIN,), align=""), Look((13, 14), align="center"))) == []


def test_what_is_not_there_is_not_judged() -> None:
    assert list(misfits("Tên", [None], Look((13, 14)))) == []


def test_an_alignment_without_a_name_is_quoted() -> None:
    (found,) = misfit("Tên", Line(1, (PLAIN,), align="thaiDistribute"), Look(None, align="both"))
    assert found.what == "canh “thaiDistribute”"


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (Look((13, 14), bold=True, align="center"), "cỡ chữ 13 đến 14, đứng, đậm, canh giữa"),
        (Look((12, 12), bold=True, italic=True), "cỡ chữ 12, nghiêng, đậm"),
        (Look(None, bold=None, italic=None, align="both"), "canh đều hai lề"),
    ],
)
def test_a_look_in_words(look: Look, words: str) -> None:
    assert said(look) == words


def test_half_points() -> None:
    assert (points(27), points(28)) == ("13,5", "14")
