"""Charts as Word itself keeps them: a caption, an inline drawing with words for those who cannot see it, two parts.

    <w:p><w:r><w:drawing><wp:inline>… <wp:docPr id="1" name="Biểu đồ 1" descr="…"/>
      <a:graphic><a:graphicData uri=".../chart"><c:chart r:id="rId9"/>…

A chart that does not fit on one page becomes several, of consecutive rows and on the same scale.
"""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap
from docx.parts.document import DocumentPart
from lxml import etree
from msgspec import Struct

from cqtt.markup.nodes import Chart, ChartKind, Inlines, Text
from cqtt.markup.walk import figures_in, plain
from cqtt.numerals import ABSENT
from cqtt.word.chart_data import ChartData, Point, Series, chart_data, parts
from cqtt.word.chart_layout import capacity, size
from cqtt.word.chart_part import chart_space
from cqtt.word.inlines import InlineWriter, related
from cqtt.word.xml import Element, add, paragraph, r_id

CAPTION = "Caption"
MAX_NAMED = 3
"""Names that the words for a drawing give of those alike."""
_EMU = 635
"""In a twip."""
_WORKBOOK = "rId1"
"""A chart's relationship to its workbook, the only one that it has."""
_WP, _A, _C = (f"{{{nsmap[name]}}}" for name in ("wp", "a", "c"))
_NAMES = {ChartKind.BARS: "Biểu đồ thanh ngang", ChartKind.COLUMNS: "Biểu đồ cột", ChartKind.LINES: "Biểu đồ đường"}


class ChartWriter(Struct):
    """Puts charts into the package of *document*; *created* is the document's own date."""

    document: DocumentPart
    created: datetime
    count: int = 0

    def write(self, parent: Element, node: Chart, inlines: InlineWriter, *, width: int, height: int) -> None:
        """*node* at the end of *parent*, on pages whose text is *width* by *height* twips.

        A chart cannot carry remarks, so those on its figures stand at its caption.
        """
        if not self.count:
            _caption_style(self.document.styles.element)
        first = 0
        for words, data in captioned(node, width, height):
            rows = node.body[first : first + len(data.categories)]
            first += len(rows)
            drawn = (figure.path for row in (node.head, *rows) for cell in row for figure in figures_in(cell))
            inlines.write(paragraph(parent, CAPTION), words, about=drawn)
            self._draw(paragraph(parent, "Normal"), data, plain(words), width)

    def _draw(self, p: Element, data: ChartData, title: str, width: int) -> None:
        from cqtt.word.chart_sheet import workbook  # a report without charts does not wait for it

        self.count += 1
        high, plot = size(data, width)
        package = self.document.package
        sheet = PackURI(f"/word/embeddings/so_lieu{self.count}.xlsx")
        book = Part(sheet, CONTENT_TYPE.SML_SHEET, workbook(data, self.created), package)
        drawn = chart_space(data, plot, _WORKBOOK)
        part = Part(PackURI(f"/word/charts/chart{self.count}.xml"), CONTENT_TYPE.DML_CHART, drawn, package)
        part.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, _WORKBOOK)
        relation = related(self.document, RELATIONSHIP_TYPE.CHART, part)
        _inline(add(add(p, "r"), "drawing"), relation, self.count, description(data, title), (width, high))


def captioned(node: Chart, width: int, height: int) -> Iterator[tuple[Inlines, ChartData]]:
    """The charts that *node* becomes on pages of that size, each with its caption."""
    whole = chart_data(node)
    found = list(parts(whole, capacity(whole, width, height)))
    for i, data in enumerate(found, start=1):
        number = (Text(f" (phần {i}/{len(found)})"),) if len(found) > 1 else ()
        yield (*node.title, *number), data


def description(data: ChartData, title: str) -> str:
    """What the chart says, in words: for screen readers, and where the drawing is not shown."""
    several = len(data.categories) > 1
    first, last = data.categories[0], data.categories[-1]
    span = f"{len(data.categories)} mục, từ {first} đến {last}" if several else first
    about = (f"{_NAMES[data.kind]}: {title}.", f"Gồm {span}.", *(_range(series, data) for series in data.series))
    return " ".join((*about, f"Từng mục: {'; '.join(_rows(data))}.") if several else about)


def _rows(data: ChartData) -> Iterator[str]:
    """Every figure, row by row: ``Quý I: Tiếp nhận 5.007, Đã giải quyết 4.713``; the name of an only series is left
    out."""
    for i, category in enumerate(data.categories):
        figures = ((series.name, point.text if (point := series.points[i]) else ABSENT) for series in data.series)
        told = (f"{name} {text}" if len(data.series) > 1 else text for name, text in figures)
        yield f"{category}: {', '.join(told)}"


def _range(series: Series, data: ChartData) -> str:
    """The highest and the lowest of a series, and where there is no number."""
    pairs = list(zip(data.categories, series.points, strict=True))
    absent = [name for name, point in pairs if not point]
    values = sorted({point.value for _, point in pairs if point})
    if not values:
        return f"{series.name}: không có số liệu."
    low, high = (_named(pairs, value) for value in (values[0], values[-1]))
    told = f"cao nhất {high}, thấp nhất {low}" if len(values) > 1 else high
    return f"{series.name}: {told}." + f" Không có số liệu: {_some(absent)}." * bool(absent)


def _named(pairs: list[tuple[str, Point | None]], value: Decimal) -> str:
    """A value as it is printed, with those that have it."""
    having = [(name, point) for name, point in pairs if point and point.value == value]
    return f"{having[0][1].text} ({_some([name for name, _ in having])})"


def _some(names: list[str]) -> str:
    """The first of *names*, and how many more there are."""
    more = len(names) - MAX_NAMED
    return ", ".join(names[:MAX_NAMED]) + f" và {more} mục khác" * (more > 0)


def _inline(drawing: Element, relation: str, number: int, words: str, size: tuple[int, int]) -> None:
    """The place of a chart in its line of text (ECMA-376-1, clause 20.4.2.8)."""
    sides = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    inline = etree.SubElement(drawing, f"{_WP}inline", sides, nsmap={name: nsmap[name] for name in ("wp", "a", "c")})
    etree.SubElement(inline, f"{_WP}extent", cx=str(size[0] * _EMU), cy=str(size[1] * _EMU))
    etree.SubElement(inline, f"{_WP}docPr", id=str(number), name=f"Biểu đồ {number}", descr=words)
    etree.SubElement(inline, f"{_WP}cNvGraphicFramePr")
    graphic = etree.SubElement(inline, f"{_A}graphic")
    content = etree.SubElement(graphic, f"{_A}graphicData", uri=nsmap["c"])
    etree.SubElement(content, f"{_C}chart").set(r_id(), relation)


def _caption_style(styles: Element) -> None:
    """Word's own style for captions; the base package has none, as a report without charts needs none."""
    style = add(styles, "style", type="paragraph", styleId=CAPTION)
    add(style, "name", val="caption")
    add(style, "basedOn", val="Normal")
    add(style, "next", val="Normal")
    add(style, "uiPriority", val=35)
    add(style, "qFormat")
    properties = add(style, "pPr")
    add(properties, "keepNext")
    add(properties, "keepLines")
    add(properties, "spacing", before=120, after=60)
    add(properties, "jc", val="center")
    look = add(style, "rPr")
    for name in ("b", "bCs"):
        add(look, name)
    for name in ("sz", "szCs"):
        add(look, name, val=26)
