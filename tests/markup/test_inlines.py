"""The inline reader by itself: what the fixtures of ``test_parse`` cannot show one by one."""

import pytest
from markdown_it.token import Token

from cqtt.markup.inlines import MAX_PLACED, InlineReader
from cqtt.markup.nodes import Figure, Inlines, Strong, Text
from cqtt.markup.parse import parse
from cqtt.problems import Position, Severity
from tests.markup.cay import inlines, manuscript


def inline(*children: Token) -> Token:
    return Token("inline", "", 0, map=[0, 1], children=list(children))


def words(content: str) -> Token:
    return Token("text", "", 0, content=content)


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        pytest.param([], "", id="nothing"),
        pytest.param([words("  a "), words("b  ")], "a b", id="blanks at both ends go, neighbours join"),
        pytest.param([words(" ")], "", id="a blank alone is nothing"),
        pytest.param([words("a"), Token("softbreak", "br", 0), words("b")], "a b", id="a new line is a blank"),
        pytest.param([words("a"), Token("hardbreak", "br", 0), words("b")], "a⏎b", id="a forced one is kept"),
    ],
)
def test_tokens_become_nodes(tokens: list[Token], expected: str) -> None:
    reader = InlineReader(manuscript("a"))
    assert inlines(reader.read(inline(*tokens))) == expected
    assert reader.problems == []


def test_a_paragraph_of_several_lines_is_searched_down_to_its_end() -> None:
    reader = InlineReader(manuscript("a\nb **\n\n**"))
    reader.read(inline(words("a b **")))
    assert [p.position for p in reader.problems] == [Position("khuon.j2", 2, 3, "b **", 2)]
    assert reader.problems[0].severity is Severity.WARNING


def test_what_is_not_found_is_told_at_the_paragraph() -> None:
    reader = InlineReader(manuscript("a\nb\n\n[^x]"))
    reader.read(inline(words("[^x]")))
    assert [p.position for p in reader.problems] == [Position("khuon.j2", 1, 1, "a")]


def test_of_very_many_findings_the_last_are_told_by_their_line() -> None:
    text = " ".join(f"[^{i}]" for i in range(MAX_PLACED + 1))
    reader = InlineReader(manuscript(text))
    reader.read(inline(words(text)))
    assert len(reader.problems) == MAX_PLACED + 1
    columns = [problem.position.column for problem in reader.problems]
    assert columns[-2:] == [text.index(f"[^{MAX_PLACED - 1}]") + 1, 1]


def test_words_that_were_typed_know_their_line_and_those_of_the_data_have_none() -> None:
    document, _ = parse(manuscript("::: tieu_de\nA\n\nB\n:::\n\na \\*{=b}\nc **d\ne** {f=1}\\\n{g=2}./."))
    assert document is not None
    children: Inlines = document.blocks[0].children  # type: ignore[union-attr]
    assert [(node.text, node.line) for node in children if isinstance(node, Text | Figure)] == [
        ("a *", 6),
        ("b", None),
        (" c ", 7),
        (" ", 8),
        ("1", 8),
        ("2", 9),
        ("./.", 9),
    ]
    (bold,) = (node for node in children if isinstance(node, Strong))
    assert [(node.text, node.line) for node in bold.children if isinstance(node, Text)] == [("d", 7), (" e", 8)]
