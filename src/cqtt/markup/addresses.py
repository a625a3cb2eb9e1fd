"""Addresses of the web in running text, as links: whether typed, or printed from the data, which holds no markup."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from markdown_it.common.normalize_url import normalizeLink

from cqtt.markup.nodes import Emphasis, Figure, Inline, Inlines, Link, Strong, Text

_ADDRESS = re.compile(r"(?<!\w)https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][^\s<>“”\"]*)?")
_STRETCH = re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>“”\"\[\]]+(?<!\\)", re.IGNORECASE)
"""As typed, up to a blank, a quote or what may begin a note; a backslash at the end breaks the line."""
_END = "./."
_TRAILING = ".,;:!?"


def linked(children: Inlines) -> Inlines:
    """*children* with a link for each address in their words; links that are there stay as they are."""
    return tuple(node for child in children for node in _nodes(child))


def stretch(text: str, at: int) -> tuple[int, int] | None:
    """The beginning and the end of the bare address in *text* at the place *at*; None where there is none."""
    spans = _stretches(text)
    number = bisect_right(spans, (at, len(text))) - 1
    return spans[number] if number >= 0 and at < spans[number][1] else None


def without_addresses(text: str) -> str:
    """*text* without its bare addresses: what is left may hold markup."""
    return _STRETCH.sub("", text)


@lru_cache(maxsize=1)
def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _STRETCH.finditer(text))


def _nodes(node: Inline) -> Iterator[Inline]:
    match node:
        case Text(text, line) if "://" in text:
            yield from _pieces(text, line)
        case Figure(text, _) if _ADDRESS.fullmatch(text):
            yield Link((node,), normalizeLink(text))
        case Strong(inner):
            yield Strong(linked(inner))
        case Emphasis(inner):
            yield Emphasis(linked(inner))
        case _:
            yield node


def _pieces(text: str, line: int | None) -> Iterator[Inline]:
    at = 0
    for found in _ADDRESS.finditer(text):
        address = _without_end(found[0])
        if found.start() > at:
            yield Text(text[at : found.start()], line)
        yield Link((Text(address, line),), normalizeLink(address))
        at = found.start() + len(address)
    if at < len(text):
        yield Text(text[at:], line)


def _without_end(address: str) -> str:
    """*address* without what ends the sentence or the document, and without a bracket opened before it."""
    unopened, end, before = address.count(")") - address.count("("), len(address), 0
    while end != before:
        before = end
        end -= len(_END) * address.endswith(_END, 0, end)
        while address[end - 1] in _TRAILING:
            end -= 1
        if address[end - 1] == ")" and unopened > 0:
            end, unopened = end - 1, unopened - 1
    return address[:end]
