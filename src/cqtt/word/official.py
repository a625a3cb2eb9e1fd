"""What Decree 30 puts around the text: letterhead, title, signature beside the recipients, heads of appendices.

Tables without borders hold what stands side by side; rules are drawn borders of a measured length, in a table those of
a cell that is as wide, for a paragraph's border in a cell is drawn by some programs from edge to edge:

    ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    THỊ XÃ VIỆT YÊN              Độc lập - Tự do - Hạnh phúc
      ────────                   ──────────────────────────
    Số:     /BC-UBND           Việt Yên, ngày    tháng 4 năm 2024
"""

from cqtt.clauses import KINH_GUI, LUU, NOI_NHAN, QUOC_HIEU, TIEU_NGU
from cqtt.markup.nodes import BLANK, WHOLE, Appendix, Frame, Title
from cqtt.markup.walk import plain
from cqtt.word.inlines import HAND_ROOM, InlineWriter, bookmark_name, run, run_with_room
from cqtt.word.metrics import text_width
from cqtt.word.xml import Element, add, paragraph, put, w

ISSUER_PT, TIEU_NGU_PT, DATE_PT, SUBJECT_PT, ADDRESSEE_PT = 13, 14, 14, 14, 14
RULE_PARTS = (2, 5)
"""Rules under the issuer and the subject are two fifths of the text: between a third and a half (II.2, II.5)."""

FIRST_LINE = 720
"""The least indent of several addressees, in twips: that of the text."""

RULE_GAP = 40
"""Twips between a line of the letterhead and the rule below it."""

CLOSING_SPACE = 240
"""Twips between the last line of the text and the signature."""

LEFT_SHARE = 40
"""Percent of the width for the letterhead's left column."""


def letterhead(body: Element, frame: Frame, width: int) -> None:
    """Issuer and motto, then number and date, as the first thing on page 1."""
    left, right = _letterhead_columns(frame, width)
    widest = max(text_width(line, size_pt=ISSUER_PT, bold=True) for line in frame.issuer)
    under_issuer = _in_the_middle(left, min(widest, left) * RULE_PARTS[0] // RULE_PARTS[1])
    under_motto = _in_the_middle(right, text_width(TIEU_NGU, size_pt=TIEU_NGU_PT, bold=True))
    paragraph(body, "NoHeight")
    tbl = _grid(body, [*under_issuer, *under_motto])
    top = _row(tbl)
    cell = _cell(top, *under_issuer)
    if frame.parent_body:
        _line(cell, "CoQuanChuQuan", frame.parent_body)
    for line in frame.issuer:
        _line(cell, "CoQuan", line)
    cell = _cell(top, *under_motto)
    _line(cell, "QuocHieu", QUOC_HIEU)
    _line(cell, "TieuNgu", TIEU_NGU)
    _ruled_row(tbl, under_issuer, under_motto)
    bottom = _row(tbl)
    _line(_cell(bottom, *under_issuer), "SoKyHieu", frame.number)
    _line(_cell(bottom, *under_motto), "DiaDanhNgay", frame.place_and_date)


def _letterhead_columns(frame: Frame, width: int) -> tuple[int, int]:
    """Both columns; the right one wider where a long place name would break the line of the date."""
    left, right = _columns(width, LEFT_SHARE)
    date = text_width(frame.place_and_date.replace(BLANK, f"{HAND_ROOM}00"), size_pt=DATE_PT)
    date += date // 50  # italic letters, which are not in our tables, are up to 2 % wider
    more = min(max(date - right, 0), left // 2)
    return left - more, right + more


def title(body: Element, node: Title, frame: Frame, inlines: InlineWriter, width: int) -> None:
    """The document's kind, its subject with the rule below, and its addressees.

    Remarks on the whole document stand at its kind.
    """
    kind = paragraph(body, "Title")
    inlines.write(kind, node.kind, about=(WHOLE,))
    for line in node.subject:
        inlines.write(paragraph(body, "Subtitle"), line)
    widest = max(text_width(plain(line), size_pt=SUBJECT_PT, bold=True) for line in node.subject)
    side, _, _ = _in_the_middle(width, min(widest, width) * RULE_PARTS[0] // RULE_PARTS[1])
    add(paragraph(body, "RuleLine")[0], "ind", left=side, right=side, firstLine=0)
    if len(frame.addressees) == 1:
        _line(body, "KinhGui", f"{KINH_GUI}: {frame.addressees[0]}")
    elif frame.addressees:
        _addressees(body, frame.addressees, width)


def draft_note(body: Element, frame: Frame) -> None:
    """What a draft says on its face; nothing for a report that may be signed."""
    if frame.draft:
        _line(body, "DuThao", frame.draft)


def _addressees(body: Element, addressees: tuple[str, ...], width: int) -> None:
    """``Kính gửi:`` and a line for each, their dashes below the colon (II.9.a), all as far in as to stand centred."""
    lead, dash = (text_width(words, size_pt=ADDRESSEE_PT) for words in (KINH_GUI, "- "))
    widest = max(text_width(f"- {addressee};", size_pt=ADDRESSEE_PT) for addressee in addressees)
    side = max(width - lead - widest, 2 * FIRST_LINE) // 2
    _indented(body, f"{KINH_GUI}:", left=side, hanging=0)
    for i, addressee in enumerate(addressees, start=1):
        end = "." if i == len(addressees) else ";"
        _indented(body, f"- {addressee}{end}", left=side + lead + dash, hanging=dash)


def _indented(body: Element, words: str, *, left: int, hanging: int) -> None:
    p = paragraph(body, "KinhGui")
    add(p[0], "ind", left=left, hanging=hanging)
    add(p[0], "jc", val="left")
    run_with_room(p, words)


def closing(body: Element, frame: Frame, width: int) -> None:
    """The recipients beside the signature, in one row that no page break divides."""
    left, right = _columns(width, 50)
    tr = _row(_grid(body, [left, right], top=CLOSING_SPACE))
    cell = _cell(tr, left)
    _line(cell, "NoiNhanTieuDe", f"{NOI_NHAN}:")
    for recipient in frame.recipients:
        _line(cell, "NoiNhan", f"- {recipient};")
    _line(cell, "NoiNhan", f"- {LUU}: {frame.archive}.")
    cell = _cell(tr, right)
    for line in frame.capacity:
        _line(cell, "QuyenHan", line)
    _line(cell, "HoTen", frame.signer)


def keep_with_next(body: Element) -> None:
    """Bind the last paragraph of *body* to what follows, so that the signature is never alone on its page."""
    p = body[-1]
    p[0].insert(1, add(p[0], "keepNext"))


def appendix_head(body: Element, node: Appendix, frame: Frame, inlines: InlineWriter) -> None:
    """``Phụ lục I``, its title, and which document it belongs to (NĐ 30/2020/NĐ-CP, Phụ lục I, III.1)."""
    head = paragraph(body, "PhuLucSo")
    number = inlines.anchors.new_id()
    add(head, "bookmarkStart", id=number, name=bookmark_name(node.label))
    put(head, run(node.number))
    add(head, "bookmarkEnd", id=number)
    for line in node.title:
        inlines.write(paragraph(body, "PhuLucTieuDe"), line)
    _line(body, "PhuLucKemTheo", frame.enclosed_with)


def section_break(body: Element, section: Element) -> None:
    """End the section with *section*; its paragraph takes no room."""
    p = paragraph(body, "NoHeight")
    p[0].append(section)


def end(body: Element, section: Element) -> None:
    """End the document with *section*; a table is never the last thing in it."""
    if body[-1].tag == w("tbl"):
        paragraph(body, "NoHeight")
    body.append(section)


def _line(parent: Element, style: str, words: str) -> None:
    run_with_room(paragraph(parent, style), words)


def _in_the_middle(width: int, length: int) -> tuple[int, int, int]:
    """What lies left of a rule *length* twips long in the middle of *width* twips, the rule, and what lies right."""
    side = (width - length) // 2
    return side, length, width - length - side


def _ruled_row(tbl: Element, *rules: tuple[int, int, int]) -> None:
    """A row hardly higher than the rules it draws, each below the middle one of three columns."""
    tr = _row(tbl)
    add(tr[0], "trHeight", val=RULE_GAP, hRule="exact")
    for before, length, after in rules:
        ruled = _cell(tr, before), _cell(tr, length), _cell(tr, after)
        add(add(ruled[1][0], "tcBorders"), "bottom", val="single", sz=6, space=0, color="auto")
        for cell in ruled:
            paragraph(cell, "NoHeight")


def _columns(width: int, left_percent: int) -> tuple[int, int]:
    left = width * left_percent // 100
    return left, width - left


def _grid(body: Element, columns: list[int], top: int = 0) -> Element:
    """A borderless table without style, so that nobody takes it for a table of data."""
    tbl = add(body, "tbl")
    properties = add(tbl, "tblPr")
    add(properties, "tblW", w=sum(columns), type="dxa")
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")
    add(margins, "top", w=top, type="dxa")
    add(margins, "left", w=0, type="dxa")
    add(margins, "right", w=0, type="dxa")
    add(properties, "tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    grid = add(tbl, "tblGrid")
    for column in columns:
        add(grid, "gridCol", w=column)
    return tbl


def _row(tbl: Element) -> Element:
    tr = add(tbl, "tr")
    add(add(tr, "trPr"), "cantSplit")
    return tr


def _cell(tr: Element, *columns: int) -> Element:
    """A new cell of *tr* across so many columns of the grid."""
    tc = add(tr, "tc")
    properties = add(tc, "tcPr")
    add(properties, "tcW", w=sum(columns), type="dxa")
    if len(columns) > 1:
        add(properties, "gridSpan", val=len(columns))
    return tc
