"""Numbered lists: each is its own instance of the base's list, so each counts from its own start (ECMA-376-1, 17.9).

<w:num w:numId="4"><w:abstractNumId w:val="2"/>
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""

from dataclasses import dataclass

from cqtt.word.xml import Element, add, w

ORDERED = 2
"""The base package's abstract list 1. a)."""


@dataclass(slots=True)
class Numbering:
    """The numbering part's root."""

    root: Element

    def start(self, first: int, level: int = 0) -> int:
        """A new list that begins at *first* on *level*; the number that its paragraphs refer to."""
        number = 1 + max(int(num.get(w("numId"))) for num in self.root.iterchildren(w("num")))
        num = add(self.root, "num", numId=number)
        add(num, "abstractNumId", val=ORDERED)
        add(add(num, "lvlOverride", ilvl=level), "startOverride", val=first)
        return number
