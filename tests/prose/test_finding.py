"""A finding leads to the line on which its words were typed."""

import pytest

from cqtt.prose.finding import Finding
from tests.prose.doan import manuscript, read


@pytest.mark.parametrize(
    ("needles", "column", "width"),
    [
        (("hai ba",), 3, 6),
        (("một hai", "ba"), 7, 2),
        (("một", "hai ba"), 3, 6),
        (("ba bốn",), 7, 2),
        (("hai", "ba bốn"), 3, 3),
        ((), 3, 1),
    ],
)
def test_the_first_words_that_the_line_bears_are_marked_or_their_beginning(
    needles: tuple[str, ...], column: int, width: int
) -> None:
    text = manuscript("đoạn một\n  hai ba\nbốn")
    passage = read(text)[2]
    at = Finding(passage.words.index("ba"), needles, "LV01", "", "").problem(passage, text).position
    assert (at.line, at.column, at.width, at.text) == (2, column, width, "  hai ba")
