"""Reports made by hand: a plain frame, and a small document that shows every kind of node."""

from datetime import date
from typing import Literal

from msgspec.structs import replace

from cqtt.markup.nodes import (
    BLANK,
    Align,
    Appendix,
    Block,
    Chart,
    ChartKind,
    Document,
    Emphasis,
    Figure,
    Frame,
    Heading,
    Inline,
    Inlines,
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
from cqtt.markup.walk import plain
from cqtt.word.reading.archive import Package, open_package
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


def items(
    *entries: str | tuple[Paragraph | Items, ...], ordered: bool = True, start: int = 1, mark: Literal["-", "+"] = "-"
) -> Items:
    made = tuple((paragraph(entry),) if isinstance(entry, str) else entry for entry in entries)
    return Items(ordered, made, 1, start, mark)


def table(*rows: tuple[str, ...], caption: str = "") -> Table:
    """A table of plain words; the first row is its head."""
    head, *body = (tuple((Text(cell),) if cell else () for cell in row) for row in rows)
    return Table((Align.LEFT,) * len(head), head, tuple(body), 1, caption)


def chart(
    kind: ChartKind, *rows: tuple[str, ...], title: str = "Hồ sơ theo kỳ", figures: tuple[str, ...] = ()
) -> Chart:
    """A chart of plain words, the first row its head; the last cells of the body's first rows print *figures*."""
    head, *body = (tuple[Inlines, ...]((Text(cell),) for cell in row) for row in rows)
    named = [(*row[:-1], (Figure(plain(row[-1]), path),)) for row, path in zip(body, figures, strict=False)]
    return Chart(kind, (Text(title),), head, (*named, *body[len(named) :]), 1)


PERIODS = (
    ("Kỳ", "Tiếp nhận", "Đã giải quyết", "Đang giải quyết"),
    ("Quý II/2023", "4.512", "4.300", "180"),
    ("Quý III/2023", "–", "–", "175"),
    ("Quý IV/2023", "4.890", "4.702", "201"),
    ("Quý I/2024", "5.007", "4.713", "294"),
)


def rates(count: int, head: str = "Tỷ lệ (%)") -> tuple[tuple[str, ...], ...]:
    """The head and *count* rows of a chart of percentages."""
    rows = (
        (f"Xã {i}", "100%" if i == 2 else "–" if i == 4 else f"{90 + i % 10},{i % 10}%") for i in range(1, count + 1)
    )
    return (("Đơn vị", head), *rows)


def charts() -> Report:
    """Every kind of chart, in the body and in an appendix, among headings and tables."""
    return report(
        *(Heading(level, (Text(f"Tiêu đề cấp {level}"),), 1) for level in (1, 2, 3)),
        table(("Cột", "Số"), ("a", "1")),
        chart(ChartKind.COLUMNS, *PERIODS),
        paragraph("Đoạn sau biểu đồ."),
        chart(ChartKind.LINES, *PERIODS, figures=("a.b", "a.c")),
        chart(ChartKind.COLUMNS, ("Loại", "Bình quân"), ("Máy tính", "3,2"), ("Máy in", "1")),
        appendices=(
            appendix(chart(ChartKind.BARS, *rates(5), title="Tỷ lệ đúng hạn"), paragraph("Ghi chú./.")),
            appendix(chart(ChartKind.BARS, ("Đơn vị", "Số"), ("Xã A", "–")), label="b", landscape=True),
        ),
    )


def appendix(*blocks: Block, label: str = "a", number: str = "Phụ lục", landscape: bool = False) -> Appendix:
    return Appendix(label, number, ((Text("BẢNG TỔNG HỢP"),), (Text("QUÝ I NĂM 2024"),)), blocks, landscape, 1)


def report(*blocks: Block, frame: Frame = FRAME, title: Title = TITLE, appendices: tuple[Appendix, ...] = ()) -> Report:
    """A report of *blocks* and a last sentence."""
    document = Document(title, (*blocks, paragraph("Trên đây là báo cáo./.")), appendices)
    return Report(frame, document, "Báo cáo kết quả", date(2024, 4, 5))


def written(*blocks: Block, appendices: tuple[Appendix, ...] = (), **frame: str | tuple[str, ...]) -> File:
    """The file of such a report; *frame* changes the frame."""
    return File(write(report(*blocks, frame=replace(FRAME, **frame), appendices=appendices)))


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
        items("Gạch đầu dòng", (paragraph("Hai"), items("Dấu cộng", ordered=False, mark="+")), ordered=False),
        nested,
        table(("Cột một", "Cột hai"), ("a", "")),
        appendices=(
            appendix(paragraph("Nội dung phụ lục./."), label="dan_muc", number="Phụ lục I"),
            appendix(cells, label="ho_so", number="Phụ lục II", landscape=True),
        ),
    )


def opened(data: bytes) -> Package:
    """The file *data*, which we have just written."""
    return open_package(data)
