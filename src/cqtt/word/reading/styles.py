"""The formatting that styles give: document defaults, chains of ``basedOn``, theme fonts and toggles, each once.

Order of precedence of ECMA-376-1, clause 17.7.2; toggles of 17.7.3. A property is one entry of a flat mapping:
``{"sz": "28", "ascii": "Times New Roman", "before": "120"}``.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from cqtt.word.xml import Element, w

Properties: TypeAlias = dict[str, str]

TOGGLES = ("b", "i", "caps", "vanish")
FONT = "Times New Roman"
"""What Word sets a text in for which nothing is said."""
SIZE = "20"

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = {"0", "false", "off"}
_SLOTS = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme"}
_ATTRIBUTES = {"spacing", "ind", "numPr"}
_ALIASES = {"start": "left", "end": "right"}
_RIVALS = {"firstLine": "hanging", "hanging": "firstLine"}
_LONGEST_CHAIN = 50
_WHOLE = re.compile(r"-?[0-9]{1,9}")


def value(node: Element) -> str:
    """``w:val``; an element without one is switched on."""
    found: str = node.get(w("val"), "1")
    return found


def whole(text: str | None) -> int:
    """The whole number that *text* begins with, 0 where it is none; no program writes more than nine digits."""
    found = _WHOLE.match(text or "")
    return int(found[0]) if found else 0


def over(below: Mapping[str, str], above: Mapping[str, str]) -> Properties:
    """*below* with *above* laid over it; a hanging indent takes away an indent of the first line."""
    out = {**below, **above}
    for name, rival in _RIVALS.items():
        if name in above and rival not in above:
            out.pop(rival, None)
    return out


def theme_fonts(theme: Element | None) -> dict[str, str]:
    """The Latin font behind each name that ``w:asciiTheme`` may bear."""
    out: dict[str, str] = {}
    if theme is None:
        return out
    for kind in ("major", "minor"):
        latin = theme.find(f".//{_A}{kind}Font/{_A}latin")
        if latin is not None:
            out[f"{kind}HAnsi"] = out[f"{kind}Ascii"] = latin.get("typeface", FONT)
    return out


class Styles:
    """A file's styles. An unknown style counts as the default one, as it does for Word."""

    def __init__(self, tree: Element | None, fonts: Mapping[str, str]) -> None:
        self._fonts = fonts
        self._styles: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._runs: dict[tuple[str, str, str], Properties] = {}
        self._paragraphs: dict[str, list[Properties]] = {}
        self._base: dict[str, Properties] = {"p": {}, "r": {"sz": SIZE, "ascii": FONT, "hAnsi": FONT}}
        if tree is None:
            return
        for style in tree.iterchildren(w("style")):
            self._styles[style.get(w("styleId"), "")] = style
            if style.get(w("default")) in ("1", "true", "on"):
                self._defaults[style.get(w("type"), "")] = style.get(w("styleId"), "")
        for kind in self._base:
            own = tree.find(f"{w('docDefaults')}/{w(f'{kind}PrDefault')}/{w(f'{kind}Pr')}")
            self._base[kind] = over(self._base[kind], self._read(own, kind))

    def paragraph(self, style: str) -> list[Properties]:
        """The layers that the defaults and the paragraph style *style* lay, the lowest first."""
        if style not in self._paragraphs:
            chain = self._chain(style, "paragraph")
            self._paragraphs[style] = [self._base["p"], *(self._read(s.find(w("pPr")), "p") for s in chain)]
        return self._paragraphs[style]

    def run(self, paragraph: str, character: str, table: str) -> Properties:
        """What the styles of the table, the paragraph and the characters make of a run together."""
        key = paragraph, character, table
        if key not in self._runs:
            layers = [
                self._stacked(self._chain(table, "table") if table else ()),
                self._stacked(self._chain(paragraph, "paragraph")),
                self._stacked(self._chain(character, "character") if character else ()),
            ]
            out = dict(self._base["r"])
            for layer in layers:
                out.update(layer)
            for name in TOGGLES:
                odd = sum(layer.get(name) == "1" for layer in layers) % 2 == 1
                out[name] = "1" if odd or self._base["r"].get(name) == "1" else "0"
            self._runs[key] = out
        return self._runs[key]

    def direct(self, node: Element | None, kind: str) -> Properties:
        """The properties that ``w:pPr`` or ``w:rPr`` states itself (*kind* ``p`` or ``r``)."""
        return self._read(node, kind)

    def _stacked(self, chain: Iterable[Element]) -> Properties:
        out: Properties = {}
        for style in chain:
            out.update(self._read(style.find(w("rPr")), "r"))
        return out

    def _chain(self, style: str, kind: str) -> list[Element]:
        """The style and those below it, the lowest first; a circle is cut where it closes."""
        chain: list[Element] = []
        found = self._styles.get(style)
        if found is None or found.get(w("type")) != kind:
            found = self._styles.get(self._defaults.get(kind, ""))
        while found is not None and found not in chain and len(chain) < _LONGEST_CHAIN:
            chain.insert(0, found)
            base = found.find(w("basedOn"))
            found = self._styles.get(value(base)) if base is not None else None
        return chain

    def _read(self, node: Element | None, kind: str) -> Properties:
        if node is None:
            return {}
        return paragraph_properties(node) if kind == "p" else run_properties(node, self._fonts)


def run_properties(node: Element, fonts: Mapping[str, str]) -> Properties:
    """What ``w:rPr`` says of letters; a theme's font beats the name beside it."""
    out: Properties = {}
    for child in node.iterchildren("*"):
        name = child.tag.rpartition("}")[2]
        if name in TOGGLES:
            out[name] = "0" if value(child) in _OFF else "1"
        elif name in ("sz", "color", "u", "vertAlign"):
            out[name] = value(child)
        elif name == "rFonts":
            for slot, theme in _SLOTS.items():
                font = fonts.get(child.get(w(theme), "")) or child.get(w(slot))
                if font:
                    out[slot] = font
    return out


def paragraph_properties(node: Element) -> Properties:
    """What ``w:pPr`` says of a paragraph: alignment, indents, spacing, list, a drawn rule."""
    out: Properties = {}
    for child in node.iterchildren("*"):
        name = child.tag.rpartition("}")[2]
        if name == "numPr":
            out.update({part.tag.rpartition("}")[2]: value(part) for part in child.iterchildren("*")})
        elif name in _ATTRIBUTES:
            out.update({_ALIASES.get(key := k.rpartition("}")[2], key): v for k, v in child.attrib.items()})
        elif name == "jc":
            out["jc"] = _ALIASES.get(value(child), value(child))
        elif name == "contextualSpacing":
            out[name] = "0" if value(child) in _OFF else "1"
        elif name == "pBdr":
            out["ruled"] = "1" if any(value(side) not in ("none", "nil") for side in child.iterchildren("*")) else "0"
        elif name == "framePr" and child.get(w("xAlign")):
            out["jc"] = child.get(w("xAlign"))
    return out
