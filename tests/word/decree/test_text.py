"""The text: each rule broken on purpose, and what is right in more than one way."""

import pytest

from tests.word.decree.mau_van_ban import Break, before, change, run, size, style, told


def numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


CASES: list[tuple[str, list[Break], list[str]]] = [
    ("section in small letters", [change(">KẾT QUẢ<", ">Kết quả<")], ["TT31 Tiêu đề mục: không in hoa"]),
    ("section not bold", [style("Heading1", "<w:b/>", "")], ["TT32 Tiêu đề mục: không đậm, và 1 đoạn khác"]),
    (
        "clause title not bold",
        [style("Heading2", "<w:b/>", "")],
        ["cảnh báo TT33 Tiêu đề khoản: không đậm, và 1 đoạn khác"],
    ),
    (
        "clause title underlined and italic",
        [style("Heading2", "<w:b/>", "<w:b/><w:i/>")],
        ["cảnh báo TT33 Tiêu đề khoản: nghiêng, và 1 đoạn khác"],
    ),
    (
        "a clause that is a sentence",
        [
            change(
                f'<w:pStyle w:val="Heading2"/>{numbered(1)}</w:pPr><w:r><w:t>Tuyên truyền<',
                '<w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>2. Tuyên truyền rộng rãi.<',
            )
        ],
        [],
    ),
    (
        "a part to the left",
        [before(">KẾT QUẢ<", "Phần I")],
        ["TT34 Phần, chương: không đậm, canh đều hai lề"],
    ),
    (
        "a section left out",
        [
            change(
                f'<w:pStyle w:val="Heading1"/>{numbered(0)}</w:pPr><w:r><w:t>KIẾN NGHỊ',
                '<w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>IV. KIẾN NGHỊ',
            )
        ],
        ["TT35 Mục: đánh số IV."],
    ),
    (
        "a clause left out",
        [
            change(
                f'<w:pStyle w:val="Heading2"/>{numbered(1)}</w:pPr><w:r><w:t>Tuyên',
                '<w:pStyle w:val="Heading2"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>3. Tuyên',
            )
        ],
        ["TT35 Khoản: đánh số 3."],
    ),
    ("a point left out", [change("b) Điểm", "c) Điểm")], ["TT35 Điểm: đánh số c)"]),
    ("a letter that is not Vietnamese", [change("b) Điểm", "w) Điểm")], ["TT35 Điểm: đánh số w)"]),
    (
        "d is followed by đ",
        [
            before(">b) Điểm", "b) Điểm;", "c) Điểm;", "d) Điểm;", "e) Điểm;", "Hết."),
            change("b) Điểm thứ hai", "Điểm thứ hai"),
        ],
        ["TT35 Điểm: đánh số e)"],
    ),
    (
        "legal basis upright",
        [change("Đã tuyên truyền sâu rộng.", "Căn cứ Luật Tổ chức chính quyền địa phương;")],
        ["TT36 Căn cứ: không nghiêng"],
    ),
    (
        "legal basis in italics",
        [
            change("Đã tuyên truyền sâu rộng.", "Căn cứ Luật Tổ chức chính quyền địa phương;"),
            run("Căn cứ Luật", "<w:i/>"),
        ],
        [],
    ),
    ("text in 12", [size("BodyText", "24")], ["TT41 Lời văn: cỡ chữ 12, và 4 đoạn khác"]),
    ("text in 12.5 in one paragraph", [run("Đã tuyên truyền", '<w:sz w:val="25"/>')], ["TT41 Lời văn: cỡ chữ 12,5"]),
    (
        "text to the left",
        [style("BodyText", '<w:jc w:val="both"/>', '<w:jc w:val="left"/>')],
        ["TT42 Lời văn: sát lề trái, và 4 đoạn khác"],
    ),
    (
        "first line not indented",
        [style("BodyText", '<w:ind w:firstLine="720"/>', "")],
        ["TT43 Lời văn: đầu dòng lùi 0 cm, và 4 đoạn khác"],
    ),
    (
        "first line hanging",
        [style("BodyText", '<w:ind w:firstLine="720"/>', '<w:ind w:left="0" w:hanging="720"/>')],
        ["TT43 Lời văn: đầu dòng lùi -1,27 cm, và 4 đoạn khác"],
    ),
    ("first line by 1 cm", [style("BodyText", '<w:ind w:firstLine="720"/>', '<w:ind w:firstLine="567"/>')], []),
    (
        "first line by a tab",
        [style("BodyText", '<w:ind w:firstLine="720"/>', ""), change("<w:r><w:t", "<w:r><w:tab/><w:t", count=-1)],
        [],
    ),
    (
        "no space between paragraphs",
        [style("BodyText", 'w:before="120"', 'w:before="0"')],
        ["TT44 Lời văn: cách đoạn trên 0 pt, và 2 đoạn khác"],
    ),
    (
        "three points before and three after",
        [style("BodyText", 'w:before="120" w:after="0"', 'w:before="60" w:after="60"')],
        ["TT44 Lời văn: cách đoạn trên 3 pt, và 1 đoạn khác"],
    ),
    (
        "no space between those of a style",
        [style("BodyText", '<w:jc w:val="both"/>', '<w:jc w:val="both"/><w:contextualSpacing/>')],
        ["TT44 Lời văn: cách đoạn trên 0 pt"],
    ),
    ("automatic space", [style("BodyText", 'w:before="120"', 'w:before="0" w:beforeAutospacing="1"')], []),
    (
        "double lines",
        [style("BodyText", 'w:line="259"', 'w:line="480"')],
        ["TT45 Lời văn: cách dòng 2 dòng, và 4 đoạn khác"],
    ),
    (
        "lines of exactly 12 points",
        [style("BodyText", 'w:line="259" w:lineRule="auto"', 'w:line="240" w:lineRule="exact"')],
        ["TT45 Lời văn: cách dòng 0,8 dòng, và 4 đoạn khác"],
    ),
    (
        "lines of exactly 18 points",
        [style("BodyText", 'w:line="259" w:lineRule="auto"', 'w:line="360" w:lineRule="exact"')],
        [],
    ),
    (
        "lines of at least 12 points",
        [style("BodyText", 'w:line="259" w:lineRule="auto"', 'w:line="240" w:lineRule="atLeast"')],
        [],
    ),
    (
        "lines of at least 30 points",
        [style("BodyText", 'w:line="259" w:lineRule="auto"', 'w:line="600" w:lineRule="atLeast"')],
        ["TT45 Lời văn: cách dòng 1,92 dòng, và 4 đoạn khác"],
    ),
    ("a paragraph in italics", [run("Đã tuyên truyền", "<w:i/>")], ["cảnh báo TT46 Lời văn: cả đoạn nghiêng"]),
    ("no end", [change("báo cáo./.", "báo cáo.")], ["cảnh báo TT47 Lời văn: không kết thúc bằng “./.”"]),
]


@pytest.mark.parametrize(("edits", "findings"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_each_breakage_is_told_and_nothing_else(edits: list[Break], findings: list[str]) -> None:
    assert told(*edits) == findings
