"""A report as a person types it in Word: the default template, tabs instead of tables, formatting by hand."""

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph


def typed(change: Callable[[Document], None] = lambda _: None) -> bytes:
    """The file, after *change*."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = section.right_margin = Cm(2)
    section.left_margin = Cm(3)
    head(document, "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
    head(document, "XÃ TIÊN SƠN\tĐộc lập - Tự do - Hạnh phúc", size=13, bold=True)
    line = head(document, "Số: 12/BC-UBND\t", size=13)
    letters(line, "Tiên Sơn, ngày 05 tháng 4 năm 2024", size=13, italic=True)
    head(document, "_______", size=13)
    for words in ("BÁO CÁO", "Kết quả xây dựng chính quyền thân thiện quý I năm 2024"):
        letters(paragraph(document, ALIGN.CENTER), words, bold=True)
    letters(text(document), "I. KẾT QUẢ", bold=True)
    letters(text(document), "Ủy ban nhân dân xã đã triển khai đầy đủ các nội dung./.")
    letters(head(document, "", size=12), "Nơi nhận:", size=12, bold=True, italic=True)
    letters(document.paragraphs[-1], "\tTM. ỦY BAN NHÂN DÂN", bold=True)
    for recipient, beside in (("- Ủy ban nhân dân thị xã;", "\tCHỦ TỊCH"), ("- Lưu: VT.", "")):
        letters(paragraph(document), recipient, size=11)
        letters(document.paragraphs[-1], beside, bold=True)
    letters(paragraph(document, ALIGN.CENTER), "Nguyễn Văn An", bold=True)
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraph(document: Document, align: ALIGN = ALIGN.LEFT) -> Paragraph:
    made = document.add_paragraph()
    made.alignment = align
    made.paragraph_format.space_after = Pt(0)
    return made


def text(document: Document) -> Paragraph:
    """A paragraph of the text itself."""
    made = paragraph(document, ALIGN.JUSTIFY)
    made.paragraph_format.first_line_indent = Cm(1.27)
    made.paragraph_format.space_before = Pt(6)
    made.paragraph_format.line_spacing = 1.0
    return made


def head(document: Document, words: str, *, size: int, bold: bool = False) -> Paragraph:
    made = paragraph(document)
    letters(made, words, size=size, bold=bold)
    return made


def letters(made: Paragraph, words: str, *, size: int = 14, bold: bool = False, italic: bool = False) -> None:
    run = made.add_run(words)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    fonts = OxmlElement("w:rFonts")
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), "Times New Roman")
    run._element.get_or_add_rPr().insert(0, fonts)
