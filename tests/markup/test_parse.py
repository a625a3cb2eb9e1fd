"""Marked-up text becomes the tree that its author means, or a finding at the line that is wrong.

Each file in ``fixtures`` holds cases ``title . text . what is told, then the tree .``; a new case is a new test. A text
without a title of its own is given one, and an end, behind it; the tree then leaves both out.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cqtt import reporter
from cqtt.catalogue import CODES
from cqtt.manuscript import Insert, Manuscript, Origin, slot
from cqtt.markup.nodes import Figure, Paragraph, Text
from cqtt.markup.parse import END, parse
from cqtt.problems import has_errors
from tests.markup.cay import PATH, cases, manuscript, tree, unplaced

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))
FRAME = f"\n\n::: tieu_de\nBÁO CÁO\n\nKết quả\n:::\n\n{END}"
CASES = [
    pytest.param(text, expected, id=f"{path.stem}:{line} {title}")
    for path in FIXTURES
    for line, title, text, expected in cases(path)
]


def told(text: str) -> str:
    """All that *text* gives: the findings, then the tree."""
    if "::: tieu_de" in text:
        document, problems = parse(manuscript(text))
        return reporter.text(problems) + (tree(document) if document else "")
    document, problems = parse(manuscript(text + FRAME))
    shown = tree(replace(document, blocks=document.blocks[:-1])) if document else ""
    return reporter.text(problems) + shown.partition("\n")[2]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_gives_this_tree(text: str, expected: str) -> None:
    assert told(text) == expected


def test_a_text_without_a_title_block_is_no_document() -> None:
    document, problems = parse(manuscript("a./."))
    assert document is None
    assert reporter.text(problems) == (
        "khuon.j2:1:1: lỗi VB10: văn bản chưa có tiêu đề\n  a./.\n  ^  thêm khối ::: tieu_de … ::: ở đầu khuôn mẫu\n"
    )


@pytest.mark.parametrize("typed", ["\\", "\\\\", "\\\\\\"])
def test_a_backslash_before_a_figure_does_not_break_it(typed: str) -> None:
    lines = f"x {typed}{slot(0)} y{FRAME}".split("\n")
    inserts = (Insert("5.007", "ho_so.tong"),)
    document, problems = parse(Manuscript(lines, [Origin(PATH, i) for i in range(len(lines))], inserts, {PATH: lines}))
    assert problems == []
    assert document is not None
    (paragraph, _) = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert unplaced(paragraph.children) == (Text(f"x {typed}"), Figure("5.007", "ho_so.tong"), Text(" y"))


def test_an_empty_text_lacks_its_title_and_its_end() -> None:
    document, problems = parse(Manuscript([], [], [], {}))
    assert document is None
    assert sorted(problem.code for problem in problems) == ["VB09", "VB10"]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_an_error_and_a_document_never_come_together(text: str, expected: str) -> None:
    document, problems = parse(manuscript(text if "::: tieu_de" in text else text + FRAME))
    assert (document is None) == has_errors(problems)


def test_every_code_of_the_markup_is_shown_by_a_case() -> None:
    rooms = Path(__file__).parents[2] / "src" / "cqtt" / "markup"
    used = {code for path in rooms.glob("*.py") for code in re.findall(r'"(VB\d\d)"', path.read_text(encoding="utf-8"))}
    fixtures = "".join(path.read_text(encoding="utf-8") for path in FIXTURES)
    assert used <= set(re.findall(r"\bVB\d\d\b", fixtures))
    assert used <= CODES.keys()


WORDS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).filter(str.strip)
"""Words of the data, which are never blank."""
EVERYWHERE = """# {0}

**{0}** [{0}](http://x.vn)[^n]

[^n]: {0}

1. {0}

| {0} |
|---|
| {0} |

::: tieu_de
{0}

{0}
:::

./."""
TREE = """{0} / {0}
1 # {0}
3 p b({0}) a<http://x.vn>({0})note({0})
7 ol 1
  - 7 p {0}
9 table left
  | {0} |
  | {0} |
19 p ./.
"""


@settings(deadline=None)
@given(WORDS)
def test_words_of_the_data_reach_the_tree_as_they_are(words: str) -> None:
    """Wherever they stand: in a heading, in bold, in a link, a note, a list item, a cell, a title."""
    lines = EVERYWHERE.replace("{0}", slot(0)).split("\n")
    filled = Manuscript(lines, [Origin(PATH, 1)] * len(lines), [Insert(words, "x")], {})
    document, problems = parse(filled)
    assert problems == []
    assert document is not None
    assert tree(document) == TREE.replace("{0}", f"{{x={words}}}")


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab *_[]()^#|:-.1\\<>`~!&\n 0")))
def test_no_text_breaks_the_parser(text: str) -> None:
    """Whatever is typed, the answer is a document, or findings at a line of the text that say what to do."""
    typed = text + FRAME
    document, problems = parse(manuscript(typed))
    assert document is not None or has_errors(problems)
    for problem in problems:
        assert 1 <= problem.position.line <= typed.count("\n") + 1
        assert problem.message
        assert problem.hint


BLOCKS = "# W,## W,- W,  - W,1. W,| W |,|---|,:::,::: phu_luc x,::: tieu_de,W[^x],[^x]: W,[](#x),**W**,  W,,W./."


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(BLOCKS.split(",")), max_size=14))
def test_no_order_of_blocks_loses_a_word(blocks: list[str]) -> None:
    """Each line bears a word of its own; where nothing is wrong, every word is in the tree."""
    text = "\n".join(block.replace("W", f"từ{i:02}") for i, block in enumerate(blocks))
    document, problems = parse(manuscript(text + FRAME))
    if has_errors(problems):
        return
    assert document is not None
    shown = tree(document)
    assert [word for word in re.findall(r"từ\d\d", text) if word not in shown] == []
