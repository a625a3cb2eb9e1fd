"""Marks of lines: put in and taken out again, nothing lost; every line and every mistake knows where it came from."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator
from cqtt.template.fill import fill
from cqtt.template.marks import line_mark, pieces
from tests.template.mau import FIRST, PROSE, REAL, TEMPLATE, built, composed, filled, lines_of

pytestmark = pytest.mark.slow


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 999), st.text("ab {}:.1"))), st.text("ab {}:.1"))
def test_marks_are_taken_out_as_they_were_put_in(marks: list[tuple[int, int, str]], head: str) -> None:
    line = head + "".join(line_mark(source, row) + text for source, row, text in marks)
    assert pieces(line) == (head, marks)


TEXT_LINE = re.compile(r"(?!\s*(?:\{[%#]|\[\^|:::|\|\s*:?-|   Xuống|phần đổi)).*\S")

COLUMN = re.compile(r"[^|{]+ \| [\w.]+")
"""A column of a table: its head is markup, what stands behind is not."""


def marked(text: str, label: str) -> tuple[str, dict[str, int]]:
    """*text* with a call of a note of its own on each line of words, and the line of each."""
    lines = text.split("\n")
    at: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if TEXT_LINE.fullmatch(line):
            end = r"(?= *\|)" if COLUMN.match(line) else "$"
            lines[number - 1] = re.sub(end, f"[^{label}{number}]", line, count=1)
            at[f"[^{label}{number}]"] = number
    return "\n".join(lines), at


def test_a_mistake_on_any_line_of_the_real_template_is_told_at_that_line(tong_hop: TongHop, nguon: Locator) -> None:
    """A note without text is put on every line at once; each that is printed is told where it stands."""
    template, at = marked(REAL, "dong")
    manuscript, problems = fill(tong_hop, nguon, template, TEMPLATE)
    assert problems == []
    assert manuscript is not None
    reached = {call for call in at if call in manuscript.readable()}
    assert len(reached) > 200
    _, problems = composed(tong_hop, nguon, template)
    found = {match[0]: p.position for p in problems if (match := re.search(r"\[\^dong\d+\]", p.message))}
    assert found.keys() == reached
    for call, place in found.items():
        assert (place.path, place.line) == (TEMPLATE, at[call])
        assert place.text[place.column - 1 :].startswith(call)


def test_a_mistake_on_any_line_of_the_real_prose_is_told_at_that_line(workspace: Path) -> None:
    path = workspace / PROSE
    head, mark, text = path.read_text(encoding="utf-8").partition("van_xuoi:\n")
    lines = [
        f"{line}[^dong{number}]" if re.fullmatch(r" {4,}(?!\[\^)(?! *- )[^{%]*\S.*(?<!\})", line) else line
        for number, line in enumerate(text.split("\n"), start=head.count("\n") + 2)
    ]
    path.write_text(head + mark + "\n".join(lines), encoding="utf-8")
    calls = {call for line in lines for call in re.findall(r"\[\^dong\d+\]", line)}
    assert len(calls) > 60
    problems = [p for p in built(workspace).problems if "[^dong" in p.message]
    assert {match[0] for p in problems if (match := re.search(r"\[\^dong\d+\]", p.message))} == calls
    for problem in problems:
        assert problem.position.path == PROSE
        assert f"[^dong{problem.position.line}]" in problem.message
        assert problem.position.text[problem.position.column - 1 :].startswith(f"[^dong{problem.position.line}]")


LEAVES = (
    "W", "- W", "W {{ 'P' }}", "{{ 'P' }}", "{{ 'P' }} W", "- {{ 'P' }}", "{{ 'P'\n}} W", "", "  W",
    "{# c #}", "{# c\nd #}W", "{# c #}{{ 'P' }}", "{% set a = 1 %}", "{% if kinh_phi %}W{% endif %}",
    "{% if kinh_phi %}{{ 'P' }}{% endif %} W", "{%- if kinh_phi -%}\nW\n{%- endif -%}", "  {% set b = 2 %}\nW",
)  # fmt: skip


def _around(inner: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    opened = st.sampled_from(
        [("{% if kinh_phi %}", "{% endif %}"), ("{% for x in tieu_de %}", "{% endfor %}"),
         ("{% if phat_thanh == 7 %}\nW\n{% else %}", "{% endif %}"), ("{% set z %}", "{% endset %}\n{{ z }}"),
         ("{% macro m() %}", "{% endmacro %}\n{{ m() }}"), ("  {% if kinh_phi %}", "  {% endif %}")]
    )  # fmt: skip
    return st.tuples(opened, st.lists(inner, max_size=4)).map(
        lambda made: [made[0][0], *(line for part in made[1] for line in part), made[0][1]]
    )


TEMPLATES = st.lists(st.recursive(st.sampled_from(LEAVES).map(lambda leaf: [leaf]), _around, max_leaves=12)).map(
    lambda parts: "\n".join(line for part in parts for line in part)
)


@settings(max_examples=120, deadline=None)
@given(TEMPLATES)
def test_every_line_knows_the_line_it_was_written_on(tong_hop: TongHop, nguon: Locator, text: str) -> None:
    """Whatever commands stand around it: each word bears its line, and a line of text says that of its first word."""
    lines = [re.sub("([WP])", rf"\g<1>{number}_", line) for number, line in enumerate(text.split("\n"), start=1)]
    manuscript, problems = fill(tong_hop, nguon, "\n".join(lines), TEMPLATE)
    assert problems == []
    assert manuscript is not None
    for line, path, number in lines_of(manuscript):
        assert path == TEMPLATE
        if first := re.search(r"[WP](\d+)_", line):
            assert number == int(first[1])


def test_one_line_of_the_text_has_one_origin(tong_hop: TongHop, nguon: Locator) -> None:
    manuscript = filled(tong_hop, nguon, "a\n\n{{ van_xuoi.chi_dao }}\n\n[^x]: b\n\nc[^x]")
    assert len(manuscript.lines) == len(manuscript.origins)
    assert ("a", TEMPLATE, FIRST) in list(lines_of(manuscript))
    assert {path for _, path, _ in lines_of(manuscript)} == {TEMPLATE, PROSE}
