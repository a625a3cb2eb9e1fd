"""The generated report says what the paper report says, paragraph by paragraph, but for the listed differences.

The list is the one that readers see: the tables of data/2024Q1/README.md. Each row is applied to the scanned text,
each must apply, and then both texts must be the same.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from cqtt.manuscript import Manuscript
from cqtt.markup.nodes import BLANK, Block, Heading, Inlines, Items, Note, Paragraph, Report, Strong
from cqtt.markup.walk import plain
from cqtt.models.ky import Ky
from cqtt.numerals import roman
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from tests.conftest import faults

ROOT = Path(__file__).parents[1]
PAPER = ROOT / "tests" / "reference" / "ban_giay_quy_I_2024.md"
LISTED = ROOT / "data" / "2024Q1" / "README.md"


@pytest.fixture(scope="module")
def report() -> Report:
    composed = compose(gather(Reader(ROOT), Ky(2024, 1, 3)), ROOT)
    assert faults(composed.problems) == []
    assert isinstance(composed.manuscript, Manuscript)
    assert composed.report is not None
    return composed.report


def test_every_paragraph_is_the_papers_but_for_the_listed_differences(report: Report) -> None:
    paper, notes = paper_paragraphs(apply_listed(PAPER.read_text(encoding="utf-8")))
    assert [*generated(report)] == paper
    assert [*generated_notes(report.document.blocks)] == notes


def apply_listed(paper: str) -> str:
    for old, new in differences():
        assert old in paper, f"listed, but not in the paper report: {old}"
        paper = paper.replace(old, new)
    return re.sub(r'"([^"\n]*)"', r"“\1”", paper)


def differences() -> Iterator[tuple[str, str]]:
    for line in LISTED.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0] not in ("Bản giấy", "---"):
            yield cells[0], cells[1]


def paper_paragraphs(text: str) -> tuple[list[str], list[str]]:
    """The scanned text's paragraphs and footnotes, with sentences that a page break cut in two joined again."""
    paragraphs: list[str] = []
    notes: list[str] = []
    for raw in re.split(r"\n\s*\n", text):
        for line in [raw] if not raw.lstrip().startswith(("- ", "**BÁO", "1. UBND")) else raw.splitlines():
            words = " ".join(
                re.sub(r"[*#]|<https?|>", lambda m: m[0][1:] if m[0].startswith("<h") else "", line).split()
            )
            if found := re.match(r"<sup\d</sup ?(.*)", words):
                notes.append(found[1])
            elif words and words != "---":
                add(paragraphs, re.sub(r"<sup\d</sup", "", words))
    return paragraphs, notes


def add(paragraphs: list[str], words: str) -> None:
    cut = paragraphs and words[0].islower()
    if cut or (paragraphs and paragraphs[-1].endswith(" Quảng")):
        paragraphs[-1] += f" {words}"
    else:
        paragraphs.append(words)


def generated(report: Report) -> Iterator[str]:
    frame, document = report.frame, report.document
    yield frame.number.replace(BLANK, " ")
    yield frame.place_and_date.replace(BLANK, " ")
    yield plain(document.title.kind)
    yield from map(plain, document.title.subject)
    yield from numbered(document.blocks)
    yield "Nơi nhận:"
    yield from (f"- {recipient};" for recipient in frame.recipients)
    yield f"- Lưu: {frame.archive}."
    yield " ".join(frame.capacity)
    yield frame.signer


def numbered(blocks: Sequence[Block]) -> Iterator[str]:
    """The body's paragraphs with the numbers that Word gives them."""
    counts = [0, 0, 0]
    for block in blocks:
        match block:
            case Heading(level, children, _):
                counts[level - 1 :] = [counts[level - 1] + 1, *[0] * (3 - level)]
                number = (roman(counts[0]), str(counts[1]), f"{counts[1]}.{counts[2]}")[level - 1]
                yield f"{number}. {plain(children)}"
            case Paragraph(children, _):
                yield plain(children)
            case Items(ordered, items, _, start):
                for i, (item, *_) in enumerate(items, start=start):
                    assert isinstance(item, Paragraph)
                    yield f"{f'{i}.' if ordered else '-'} {plain(item.children)}"
            case _:
                raise TypeError(block)


def generated_notes(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Items):
            yield from (note for item in block.items for note in generated_notes(item))
        elif isinstance(block, Heading | Paragraph):
            yield from notes_in(block.children)


def notes_in(children: Inlines) -> Iterator[str]:
    for node in children:
        if isinstance(node, Note):
            yield " ".join(map(plain, node.paragraphs))
        elif isinstance(node, Strong):
            yield from notes_in(node.children)
