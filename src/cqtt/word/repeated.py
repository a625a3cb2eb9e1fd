"""Rows of a finished file that differ from one above them in their words only: read for their words, not as a tree.

Whatever can be wrong with such a row but for its words is wrong with the one above it, which stays. In its place stands

    <words>15\nphường Nếnh\n486</words>            a line for each paragraph
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

WORDS = "words"

_END = b"</w:tr>"
_TEXT = re.compile(rb"<w:t>([^<]*)</w:t>")
_TAG = re.compile(rb"</?([\w:]+)")
_PLAIN = frozenset(
    b"w:trPr w:cantSplit w:tc w:tcPr w:tcW w:p w:pPr w:pStyle w:jc w:r w:rPr w:b w:bCs w:i w:iCs w:t".split()
)
_ODD = re.compile(rb"[\x00-\x09\x0b-\x1f&]|\n | \n")
"""What makes words worth a closer look: control characters, character references, blanks at an edge."""


def without_repeated(xml: bytes) -> bytes:
    """The main part *xml* with the words of each repeated row in its place."""
    return b"".join(_pieces(xml))


def _pieces(xml: bytes) -> Iterator[bytes]:
    seen: dict[bytes, list[int]] = {}
    *rows, rest = xml.split(_END)
    for chunk in rows:
        before, start, inside = chunk.rpartition(b"<w:tr>")
        if b"w:tbl>" in chunk:
            seen.clear()  # another table has another grid
        parts = _TEXT.split(inside)
        make = b"<w:t/>".join(parts[::2])
        if make not in seen:
            if start and _PLAIN.issuperset(_TAG.findall(make)):
                seen[make] = [p.count(b"<w:t/>") for p in make.split(b"</w:p>")[:-1]]
        elif (words := _lines(parts[1::2], seen[make])) is not None:
            yield before + b"<words>" + words + b"</words>"
            continue
        yield chunk + _END
    yield rest


def _lines(texts: Sequence[bytes], runs: Sequence[int]) -> bytes | None:
    """*texts* with a line for each paragraph, which has so many *runs*; None where they need a closer look."""
    left = iter(texts)
    words = b"\n".join([b"".join(islice(left, number)) for number in runs])
    return None if words.count(b"\n") != len(runs) - 1 or _ODD.search(b"\n%b\n" % words) else words
