"""Making WordprocessingML elements: names with the ``w:`` prefix, attributes and children in schema order."""

from typing import Any, TypeAlias

from docx.oxml.ns import nsmap
from lxml import etree

Element: TypeAlias = Any
"""An lxml element; lxml brings no types of its own."""

_W = f"{{{nsmap['w']}}}"
_R = f"{{{nsmap['r']}}}"
_OPEN = f'<w:p xmlns:w="{nsmap["w"]}" xmlns:r="{nsmap["r"]}">'
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """*name* in the main namespace (ECMA-376-1, clause 17)."""
    return _W + name


def r_id() -> str:
    """The name of the attribute that refers to a relationship."""
    return f"{_R}id"


def add(parent: Element, name: str, /, **attributes: str | int) -> Element:
    """A new last child ``w:name`` of *parent* with ``w:`` *attributes*."""
    return etree.SubElement(parent, _W + name, {_W + key: str(value) for key, value in attributes.items()})


def element(name: str, /, **attributes: str | int) -> Element:
    """A free element ``w:name``."""
    return etree.Element(
        _W + name, {_W + key: str(value) for key, value in attributes.items()}, nsmap={"w": nsmap["w"]}
    )


def paragraph(parent: Element, style: str) -> Element:
    """A new paragraph of *parent* in the style with the id *style*; its ``w:pPr`` may be added to."""
    p = add(parent, "p")
    add(add(p, "pPr"), "pStyle", val=style)
    return p


def put(parent: Element, xml: str) -> None:
    """The elements *xml*, written with the prefixes ``w:`` and ``r:``, at the end of *parent*."""
    parent.extend(list(etree.fromstring(f"{_OPEN}{xml}</w:p>")))


def escaped(words: str) -> str:
    """*words* as they stand between two tags."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text(run: Element, words: str) -> None:
    """*words* as the ``w:t`` of *run*; blanks at the edges are kept."""
    t = add(run, "t")
    t.text = words
    if words != words.strip():
        t.set(XML_SPACE, "preserve")
