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
_SIGNATURE_LINES, _TABLE_LINES = 12, 24
"""Lines that a signature has at most; in a table two of them stand side by side."""


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
        _unlabelled(found, lines, begin, end)
        return found
    found.label = lines[at].pieces()[0]
    if lines[at].place.table:
        _in_table(found, lines, at)
    else:
        _in_text(found, lines, at, begin, end)
    return found


def _unlabelled(found: Closing, lines: Sequence[Line], begin: int, end: int) -> None:
    """The end without ``Nơi nhận``: from the line that names whose power is used, or that names several who sign."""
    found.begins = next((i for i in range(begin, end) if _uses_power(lines[i])), None)
    if found.begins is not None:
        table = lines[found.begins].place.table
        _sign(found, [line for line in lines[found.begins : end] if line.place.table == table])
        return
    found.begins = _side_by_side(lines, begin, end)
    if found.begins is not None:
        _sign(found, list(_last_column(lines, found.begins, end)))


def _uses_power(line: Line) -> bool:
    stands_out = line.place.table or line.words.isupper() or _stands_right(line)
    return bool(stands_out) and _CAPACITY.match(line.said) is not None


def _side_by_side(lines: Sequence[Line], begin: int, end: int) -> int | None:
    """Where the signatures of several stand side by side, below what each of them is, in capitals; None for nowhere.

    ``THƯ KÝ`` beside ``CHỦ TỌA`` (mẫu 1.9), ``ĐẠI DIỆN BÊN A`` beside ``ĐẠI DIỆN BÊN B``.
    """
    said = [i for i in range(begin, end) if not lines[i].blank]
    last = lines[said[-1]].place.table if said else 0
    if last:
        first = next(i for i in said if lines[i].place.table == last)
        return first if first in said[-_TABLE_LINES:] and lines[first].words.isupper() else None
    for i in said[-_SIGNATURE_LINES:]:
        pieces = lines[i].pieces()
        if len(pieces) > 1 and all(piece.words.isupper() for piece in pieces):
            return i
    return None


def _last_column(lines: Sequence[Line], begin: int, end: int) -> Iterator[Line]:
    """The lines of the last signature of several."""
    if not lines[begin].place.table:
        yield from (lines[i].pieces()[-1] for i in range(begin, end))
        return
    table = [line for line in lines[begin:end] if line.place.table == lines[begin].place.table]
    last = max(line.place.column for line in table if not line.blank)
    yield from (line for line in table if line.place.column == last)


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
    above = next((i for i in range(at - 1, begin, -1) if not lines[i].blank), begin)
    if lines[above].place.table and (first := _side_by_side(lines, begin, above + 1)) is not None:
        found.begins = first
        _sign(found, list(_last_column(lines, first, above + 1)))
        return
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
    said = []
    typist = False
    for line in lines:
        typist = typist or line.said.startswith(("(", "["))
        if not line.blank and not typist:
            said.append(line)
        typist = typist and not line.said.endswith((")", "]"))
    if said and not said[-1].words.isupper():
        found.signer = said.pop()
    found.capacity = said
