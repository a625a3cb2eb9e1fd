"""Pages: A4, the Decree's margins, and page numbers that start again in each appendix.

<w:sectPr><w:headerReference w:type="default" r:id="rId8"/><w:type w:val="nextPage"/><w:pgSz …/><w:pgMar …/>
  <w:pgNumType w:start="1"/><w:cols w:space="708"/></w:sectPr>
"""

from cqtt.word.xml import Element, add, element, w

# NĐ 30/2020/NĐ-CP, Phụ lục I, I.1 và I.3 (twip): A4; trên, dưới 20 mm; trái 30 mm; phải 15 mm, làm tròn lên.
SHORT, LONG = 11906, 16838
TOP, BOTTOM, LEFT, RIGHT = 1134, 1134, 1701, 851
HEADER = 567
PORTRAIT_WIDTH = SHORT - LEFT - RIGHT
LANDSCAPE_WIDTH = LONG - LEFT - RIGHT
PORTRAIT_HEIGHT = LONG - TOP - BOTTOM
LANDSCAPE_HEIGHT = SHORT - TOP - BOTTOM


def text_width(*, landscape: bool) -> int:
    """The width of the text on such a page, in twips."""
    return LANDSCAPE_WIDTH if landscape else PORTRAIT_WIDTH


def text_height(*, landscape: bool) -> int:
    """The height of the text on such a page, in twips."""
    return LANDSCAPE_HEIGHT if landscape else PORTRAIT_HEIGHT


def body_section(first_page: Element) -> Element:
    """A copy of the base's section: no number on page 1 (NĐ 30/2020/NĐ-CP, Phụ lục I, I.7)."""
    copy = element("sectPr")
    for child in first_page:
        copy.append(_copied(child))
    return copy


def appendix_section(first_page: Element, *, landscape: bool) -> Element:
    """An appendix's section: numbered from 1 by itself (III.1.đ), the number shown on every page."""
    section = element("sectPr")
    default = next(r for r in first_page.iterchildren(w("headerReference")) if r.get(w("type")) == "default")
    section.append(_copied(default))
    add(section, "type", val="nextPage")
    if landscape:
        add(section, "pgSz", w=LONG, h=SHORT, orient="landscape")
    else:
        add(section, "pgSz", w=SHORT, h=LONG)
    margins = {
        "top": TOP,
        "right": RIGHT,
        "bottom": BOTTOM,
        "left": LEFT,
        "header": HEADER,
        "footer": HEADER,
        "gutter": 0,
    }
    add(section, "pgMar", **margins)
    add(section, "pgNumType", start=1)
    add(section, "cols", space=708)
    return section


def _copied(child: Element) -> Element:
    """A copy of *child* that may stand elsewhere."""
    copy = element(child.tag.rpartition("}")[2])
    for name, value in child.attrib.items():
        copy.set(name, value)
    return copy
