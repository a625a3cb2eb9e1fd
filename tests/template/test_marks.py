"""Marks of lines: put in and taken out again, nothing lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cqtt.template.marks import line_mark, once, pieces


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 999), st.text("ab {}:.1"))), st.text("ab {}:.1"))
def test_marks_are_taken_out_as_they_were_put_in(marks: list[tuple[int, int, str]], head: str) -> None:
    line = head + "".join(line_mark(source, row) + text for source, row, text in marks)
    assert pieces(line) == (head, marks)


@settings(deadline=None)
@given(st.integers(0, 9), st.integers(1, 99), st.lists(st.text("ab {}:.1"), min_size=1), st.sampled_from(["", "a"]))
def test_a_mark_that_only_says_the_same_again_goes(source: int, row: int, texts: list[str], head: str) -> None:
    mark = line_mark(source, row)
    line = head + "".join(mark + text for text in texts)
    assert once(line) == (line if head else mark + "".join(texts))
    assert once(line + line_mark(source + 1, row)) == line + line_mark(source + 1, row)
