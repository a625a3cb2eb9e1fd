"""Rows of tables that differ from others in their words alone: their words, without their XML.

A table of many units is a hundred thousand cells, as elements most of a file's memory and of the time to read it. Only
the first rows of a table are read as XML, and each later one that looks otherwise. This is for files of our own: a row
that is not written exactly as the writer of tables writes one stays where it is.
"""

import re

from msgspec import Struct, field

MARK = "rows"
"""The processing instruction that stands for rows which were left out, with their number in ``Condensed.said``."""
ROWS = 9
"""So many rows of each table stay in any case: from here on a table holds data (``document.LAYOUT_ROWS``)."""

_TABLE, _PARAGRAPH = b"<w:tbl>", "<w:p>"
_ROW = re.compile(rb"<w:tr>.*?</w:tr>", re.DOTALL)
_ASCII = re.compile(rb"(?<=<w:t>)[ -%'-;=-~]+(?=</w:t>)")
_OTHER = re.compile(rb"(?<=<w:t>)[ -%'-;=-\xff]+(?=</w:t>)")
"""Words without a reference or a control character: of ASCII, for which a font is chosen otherwise, and others."""
_ANCHOR = re.compile(rb'<w:bookmarkStart w:id="\d+" w:name="_cqtt_r\d+_[a-z2-7]{8}"/><w:bookmarkEnd w:id="\d+"/>')
"""The bookmark of a row (``anchors``), which says nothing of its look and is another one in each."""
_WORDS = re.compile("<w:t>([^<]*)")
_PLAIN = re.compile(rb"</?w:(?:tr|tc|tcPr|tcW|trPr|cantSplit|p|pPr|pStyle|jc|r|rPr|b|bCs|t)[ />]|[\x01\x02]")
"""What the writer of tables puts into a row of figures."""
_TAG = re.compile(rb"<[^>]*>|[^<]+")


class Condensed(Struct, frozen=True):
    """The *xml* of a main part without some rows; *said* has these for each mark: a line for each paragraph's words."""

    xml: bytes
    said: list[list[str]] = field(default_factory=list)


def condensed(xml: bytes) -> Condensed:
    """*xml* with only one row of each look below the first ``ROWS`` of each table."""
    out: list[bytes] = []
    said: list[list[str]] = []
    seen: set[bytes] = set()
    kept = done = 0
    goes_on = False
    for row in _ROW.finditer(xml):
        between = xml[done : row.start()]
        if _TABLE in between:
            seen, kept = set(), 0
        done = row.end()
        look = _OTHER.sub(b"\2", _ASCII.sub(b"\1", _ANCHOR.sub(b"", row[0], count=1)))
        words = _said(row[0]) if look in seen and kept >= ROWS else None
        if words is None:
            out += [between, row[0]]
            kept += 1
            if _is_plain(look):
                seen.add(look)
        elif between or not goes_on:
            out += [between, f"<?{MARK} {len(said)}?>".encode()]
            said.append([words])
        else:
            said[-1].append(words)
        goes_on = words is not None
    return Condensed(b"".join([*out, xml[done:]]), said)


def _is_plain(look: bytes) -> bool:
    """Whether a row that looks so holds nothing but the words of its cells."""
    return all(_PLAIN.match(piece) for piece in _TAG.findall(look))


def _said(row: bytes) -> str | None:
    """The words of each paragraph of *row*, a line each; None where a blank at an edge of some would be lost."""
    paragraphs = [_WORDS.findall(paragraph) for paragraph in row.decode().split(_PARAGRAPH)[1:]]
    edged = any(word != word.strip() for words in paragraphs for word in words)
    return None if edged else "\n".join(map("".join, paragraphs))
