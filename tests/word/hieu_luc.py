"""What Word makes of a file: the formatting in effect, the numbers it counts, the words it prints.

Order of precedence of ECMA-376-1, clause 17.7.2: document defaults, table style, paragraph style, numbering level,
character style, direct formatting. A style that brings a list brings the list's indents below its own.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeAlias

from lxml import etree

from cqtt.markup.nodes import BLANK
from cqtt.numerals import roman
from cqtt.word.inlines import HAND_ROOM
from cqtt.word.xml import Element, w

Format: TypeAlias = dict[str, dict[str, str]]
"""Properties by name, each with its attributes, all without prefix; ``numPr`` and ``pBdr`` as ``numPr.numId``."""

DOCUMENT, NOTES = "word/document.xml", "word/footnotes.xml"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_MERGED = {"spacing", "ind", "rFonts", "lang"}
_OPENED = {"numPr", "pBdr"}
_TOGGLES = {"b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "vanish"}  # 17.7.3


class File:
    """A .docx, opened with nothing of ours."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees: dict[str, Element] = {
            name: etree.fromstring(part) for name, part in self.parts.items() if name.endswith((".xml", ".rels"))
        }

    @cached_property
    def styles(self) -> dict[str, Element]:
        return {style.get(w("styleId")): style for style in self.trees["word/styles.xml"].iter(w("style"))}

    @cached_property
    def lists(self) -> dict[str, tuple[str, dict[str, str]]]:
        """For each list its abstract list, and by level the number that it starts anew from."""
        out = {}
        for num in self.trees["word/numbering.xml"].iterchildren(w("num")):
            starts = {
                over.get(w("ilvl")): over.find(w("startOverride")).get(w("val"))
                for over in num.iter(w("lvlOverride"))
                if over.find(w("lvl")) is None
            }
            out[num.get(w("numId"))] = (num.find(w("abstractNumId")).get(w("val")), starts)
        return out

    @cached_property
    def levels(self) -> dict[tuple[str, str], Element]:
        """Levels by abstract list and depth."""
        return {
            (abstract.get(w("abstractNumId")), level.get(w("ilvl"))): level
            for abstract in self.trees["word/numbering.xml"].iterchildren(w("abstractNum"))
            for level in abstract.iterchildren(w("lvl"))
        }

    def level(self, number: str, depth: str) -> Element:
        """A list's level: its own, or that of its abstract list."""
        own = self.trees["word/numbering.xml"].find(
            f"{w('num')}[@{w('numId')}='{number}']/{w('lvlOverride')}/{w('lvl')}[@{w('ilvl')}='{depth}']"
        )
        return self.levels[self.lists[number][0], depth] if own is None else own

    @property
    def body(self) -> Element:
        return self.trees[DOCUMENT][0]

    def paragraphs(self, style: str = "", part: str = DOCUMENT) -> list[Element]:
        return [p for p in self.trees[part].iter(w("p")) if not style or style_id(p, "p") == style]

    def relations(self, part: str = DOCUMENT) -> dict[str, str]:
        """Targets by id."""
        folder, _, name = part.rpartition("/")
        return {r.get("Id"): r.get("Target") for r in self.trees[f"{folder}/_rels/{name}.rels"].iter(RELATION)}

    def paragraph(self, p: Element) -> Format:
        """The formatting in effect for the paragraph *p*."""
        out = self._defaults("p")
        for properties in self._table_properties(p, "p"):
            out = _over(out, properties)
        for style in self._chain(style_id(p, "p"), "paragraph"):
            out = self._with_list(out, _properties(style, "p"))
        return self._with_list(out, _properties(p, "p"))

    def run(self, r: Element) -> Format:
        """The formatting in effect for the run *r*."""
        p = next(r.iterancestors(w("p")))
        layers: list[Format] = [
            _stacked(self._table_properties(p, "r")),
            _stacked(_properties(style, "r") for style in self._chain(style_id(p, "p"), "paragraph")),
            _stacked(_properties(style, "r") for style in self._chain(style_id(r, "r"), "character")),
        ]
        out = self._defaults("r")
        for layer in layers:
            out = _over(out, layer)
        for name in _TOGGLES:
            if sum(is_on(layer, name) for layer in layers) % 2 == 0:
                out.pop(name, None)
            else:
                out[name] = {}
        return _over(out, _properties(r, "r"))

    def labels(self) -> list[tuple[str, str]]:
        """Each paragraph of the document with the number or mark that Word prints before it."""
        counters: dict[str, list[int]] = {}
        begun: set[tuple[str, str]] = set()
        return [(self._label(self.paragraph(p), counters, begun), words(p)) for p in self.paragraphs()]

    def _label(self, in_effect: Format, counters: dict[str, list[int]], begun: set[tuple[str, str]]) -> str:
        number = in_effect.get("numPr.numId", {}).get("val", "0")
        if number == "0":
            return ""
        depth = in_effect.get("numPr.ilvl", {}).get("val", "0")
        abstract, starts = self.lists[number]
        counter = counters.setdefault(abstract, [0] * 9)
        at = int(depth)
        if depth in starts and (number, depth) not in begun:
            counter[at] = int(starts[depth])
        else:
            counter[at] = counter[at] + 1 if counter[at] else int(self.level(number, depth)[0].get(w("val")))
        begun.add((number, depth))
        counter[at + 1 :] = [0] * (8 - at)
        text: str = self.level(number, depth).find(w("lvlText")).get(w("val"))
        for i in range(at + 1):
            kind = self.level(number, str(i)).find(w("numFmt")).get(w("val"))
            text = text.replace(f"%{i + 1}", _FORMATS[kind](counter[i]))
        return text

    def _defaults(self, kind: str) -> Format:
        (found,) = self.trees["word/styles.xml"].iter(w(f"{kind}PrDefault"))
        return _properties(found, kind)

    def _with_list(self, below: Format, own: Format) -> Format:
        """*below* under *own*; where *own* names a list, that list's level lies between."""
        if "numPr.numId" in own:
            depth = own.get("numPr.ilvl", {}).get("val", "0")
            below = _over(below, _properties(self.level(own["numPr.numId"]["val"], depth), "p"))
        return _over(below, own)

    def _chain(self, style: str, kind: str) -> list[Element]:
        """The style and those it is based on, the base first; the default of its *kind* where none is named."""
        if not style:
            (style,) = (s for s, e in self.styles.items() if e.get(w("default")) == "1" and e.get(w("type")) == kind)
        found = self.styles[style]
        assert found.get(w("type")) == kind, style
        base = found.find(w("basedOn"))
        return [*(self._chain(base.get(w("val")), kind) if base is not None else ()), found]

    def _table_properties(self, p: Element, kind: str) -> Iterator[Format]:
        tbl = next(p.iterancestors(w("tbl")), None)
        if tbl is None:
            return
        named = tbl[0].find(w("tblStyle"))
        first_row = tbl[0].find(w("tblLook")).get(w("firstRow")) == "1" and p.getparent().getparent() is _first_row(tbl)
        for style in self._chain("" if named is None else named.get(w("val")), "table"):
            yield _properties(style, kind)
            for part in style.iterchildren(w("tblStylePr")):
                if first_row and part.get(w("type")) == "firstRow":
                    yield _properties(part, kind)


def style_id(node: Element, kind: str) -> str:
    """The style that a paragraph (``p``) or run (``r``) names."""
    found = node.find(f"{w(f'{kind}Pr')}/{w(f'{kind}Style')}")
    return "" if found is None else str(found.get(w("val")))


def words(p: Element) -> str:
    """What *p* prints: a forced new line as such, the registry's room as ``BLANK``, blanks as ordinary ones."""
    return as_read("".join("\n" if node.tag == w("br") else node.text or "" for node in p.iter(w("t"), w("br"))))


def as_read(printed: str) -> str:
    """*printed* as a person reads it: a blank that holds two words together is one like any other."""
    return printed.replace(HAND_ROOM, BLANK).replace("\u00a0", " ")


def is_on(properties: Format, name: str) -> bool:
    """Whether the toggle *name* is set."""
    return name in properties and properties[name].get("val", "1") not in ("0", "false", "off")


def points(properties: Format) -> float:
    """The size of the letters."""
    return int(properties["sz"]["val"]) / 2


def twips(properties: Format, name: str, attribute: str) -> int:
    """A measure, 0 where none is given."""
    return int(properties.get(name, {}).get(attribute, "0"))


def local(name: str) -> str:
    """*name* without its namespace."""
    return name.rpartition("}")[2]


def _properties(owner: Element, kind: str) -> Format:
    out: Format = {}
    for node in owner.iterfind(f"{w(f'{kind}Pr')}/*"):
        name = local(node.tag)
        for part in node if name in _OPENED else (node,):
            full = name if part is node else f"{name}.{local(part.tag)}"
            out[full] = {local(key): value for key, value in part.attrib.items()}
    return out


def _over(below: Format, above: Format) -> Format:
    out = dict(below)
    for name, attributes in above.items():
        out[name] = {**out.get(name, {}), **attributes} if name in _MERGED else attributes
    return out


def _stacked(layers: Iterator[Format]) -> Format:
    out: Format = {}
    for layer in layers:
        out = _over(out, layer)
    return out


def _first_row(tbl: Element) -> Element:
    return next(tbl.iterchildren(w("tr")))


def _letter(number: int) -> str:
    return chr(ord("a") + number - 1)


def _mark(_number: int) -> str:
    return ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "upperRoman": roman,
    "lowerLetter": _letter,
    "bullet": _mark,
    "none": _mark,
}
