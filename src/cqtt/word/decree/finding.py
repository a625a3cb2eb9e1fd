"""What a rule says of a line: what is there, and what the Decree asks instead."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cqtt.word.reading.lines import Line, Span


class Found(NamedTuple):
    """One finding. *line* is None for the file as a whole; *span* are the letters in question, None for all."""

    element: str
    line: Line | None
    what: str
    wanted: str
    span: Span | None = None


class Look(NamedTuple):
    """How the Decree sets an element: points from and to, weight, slope, place; None where it says nothing."""

    sizes: tuple[int, int] | None
    bold: bool | None = False
    italic: bool | None = False
    align: str | None = None


_ALIGNED = {"center": "canh giữa", "left": "sát lề trái", "both": "canh đều hai lề", "right": "canh phải"}


def said(look: Look) -> str:
    """*look* in the words of the Decree."""
    weight = {True: "đậm", False: "không đậm", None: ""}[look.bold]
    slope = {True: "nghiêng", False: "đứng", None: ""}[look.italic]
    parts = [_sizes(look.sizes) if look.sizes else "", slope, weight, _ALIGNED.get(look.align or "", "")]
    return ", ".join(part for part in parts if part)


def misfit(element: str, line: Line, look: Look) -> Iterator[Found]:
    """How *line* does not look as it should, in one finding; nothing where it does."""
    wrong = list(_wrong(line, look))
    if wrong:
        span = next((span for _, span in wrong if span is not None), None)
        yield Found(element, line, ", ".join(dict.fromkeys(what for what, _ in wrong)), said(look), span)


def misfits(element: str, lines: Iterable[Line | None], look: Look) -> Iterator[Found]:
    """Each of *lines* that does not look as it should."""
    for line in lines:
        if line is not None:
            yield from misfit(element, line, look)


def points(size: int) -> str:
    """Half points as people say them: ``13,5``."""
    return f"{size // 2},5" if size % 2 else str(size // 2)


def _wrong(line: Line, look: Look) -> Iterator[tuple[str, Span | None]]:
    for span in line.spans:
        if not span.words.strip() or span.raised:
            continue
        if look.sizes and not 2 * look.sizes[0] <= span.size <= 2 * look.sizes[1]:
            yield f"cỡ chữ {points(span.size)}", span
        if look.bold is not None and span.bold != look.bold:
            yield ("đậm" if span.bold else "không đậm"), span
        if look.italic is not None and span.italic != look.italic:
            yield ("nghiêng" if span.italic else "không nghiêng"), span
    if look.align and line.align not in ("", look.align):
        yield _ALIGNED.get(line.align, f"canh “{line.align}”"), None


def _sizes(sizes: tuple[int, int]) -> str:
    least, most = sizes
    return f"cỡ chữ {least}" if least == most else f"cỡ chữ {least} đến {most}"
