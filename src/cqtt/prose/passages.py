"""The paragraphs of the filled text, each on one line, that still know where each of their words was written."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cqtt.manuscript import SLOT, Insert, Manuscript
from cqtt.problems import Position

ITEM = re.compile(r"\s*(?:\d+[.)]|[-+*])\s")
NUMBERED = re.compile(r"\s*\d+[.)]\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph on one line, with the manuscript's line for each part of it.

    *indent* is how far it stands in; *item* says whether it begins an item of a list.
    """

    manuscript: Manuscript
    text: str
    starts: Sequence[int]
    lines: Sequence[int]
    appendix: bool
    indent: int
    item: bool

    def place(self, offset: int, needle: str) -> Position:
        """Where *needle* was written, which stands in the text at *offset*."""
        return self.manuscript.position(self.lines[bisect_right(self.starts, offset) - 1], needle)

    def inserts(self, text: str) -> Iterator[Insert]:
        """What the slots in *text* stand for."""
        return (self.manuscript.inserts[int(found[1])] for found in SLOT.finditer(text))


def passages(manuscript: Manuscript) -> Iterator[Passage]:
    """The paragraphs: lines between blank ones; table rows, list items, headings and names of charts each alone."""
    text, appendix, chart = "", False, False
    starts: list[int] = []
    lines: list[int] = []
    for number, line in enumerate([*manuscript.lines, ""]):
        bare = line.strip()
        if text and (not bare or bare.startswith(("|", "#", ":::")) or ITEM.match(line)):
            head = manuscript.lines[lines[0]]
            indent = len(head) - len(head.lstrip())
            yield Passage(manuscript, text, tuple(starts), tuple(lines), appendix, indent, bool(ITEM.match(text)))
            text, starts, lines = "", [], []
        if bare == ":::" and chart:
            chart = False
        elif bare.startswith(":::") and not (chart := line.split()[1:2] == ["bieu_do"]):
            appendix = line.split()[1:2] == ["phu_luc"]
        elif bare:
            starts.append(len(text))
            lines.append(number)
            text += bare + " "


def blanked(found: re.Match[str]) -> str:
    """As many characters that are neither digits nor parts of a word."""
    return "\ue002" * len(found[0])
