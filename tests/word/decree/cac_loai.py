"""Documents of every kind as offices type them: a letterhead in a table or with tabs, each kind's own ending."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.word.decree.go_tay import letters, paragraph, text

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
RULE = "_______________"
Column = list[tuple[str, int, bool, bool]]
"""The lines of one side of a letterhead: words, size, whether bold, whether italic."""


@dataclass(frozen=True)
class VanBan:
    """One document: what stands in each of its elements; None or empty where it has none."""

    kind: str = ""
    number: str | None = "Số: 05/BC-UBND"
    dated: str | None = "Tiên Sơn, ngày 05 tháng 4 năm 2024"
    issuer: tuple[str, ...] = ("ỦY BAN NHÂN DÂN", "XÃ TIÊN SƠN")
    subject: tuple[str, ...] = ()
    about: str = ""
    body: tuple[str | Callable[[Document], None], ...] = ("Ủy ban nhân dân xã đã triển khai đầy đủ các nội dung./.",)
    signers: tuple[tuple[str, ...], ...] = (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Nguyễn Văn An"),)
    recipients: tuple[str, ...] = ("- Như trên;", "- Lưu: VT.")
    nation_alone: bool = False
    """Whether Quốc hiệu stands in the middle, with nothing beside it."""


def made(van_ban: VanBan, *, tabs: bool = False) -> bytes:
    """The .docx of *van_ban*."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = section.right_margin = Cm(2)
    section.left_margin = Cm(3)
    _letterhead(document, van_ban, tabs=tabs)
    for words in (van_ban.kind, *van_ban.subject):
        if words:
            letters(paragraph(document, ALIGN.CENTER), words, bold=True)
    if van_ban.kind:
        letters(paragraph(document, ALIGN.CENTER), RULE)
    for part in van_ban.body:
        if callable(part):
            part(document)
        else:
            letters(text(document), part, italic=part.startswith(("Căn cứ", "Theo đề nghị", "Xét")))
    _ending(document, van_ban)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def middle(words: str) -> Callable[[Document], None]:
    """A line in the middle, bold: ``QUYẾT ĐỊNH:``."""

    def put(document: Document) -> None:
        made_ = paragraph(document, ALIGN.CENTER)
        made_.paragraph_format.space_before = made_.paragraph_format.space_after = Pt(6)
        letters(made_, words, bold=True)

    return put


def plain(words: str) -> Callable[[Document], None]:
    """A line in the middle that is not bold: ``Chủ tịch Ủy ban nhân dân xã điện:``."""

    def put(document: Document) -> None:
        letters(paragraph(document, ALIGN.CENTER), words)

    return put


def italic(words: str) -> Callable[[Document], None]:
    """A line in the middle, in italics: ``(Kèm theo Quyết định …)``."""

    def put(document: Document) -> None:
        letters(paragraph(document, ALIGN.CENTER), words, italic=True)

    return put


def heading(words: str) -> Callable[[Document], None]:
    """A title of the text, bold."""

    def put(document: Document) -> None:
        letters(text(document), words, bold=True)

    return put


def _letterhead(document: Document, v: VanBan, *, tabs: bool) -> None:
    left = [*((words, 13, True, False) for words in v.issuer), *([(RULE, 13, False, False)] if v.issuer else [])]
    left += [(v.number, 13, False, False)] if v.number is not None else []
    left += [(v.about, 12, False, False)] if v.about else []
    right = [(NATION, 13, True, False), (MOTTO, 13, True, False), (RULE, 13, False, False)]
    right += [(v.dated, 13, False, True)] if v.dated is not None else []
    if v.nation_alone:
        for words, size, bold, italic in (*right, *left):
            letters(paragraph(document, ALIGN.CENTER), words, size=size, bold=bold, italic=italic)
        return
    (_with_tabs if tabs else _in_a_table)(document, left, right)


def _in_a_table(document: Document, left: Column, right: Column) -> None:
    table = document.add_table(1, 2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        cell._element.remove(cell.paragraphs[0]._element)
        for words, size, bold, italic in lines:
            made_ = cell.add_paragraph()
            made_.alignment = ALIGN.CENTER
            letters(made_, words, size=size, bold=bold, italic=italic)


def _with_tabs(document: Document, left: Column, right: Column) -> None:
    for i in range(max(len(left), len(right))):
        line = paragraph(document)
        if i < len(left):
            letters(line, left[i][0], size=left[i][1], bold=left[i][2])
        if i < len(right):
            letters(line, f"\t{right[i][0]}", size=right[i][1], bold=right[i][2], italic=right[i][3])


def _ending(document: Document, v: VanBan) -> None:
    document.add_paragraph()
    several = len(v.signers) > 1
    table = document.add_table(1, max(len(v.signers) + (not several), 1))
    cells = table.rows[0].cells
    if not several:
        _recipients(table, v.recipients)
    for cell, signer in zip(cells if several else cells[1:], v.signers, strict=True):
        _signature(cell.paragraphs[0], cell.add_paragraph, signer)
    if several and v.recipients:
        for i, words in enumerate(("Nơi nhận:", *v.recipients)):
            letters(paragraph(document), words, size=11 if i else 12, bold=not i, italic=not i)


def _recipients(table: Table, recipients: Sequence[str]) -> None:
    if recipients:
        cell = table.rows[0].cells[0]
        letters(cell.paragraphs[0], "Nơi nhận:", size=12, bold=True, italic=True)
        for words in recipients:
            letters(cell.add_paragraph(), words, size=11)


def _signature(first: Paragraph, more: Callable[[], Paragraph], signer: Sequence[str]) -> None:
    for i, words in enumerate(signer):
        line = first if not i else more()
        line.alignment = ALIGN.CENTER
        letters(line, words, bold=not words.startswith("("))
