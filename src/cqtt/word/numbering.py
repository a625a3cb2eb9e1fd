"""Numbers and marks before paragraphs: the base's lists, and what each ordered list and some points add to them.

<w:num w:numId="4"><w:abstractNumId w:val="2"/>
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>

Each ordered list is its own instance of the base's list, so each counts from its own start (ECMA-376-1, 17.9).

Points go a) b) c) d) đ) e) g); Word counts a) b) c) d) e) f). From the fifth on each point is therefore a list by
itself, with one level: e) is Word's fifth letter, and a list that starts at 5 prints it in programs that know no
override of a level; đ) is no letter of Word's, so it is the level's text. (A bullet would do in Word; LibreOffice
prints but one character of it.)
"""

from copy import deepcopy

from cqtt.word.xml import Element, add, element, w

HEADINGS, BULLETS = 1, 2
"""The base package's instances I. 1. 1.1. and - +."""
ORDERED = 2
"""The base package's abstract list 1. a)."""
POINTS = 1
"""Its level a)."""
LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points, in the order of the alphabet (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6)."""
_COUNTED = 4
"""Letters that Word counts as we do."""
_NSID, _TMPL = 0x1A2B3D00, 0x5D6E8000
"""What distinguishes our lists for Word; the list's number is added (ECMA-376-1, 17.9.14, 17.9.29)."""


class Numbering:
    """The numbering part's *root*, looked through once: how many lists a text makes decides how long each may take."""

    def __init__(self, root: Element) -> None:
        kinds = ("abstractNum", "num")
        self.root = root
        self._next = {
            kind: 1 + max(int(node.get(w(f"{kind}Id"))) for node in root.iterchildren(w(kind))) for kind in kinds
        }
        """The first free identifier of each kind."""
        self._first = root.find(w("num"))
        """The first instance: abstract lists stand before all of them (ECMA-376-1, 17.9.16)."""
        self._own = root.find(f"{w('abstractNum')}[@{w('abstractNumId')}='{ORDERED}']/{w('lvl')}[{POINTS + 1}]")
        """The level a) of the base."""

    def start(self, first: int, level: int = 0) -> int:
        """A new list that begins at *first* on *level*; the number that its paragraphs refer to."""
        number, num = self._instance(ORDERED)
        add(add(num, "lvlOverride", ilvl=level), "startOverride", val=first)
        return number

    def point(self, count: int) -> int | None:
        """A new list of one point, where Word would give it another letter; None where Word counts as we do."""
        if count <= _COUNTED:
            return None
        abstract = self._free("abstractNum")
        made = element("abstractNum", abstractNumId=abstract)
        self._first.addprevious(made)
        for name, value in (("nsid", _NSID), ("multiLevelType", None), ("tmpl", _TMPL)):
            add(made, name, val="singleLevel" if value is None else f"{value + abstract:08X}")
        self._level(made, letter(count))
        return self._instance(abstract)[0]

    def _level(self, abstract: Element, mark: str) -> None:
        """The one level of *abstract*, which prints *mark*; set as the level a)."""
        known = "đ" not in mark
        level = add(abstract, "lvl", ilvl=0)
        add(level, "start", val=(len(mark) - 1) * 26 + ord(mark[0]) - ord("a") + 1 if known else 1)
        add(level, "numFmt", val="lowerLetter" if known else "none")
        add(level, "suff", val="space")
        add(level, "lvlText", val="%1)" if known else f"{mark})")
        level.extend(deepcopy(node) for node in self._own if node.tag in (w("lvlJc"), w("pPr"), w("rPr")))

    def _instance(self, abstract: int) -> tuple[int, Element]:
        number = self._free("num")
        num = add(self.root, "num", numId=number)
        add(num, "abstractNumId", val=abstract)
        return number, num

    def _free(self, kind: str) -> int:
        number = self._next[kind]
        self._next[kind] += 1
        return number


def numbered(p: Element, number: int, level: int) -> None:
    """Put the paragraph *p* on *level* of list *number*.

    The styles say the same of headings and dashes; programs that read no lists out of styles see it here.
    """
    properties = add(p[0], "numPr")
    add(properties, "ilvl", val=level)
    add(properties, "numId", val=number)


def letter(count: int) -> str:
    """The letter of point number *count*: ``a`` to ``y``, then ``aa``."""
    again, index = divmod(count - 1, len(LETTERS))
    return LETTERS[index] * (again + 1)
