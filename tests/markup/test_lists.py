"""Numbers before paragraphs: those of a list, and those that are words. The fixtures show the rest."""

from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from cqtt.markup.lists import as_words, is_words, last_number
from cqtt.markup.nodes import Block, Items, Paragraph, Text
from cqtt.markup.parse import parse
from cqtt.markup.walk import plain
from tests.markup.cay import manuscript

FRAME = "\n\n::: tieu_de\nBÁO CÁO\n\nKết quả\n:::\n\n./."


def test_a_list_begins_at_one_or_goes_on() -> None:
    assert not is_words(["1", "2"], ".", 0)
    assert not is_words(["1"], ".", 7)
    assert not is_words(["8", "9"], ".", 7)
    assert is_words(["2"], ".", 0)
    assert is_words(["9"], ".", 7)
    assert is_words(["01"], ".", 0)
    assert is_words(["1"], ")", 0)


def test_a_number_that_is_a_word_stands_before_its_paragraph() -> None:
    item = Token("list_item_open", "li", 1, map=[4, 5], info="31", markup=".")
    below = Paragraph((Text("b"),), 6)
    first = Paragraph((Text("31. ", 4), Text("a")), 4)
    assert list(as_words(item, [Paragraph((Text("a"),), 4), below])) == [first, below]
    assert list(as_words(item, [])) == [Paragraph((Text("31.", 4),), 4)]


def test_the_last_number_of_a_list() -> None:
    assert last_number(Items(True, ((), ()), 0, 3)) == 4


@given(st.lists(st.integers(0, 40), min_size=1, max_size=6), st.sampled_from(".)"), st.sampled_from(["", "- "]))
def test_a_typed_number_is_printed_or_told(numbers: list[int], delimiter: str, before: str) -> None:
    """Of paragraphs or items apart from each other; only a list of ones is counted on."""
    typed = [f"{before}{number}{delimiter} x" for number in numbers]
    document, problems = parse(manuscript("\n\n".join(typed) + FRAME))
    assert {problem.code for problem in problems} <= {"VB15"}
    assert (document is None) == bool(problems)
    if document is not None:
        counted = set(numbers) == {1} and delimiter == "." and not before
        wanted = range(1, len(numbers) + 1) if counted else numbers
        assert list(printed(document.blocks[:-1])) == [f"{number}{delimiter} x" for number in wanted]


def printed(blocks: Iterable[Block]) -> Iterator[str]:
    """The paragraphs with the numbers that Word prints before them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain(block.children)
        elif isinstance(block, Items):
            for number, item in enumerate(block.items, start=block.start):
                first, *_ = printed(item)
                yield f"{number}. {first}" if block.ordered else first
