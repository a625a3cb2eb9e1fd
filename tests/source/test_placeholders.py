"""A value that waits to be filled in is told as such, whatever should stand there."""

import unicodedata

import pytest

from cqtt.problems import Position, Problem
from cqtt.source.placeholders import placeholders
from cqtt.source.source_file import SourceFile
from cqtt.source.yaml_reader import read

HINT = "điền số liệu của kỳ này"


def waiting(text: str) -> list[Problem]:
    source = SourceFile("x.yaml", text)
    return list(placeholders(read(text, "x.yaml", source.lines).value, source))


def test_each_has_its_place_its_key_and_the_mend() -> None:
    line = "  qua_han: chưa điền  # trong kỳ"
    here = Position("x.yaml", 2, 12, line, 9)
    assert waiting(f"ho_so:\n{line}\nten: 1") == [Problem(here, "SO09", "chưa điền", HINT, "ho_so.qua_han")]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("a: Chưa Điền", ["a"]),
        ('a: " chưa điền "', ["a"]),
        ("a: {b: chưa điền, c: [1, chưa điền]}", ["a.b", "a.c[2]"]),
        (unicodedata.normalize("NFD", "a: chưa điền"), ["a"]),
        ("a: chưa điền xong", []),
        ("a: 1  # chưa điền", []),
        ("chưa điền: 1", []),
        ("", []),
    ],
)
def test_only_a_whole_value_waits(text: str, keys: list[str]) -> None:
    assert [problem.key for problem in waiting(text)] == keys
