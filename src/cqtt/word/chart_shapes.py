"""Fills, lines and letters of a chart (ECMA-376-1, clause 20.1), told apart in black and white."""

from docx.oxml.ns import nsmap
from lxml import etree

from cqtt.word.xml import Element

C, _A = f"{{{nsmap['c']}}}", f"{{{nsmap['a']}}}"
NAMESPACES = {name: nsmap[name] for name in ("c", "a", "r")}
SIZE_PT, TITLE_PT = 10, 11
BLACK, LIGHT, WHITE = "000000", "BFBFBF", "FFFFFF"
HAIRLINE, LINE = 6350, 19050
"""A half and one and a half points, in EMU."""
_FONT = "Times New Roman"
_MARKER_PT = 7

# By the number of the series. The greys are far apart, and every fill is outlined in black.
FILLS = ("808080", WHITE, "wdUpDiag", BLACK, "lgCheck", "dotGrid")
DASHES = ("solid", "sysDash", "sysDot", "lgDash", "dashDot", "lgDashDotDot")
MARKERS = ("circle", "square", "triangle", "diamond", "x", "star")


def c(parent: Element, name: str, value: str | int | None = None) -> Element:
    """A new last child ``c:name`` of *parent*, with a ``val`` where one is given."""
    return etree.SubElement(parent, C + name, {} if value is None else {"val": str(value)})


def a(parent: Element, name: str, **attributes: str | int) -> Element:
    """A new last child ``a:name`` of *parent*."""
    return etree.SubElement(parent, _A + name, {key: str(value) for key, value in attributes.items()})


def fill(shape: Element, series: int) -> None:
    """The fill and the outline of the bars of *series*."""
    name = FILLS[series]
    if name[0].islower():
        pattern = a(shape, "pattFill", prst=name)
        for part, color in (("fgClr", BLACK), ("bgClr", WHITE)):
            a(a(pattern, part), "srgbClr", val=color)
    else:
        solid(shape, name)
    stroke(shape, HAIRLINE)


def line_look(node: Element, series: int) -> None:
    """The line of *series* and its markers, into the series *node*."""
    stroke(c(node, "spPr"), LINE, dash=DASHES[series])
    marker = c(node, "marker")
    c(marker, "symbol", MARKERS[series])
    c(marker, "size", _MARKER_PT)
    shape = c(marker, "spPr")
    solid(shape, WHITE if series % 2 else BLACK)
    stroke(shape, HAIRLINE)


def stroke(shape: Element, width: int, *, color: str = BLACK, dash: str = "solid") -> None:
    """A line *width* EMU thick."""
    line = a(shape, "ln", w=width)
    solid(line, color)
    a(line, "prstDash", val=dash)


def solid(parent: Element, color: str) -> None:
    """A plain fill."""
    a(a(parent, "solidFill"), "srgbClr", val=color)


def text(parent: Element, size: int, **body: str) -> None:
    """How the letters of *parent* look, *size* points; *body* are attributes of the text as a whole."""
    a(parent, "bodyPr", **body)
    p = a(parent, "p")
    font(a(a(p, "pPr"), "defRPr", sz=size * 100, b=0))
    a(p, "endParaRPr", lang="vi-VN")


def words_in(parent: Element, words: str, size: int, **body: str | int) -> None:
    """Fixed text in *parent*, *size* points; *body* are attributes of the text as a whole."""
    rich = c(c(parent, "tx"), "rich")
    a(rich, "bodyPr", **body)
    p = a(rich, "p")
    font(a(a(p, "pPr"), "defRPr", sz=size * 100, b=0))
    run = a(p, "r")
    font(a(run, "rPr", lang="vi-VN", sz=size * 100, b=0))
    a(run, "t").text = words


def font(properties: Element) -> None:
    """Times New Roman, black: the Vietnamese letters need all three."""
    solid(properties, BLACK)
    for script in ("latin", "ea", "cs"):
        a(properties, script, typeface=_FONT)
