"""Where each paragraph of the report as it is built now comes from: its section, its figures, its line in a file."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from cqtt.manuscript import Manuscript
from cqtt.markup.nodes import Document, Figure, Reference, Text
from cqtt.markup.walk import BAR, Passage, Piece, passages
from cqtt.problems import Position
from cqtt.verify.tokens import tokens
from cqtt.word.anchors import row_words
from cqtt.word.reading.paper import Paper
from cqtt.word.reading.units import Unit
from cqtt.wording import seen

NOWHERE = Position("")
HEAD, RECIPIENTS, SIGNATURE = "Phần đầu", "Nơi nhận", "Chữ ký"
"""The sections of what has no heading above it."""
APPENDIX = "PhuLucSo"
"""The style of the number of an appendix."""
NUMBERED = frozenset({"SoKyHieu", "DiaDanhNgay", "PhuLucKemTheo"})
"""The styles of lines into which the registry writes number and date."""
SIGNED = frozenset({"QuyenHan", "HoTen"})
"""The styles of lines beside which the signature stands."""
_SECTIONS = {"NoiNhanTieuDe": RECIPIENTS, "NoiNhan": RECIPIENTS, "QuyenHan": SIGNATURE, "HoTen": SIGNATURE}
_WORDS = 5
"""Words of a place by which it is looked for in its file."""


class Printed(NamedTuple):
    """A figure on paper: the characters of its paragraph on which it stands."""

    start: int
    end: int
    path: str
    text: str


class Origin(Struct):
    """Where a paragraph comes from. *passages* are what it prints, each with the offset at which it begins; *position*
    is the line of what stands around the text, and comes from the authority's files.
    """

    section: str = ""
    passages: tuple[tuple[int, Passage], ...] = ()
    position: Position = NOWHERE

    @property
    def figures(self) -> Iterator[Printed]:
        """Its figures."""
        for shift, passage in self.passages:
            for at, figure in passage.figures:
                yield Printed(shift + at, shift + at + len(figure.text), figure.path, figure.text)

    def given(self, start: int, is_figure: Callable[[str], bool]) -> Iterator[str]:
        """Words around character *start* to look for in the data; none for what was typed, or a figure."""
        if self.passages:
            passage, at = self._at(start)
            first, node = _node(passage, at)
            of_data = node.line is None if isinstance(node, Text) else isinstance(node, Figure)
            if of_data and not (isinstance(node, Figure) and is_figure(node.path)):
                yield from _around(
                    node.text, at - first, ((_WORDS, _WORDS), (0, _WORDS), (_WORDS, 1), (1, 4), (2, 2), (0, 3), (2, 1))
                )

    def _at(self, start: int) -> tuple[Passage, int]:
        """The passage in which character *start* stands, and the place in it."""
        shift, passage = next((pair for pair in reversed(self.passages) if pair[0] <= start), self.passages[0])
        return passage, min(max(start - shift, 0), max(len(passage.words) - 1, 0))

    def place(self, manuscript: Manuscript, start: int) -> Position:
        """The line of the file on which the word at character *start* was written, or from which it was put in."""
        if not self.passages:
            return self.position
        return _found(manuscript, *self._at(start))


def _found(manuscript: Manuscript, passage: Passage, at: int) -> Position:
    row = passage.line(at)
    if not passage.pieces or row >= len(manuscript.origins):
        return manuscript.position(row)
    origin = manuscript.origins[row]
    for needle in _needles(passage, at):
        for place in (origin, *origin.also):
            if needle and (found := place.find(manuscript.sources.get(place.path, ()), needle, whole=True)):
                return found
    return manuscript.position(row)


def _needles(passage: Passage, at: int) -> Iterator[str]:
    """What to look for in a file to find the place *at*: its words and those around them, or the path of its figure."""
    start, node = _node(passage, at)
    if isinstance(node, Figure):
        parts = node.path.split(".")
        yield from (".".join(parts[i:]) for i in range(len(parts)))
    elif isinstance(node, Text) and node.line is not None:
        yield from _around(node.text, at - start, ((_WORDS, _WORDS), (0, _WORDS), (_WORDS, 1), (1, 1), (0, 1)))
    elif isinstance(node, Reference):
        yield f"(#{node.label})"


def _node(passage: Passage, at: int) -> tuple[int, Piece]:
    """What stands at the place *at* of *passage*, and where it begins."""
    return next((pair for pair in reversed(passage.pieces) if pair[0] <= at), passage.pieces[0])


def _around(text: str, at: int, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The words around the place *at* of *text*: so many before it and behind, as *spans* say."""
    inside = tokens(text)
    here = bisect_left([token.end for token in inside], at + 1)
    for before, behind in spans:
        part = inside[max(here - before, 0) : here + behind]
        if part:
            yield text[part[0].start : part[-1].end].replace("\u00a0", " ")


class _Finder(Struct):
    """Takes the passages of a document one after another, as the paragraphs of its file ask for them."""

    passages: Sequence[Passage]
    next: int = 0
    _places: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for i, passage in enumerate(self.passages):
            self._places.setdefault(_key(passage), []).append(i)

    def take(self, key: str) -> Passage | None:
        places = self._places.get(key, [])
        at = bisect_left(places, self.next)
        if at == len(places):
            return None
        self.next = places[at] + 1
        return self.passages[places[at]]

    def take_note(self, unit: Unit) -> tuple[tuple[int, Passage], ...]:
        """The passages, one for each of its paragraphs, of the next note that says what *unit* says."""
        for i in range(self.next, len(self.passages)):
            said, out = "", list[tuple[int, Passage]]()
            shift = len(unit.words) - len(unit.words.lstrip())
            for j in range(i, len(self.passages)):
                out.append((shift, self.passages[j]))
                said = f"{said} {seen(self.passages[j].words)}".strip()
                shift += len(self.passages[j].words) + 1
                if said == unit.key:
                    self.next = j + 1
                    return tuple(out)
                if not unit.key.startswith(said):
                    break
        return ()


def _key(passage: Passage) -> str:
    return row_words(passage.words.split(BAR)) if BAR in passage.words else seen(passage.words)


def origins(paper: Paper, document: Document, frame: Mapping[str, Sequence[Position]]) -> dict[int, Origin]:
    """The origin of each paragraph of *paper*, which was made from *document*, by ``id``; *frame* has the lines of the
    files from which what stands around the text is taken, by the style in which it is set.
    """
    every = list(passages(document))
    finder, notes = _Finder(every), _Finder(every)
    out: dict[int, Origin] = {}
    waiting = {style: list(positions) for style, positions in frame.items()}
    section = ""
    for unit in paper.units:
        section = unit.words if unit.style == APPENDIX else section
        passage = finder.take(unit.key) if unit.style not in _SECTIONS and unit.style not in NUMBERED else None
        if passage is not None:
            section = passage.place.section
            out[id(unit)] = Origin(section or HEAD, ((0, passage),))
        else:
            lines = waiting.get(unit.style) or [NOWHERE]
            position = lines.pop(0) if len(lines) > 1 else lines[0]
            out[id(unit)] = Origin(_SECTIONS.get(unit.style, section or HEAD), (), position)
    for unit in paper.notes:
        found = notes.take_note(unit)
        out[id(unit)] = Origin(found[0][1].place.section if found else section, found)
    return out
