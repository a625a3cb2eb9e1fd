"""A line of a Word file as it is printed: its words, its number from a list, and the looks in effect.

A paragraph is one line, or as many as forced new lines divide it into.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from cqtt.names import nfc
from cqtt.word.reading.lists import Lists
from cqtt.word.reading.styles import Properties, Styles, over, whole
from cqtt.word.xml import Element, w

_T, _P, _R, _PPR, _RPR, _TAB, _BR = (w(name) for name in ("t", "p", "r", "pPr", "rPr", "tab", "br"))
_BOX, _MOVED, _PICT, _DRAWING = w("txbxContent"), w("moveFrom"), w("pict"), w("drawing")
_FIELD = re.compile(r"(?:^|\s)PAGE\b")
_BLANKS = r"\t \u00a0"
_GAP = re.compile(
    rf"(?<!Số:)(?<!ngày)(?<!tháng)(?<!năm)(?<![{_BLANKS}])"
    rf"(?:[ \u00a0]*\t[{_BLANKS}]*|[ \u00a0]{{4,}})(?!/|tháng|năm|[{_BLANKS}])"
)
"""A tab or blanks between two things on one line; not the room that is left for a number or a date."""
_LIKE_A_RULE = re.compile(r"\s*[-_–—=*.]{3,}[\s\-_–—=*.]*")
_PRINTED = {
    _TAB: "\t",
    w("noBreakHyphen"): "-",
    w("cr"): "\n",
}
_AUTOMATIC = 280
"""Twips that Word leaves for spacing "auto"."""


class Span(Struct, frozen=True):
    """Letters that look alike. *size* counts half points; *colour* is ``auto`` or six hexadecimal digits."""

    words: str
    size: int
    font: str
    colour: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    """Whether it is a mark set high or low, as that of a footnote."""


class Place(Struct, frozen=True):
    """Where a line stands: its section from 0; in a table, which one (from 1), row and column from 0."""

    section: int = 0
    table: int = 0
    row: int = 0
    column: int = 0


HERE = Place()
"""In no table of the first section."""


class Line(Struct, frozen=True):
    """A line. *number* is that of its paragraph, from 1; measures are twips; *align* is empty where tabs decide it."""

    number: int
    spans: tuple[Span, ...]
    place: Place = HERE
    label: str = ""
    align: str = "left"
    left: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    spacing: int = 240
    rule: str = "auto"
    style: str = ""
    contextual: bool = False
    ruled: bool = False
    counts_pages: bool = False
    goes_on: bool = False
    """Whether a forced new line stands before it."""
    words: str = ""
    """Those of the *spans* together, whatever is given here."""

    def __post_init__(self) -> None:
        force_setattr(self, "words", "".join([span.words for span in self.spans]))

    @property
    def said(self) -> str:
        """The words, single blanks between them, with the number from a list."""
        return " ".join(f"{self.label} {self.words}".split())

    @property
    def blank(self) -> bool:
        """Whether nothing is printed but perhaps a rule."""
        return not self.words.strip() or _LIKE_A_RULE.fullmatch(self.words) is not None

    def pieces(self) -> list["Line"]:
        """What tabs or many blanks set side by side in one line; the line itself where nothing does, and in tables."""
        if self.place.table:
            return [self]
        edges = [m.span() for m in _GAP.finditer(self.words)]
        inner = [(a, b) for a, b in edges if self.words[:a].strip() and self.words[b:].strip()]
        if not inner:
            return [self]
        starts, ends = [0, *(b for _, b in inner)], [*(a for a, _ in inner), len(self.words)]
        return [
            replace(self, spans=spans, align="", label="", place=replace(self.place, column=i))
            for i, spans in enumerate(cut(self.spans, zip(starts, ends, strict=True)))
        ]


def cut(spans: Sequence[Span], edges: Iterable[tuple[int, int]]) -> Iterator[tuple[Span, ...]]:
    """For each start and end of *edges*, which ascend: the letters between them of what *spans* say together."""
    number, at = 0, 0  # the span that is reached, and where its words begin
    for start, end in edges:
        out: list[Span] = []
        while number < len(spans) and at < end:
            span, width = spans[number], len(spans[number].words)
            a, b = max(start - at, 0), min(end - at, width)
            if a < b:
                out.append(replace(span, words=span.words[a:b]))
            if at + width > end:
                break
            number, at = number + 1, at + width
        yield tuple(out)


class LineReader(Struct):
    """Reads paragraphs in the order of the pages, for lists count as they go."""

    styles: Styles
    lists: Lists

    def lines(self, p: Element, number: int, place: Place = HERE, table: str = "") -> list[Line]:
        """The lines of the paragraph *p*; *table* is the style of the table around it."""
        own = p.find(_PPR)
        style = _named(own, "pStyle")
        properties = self._effective(own, style)
        drawn = properties.get("ruled") == "1" or any(True for _ in p.iter(_PICT, _DRAWING))
        spans = tuple(self._spans(p, style, table))
        line = Line(
            number,
            spans,
            place,
            self.lists.label(properties.get("numId", "0"), properties.get("ilvl", "0")),
            properties.get("jc", "left"),
            whole(properties.get("left")),
            whole(properties.get("firstLine")) - whole(properties.get("hanging")),
            _space(properties, "before"),
            _space(properties, "after"),
            whole(properties.get("line", "240")),
            properties.get("lineRule", "auto"),
            style,
            properties.get("contextualSpacing") == "1",
            drawn,
            _counts_pages(p),
        )
        return list(_divided(line)) if "\n" in line.words else [line]

    def _effective(self, own: Element | None, style: str) -> Properties:
        """The properties in effect; a list's indents lie below those beside it, and go with the list."""
        out: Properties = {}
        without: Properties = {}
        for layer in (*self.styles.paragraph(style), self.styles.direct(own, "p")):
            without = over(without, layer)
            if "numId" in layer or "ilvl" in layer:
                number = without.get("numId", "0")
                indents = self.lists.indents(number, without.get("ilvl", "0"))
                out = without if number == "0" else over(out, indents)
            out = over(out, layer)
        return out

    def _spans(self, p: Element, style: str, table: str) -> Iterator[Span]:
        boxed = next(p.iter(_BOX), None) is not None
        for r in p.iter(_R):
            if r.getparent().tag == _MOVED or (boxed and next(r.iterancestors(_P)) is not p):
                continue
            words = nfc("".join(_printed(r)))
            if words:
                yield from self._looks(r, words, style, table)

    def _looks(self, r: Element, words: str, style: str, table: str) -> Iterator[Span]:
        own = r.find(_RPR)
        properties = self.styles.run(style, _named(own, "rStyle"), table)
        if own is not None:
            properties = {**properties, **self.styles.direct(own, "r")}
        if properties["vanish"] == "1":
            return
        slot = "ascii" if words.isascii() else "hAnsi"
        yield Span(
            words.upper() if properties["caps"] == "1" else words,
            whole(properties["sz"]),
            properties[slot],
            properties.get("color", "auto"),
            properties["b"] == "1",
            properties["i"] == "1",
            properties.get("u", "none") != "none",
            properties.get("vertAlign", "baseline") != "baseline",
        )


def _printed(r: Element) -> Iterator[str]:
    for node in r:
        if node.tag == _T:
            yield node.text or ""
        elif node.tag == _BR:
            yield "" if node.get(w("type")) in ("page", "column") else "\n"
        else:
            yield _PRINTED.get(node.tag, "")


def _divided(line: Line) -> Iterator[Line]:
    """*line* at each forced new line; only the first has the indent and the number, and room is left at the ends."""
    ends = [*(found.start() for found in re.finditer("\n", line.words)), len(line.words)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    for i, spans in enumerate(cut(line.spans, zip(starts, ends, strict=True))):
        piece = replace(line, spans=spans, after=line.after if i == len(ends) - 1 else 0)
        yield replace(piece, label="", first=0, before=0, goes_on=True) if i else piece


def _named(properties: Element | None, kind: str) -> str:
    found = properties.find(w(kind)) if properties is not None else None
    return "" if found is None else str(found.get(w("val"), ""))


def _space(properties: Properties, name: str) -> int:
    automatic = properties.get(f"{name}Autospacing", "0") not in ("0", "false", "off")
    return _AUTOMATIC if automatic else whole(properties.get(name))


def _counts_pages(p: Element) -> bool:
    if next(p.iter(w("pgNum")), None) is not None:
        return True
    instructions = "".join(node.text or "" for node in p.iter(w("instrText")))
    simple = " ".join(node.get(w("instr"), "") for node in p.iter(w("fldSimple")))
    return _FIELD.search(f"{instructions} {simple}") is not None
