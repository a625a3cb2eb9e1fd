"""The end of a document: ``Nơi nhận:`` with its list, and the signature beside it, in a table or set with tabs."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from cqtt.names import fold
from cqtt.word.reading.lines import Line

_LABEL = re.compile(r"noi nhan\s*[:.]?(?:\s*\(.*\))?")
_CAPACITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\b\.?\s*\w", re.IGNORECASE)
_FAR_RIGHT = 2800
"""Twips from the left margin at which a line of a signature stands where no table holds it."""
_SIGNATURE_LINES = 12


class Closing(Struct):
    """The end. *begins* is the index of its first line; None where there is no end that could be found."""

    label: Line | None = None
    recipients: list[Line] = field(default_factory=list)
    capacity: list[Line] = field(default_factory=list)
    signer: Line | None = None
    begins: int | None = None


def label_at(lines: Sequence[Line], begin: int) -> int | None:
    """The index of ``Nơi nhận:`` from *begin* on; None where there is none.

    Below it stands a dash, or in a table the capitals of the signature; where nothing does, the last one in a table.
    """
    last = None
    for i in range(begin, len(lines)):
        if _LABEL.fullmatch(fold(lines[i].pieces()[0].said)):
            below = next((lines[k] for k in range(i + 1, len(lines)) if not lines[k].blank), None)
            signed = below is not None and lines[i].place.table and below.words.isupper()
            if below is None or signed or below.said.startswith(("-", "–", "+")):
                return i
            last = i if lines[i].place.table else last
    return last


def closing(lines: Sequence[Line], begin: int, end: int, at: int | None) -> Closing:
    """The end of the document between the lines *begin* and *end*, with ``Nơi nhận:`` in the line *at*."""
    found = Closing()
    if at is None:
        found.begins = next((i for i in range(begin, end) if _CAPACITY.match(lines[i].said)), None)
        if found.begins is not None:
            table = lines[found.begins].place.table
            _sign(found, [line for line in lines[found.begins : end] if line.place.table == table])
        return found
    found.label = lines[at].pieces()[0]
    if lines[at].place.table:
        _in_table(found, lines, at)
    else:
        _in_text(found, lines, at, begin, end)
    return found


def _in_table(found: Closing, lines: Sequence[Line], at: int) -> None:
    place = lines[at].place
    table = [(i, line) for i, line in enumerate(lines) if line.place.table == place.table]
    found.begins = table[0][0]
    column = [line for i, line in table if i > at and line.place.column == place.column and not line.blank]
    found.recipients = column
    _sign(found, [line for _, line in table if line.place.column != place.column])


def _in_text(found: Closing, lines: Sequence[Line], at: int, begin: int, end: int) -> None:
    after = [lines[i].pieces() for i in range(at, end)]
    found.begins = at
    for pieces in after[1:]:
        if pieces[0].said.startswith(("-", "–", "+")):
            found.recipients.append(pieces[0])
        elif found.recipients and not pieces[0].blank and pieces[0].align == "left":
            break
    signature = [piece for pieces in after for piece in pieces[1:]]
    signature.extend(pieces[0] for pieces in after[1:] if _stands_right(pieces[0]) and len(pieces) == 1)
    if not any(not line.blank for line in signature):
        before = list(_block_before(lines, at, begin))
        found.begins = at - len(before)
        signature = before
    _sign(found, sorted(signature, key=lambda line: line.number))


def _block_before(lines: Sequence[Line], at: int, begin: int) -> Iterator[Line]:
    """The lines that end just above *at*, from the first that names whose power is used; none where none does."""
    for i in range(max(begin, at - _SIGNATURE_LINES), at):
        if _CAPACITY.match(lines[i].said):
            yield from lines[i:at]
            return


def _stands_right(line: Line) -> bool:
    return line.align in ("center", "right") or line.left + line.first >= _FAR_RIGHT


def _sign(found: Closing, lines: Sequence[Line]) -> None:
    """Part the signature into what the signer is and what he is called; words in brackets are for the typist."""
    said = [line for line in lines if not line.blank and not line.said.startswith(("(", "["))]
    if said and not said[-1].words.isupper():
        found.signer = said.pop()
    found.capacity = said
