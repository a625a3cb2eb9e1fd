"""The paragraphs of the filled text, each on one line, that still know where each of their words was written."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cqtt.manuscript import SLOT, Insert, Manuscript, TableInsert
from cqtt.problems import Position

_ITEM = re.compile(r"(?P<indent>\s*)(?:(?P<number>\d+)\.|[-+])\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph on one line, with the manuscript's line for each part of it.

    *indent* is how far it stands in; *item* is how much of its text is the mark of a list's item, 0 where it is none.
    """

    manuscript: Manuscript
    text: str
    starts: Sequence[int]
    lines: Sequence[int]
    appendix: bool
    indent: int
    item: int

    def place(self, offset: int, needle: str) -> Position:
        """Where *needle* was written, which stands in the text at *offset*."""
        return self.manuscript.position(self.lines[bisect_right(self.starts, offset) - 1], needle)

    def inserts(self, text: str) -> Iterator[Insert | TableInsert]:
        """What the slots in *text* stand for."""
        return (self.manuscript.inserts[int(found[1])] for found in SLOT.finditer(text))


def passages(manuscript: Manuscript) -> Iterator[Passage]:
    """The paragraphs: lines between blank ones; table rows, list items, headings and names of charts each alone."""
    text, appendix, chart, mark = "", False, False, 0
    reached: dict[int, int] = {}
    starts: list[int] = []
    lines: list[int] = []
    for number, line in enumerate([*manuscript.lines, ""]):
        bare = line.strip()
        item = _mark(line, reached)
        if text and (not bare or bare.startswith(("|", "#", ":::")) or item):
            head = manuscript.lines[lines[0]]
            indent = len(head) - len(head.lstrip())
            yield Passage(manuscript, text, tuple(starts), tuple(lines), appendix, indent, mark)
            text, starts, lines, mark = "", [], [], 0
        mark = mark or item
        if bare == ":::" and chart:
            chart = False
        elif bare.startswith(":::") and not (chart := line.split()[1:2] == ["bieu_do"]):
            appendix = line.split()[1:2] == ["phu_luc"]
        elif bare:
            starts.append(len(text))
            lines.append(number)
            text += bare + " "


def _mark(line: str, reached: dict[int, int]) -> int:
    """The length of the mark of a list's item at the head of *line*, 0 where there is none.

    *reached* is the last number of the list at each indent; a number that does not go on from it is a word.
    """
    if line.lstrip().startswith("#"):
        reached.clear()
    if not (found := _ITEM.match(line)):
        return 0
    indent, number = len(found["indent"]), found["number"]
    if number and number not in ("1", str(reached.get(indent, 0) + 1)):
        return 0
    for deeper in [at for at in reached if at >= indent]:
        del reached[deeper]
    if number:
        reached[indent] = int(number)
    return len(found[0].lstrip())


def blanked(found: re.Match[str]) -> str:
    """As many characters that are neither digits nor parts of a word."""
    return "\ue002" * len(found[0])
