"""Which paragraph of a file is which of the report, by words and anchors."""

from cqtt.problems import Position
from cqtt.verify.alignment import Match
from cqtt.verify.matching import Numbers, author_of, join_moves, matched, unit_at, who
from cqtt.verify.verdict import Kind, Reason, Verdict, WordChange
from cqtt.word.anchors import Anchor, mark_of
from cqtt.word.reading.units import Tracked, Unit


def unit(words: str, number: int = 0, built: str | None = None) -> Unit:
    anchors = (Anchor("p", number, mark_of(built or words)),) if number else ()
    return Unit("p", words, anchors=anchors)


OLD = [unit(f"Đoạn {name} của báo cáo này", i) for i, name in enumerate(("một", "hai", "ba"), start=1)]


def test_an_anchor_finds_a_paragraph_that_stands_elsewhere_and_was_typed_anew() -> None:
    changed = unit("Đoạn hai nhưng khác hẳn rồi", 9, built="Đoạn hai của báo cáo này")
    assert matched(OLD, [OLD[0], changed, OLD[2]])[1] == Match((1,), (1,))


def test_words_are_stronger_than_an_anchor_that_was_left_behind() -> None:
    stray = unit("Đoạn ba của báo cáo này", 1, built="Đoạn một của báo cáo này")
    assert matched(OLD, [OLD[1], stray]) == [Match((0,), ()), Match((1,), (0,)), Match((2,), (1,))]


def test_a_paragraph_that_was_built_and_is_gone_was_taken_away_by_hand() -> None:
    new = [OLD[0], OLD[2]]
    assert Numbers(OLD, new, matched(OLD, new)).reason(1) is Reason.EDITED


def test_one_that_was_never_built_came_into_the_sources_since() -> None:
    new = [OLD[0], unit("Đoạn ba của báo cáo này", 2)]
    assert Numbers(OLD, new, matched(OLD, new)).reason(1) is Reason.SOURCE


def test_without_anchors_nobody_knows() -> None:
    new = [unit(OLD[0].words), unit(OLD[2].words)]
    assert Numbers(OLD, new, matched(OLD, new)).reason(1) is None


def test_authors_are_those_of_the_changes_at_the_place() -> None:
    units = [Unit("p", "một hai", tracked=(Tracked(4, "hai", "A", added=True),)), Unit("p", "ba")]
    assert author_of(units, 4, 7) == "A"
    assert author_of(units, 0, 2) is None
    assert who(units) == "A"
    assert who(units[1:]) is None


def test_a_place_in_joined_units_is_found() -> None:
    units = [unit("một"), unit("hai")]
    assert unit_at(units, 1) == (units[0], 0)
    assert unit_at(units, 5) == (units[1], 4)


def test_what_is_gone_here_and_new_there_was_moved() -> None:
    here = Position("a", 1)
    gone, new = WordChange(Kind.REMOVED, "I", "câu", "", here), WordChange(Kind.ADDED, "II", "", "câu", here, "A")
    verdict = Verdict([gone, new, WordChange(Kind.ADDED, "II", "", "khác", here)])
    join_moves(verdict)
    assert [(c.kind, c.section, c.author) for c in verdict.changes] == [
        (Kind.MOVED, "I", "A"),
        (Kind.ADDED, "II", None),
    ]
