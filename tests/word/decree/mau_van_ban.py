"""A report without findings, and ways to spoil one thing of it in its XML."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

from msgspec.structs import replace

from cqtt.markup.nodes import Heading, Paragraph, Reference, Text
from cqtt.word.binding import unbound
from cqtt.word.decree.lint import lint
from cqtt.word.write import write
from tests.word import mau

Parts = dict[str, str]
Break = Callable[[Parts], None]

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"
ANCHOR = re.compile(r'<w:bookmarkStart w:id="\d+" w:name="_cqtt[^"]*"/><w:bookmarkEnd w:id="\d+"/>')
LONG = (
    "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh, các xã, phường đã triển khai xây dựng chính quyền thân thiện. " * 40
)


@cache
def good() -> Mapping[str, str]:
    """The parts of a report with every element: a body above, two addressees, points, two appendices.

    Its blanks are ordinary ones, as they are typed, and there are no anchors.
    """
    frame = replace(
        mau.FRAME,
        parent_body="TỈNH BẮC GIANG",
        number="Số: 05/BC-UBND",
        place_and_date="Việt Yên, ngày 05 tháng 4 năm 2024",
        addressees=("Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
    )
    report = mau.report(
        Paragraph((Text(LONG + "Chi tiết tại "), Reference("Phụ lục I", "a"), Text(".")), 1),
        Heading(1, (Text("KẾT QUẢ"),), 1),
        Heading(2, (Text("Công tác chỉ đạo"),), 1),
        mau.paragraph("a) Điểm thứ nhất;"),
        mau.paragraph("b) Điểm thứ hai."),
        Heading(2, (Text("Tuyên truyền"),), 1),
        mau.paragraph("Đã tuyên truyền sâu rộng."),
        Heading(1, (Text("KIẾN NGHỊ: không"),), 1),
        mau.table(("Cột", "Số"), ("a", "1")),
        frame=frame,
        appendices=(
            mau.appendix(mau.paragraph("Nội dung."), number="Phụ lục I"),
            mau.appendix(mau.table(*[("a", "1")] * 12), label="b", number="Phụ lục II", landscape=True),
        ),
    )
    with zipfile.ZipFile(io.BytesIO(write(report))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    return {**parts, DOCUMENT: ANCHOR.sub("", unbound(parts[DOCUMENT]))}


def zipped(parts: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def spoilt(*edits: Break) -> bytes:
    """The good file after *edits*."""
    parts = dict(good())
    for edit in edits:
        edit(parts)
    return zipped(parts)


def told(*edits: Break) -> list[str]:
    """What is said of the file after *edits*: severity where it is no error, code, element, message."""
    return [
        f"{'' if p.severity.value == 'lỗi' else p.severity.value + ' '}{p.code} {p.key}: {p.message}"
        for p in lint(spoilt(*edits), "a.docx")
    ]


def change(old: str, new: str, part: str = DOCUMENT, *, count: int = 1) -> Break:
    """Replaces the first *count* of *old* in *part* (all for -1); it must be there."""

    def edit(parts: Parts) -> None:
        assert old in parts[part], old
        parts[part] = parts[part].replace(old, new, count)

    return edit


def style(name: str, old: str, new: str) -> Break:
    """Replaces *old* in the style *name*."""

    def edit(parts: Parts) -> None:
        whole = re.search(rf'<w:style [^>]*w:styleId="{name}".*?</w:style>', parts[STYLES], re.DOTALL)
        assert whole is not None, name
        assert old in whole[0], whole[0]
        parts[STYLES] = parts[STYLES].replace(whole[0], whole[0].replace(old, new))

    return edit


def before(words: str, *others: str, style: str = "BodyText") -> Break:
    """Puts paragraphs that say *others* before the first one that says *words*."""
    made = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{o}</w:t></w:r></w:p>' for o in others)
    return paragraph(words, lambda p: made + p)


def size(name: str, points: str) -> Break:
    """Sets the size of the style *name*, in half points."""

    def edit(parts: Parts) -> None:
        whole = re.search(rf'<w:style [^>]*w:styleId="{name}".*?</w:style>', parts[STYLES], re.DOTALL)
        assert whole is not None, name
        inner = re.sub(r"<w:szCs [^>]*/>|<w:sz [^>]*/>", "", whole[0])
        made = f'<w:sz w:val="{points}"/>'
        if "<w:rPr>" in inner:
            inner = inner.replace("</w:rPr>", made + "</w:rPr>")
        else:
            inner = inner.replace("</w:style>", f"<w:rPr>{made}</w:rPr></w:style>")
        parts[STYLES] = parts[STYLES].replace(whole[0], inner)

    return edit


def paragraph(words: str, edit: Callable[[str], str]) -> Break:
    """Changes the XML of the first paragraph that says *words*."""

    def made(parts: Parts) -> None:
        found = next(p for p in re.findall(r"<w:p>.*?</w:p>", parts[DOCUMENT], re.DOTALL) if words in p)
        parts[DOCUMENT] = parts[DOCUMENT].replace(found, edit(found), 1)

    return made


def drop(words: str) -> Break:
    """Takes the words out of the first paragraph that says *words*; the paragraph stays."""
    return paragraph(words, lambda p: re.sub(r"<w:t[ >].*?</w:t>", "", p))


def run(words: str, properties: str) -> Break:
    """Formats the run that says *words* directly."""
    return paragraph(words, lambda p: p.replace("<w:r><w:t", f"<w:r><w:rPr>{properties}</w:rPr><w:t", 1))
