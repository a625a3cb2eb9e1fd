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
from cqtt.word.reading.document import Written
from cqtt.word.reading.lines import Line

KINDS = {
    "nghi quyet": "NGHỊ QUYẾT",
    "quyet dinh": "QUYẾT ĐỊNH",
    "chi thi": "CHỈ THỊ",
    "quy che": "QUY CHẾ",
    "quy dinh": "QUY ĐỊNH",
    "thong cao": "THÔNG CÁO",
    "thong bao": "THÔNG BÁO",
    "huong dan": "HƯỚNG DẪN",
    "chuong trinh": "CHƯƠNG TRÌNH",
    "ke hoach": "KẾ HOẠCH",
    "phuong an": "PHƯƠNG ÁN",
    "de an": "ĐỀ ÁN",
    "du an": "DỰ ÁN",
    "bao cao": "BÁO CÁO",
    "bien ban": "BIÊN BẢN",
    "to trinh": "TỜ TRÌNH",
}
"""The kinds of documents that bear a name (Phụ lục III, I), by their folded names; those a report may be taken for."""

HEAD_LINES = 60
"""Lines from the top among which the letterhead stands."""
SUBJECT_LINES, APPENDIX_LINES = 12, 12
LONGEST_HEAD = 60

_NATION = "conghoaxahoichunghiavietnam"
_MOTTO = "doclaptudohanhphuc"
_NUMBER = re.compile(r"so\s*[:/.…\d]")
_DATED = re.compile(r"[^(]{0,50}\bngay\b.{0,20}\bthang\b.{0,20}\bnam\b")
_APPENDIX = re.compile(r"phu luc(?:\s+(?:[ivxlcdm]+|\d+|[a-z]))?\s*[.:]?")
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
    letter: bool = False
    """Whether this is a công văn, which has ``V/v`` and no name of its kind."""
    kind: Line | None = None
    subject: list[Line] = field(default_factory=list)
    addressed: list[Line] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)
    """The lines of the text itself, without tables, letterhead and signature."""
    closing: Closing = field(default_factory=Closing)
    appendices: list[Appendix] = field(default_factory=list)


def elements(written: Written) -> Elements:
    """The elements of the document *written*."""
    found = Elements(written)
    lines = written.lines
    at = next((i for i, line in enumerate(lines[:HEAD_LINES]) if _names_a_kind(line)), None)
    _letterhead(found, [piece for line in lines[: HEAD_LINES if at is None else at] for piece in line.pieces()])
    begin = _title(found, lines, at)
    label = closing.label_at(lines, begin)
    heads = [i for i in range(begin if label is None else label, len(lines)) if _is_appendix(lines, i)]
    found.appendices = [_appendix(lines, i) for i in heads]
    end = heads[0] if heads else len(lines)
    found.closing = closing.closing(lines, begin, end, label)
    end = found.closing.begins if found.closing.begins is not None else end
    found.text = [line for line in lines[begin:end] if not line.place.table and not line.blank]
    return found


def _letterhead(found: Elements, head: Sequence[Line]) -> None:
    said = [(piece, fold(piece.said)) for piece in head if not piece.blank]
    bare = [(piece, "".join(c for c in words if c.isalnum())) for piece, words in said]
    found.nation = next((piece for piece, words in bare if words == _NATION), None)
    found.motto = next((piece for piece, words in bare if words == _MOTTO), None)
    found.number = next((piece for piece, words in said if _NUMBER.match(words)), None)
    found.dated = next((piece for piece, words in said if _DATED.match(words)), None)
    found.letter = any(words.startswith(("v/v", "ve viec")) for _, words in said)
    found.issuer = list(_issuer(found, [piece for piece, _ in said]))


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
        marks = [line.number for line in (found.nation, found.motto, found.number, found.dated) if line is not None]
        begin = next((i for i, line in enumerate(lines) if line.number > max(marks, default=0)), 0)
    for i in range(begin, min(begin + SUBJECT_LINES, len(lines))):
        if fold(lines[i].said).startswith("kinh gui"):
            return _addressed(found, lines, i)
    return begin


def _subject(found: Elements, lines: Sequence[Line], begin: int) -> int:
    for i in range(begin, min(begin + SUBJECT_LINES, len(lines))):
        line = lines[i]
        if line.blank:
            continue
        other = fold(line.said).startswith("kinh gui") or _DIVISION.match(line.said)
        if other or line.place.table or line.align != "center":
            bold = all(span.bold for span in line.spans if span.words.strip())
            if found.subject or other or line.place.table or not bold:
                break
        found.subject.append(line)
        begin = i + 1
    return begin


def _addressed(found: Elements, lines: Sequence[Line], at: int) -> int:
    """Find the addressees; below ``Kính gửi:`` alone each has a line of its own."""
    found.addressed = [lines[at]]
    if len(lines[at].said) > len(f"{KINH_GUI}:"):
        return at + 1
    for i in range(at + 1, len(lines)):
        if not lines[i].blank and not lines[i].said.startswith(("-", "–")):
            return i
        if not lines[i].blank:
            found.addressed.append(lines[i])
    return len(lines)


def _names_a_kind(line: Line) -> bool:
    words = fold(line.said)
    stands_out = line.align == "center" or all(span.bold for span in line.spans)
    return stands_out and (words in KINDS or (line.words.isupper() and words.startswith("bao cao ")))


def _is_appendix(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is the head of an appendix: centred, or alone and the first of its section."""
    line = lines[at]
    words = fold(line.said)
    if line.place.table or not words.startswith("phu luc"):
        return False
    first = at == 0 or lines[at - 1].place.section != line.place.section
    alone = _APPENDIX.fullmatch(words) is not None
    return (alone and first) or (line.align == "center" and len(words) < LONGEST_HEAD)


def _appendix(lines: Sequence[Line], at: int) -> Appendix:
    title: list[Line] = []
    for line in lines[at + 1 : at + APPENDIX_LINES]:
        if line.blank:
            continue
        if fold(line.said).lstrip("( ").startswith(("kem theo", "ban hanh kem theo")):
            return Appendix(lines[at], tuple(title), line)
        if line.place.table or line.align != "center":
            break
        if not line.said.startswith("("):  # "(Từ ngày … đến ngày …)" explains the title
            title.append(line)
    return Appendix(lines[at], tuple(title), None)
