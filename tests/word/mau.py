"""Reports made by hand: a plain frame, and a small document that shows every kind of node."""

from dataclasses import replace
from datetime import date

from cqtt.markup.nodes import (
    BLANK,
    Align,
    Appendix,
    Block,
    Document,
    Emphasis,
    Figure,
    Frame,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Reference,
    Report,
    Strong,
    Table,
    Text,
    Title,
)
from cqtt.word.write import write
from tests.word.hieu_luc import File

FRAME = Frame(
    parent_body="",
    issuer=("ỦY BAN NHÂN DÂN", "THỊ XÃ VIỆT YÊN"),
    number=f"Số:{BLANK}/BC-UBND",
    place_and_date=f"Việt Yên, ngày{BLANK}tháng 4 năm 2024",
    addressees=(),
    capacity=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Thân Văn Thuận",
    recipients=("Ban Dân vận Thị ủy", "Phòng Nội vụ"),
    archive="VT",
    author="Ủy ban nhân dân thị xã Việt Yên",
    enclosed_with=f"(Kèm theo Báo cáo số{BLANK}/BC-UBND của Ủy ban nhân dân thị xã Việt Yên)",
)
TITLE = Title((Text("BÁO CÁO"),), ((Text("Kết quả xây dựng"),), (Text("Chính quyền thân thiện"),)))


def paragraph(*children: Inline | str) -> Paragraph:
    return Paragraph(tuple(Text(child) if isinstance(child, str) else child for child in children), 1)


def items(*entries: str | tuple[Paragraph | Items, ...], ordered: bool = True, start: int = 1) -> Items:
    made = tuple((paragraph(entry),) if isinstance(entry, str) else entry for entry in entries)
    return Items(ordered, made, 1, start)


def table(*rows: tuple[str, ...], caption: str = "") -> Table:
    """A table of plain words; the first row is its head."""
    head, *body = (tuple((Text(cell),) if cell else () for cell in row) for row in rows)
    return Table((Align.LEFT,) * len(head), head, tuple(body), 1, caption)


def appendix(*blocks: Block, label: str = "a", number: str = "Phụ lục", landscape: bool = False) -> Appendix:
    return Appendix(label, number, ((Text("BẢNG TỔNG HỢP"),), (Text("QUÝ I NĂM 2024"),)), blocks, landscape, 1)


def report(*blocks: Block, frame: Frame = FRAME, title: Title = TITLE, appendices: tuple[Appendix, ...] = ()) -> Report:
    """A report of *blocks* and a last sentence."""
    document = Document(title, (*blocks, paragraph("Trên đây là báo cáo./.")), appendices)
    return Report(frame, document, "Báo cáo kết quả", date(2024, 4, 5))


def written(*blocks: Block, appendices: tuple[Appendix, ...] = (), **frame: str | tuple[str, ...]) -> File:
    """The file of such a report; *frame* changes the frame."""
    return File(write(report(*blocks, frame=replace(FRAME, **frame), appendices=appendices)))  # type: ignore[arg-type]


def every_node() -> Report:
    """Every kind of node, once or a little more."""
    words = (
        Text("Chữ thường & <w:p>, "),
        Figure("5.007", "ho_so.tiep_nhan.tong"),
        Strong((Text("đậm, "), Emphasis((Text("đậm nghiêng, "),)))),
        Emphasis((Text("nghiêng"), LineBreak(), Figure("96,6%", "ho_so.ty_le"))),
        Link((Text("cổng dịch vụ công"),), "https://dichvucong.gov.vn/?a=1&b=2"),
        Note(
            ((Text("Chú thích một: "), Link((Text("liên kết"),), "mailto:ubnd@vietyen.gov.vn")), (Text("Đoạn hai."),))
        ),
        Text(" (chi tiết tại "),
        Reference("Phụ lục II", "ho_so"),
        Text(")"),
    )
    nested = items((paragraph("Một"), items("Điểm một", "Điểm hai")), (paragraph("Hai"), paragraph("Đoạn sau")))
    cells = Table(
        (Align.CENTER, Align.LEFT, Align.RIGHT),
        ((Text("TT"),), (Text("Đơn vị"), Note(((Text("Theo thứ tự."),),))), (Text("Số hồ sơ"),)),
        (((Text("1"),), (Text("Phường Nếnh"),), (Figure("486", "x"),)), ((), (Strong((Text("Tổng"),)),), ())),
        1,
        "Phụ lục II. BẢNG TỔNG HỢP",
    )
    return report(
        Heading(1, (Text("TIÊU ĐỀ MỤC"),), 1),
        Heading(2, (Text("Tiêu đề khoản"),), 2),
        Heading(3, (Text("Tiêu đề nhỏ"),), 3),
        Paragraph(words, 4),
        items("Gạch đầu dòng", (paragraph("Hai"), items("Dấu cộng", ordered=False)), ordered=False),
        nested,
        table(("Cột một", "Cột hai"), ("a", "")),
        appendices=(
            appendix(paragraph("Nội dung phụ lục./."), label="dan_muc", number="Phụ lục I"),
            appendix(cells, label="ho_so", number="Phụ lục II", landscape=True),
        ),
    )
