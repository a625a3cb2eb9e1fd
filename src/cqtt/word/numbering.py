"""Numbered lists: each is its own instance of the base's list, so each counts from its own start (ECMA-376-1, 17.9).

<w:num w:numId="4"><w:abstractNumId w:val="2"/>
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>

Points go a) b) c) d) đ) e) g); Word counts a) b) c) d) e) f). From the fifth on a point's letter is therefore the text
of an instance of its own. (A bullet would do in Word; LibreOffice prints but one character of it.)
"""

from copy import deepcopy
from dataclasses import dataclass, field

from cqtt.word.xml import Element, add, w

ORDERED = 2
"""The base package's abstract list 1. a)."""
POINTS = 1
"""Its level a)."""
LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points, in the order of the alphabet (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6)."""
_COUNTED = 4
"""Letters that Word counts as we do."""


@dataclass(slots=True)
class Numbering:
    """The numbering part's root."""

    root: Element
    _points: dict[str, int] = field(default_factory=dict)
    """The lists made for single letters."""

    def start(self, first: int, level: int = 0) -> int:
        """A new list that begins at *first* on *level*; the number that its paragraphs refer to."""
        number, num = self._instance()
        add(add(num, "lvlOverride", ilvl=level), "startOverride", val=first)
        return number

    def point(self, count: int) -> int | None:
        """The list of a point that Word would give another letter; None where it counts as we do."""
        if count <= _COUNTED:
            return None
        mark = f"{letter(count)})"
        if mark not in self._points:
            self._points[mark], num = self._instance()
            own = self.root.find(f"{w('abstractNum')}[@{w('abstractNumId')}='{ORDERED}']/{w('lvl')}[{POINTS + 1}]")
            level = deepcopy(own)
            level.remove(level.find(w("pStyle")))
            level.find(w("numFmt")).set(w("val"), "none")
            level.find(w("lvlText")).set(w("val"), mark)
            add(num, "lvlOverride", ilvl=POINTS).append(level)
        return self._points[mark]

    def _instance(self) -> tuple[int, Element]:
        number = 1 + max(int(num.get(w("numId"))) for num in self.root.iterchildren(w("num")))
        num = add(self.root, "num", numId=number)
        add(num, "abstractNumId", val=ORDERED)
        return number, num


def letter(count: int) -> str:
    """The letter of point number *count*: ``a`` to ``y``, then ``aa``."""
    again, index = divmod(count - 1, len(LETTERS))
    return LETTERS[index] * (again + 1)
