"""Whole rows and tables that a redline puts in or takes away, and putting elements in their places."""

from collections.abc import Sequence
from copy import deepcopy

from msgspec import Struct

from cqtt.verify.redline.revising import Region
from cqtt.word.xml import Element, add, element, w

_P, _TR, _TC = w("p"), w("tr"), w("tc")
_WRAPPERS = {w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag")}


class Maker(Struct):
    """Makes what a redline puts in; *styles* are those that the old document knows."""

    region: Region
    styles: set[str]

    def like(self, place: Element | None, news: Sequence[Element]) -> Element | None:
        """The properties of a paragraph that is put in: those of its own style, if the old document knows it."""
        style = news[0].find(f"{w('pPr')}/{w('pStyle')}") if news else None
        if style is not None and style.get(w("val")) in self.styles:
            made = element("pPr")
            add(made, "pStyle", val=style.get(w("val")))
            return made
        return place.find(w("pPr")) if place is not None and place.tag == _P else None

    def all_rows(self, tbl: Element, name: str) -> None:
        """Mark all rows of *tbl*."""
        for tr in inside(tbl, _TR):
            self.row(tr, name)

    def row(self, tr: Element, name: str) -> None:
        """Mark the row *tr* and all that it says as put in or taken away."""
        self.region.reviser.row(tr, name)
        for cell in inside(tr, _TC):
            for p in list(cell.iter(_P)):
                made = self.region.revised([p], []) if name == "del" else self.region.revised([], [p], p.find(w("pPr")))
                put(p, made, [p])

    def new_table(self, tbl: Element) -> Element:
        """A table that says what *tbl* of the new document says, all of it put in."""
        made = element("tbl")
        properties = deepcopy(tbl.find(w("tblPr")))
        if properties is not None:
            style = properties.find(w("tblStyle"))
            if style is not None and style.get(w("val")) not in self.styles:
                properties.remove(style)
            made.append(_bare(properties))
        grid = tbl.find(w("tblGrid"))
        made.append(element("tblGrid") if grid is None else _bare(deepcopy(grid)))
        made.extend(self.new_row(tr) for tr in inside(tbl, _TR))
        return made

    def new_row(self, tr: Element) -> Element:
        """A row that says what *tr* of the new document says, put in."""
        made = element("tr")
        for cell in inside(tr, _TC):
            tc = add(made, "tc")
            width = cell.find(f"{w('tcPr')}/{w('tcW')}")
            properties = add(tc, "tcPr")
            if width is not None:
                add(properties, "tcW", w=width.get(w("w"), "0"), type=width.get(w("type"), "dxa"))
            span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
            if span is not None:
                add(properties, "gridSpan", val=span.get(w("val"), "1"))
            for p in list(cell.iter(_P)):
                tc.extend(self.region.revised([], [p], self.like(None, [p])))
            if len(tc) == 1:
                add(tc, "p")
        self.region.reviser.row(made, "ins")
        return made


def _bare(node: Element) -> Element:
    """*node* without what only newer programs know."""
    for one in [*node.iter()]:
        if not str(one.tag).startswith(w("")):
            one.getparent().remove(one)
        for name in [name for name in one.attrib if not name.startswith(w(""))]:
            del one.attrib[name]
    return node


def inside(parent: Element, *tags: str) -> list[Element]:
    """The children of *parent* with one of the *tags*, those that content controls wrap too."""
    out: list[Element] = []
    for child in parent:
        if child.tag in _WRAPPERS:
            out += inside(child, *tags)
        elif child.tag in tags:
            out.append(child)
    return out


def put(first: Element, made: Sequence[Element], gone: Sequence[Element]) -> None:
    """Put what was *made* in the place of *gone*, the first of which is *first*."""
    for node in made:
        first.addprevious(node)
    for node in gone:
        node.getparent().remove(node)


def behind(parent: Element, place: Element | None, made: Sequence[Element]) -> None:
    """Put what was *made* behind *place*, or first in *parent*."""
    if place is None:
        parent[0:0] = list(made)
        return
    for node in reversed(made):
        place.addnext(node)


def put_before(parent: Element, rows: Sequence[Element], made: Sequence[Element]) -> None:
    """Put what was *made* before the first of *rows*, or last in *parent*."""
    if rows:
        for node in made:
            rows[0].addprevious(node)
    else:
        parent.extend(made)
