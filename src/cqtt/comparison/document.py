"""A comparison as a document to hand in: a table for each group of figures, one for the units."""

from collections.abc import Iterable, Sequence

from cqtt.comparison.compare import GROUPS, Comparison, UnitChanges
from cqtt.comparison.words import (
    ALONE,
    ALONE_HEADS,
    alone_rows,
    change_cells,
    change_heads,
    key_cells,
    key_heads,
    notes,
)
from cqtt.markup.nodes import Align, Block, Document, Heading, Paragraph, Row, Table, Text, Title
from cqtt.models.ky import Ky
from cqtt.models.report_type import ReportType
from cqtt.models.so_sanh import ChenhLech
from cqtt.numerals import count

NO_BREAK = "\u00a0"
"""A space at which no line ends."""
_NOWHERE = 0
"""The line of a block that no one wrote."""


def document(comparison: Comparison) -> Document:
    """The document; its frame is set around it like around any other."""
    before, after = comparison.before.ky.ten, comparison.after.ky.ten
    subject = f"So sánh số liệu {after} với {before}"
    blocks: list[Block] = [_paragraph(_summary(comparison))]
    for name in GROUPS:
        if changes := comparison.changed(name):
            blocks += [_heading(name), _figures(comparison, name, changes)]
    if comparison.communes:
        blocks += [_heading(f"Từng {comparison.after.report.noun}"), _communes(comparison)]
    blocks += [_paragraph(note) for note in notes(comparison)]
    if rows := alone_rows(comparison):
        blocks += [_heading(ALONE), _table(["TT", *ALONE_HEADS], rows, ALONE)]
    closing = f"Trên đây là so sánh số liệu {after} với {before} của {comparison.after.don_vi.ten_co_quan}./."
    return Document(Title((Text("BÁO CÁO"),), ((Text(subject),),)), (*blocks, _paragraph(closing)), ())


def _summary(comparison: Comparison) -> str:
    changed = sum(len(comparison.changed(name)) for name in GROUPS)
    return (
        f"So với {comparison.before.ky.ten}, {comparison.after.ky.ten} có {count(changed)} số liệu của "
        f"{comparison.after.don_vi.ten_day_du} thay đổi, {count(comparison.unchanged)} số liệu không đổi. "
        "Mỗi bảng xếp theo mức thay đổi, lớn nhất trước; thay đổi là hiệu của hai số in trong bảng."
    )


def _figures(comparison: Comparison, name: str, changes: Sequence[ChenhLech]) -> Table:
    heads = ["TT", "Số liệu", _period(comparison.before.ky), _period(comparison.after.ky)]
    heads += change_heads(changes[0].sau.don_vi_tinh)
    return _table(heads, ([change.sau.ten, *change_cells(change)] for change in changes), name)


def _period(ky: Ky) -> str:
    """The period over a narrow column, on two lines at most: ``Quý I`` and ``năm 2024`` do not break inside."""
    first, year, number = ky.ten_hoa.rpartition(" năm ")
    return " ".join(part.replace(" ", NO_BREAK) for part in (first, f"{year.strip()} {number}".strip()) if part)


def _communes(comparison: Comparison) -> Table:
    report = comparison.after.report
    heads = ["TT", "Đơn vị", *key_heads(report)]
    caption = f"Từng {report.noun}, {comparison.after.ky.ten} và thay đổi so với {comparison.before.ky.ten}"
    return _table(heads, (_commune(commune, report) for commune in comparison.communes), caption)


def _commune(commune: UnitChanges, report: ReportType) -> list[str]:
    name = commune.unit.ten_day_du
    return [name[:1].upper() + name[1:], *key_cells(commune, report)]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], caption: str) -> Table:
    align = (Align.CENTER, Align.LEFT, *[Align.RIGHT] * (len(heads) - 2))
    body = tuple(_row([str(number), *row]) for number, row in enumerate(rows, start=1))
    return Table(align, _row(heads), body, _NOWHERE, caption)


def _row(cells: Iterable[str]) -> Row:
    return tuple((Text(cell),) for cell in cells)


def _heading(words: str) -> Heading:
    """Headings under a Roman numeral are in capitals (Phụ lục I, V, ô 6.b)."""
    return Heading(1, (Text(words.upper()),), _NOWHERE)


def _paragraph(words: str) -> Paragraph:
    return Paragraph((Text(words),), _NOWHERE)
