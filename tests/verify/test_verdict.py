"""What a file says otherwise."""

from cqtt.problems import Position
from cqtt.verify.verdict import Comment, FigureChange, Kind, Verdict, WordChange


def test_looks_and_comments_alone_are_no_difference() -> None:
    assert Verdict(comments=[Comment("A", "xem lại", "I", "câu")], formatting=3).agrees


def test_words_and_figures_are() -> None:
    here = Position("a.yaml", 1)
    assert not Verdict(changes=[WordChange(Kind.ADDED, "I", "", "mới", here)]).agrees
    assert not Verdict(figures=[FigureChange("a.b", "1", "2", "I", "câu", here)]).agrees
