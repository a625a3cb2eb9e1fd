"""The official frame: NĐ 30/2020/NĐ-CP, Phụ lục I, II and III, asserted from the formatting in effect."""

import re
from itertools import pairwise

import pytest

from cqtt.markup.nodes import BLANK, Text, Title
from cqtt.word.metrics import text_width
from cqtt.word.sections import PORTRAIT_WIDTH
from cqtt.word.write import write
from cqtt.word.xml import w
from tests.word import mau
from tests.word.hieu_luc import File, is_on, local, points, style_id, twips, words
from tests.word.khung import LOOKS, NGAY, PARENT, PLACE, SO, cells, rules, saying, tables, width_of


@pytest.fixture(scope="module")
def full() -> File:
    """A file in which every part of the frame is there."""
    return mau.written(
        parent_body=PARENT, addressees=("Ủy ban nhân dân tỉnh",), appendices=(mau.appendix(mau.paragraph("x./.")),)
    )


@pytest.mark.parametrize(("text", "sizes", "bold", "italic", "alignment"), LOOKS)
def test_each_part_is_set_as_the_decree_says(
    full: File, text: str, sizes: tuple[int, int], *, bold: bool, italic: bool, alignment: str
) -> None:
    p = saying(full, text)
    assert full.paragraph(p)["jc"] == {"val": alignment}
    for r in p.iter(w("r")):
        look = full.run(r)
        assert sizes[0] <= points(look) <= sizes[1]
        assert (is_on(look, "b"), is_on(look, "i")) == (bold, italic)
        assert set(look["rFonts"].values()) == {"Times New Roman"}


def test_the_frame_is_not_indented(full: File) -> None:
    for text in (param.values[0] for param in LOOKS):
        ind = full.paragraph(saying(full, str(text))).get("ind", {})
        assert set(ind.values()) <= {"0"}, text


def test_the_letterhead_stands_in_the_order_of_the_decree(full: File) -> None:
    top, rule, bottom = tables(full)[0].iterchildren(w("tr"))
    assert [[words(p) for p in cell] for cell in (*cells(top), *cells(rule), *cells(bottom))] == [
        [PARENT, "ỦY BAN NHÂN DÂN", "THỊ XÃ VIỆT YÊN"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
        *[[""]] * 6,
        [SO],
        [NGAY],
    ]


def test_a_paragraph_that_takes_no_room_stands_above_the_letterhead(full: File) -> None:
    """A table that begins the body is set too low by LibreOffice 7.4, and on page 2 by Calligra."""
    first, second = full.body[:2]
    assert second is tables(full)[0]
    assert (style_id(first, "p"), words(first)) == ("NoHeight", "")
    assert full.paragraph(first)["spacing"] == {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}


def test_without_a_parent_body_there_is_no_empty_line_above_the_issuer(real: File) -> None:
    first = next(cells(next(tables(real)[0].iterchildren(w("tr")))))
    assert [words(p) for p in first] == ["ỦY BAN NHÂN DÂN", "THỊ XÃ VIỆT YÊN"]


def test_issuer_and_motto_follow_each_other_without_space(full: File) -> None:
    for text in (PARENT, "ỦY BAN NHÂN DÂN", "THỊ XÃ VIỆT YÊN", "Độc lập - Tự do - Hạnh phúc", "Kết quả xây dựng"):
        spacing = full.paragraph(saying(full, text)).get("spacing", {})
        assert (spacing.get("before", "0"), spacing.get("after", "0"), spacing.get("line", "240")) == ("0", "0", "240")


def test_the_frame_fits_its_columns_on_one_line(full: File) -> None:
    """Otherwise Quốc hiệu or the number would wrap and the two columns no longer match."""
    left, right = map(width_of, next(tables(full)[0].iterchildren(w("tr"))).iterchildren(w("tc")))
    assert text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size_pt=13, bold=True) < right
    assert text_width("Độc lập - Tự do - Hạnh phúc", size_pt=14, bold=True) < right
    assert text_width("Số: 12345/BC-UBND", size_pt=13) < left


@pytest.mark.parametrize("typed", ["", "15"])
def test_a_long_place_and_date_fit_on_one_line(typed: str) -> None:
    """Also after the registry has typed the day into the room that is left for it."""
    place = PLACE if not typed else PLACE.replace(" 15 ", BLANK)
    file = mau.written(place_and_date=place)
    p = saying(file, place)
    printed = "".join(t.text for t in p.iter(w("t"))) + typed
    upright = text_width(printed, size_pt=int(points(file.run(p.find(w("r"))))))
    assert upright + upright // 100 <= width_of(next(p.iterancestors(w("tc")))), "italic letters are wider by 1 % there"


def test_the_rules_are_drawn_borders_of_the_length_that_the_decree_asks(file: File) -> None:
    issuer, motto, subject = (length for _, _, length, _ in rules(file))
    issuer_text = max(text_width(t, size_pt=13, bold=True) for t in ("ỦY BAN NHÂN DÂN", "THỊ XÃ VIỆT YÊN"))
    subject_text = max(text_width(words(p), size_pt=14, bold=True) for p in file.paragraphs("Subtitle"))
    assert abs(motto - text_width("Độc lập - Tự do - Hạnh phúc", size_pt=14, bold=True)) <= 1
    assert issuer_text / 3 <= issuer <= issuer_text / 2
    assert subject_text / 3 <= subject <= subject_text / 2


def test_the_rules_stand_in_the_middle_below_their_text(file: File) -> None:
    for p, left, _, right in rules(file):
        assert abs(left - right) <= 1
        assert twips(file.paragraph(p), "spacing", "before") == 0
        assert words(p) == ""
    assert style_id(rules(file)[2][0].getprevious(), "p") == "Subtitle"


def test_the_rules_of_the_letterhead_are_borders_of_cells_as_wide_as_they_are_long(file: File) -> None:
    """A paragraph's border in a cell is drawn from edge to edge by some programs, and joins the one beside it."""
    letterhead = tables(file)[0]
    top, row, _ = letterhead.iterchildren(w("tr"))
    assert [style_id(p, "p") for cell in cells(row) for p in cell] == ["NoHeight"] * 6
    ruled = [cell.find(f"{w('tcPr')}/{w('tcBorders')}") is not None for cell in row.iterchildren(w("tc"))]
    assert ruled == [False, True, False] * 2
    height = row.find(f"{w('trPr')}/{w('trHeight')}")
    assert (height.get(w("val")), height.get(w("hRule"))) == ("40", "exact")
    assert not [p for p in letterhead.iter(w("p")) if "pBdr.bottom" in file.paragraph(p)]
    above = [width_of(tc) for tc in top.iterchildren(w("tc"))]
    below = [width_of(tc) for tc in row.iterchildren(w("tc"))]
    assert above == [sum(below[:3]), sum(below[3:])]


def test_rules_never_touch_and_so_never_merge(file: File) -> None:
    issuer, motto, (subject, *_) = rules(file)
    assert min(issuer[1], issuer[3], motto[1], motto[3]) > 0
    assert "pBdr.bottom" not in file.paragraph(subject.getnext())


@pytest.mark.parametrize("issuer", ["ỦY BAN NHÂN DÂN THÀNH PHỐ PHAN RANG - THÁP CHÀM", "SỞ Y TẾ"])
def test_the_rule_is_never_longer_than_half_its_column(issuer: str) -> None:
    _, left, length, right = rules(mau.written(issuer=(issuer,)))[0]
    assert 0 < length <= left + right


def test_a_long_subject_is_measured_by_the_page() -> None:
    title = Title((Text("BÁO CÁO"),), ((Text("Kết quả xây dựng Chính quyền thân thiện " * 9),),))
    _, left, length, right = rules(File(write(mau.report(title=title))))[2]
    assert (left + length + right) / 3 <= length <= left + right


@pytest.mark.parametrize("text", [SO, NGAY])
def test_the_registry_writes_into_blanks_that_keep_digits_together(full: File, text: str) -> None:
    """Letters typed into them look like those around, and no line ends among them."""
    p = saying(full, text)
    (r,) = p.iter(w("r"))
    assert "spacing" not in full.run(r)
    printed = r.find(w("t")).text
    assert text_width(max(re.findall("\u00a0+", printed), key=len), size_pt=13) >= 567, "a centimetre"
    assert "  " not in printed


def test_number_and_date_share_a_line_clear_of_the_rule_above(full: File) -> None:
    """14 points stand 18 twips higher than 13: what the larger has less above it, so that the baselines meet."""
    number, place = (full.paragraph(saying(full, text))["spacing"]["before"] for text in (SO, NGAY))
    assert int(number) - int(place) == 18
    assert int(place) >= 120


def test_one_addressee_stands_on_the_line_of_the_salutation(full: File) -> None:
    assert [words(p) for p in full.paragraphs("KinhGui")] == ["Kính gửi: Ủy ban nhân dân tỉnh"]
    assert style_id(rules(full)[2][0].getnext(), "p") == "KinhGui"


def test_several_addressees_stand_on_lines_of_their_own() -> None:
    file = mau.written(addressees=("Tỉnh ủy", "Ủy ban nhân dân tỉnh"))
    assert [words(p) for p in file.paragraphs("KinhGui")] == ["Kính gửi:", "- Tỉnh ủy;", "- Ủy ban nhân dân tỉnh."]


def test_dashes_of_several_addressees_stand_under_the_colon() -> None:
    file = mau.written(addressees=("Tỉnh ủy", "Ủy ban nhân dân tỉnh", "Ban Chỉ đạo " * 12))
    head, *lines = map(file.paragraph, file.paragraphs("KinhGui"))
    assert {p["jc"]["val"] for p in (head, *lines)} == {"left"}
    (dash,) = {twips(p, "ind", "left") - twips(p, "ind", "hanging") for p in lines}
    colon = twips(head, "ind", "left") + text_width("Kính gửi", size_pt=14)
    assert abs(dash - colon) <= text_width(":", size_pt=14)


def test_nobody_addressed_leaves_no_line(small: File) -> None:
    assert small.paragraphs("KinhGui") == []


def test_recipients_end_with_the_archive_and_each_with_its_mark(small: File) -> None:
    left, right = cells(tables(small)[1].find(w("tr")))
    assert [words(p) for p in left] == ["Nơi nhận:", "- Ban Dân vận Thị ủy;", "- Phòng Nội vụ;", "- Lưu: VT."]
    assert [words(p) for p in right] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Thân Văn Thuận"]


def test_there_is_room_to_sign(small: File) -> None:
    assert twips(small.paragraph(saying(small, "Thân Văn Thuận")), "spacing", "before") >= 1134, "two centimetres"


def test_an_unknown_signer_leaves_the_line_empty() -> None:
    right = list(cells(tables(mau.written(signer=""))[1].find(w("tr"))))[1]
    assert [words(p) for p in right] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", ""]


def test_the_signature_is_never_alone_on_its_page(file: File) -> None:
    """One row that does not break, bound to the last paragraph of the text."""
    closing = tables(file)[1]
    (row,) = closing.iterchildren(w("tr"))
    assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None
    last = closing.getprevious()
    assert words(last).endswith("./.")
    assert is_on(file.paragraph(last), "keepNext")
    for cell in cells(row):
        assert all(is_on(file.paragraph(p), "keepNext") for p in cell[:-1])
        assert all(is_on(file.paragraph(p), "keepLines") for p in cell)


def test_rows_of_the_frame_do_not_break_and_columns_fill_the_page(file: File) -> None:
    for tbl in tables(file):
        columns = [int(c.get(w("w"))) for c in tbl.iter(w("gridCol"))]
        assert sum(columns) == int(tbl[0].find(w("tblW")).get(w("w"))) == PORTRAIT_WIDTH
        margins = {local(m.tag): m.get(w("w")) for m in tbl[0].find(w("tblCellMar"))}
        assert (margins["left"], margins["right"]) == ("0", "0")
        for row in tbl.iterchildren(w("tr")):
            assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None
            spans = [int(s.get(w("val"))) for tc in row.iterchildren(w("tc")) for s in tc.iter(w("gridSpan"))]
            each = spans or [1] * len(columns)
            ends = [sum(each[:i]) for i in range(len(each) + 1)]
            assert ends[-1] == len(columns)
            wide = [sum(columns[a:b]) for a, b in pairwise(ends)]
            assert list(map(width_of, row.iterchildren(w("tc")))) == wide


def test_the_frame_has_no_borders_but_its_rules(file: File) -> None:
    for tbl in tables(file):
        assert not list(tbl.iter(w("tblBorders")))
        assert [local(side.tag) for borders in tbl.iter(w("tcBorders")) for side in borders] in (["bottom"] * 2, [])


def test_each_appendix_is_headed_by_number_title_and_its_document(real: File) -> None:
    for number, title in (("Phụ lục I", "TÌNH HÌNH TIẾP NHẬN"), ("Phụ lục II", "TRANG THIẾT BỊ")):
        head = saying(real, number)
        below = [p for p in head.itersiblings() if p.tag == w("p")][:3]
        assert [style_id(p, "p") for p in below] == ["PhuLucTieuDe", "PhuLucTieuDe", "PhuLucKemTheo"]
        assert words(below[0]).startswith(title)
        assert words(below[2]).startswith(f"(Kèm theo Báo cáo số{BLANK}/BC-UBND ngày{BLANK}tháng 4 năm 2024 của ")
        assert all(is_on(real.paragraph(p), "keepNext") for p in (head, *below[:2]))


def test_an_appendix_is_found_in_the_navigation_and_by_its_bookmark(real: File) -> None:
    heads = real.paragraphs("PhuLucSo")
    assert {real.paragraph(p)["outlineLvl"]["val"] for p in heads} == {"0"}
    for p, name in zip(heads, ("phu_luc_ho_so", "phu_luc_trang_thiet_bi"), strict=True):
        _, start = p.iter(w("bookmarkStart"))
        assert start.get(w("name")) == name
        words_between, end = start.itersiblings()
        assert (local(words_between.tag), local(end.tag)) == ("r", "bookmarkEnd")
        assert end.get(w("id")) == start.get(w("id"))


def test_the_document_does_not_end_in_a_table() -> None:
    for last in (mau.table(("a",), ("b",)), mau.paragraph("Ghi chú./.")):
        body = mau.written(appendices=(mau.appendix(last),)).body
        assert [local(node.tag) for node in body[-2:]] == ["p", "sectPr"]


@pytest.mark.parametrize("text", ["Quý I", "Nghị quyết số 938/NQ-UBTVQH15"])
def test_the_title_keeps_its_lines_together(text: str) -> None:
    title = Title((Text("BÁO CÁO"),), ((Text(text),),))
    file = File(write(mau.report(title=title)))
    for p in (saying(file, "BÁO CÁO"), saying(file, text)):
        assert is_on(file.paragraph(p), "keepNext")
