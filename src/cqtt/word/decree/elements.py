"""Which lines of a Word file are which element of the Decree (thành phần thể thức): found by their words and places.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, IV. A misspelt element is still found, so that it can be said how it is misspelt.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from cqtt.clauses import KINH_GUI
from cqtt.names import fold
from cqtt.word.decree import closing
from cqtt.word.decree.closing import Closing
from cqtt.word.decree.head import enclosing, head_end, is_dated, is_number, is_of_a_letter, names_a_kind, names_a_law
from cqtt.word.decree.kinds import (
    ATTACHED,
    Kind,
    Part,
    encloses,
    encloses_with_law,
    has_law_number,
    names_a_kind_in_number,
)
from cqtt.word.reading.document import Written
from cqtt.word.reading.lines import Line

SUBJECT_LINES, APPENDIX_LINES = 12, 12
ENCLOSING_LINES = 4
LONGEST_HEAD = 60

_NATION = "conghoaxahoichunghiavietnam"
_MOTTO = "doclaptudohanhphuc"
_PARTY = "dangcongsanvietnam"
_APPENDIX = re.compile(r"phu luc(?:\s+(?:[ivxlcdm]+|\d+|[a-z]))?\s*[.:]?")
_ADDRESSED = re.compile(r"kinh gui|.{3,80} dien:$")
"""``Kính gửi``; in a công điện ``Chủ tịch Ủy ban nhân dân tỉnh điện:`` (mẫu 1.6)."""
_DIVISION = re.compile(r"[IVXLC]+\.\s|(?:Phần|PHẦN|Chương|CHƯƠNG)\s+[IVXLC\d]+")


class Appendix(Struct, frozen=True):
    """The head of an appendix: ``Phụ lục I``, its title, and what it belongs to (None where that is not said)."""

    head: Line
    title: tuple[Line, ...]
    enclosed: Line | None


class Elements(Struct):
    """The elements of a document; None or empty where none was found."""

    written: Written
    nation: Line | None = None
    motto: Line | None = None
    issuer: list[Line] = field(default_factory=list)
    number: Line | None = None
    dated: Line | None = None
    about: Line | None = None
    """The subject of a công văn, ``V/v …``, which has no name of its kind."""
    kind: Line | None = None
    form: Kind | None = None
    """What the name of the kind says it is; None without such a name."""
    subject: list[Line] = field(default_factory=list)
    decider: list[Line] = field(default_factory=list)
    """Who decides, below the subject of a decision: ``CHỦ TỊCH ỦY BAN NHÂN DÂN``."""
    addressed: list[Line] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)
    """The lines of the text itself, without tables, letterhead and signature."""
    closing: Closing = field(default_factory=Closing)
    appendices: list[Appendix] = field(default_factory=list)
    enclosed: bool = False
    """Whether it was issued with another document, or is an appendix in a file of its own."""
    law: Line | None = None
    """What says that it is a legal normative document, whose layout is not the Decree's."""
    party: Line | None = None
    """What says that it is a document of the Party, whose layout is not the Decree's."""

    @property
    def letter(self) -> bool:
        """Whether this is a công văn: it has the subject of one, or addressees and no kind in its symbol."""
        if self.kind is not None:
            return False
        unnamed = self.number is not None and not names_a_kind_in_number(self.number.said)
        return self.about is not None or (bool(self.addressed) and unnamed)

    def has(self, part: Part) -> bool:
        """Whether a document like this one has *part*."""
        if self.enclosed and part in ATTACHED:
            return False
        return self.form is None or part not in self.form.without


def elements(written: Written) -> Elements:
    """The elements of the document *written*."""
    found = Elements(written)
    lines = written.lines
    begin = _head(found, lines, head_end(lines))
    first = next((i for i, line in enumerate(lines) if not line.blank), 0)
    alone = found.nation is None and first < len(lines) and _is_appendix(lines, first)
    found.enclosed |= alone
    label = None if alone else closing.label_at(lines, begin)
    heads = [first] if alone else []
    heads += [i for i in range(begin if label is None else label, len(lines)) if _is_appendix(lines, i) and i > first]
    found.appendices = [_appendix(lines, i) for i in heads]
    end = heads[0] if heads else len(lines)
    if not alone:
        found.closing = closing.closing(lines, begin, end, label)
    end = found.closing.begins if found.closing.begins is not None else end
    found.text = [line for line in lines[begin:end] if not line.place.table and not line.blank]
    return found


def _head(found: Elements, lines: Sequence[Line], end: int) -> int:
    """Find what stands above the text; where that begins."""
    top = [piece for line in lines[:end] for piece in line.pieces() if not piece.blank]
    bare = [(piece, "".join(c for c in fold(piece.said) if c.isalnum())) for piece in top]
    found.nation = next((piece for piece, words in bare if words == _NATION), None)
    above = found.nation.number if found.nation else 0
    kinds = ((i, kind) for i, line in enumerate(lines[:end]) if line.number > above and (kind := names_a_kind(line)))
    at, found.form = next(kinds, (None, None))
    found.party = next((piece for piece, words in bare if words == _PARTY), None)
    last = lines[at].number if at is not None else len(lines) + 1
    _letterhead(found, [(piece, words) for piece, words in bare if piece.number < last])
    begin = _title(found, lines, at)
    _belongings(found, lines, (at or 0, max(begin, 0 if found.form else end) + ENCLOSING_LINES), top)
    return begin


def _belongings(found: Elements, lines: Sequence[Line], at: tuple[int, int], top: Sequence[Line]) -> None:
    """Find what the document belongs to, and what says that it is a legal normative one."""
    if found.number is not None and has_law_number(found.number.said):
        found.law = found.number
    elif found.form is None:
        found.law = next((line for line in top if names_a_law(line)), None)
    if found.number is None and (said := enclosing(lines, *at)):
        line, words = said
        found.enclosed = True
        found.law = found.law or (line if encloses_with_law(words) else None)


def _letterhead(found: Elements, top: Sequence[tuple[Line, str]]) -> None:
    found.motto = next((piece for piece, words in top if words == _MOTTO), None)
    found.number = next((piece for piece, _ in top if is_number(piece.said)), None)
    found.dated = next((piece for piece, _ in top if is_dated(piece.said)), None)
    found.about = next((piece for piece, _ in top if is_of_a_letter(piece.said)), None)
    found.issuer = list(_issuer(found, [piece for piece, _ in top]))


def _issuer(found: Elements, head: Iterable[Line]) -> Iterator[Line]:
    """The lines above the number, in its column; without a number, those in the first column beside Quốc hiệu."""
    mark = found.number or found.nation
    if mark is None or (found.number is None and mark.place.column == 0):
        return
    column = mark.place.column if found.number else 0
    for piece in head:
        beside = piece.place.table == mark.place.table and piece.place.column == column
        above = found.number is None or piece.number < mark.number
        if beside and above and not any(piece is other for other in (found.nation, found.motto, found.dated)):
            yield piece


def _title(found: Elements, lines: Sequence[Line], at: int | None) -> int:
    """Find kind, subject and addressees; where the text begins."""
    begin = 0
    if at is not None:
        found.kind, begin = lines[at], at + 1
        begin = _subject(found, lines, begin)
    else:
        every = (found.nation, found.motto, found.number, found.dated, found.about)
        marks = [line.number for line in every if line is not None]
        begin = next((i for i, line in enumerate(lines) if line.number > max(marks, default=0)), 0)
    for i in range(begin, min(begin + SUBJECT_LINES, len(lines))):
        if _ADDRESSED.match(fold(lines[i].said)):
            return _addressed(found, lines, i)
    return begin


def _subject(found: Elements, lines: Sequence[Line], begin: int) -> int:
    """Find the lines of the subject from *begin* on; where the text begins. A number there belongs to no subject."""
    for i in range(begin, min(begin + SUBJECT_LINES, len(lines))):
        line = lines[i]
        if line.blank:
            continue
        if is_number(line.said) and found.number is None:
            found.number = line
        elif _is_of_subject(found, line):
            found.subject.append(line)
        else:
            break
        begin = i + 1
    if found.form and found.form.decides:
        while len(found.subject) > 1 and found.subject[-1].words.isupper():
            found.decider.insert(0, found.subject.pop())
    return begin


def _is_of_subject(found: Elements, line: Line) -> bool:
    """Whether *line*, below the kind, is of its subject: centred, or the first and bold; in a table in its cell."""
    other = _ADDRESSED.match(fold(line.said)) or _DIVISION.match(line.said) or encloses(line.said)
    apart = line.place.table and (found.kind is None or line.place != found.kind.place)
    if other or apart or line.said.endswith(":"):
        return False
    bold = all(span.bold for span in line.spans if span.words.strip())
    return line.align == "center" or (bold and not found.subject)


def _addressed(found: Elements, lines: Sequence[Line], at: int) -> int:
    """Find the addressees; below ``Kính gửi:`` alone each has a line of its own."""
    found.addressed = [lines[at]]
    if not lines[at].said.endswith(":") and len(lines[at].said) > len(f"{KINH_GUI}:"):
        return at + 1
    for i in range(at + 1, len(lines)):
        if not lines[i].blank and not lines[i].said.startswith(("-", "–")):
            return i
        if not lines[i].blank:
            found.addressed.append(lines[i])
    return len(lines)


def _is_appendix(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is the head of an appendix: centred, or alone and the first of its section."""
    line = lines[at]
    words = fold(line.said)
    if line.place.table or not words.startswith("phu luc") or words.startswith("phu luc hop dong"):
        return False
    first = at == 0 or lines[at - 1].place.section != line.place.section
    alone = _APPENDIX.fullmatch(words) is not None
    return (alone and first) or (line.align == "center" and len(words) < LONGEST_HEAD)


def _appendix(lines: Sequence[Line], at: int) -> Appendix:
    title: list[Line] = []
    for line in lines[at + 1 : at + APPENDIX_LINES]:
        if line.blank:
            continue
        if encloses(line.said):
            return Appendix(lines[at], tuple(title), line)
        if line.place.table or line.align != "center":
            break
        if not line.said.startswith("("):  # "(Từ ngày … đến ngày …)" explains the title
            title.append(line)
    return Appendix(lines[at], tuple(title), None)
