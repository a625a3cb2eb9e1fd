"""Block nodes to paragraphs, lists and tables of the body."""

from dataclasses import dataclass
from typing import assert_never

from cqtt.markup.nodes import Block, Chart, Heading, Items, Paragraph, Table
from cqtt.word.charts import ChartWriter
from cqtt.word.inlines import InlineWriter
from cqtt.word.numbering import Numbering
from cqtt.word.tables import table
from cqtt.word.xml import Element, add, paragraph, w

MAX_DEPTH = 2
"""List levels that have a style."""


@dataclass(slots=True)
class BlockWriter:
    """Writes blocks at the end of *parent*; *width* and *height* are those of a page's text, in twips."""

    parent: Element
    inlines: InlineWriter
    numbering: Numbering
    charts: ChartWriter
    width: int
    height: int
    appendix: bool = False
    """In an appendix the paragraph below a table or chart explains it, and is set small."""

    def write(self, block: Block) -> None:
        """*block* as the body's next paragraphs."""
        match block:
            case Heading(level, children, _):
                self.inlines.write(paragraph(self.parent, f"Heading{level}"), children)
            case Paragraph(children, _):
                above = self.parent[-1]
                explains = above.tag == w("tbl") or above.find(f"{w('r')}/{w('drawing')}") is not None
                style = "TableNote" if self.appendix and explains else "BodyText"
                self.inlines.write(paragraph(self.parent, style), children)
            case Items():
                self._items(block, 1)
            case Table():
                if self.parent[-1].tag == w("tbl"):  # or Word would join the two
                    paragraph(self.parent, "BodyText")
                table(self.parent, block, self.inlines, width=self.width)
            case Chart():
                self.charts.write(self.parent, block, self.inlines, width=self.width, height=self.height)
            case _:
                assert_never(block)

    def _items(self, items: Items, depth: int) -> None:
        level = min(depth, MAX_DEPTH)
        number = self.numbering.start(items.start, level - 1) if items.ordered else None
        style = ("ListNumber" if items.ordered else "ListBullet") + ("" if level == 1 else str(level))
        for count, item in enumerate(items.items, start=items.start):
            point = self.numbering.point(count) if level == MAX_DEPTH else None
            for i, block in enumerate(item):
                if isinstance(block, Items):
                    self._items(block, depth + 1)
                    continue
                p = paragraph(self.parent, style if i == 0 else "BodyText")
                if i == 0 and number is not None:
                    numbered = add(p[0], "numPr")
                    add(numbered, "ilvl", val=level - 1)
                    add(numbered, "numId", val=point or number)
                self.inlines.write(p, block.children)
