"""Pages and letters: each rule broken on purpose."""

import pytest

from tests.word.decree.mau_van_ban import HEADER, RELATIONS, Break, change, run, size, style, told

CASES: list[tuple[str, list[Break], list[str]]] = [
    (
        "letter paper",
        [change('<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="12240" w:h="15840"/>')],
        ["TT01 : khổ giấy 215,9 x 279,4 mm"],
    ),
    (
        "A4 as other programs round it",
        [change('<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="11909" w:h="16834"/>')],
        [],
    ),
    (
        "paper of an appendix",
        [change('<w:pgSz w:w="16838" w:h="11906"', '<w:pgSz w:w="15840" w:h="12240"')],
        ["TT01 : khổ giấy 279,4 x 215,9 mm"],
    ),
    (
        "landscape without a table",
        [
            change(
                '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>',
                '<w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906"/>',
            )
        ],
        ["TT02 : trang ngang mà không có bảng"],
    ),
    (
        "margins of 2.54 cm",
        [
            change(
                'w:top="1134" w:right="851" w:bottom="1134" w:left="1701"',
                'w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"',
            )
        ],
        ["TT03 : lề trên 25,4 mm", "TT03 : lề dưới 25,4 mm", "TT03 : lề trái 25,4 mm", "TT03 : lề phải 25,4 mm"],
    ),
    (
        "narrow margins",
        [
            change(
                'w:top="1134" w:right="851" w:bottom="1134" w:left="1701"',
                'w:top="1077" w:right="794" w:bottom="1077" w:left="1644"',
            )
        ],
        ["TT03 : lề trên 19 mm", "TT03 : lề dưới 19 mm", "TT03 : lề trái 29 mm", "TT03 : lề phải 14 mm"],
    ),
    (
        "gutter counts as margin",
        [
            change(
                'w:left="1701" w:header="567" w:footer="567" w:gutter="0"',
                'w:left="1134" w:header="567" w:footer="567" w:gutter="567"',
            )
        ],
        [],
    ),
    (
        "margins turned with the page",
        [
            change(
                'w:orient="landscape"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"',
                'w:orient="landscape"/><w:pgMar w:top="1701" w:right="1134" w:bottom="851" w:left="1134"',
            )
        ],
        [],
    ),
    (
        "a style in Arial",
        [style("BodyText", "<w:pPr>", '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr><w:pPr>')],
        ["TT04 : phông Arial, và 5 đoạn khác"],
    ),
    (
        "a font for letters with marks only",
        [style("BodyText", "<w:pPr>", '<w:rPr><w:rFonts w:hAnsi="Cambria"/></w:rPr><w:pPr>')],
        ["TT04 : phông Cambria, và 5 đoạn khác"],
    ),
    (
        "a font in the cells of a table",
        [style("TableText", "<w:rPr>", '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>')],
        ["TT04 : phông Calibri, và 2 đoạn khác"],
    ),
    (
        "a theme's font beats the name",
        [
            style(
                "QuocHieu",
                "<w:rPr>",
                '<w:rPr><w:rFonts w:ascii="Times New Roman" w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>',
            ),
            change('<a:latin typeface="Times New Roman"/>', '<a:latin typeface="Aptos"/>', "word/theme/theme1.xml"),
        ],
        ["TT04 : phông Aptos"],
    ),
    (
        "an old code",
        [
            style("BodyText", "<w:pPr>", '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:pPr>'),
            change("BÁO CÁO", "B¸O C¸O"),
        ],
        ["TT05 : phông .VnTime không thuộc bộ mã Unicode, và 5 đoạn khác"],
    ),
    ("blue letters", [run("Đã tuyên truyền", '<w:color w:val="0000FF"/>')], ["TT06 : chữ màu 0000FF"]),
    ("a colour that is none", [run("Đã tuyên truyền", '<w:color w:val="red"/>')], ["TT06 : chữ màu red"]),
    ("black enough", [run("Đã tuyên truyền", '<w:color w:val="00000A"/>')], []),
    ("no page numbers", [change(" PAGE ", " DATE ", HEADER)], ["TT07 Số trang: không có"]),
    (
        "page numbers at the foot",
        [
            change(
                '<w:headerReference w:type="default" r:id="rId8"/>',
                '<w:footerReference w:type="default" r:id="rId80"/>',
            ),
            change(
                "</Relationships>",
                f'<Relationship Id="rId80" Type="{RELATIONS}/footer" Target="header1.xml"/></Relationships>',
                "word/_rels/document.xml.rels",
            ),
        ],
        ["TT07 Số trang: đặt ở lề dưới"],
    ),
    ("number on page 1", [change("<w:titlePg/>", "")], ["TT08 Số trang: hiện cả trên trang thứ nhất"]),
    (
        "number in the header of the first page",
        [change('w:type="first" r:id="rId9"', 'w:type="first" r:id="rId8"')],
        ["TT08 Số trang: hiện cả trên trang thứ nhất"],
    ),
    ("number in 12 points", [size("Header", "24")], ["TT09 Số trang: cỡ chữ 12"]),
    (
        "number on the right",
        [style("Header", '<w:jc w:val="center"/>', '<w:jc w:val="right"/>')],
        ["TT09 Số trang: canh phải"],
    ),
    (
        "Roman page numbers",
        [change("<w:titlePg/>", '<w:pgNumType w:fmt="lowerRoman"/><w:titlePg/>')],
        ["TT09 Số trang: kiểu số “lowerRoman”"],
    ),
    (
        "pages from 2",
        [change("<w:titlePg/>", '<w:pgNumType w:start="2"/><w:titlePg/>')],
        ["TT09 Số trang: bắt đầu từ 2"],
    ),
    (
        "a simple field",
        [
            change('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:fldSimple w:instr=" PAGE "/>', HEADER),
            change(" PAGE <", " DATE <", HEADER),
        ],
        [],
    ),
]


@pytest.mark.parametrize(("edits", "findings"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_each_breakage_is_told_and_nothing_else(edits: list[Break], findings: list[str]) -> None:
    assert told(*edits) == findings
