"""Block nodes to paragraphs, lists and tables of the body."""

from typing import assert_never

from msgspec import Struct

from cqtt.markup.nodes import Block, Chart, Heading, Items, Paragraph, Table
from cqtt.word.charts import ChartWriter
from cqtt.word.inlines import InlineWriter
from cqtt.word.numbering import BULLETS, HEADINGS, POINTS, Numbering, numbered
from cqtt.word.package import set_aside
from cqtt.word.tables import column_widths, rows, table
from cqtt.word.xml import Element, paragraph, w

NUMBERS = ("ListNumber", "ListNumber2")
"""The styles of khoản 1. and điểm a)."""
MARKS, DASHES = ("-", "+"), ("ListBullet", "ListBullet2")
"""The marks of other lists, and their styles."""


class BlockWriter(Struct):
    """Writes blocks at the end of *parent*; *width* and *height* are those of a page's text, in twips."""

    parent: Element
    inlines: InlineWriter
    numbering: Numbering
    charts: ChartWriter
    aside: list[bytes]
    """The rows of tables, which stand beside the tree (see ``package``)."""
    width: int
    height: int
    appendix: bool = False
    """In an appendix the paragraph below a table or chart explains it, and is set small."""

    def write(self, block: Block) -> None:
        """*block* as the body's next paragraphs."""
        match block:
            case Heading(level, children, _):
                p = paragraph(self.parent, f"Heading{level}")
                numbered(p, HEADINGS, level - 1)
                self.inlines.write(p, children)
            case Paragraph(children, _):
                above = self.parent[-1]
                explains = above.tag == w("tbl") or above.find(f"{w('r')}/{w('drawing')}") is not None
                style = "TableNote" if self.appendix and explains else "BodyText"
                self.inlines.write(paragraph(self.parent, style), children)
            case Items():
                self._items(block, 0)
            case Table():
                if self.parent[-1].tag == w("tbl"):  # or Word would join the two
                    paragraph(self.parent, "BodyText")
                columns = column_widths(block, self.width)
                tbl = table(self.parent, block, columns)
                set_aside(tbl, rows(block, self.inlines, columns), self.aside)
            case Chart():
                self.charts.write(self.parent, block, self.inlines, width=self.width, height=self.height)
            case _:
                assert_never(block)

    def _items(self, items: Items, around: int) -> None:
        """*items*, with as many lists of numbers *around* them."""
        level = min(around, POINTS) if items.ordered else MARKS.index(items.mark)
        style = NUMBERS[level] if items.ordered else DASHES[level]
        number = self.numbering.start(items.start, level) if items.ordered else BULLETS
        for count, item in enumerate(items.items, start=items.start):
            point = self.numbering.point(count) if items.ordered and level == POINTS else None
            for i, block in enumerate(item):
                if isinstance(block, Items):
                    self._items(block, around + items.ordered)
                    continue
                p = paragraph(self.parent, style if i == 0 else "BodyText")
                if i == 0:
                    numbered(p, point or number, 0 if point else level)
                self.inlines.write(p, block.children)
