"""Sections of a Word file: paper, margins, and what stands above and below the pages."""

from collections.abc import Mapping

from msgspec import Struct, field

from cqtt.word.reading.archive import Package
from cqtt.word.reading.lines import Line, LineReader, Place
from cqtt.word.reading.styles import value, whole
from cqtt.word.xml import Element, r_id, w

Edges = dict[str, tuple[Line, ...]]
"""The lines of a header or footer by the pages that it is for: ``default``, ``first``, ``even``."""


class Section(Struct, frozen=True):
    """A section; measures are twips. *start* is the number of its first page, 0 where it goes on counting."""

    width: int
    height: int
    landscape: bool
    margins: Mapping[str, int]
    first_apart: bool
    start: int
    form: str
    above: Edges = field(default_factory=dict)
    below: Edges = field(default_factory=dict)

    def on_first_page(self, edges: Edges) -> tuple[Line, ...]:
        """What of *edges* the first page shows."""
        return edges.get("first" if self.first_apart else "default", ())


class SectionReader(Struct):
    """Makes sections; one that brings no header of a kind goes on with that of the section before."""

    package: Package
    reader: LineReader
    _above: Edges = field(default_factory=dict)
    _below: Edges = field(default_factory=dict)
    _parts: dict[str, str] | None = None

    def section(self, node: Element) -> Section:
        """The section that ``w:sectPr`` describes."""
        self._above = {**self._above, **self._edges(node, "header")}
        self._below = {**self._below, **self._edges(node, "footer")}
        size, margins, pages = (_attributes(node.find(w(name))) for name in ("pgSz", "pgMar", "pgNumType"))
        apart = node.find(w("titlePg"))
        return Section(
            whole(size.get("w", "12240")),
            whole(size.get("h", "15840")),
            size.get("orient") == "landscape" or whole(size.get("w")) > whole(size.get("h")),
            {
                side: abs(whole(margins.get(side, "1440"))) + (whole(margins.get("gutter")) if side == "left" else 0)
                for side in ("top", "bottom", "left", "right")
            },
            apart is not None and value(apart) not in ("0", "false", "off"),
            whole(pages.get("start")),
            pages.get("fmt", "decimal"),
            self._above,
            self._below,
        )

    def _edges(self, node: Element, kind: str) -> Edges:
        out: Edges = {}
        for reference in node.iterchildren(w(f"{kind}Reference")):
            name = self._names().get(reference.get(r_id(), ""))
            tree = self.package.tree(name) if name else None
            if tree is not None:
                lines = (self.reader.lines(p, 0, Place()) for p in tree.iter(w("p")))
                out[reference.get(w("type"), "default")] = tuple(line for some in lines for line in some)
        return out

    def _names(self) -> dict[str, str]:
        if self._parts is None:
            main = self.package.main
            self._parts = self.package.related(main, "header") | self.package.related(main, "footer")
        return self._parts


def _attributes(node: Element | None) -> dict[str, str]:
    return {} if node is None else {key.rpartition("}")[2]: text for key, text in node.attrib.items()}
