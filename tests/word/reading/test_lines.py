"""Paragraphs as they are printed: words, numbers, looks, and what stands side by side in one line."""

import pytest
from lxml import etree

from cqtt.word.reading.lines import Line, LineReader, Place, Span, cut
from cqtt.word.reading.lists import Lists
from cqtt.word.reading.styles import Styles

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="p"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '<w:ind w:firstLine="100"/></w:pPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def lines(inner: str) -> list[Line]:
    styles, numbering, p = (
        etree.fromstring(f'<w:x xmlns:w="{W}" xmlns:m="m">{part}</w:x>') for part in (STYLES, NUMBERING, inner)
    )
    return LineReader(Styles(styles, {}), Lists(numbering)).lines(p, 1)


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def pieces(words: str, table: int = 0) -> list[str]:
    line = Line(1, (Span(words, 28, "Times New Roman", "auto"),), Place(table=table))
    return [piece.words for piece in line.pieces()]


def test_letters_with_their_looks() -> None:
    (line,) = lines(
        run("Một ") + run("hai", '<w:b/><w:i/><w:u w:val="single"/><w:sz w:val="26"/><w:color w:val="0000FF"/>')
    )
    assert line.words == "Một hai"
    assert line.spans == (
        Span("Một ", 20, "Times New Roman", "auto"),
        Span("hai", 26, "Times New Roman", "0000FF", bold=True, italic=True, underlined=True),
    )


def test_ascii_and_other_letters_have_fonts_of_their_own() -> None:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Cambria"/>'
    (line,) = lines(run("Bao", fonts) + run("Báo", fonts))
    assert [span.font for span in line.spans] == ["Arial", "Cambria"]


def test_marks_typed_apart_are_composed() -> None:
    (line,) = lines(run("Ba\u0301o"))
    assert line.words == "Báo"


def test_capitals_by_formatting_are_capitals() -> None:
    (line,) = lines(run("Báo cáo", "<w:caps/>"))
    assert line.words == "BÁO CÁO"


def test_hidden_deleted_and_moved_words_are_not_printed() -> None:
    gone = f"<w:del><w:r><w:delText>xóa</w:delText></w:r></w:del><w:moveFrom>{run('dời')}</w:moveFrom>"
    (line,) = lines(run("ẩn", "<w:vanish/>") + gone + f"<w:ins>{run('thêm')}</w:ins>")
    assert line.words == "thêm"


def test_words_in_a_box_are_no_words_of_the_line() -> None:
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('trong khung')}</w:p></w:txbxContent></w:pict></w:r>"
    whole = etree.fromstring(f'<w:p xmlns:w="{W}">{run("ngoài")}{box}</w:p>')
    (line,) = LineReader(Styles(None, {}), Lists(None)).lines(whole, 1)
    assert line.ruled
    assert line.words == "ngoài"


def test_tabs_and_hyphens_are_read() -> None:
    (line,) = lines("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>")
    assert line.words == "a\tb-c"


def test_a_forced_new_line_begins_another_line() -> None:
    first, second = lines(
        '<w:pPr><w:spacing w:before="120" w:after="60"/><w:ind w:firstLine="720"/></w:pPr>'
        "<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:br w:type='page'/></w:r>"
    )
    assert (first.words, first.first, first.before, first.after, first.goes_on) == ("một", 720, 120, 0, False)
    assert (second.words, second.first, second.before, second.after, second.goes_on) == ("hai", 0, 0, 60, True)


def test_a_list_by_hand_brings_its_indents_and_a_style_keeps_its_own() -> None:
    (by_hand,) = lines('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' + run("mục"))
    assert (by_hand.label, by_hand.left, by_hand.first, by_hand.said) == ("1.", 720, -360, "1. mục")
    (by_style,) = lines('<w:pPr><w:pStyle w:val="p"/></w:pPr>' + run("mục"))
    assert (by_style.label, by_style.left, by_style.first) == ("1.", 720, 100)


def test_a_list_taken_away_leaves_no_number() -> None:
    (line,) = lines('<w:pPr><w:pStyle w:val="p"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>' + run("mục"))
    assert (line.label, line.left) == ("", 0)


def test_automatic_space_counts_as_word_leaves_it() -> None:
    (line,) = lines('<w:pPr><w:spacing w:before="0" w:beforeAutospacing="1" w:after="5"/></w:pPr>')
    assert (line.before, line.after) == (280, 5)


@pytest.mark.parametrize(
    ("inner", "counts"),
    [
        ("<w:r><w:instrText> PAGE </w:instrText></w:r>", True),
        ("<w:r><w:instrText> PA</w:instrText><w:instrText>GE \\* MERGEFORMAT</w:instrText></w:r>", True),
        ('<w:fldSimple w:instr="PAGE"/>', True),
        ("<w:r><w:pgNum/></w:r>", True),
        ("<w:r><w:instrText> NUMPAGES </w:instrText></w:r>", False),
        ('<w:fldSimple w:instr=" PAGEREF a "/>', False),
    ],
)
def test_fields_that_count_pages(inner: str, counts: bool) -> None:
    assert lines(inner)[0].counts_pages is counts


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("ỦY BAN\tCỘNG HÒA", ["ỦY BAN", "CỘNG HÒA"]),
        ("ỦY BAN  \t  CỘNG HÒA", ["ỦY BAN", "CỘNG HÒA"]),
        ("ỦY BAN      CỘNG HÒA", ["ỦY BAN", "CỘNG HÒA"]),
        ("Số:      /BC\tYên, ngày     tháng     năm 24", ["Số:      /BC", "Yên, ngày     tháng     năm 24"]),
        ("\tđầu dòng", ["\tđầu dòng"]),
        ("hết   ", ["hết   "]),
    ],
)
def test_what_stands_side_by_side(words: str, parts: list[str]) -> None:
    assert pieces(words) == parts


def test_in_a_cell_nothing_stands_side_by_side() -> None:
    assert pieces("a\tb", table=1) == ["a\tb"]


def test_pieces_have_columns_and_no_alignment() -> None:
    line = Line(1, (Span("a\tb", 28, "x", "auto"),), align="center")
    assert [(piece.place.column, piece.align) for piece in line.pieces()] == [(0, ""), (1, "")]


def test_cutting_keeps_looks() -> None:
    spans = (Span("abc", 28, "x", "auto"), Span("def", 26, "x", "auto"), Span("", 25, "x", "auto"))
    said = [[(span.words, span.size) for span in part] for part in cut(spans, [(0, 0), (0, 1), (2, 5), (5, 6), (6, 6)])]
    assert said == [[], [("a", 28)], [("c", 28), ("de", 26)], [("f", 26)], []]


@pytest.mark.parametrize(
    ("words", "blank"), [("", True), ("  ", True), ("_____", True), ("-----", True), ("I.", False)]
)
def test_blank_lines_print_at_most_a_rule(words: str, blank: bool) -> None:
    assert Line(1, (Span(words, 28, "x", "auto"),)).blank is blank
