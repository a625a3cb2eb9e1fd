"""How paragraphs look: whether two with the same words are set alike, and which numbers stand before those of lists."""

from itertools import groupby

from cqtt.word.reading.paper import Paper
from cqtt.word.reading.units import Unit
from cqtt.wording import seen


def labels(paper: Paper) -> dict[int, str]:
    """The number or mark that is printed before each paragraph, by the ``id`` of its unit."""
    out: dict[int, str] = {}
    reader = paper.reader()
    for unit in paper.units:
        if unit.kind == "p":
            lines = [line for p in unit.elements for line in reader.lines(p, 0)]
            if lines and lines[0].label:
                out[id(unit)] = lines[0].label
    return out


def differ(paper: Paper, unit: Unit, other: Paper, twin: Unit) -> bool:
    """Whether *unit* of *paper* and its *twin* look different: bold, italics, a line below, size, colour, alignment."""
    return bool(twin.elements) and _look(paper, unit) != _look(other, twin)


def _look(paper: Paper, unit: Unit) -> list[tuple[object, ...]]:
    """Letters that look alike, how many they are and how; blanks look like anything."""
    out: list[tuple[object, ...]] = []
    for line in paper.lines(unit):
        spans = (span for span in line.spans if span.words.strip())
        looks = (
            ((s.bold, s.italic, s.underlined, s.raised, s.size, s.colour), len(seen(s.words).replace(" ", "")))
            for s in spans
        )
        merged = [(look, sum(count for _, count in some)) for look, some in groupby(looks, key=lambda pair: pair[0])]
        out.append((line.align, *merged))
    return out
