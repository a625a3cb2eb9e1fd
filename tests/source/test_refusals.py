"""What is refused is told at its place, and reading goes on."""

import pytest

from cqtt.source.refusals import Refusals
from cqtt.source.yaml_reader import read


@pytest.mark.parametrize(
    ("escape", "point"), [("\\u0007", "0007"), ("\\t", "0009"), ("\\uFFFE", "FFFE"), ("\\e", "001B")]
)
def test_what_cannot_be_typed_cannot_be_escaped_either(escape: str, point: str) -> None:
    text = f'ten: "Việt{escape}Yên"\n'
    reading = read(text, "x.yaml", text.split("\n"))
    assert [(p.code, p.message) for p in reading.problems] == [("YAML02", f"có ký tự không in được U+{point}")]


def test_an_escaped_letter_is_composed_like_a_typed_one() -> None:
    text = 'ten: "N\\u0065\\u0302\\u0301nh"\n'
    assert read(text, "x.yaml", [text]).value == {"ten": "Nếnh"}


def test_a_finding_covers_the_words_in_question() -> None:
    reading = read("a: 1\nbê: 2\na: 3\n", "x.yaml", ["a: 1", "bê: 2", "a: 3", ""])
    (problem,) = reading.problems
    assert isinstance(reading, Refusals)
    assert (problem.position.line, problem.position.column, problem.position.width) == (3, 1, 1)
    assert problem.message == 'khóa "a" đã có ở dòng 1'


def test_a_text_over_several_lines_is_marked_at_its_first_character() -> None:
    reading = read("ten: một\n  hai\n", "x.yaml", ["ten: một", "  hai", ""], with_marks=True)
    assert reading.marks is not None
    mark = reading.marks[("ten",)]
    assert (mark.line, mark.column, mark.end, mark.style) == (0, 5, 6, "")
