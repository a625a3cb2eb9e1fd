"""What styles give: defaults, chains, toggles, theme fonts; and nothing that a strange file can break."""

from lxml import etree

from cqtt.word.reading.styles import Styles, over, paragraph_properties, run_properties, theme_fonts, whole
from cqtt.word.xml import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
THEME = "http://schemas.openxmlformats.org/drawingml/2006/main"


def xml(inner: str, name: str = "styles") -> Element:
    return etree.fromstring(f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>')


def style(name: str, inner: str = "", *, kind: str = "paragraph", base: str = "", default: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"{default and f" w:default={default!r}"}>{based}{inner}</w:style>'
    )


DEFAULTS = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'


def test_without_styles_a_text_is_in_times_new_roman_10() -> None:
    run = Styles(None, {}).run("", "", "")
    assert (run["sz"], run["ascii"], run["b"]) == ("20", "Times New Roman", "0")
    assert Styles(None, {}).paragraph("BodyText") == [{}]


def test_a_style_lies_over_what_it_is_based_on() -> None:
    base = style("a", '<w:rPr><w:sz w:val="26"/><w:b/></w:rPr>')
    styles = Styles(xml(DEFAULTS + base + style("b", "<w:rPr><w:b w:val='0'/></w:rPr>", base="a")), {})
    assert (styles.run("b", "", "")["sz"], styles.run("b", "", "")["b"]) == ("26", "0")
    assert styles.run("a", "", "")["b"] == "1"


def test_an_unknown_style_is_the_default_one() -> None:
    styles = Styles(xml(style("n", '<w:rPr><w:sz w:val="30"/></w:rPr>', default="1")), {})
    assert styles.run("khac", "", "")["sz"] == "30"


def test_toggles_of_paragraph_and_character_take_each_other_away() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    styles = Styles(xml(style("p", bold) + style("c", bold, kind="character")), {})
    assert [styles.run(*key)["b"] for key in (("p", "", ""), ("", "c", ""), ("p", "c", ""))] == ["1", "1", "0"]


def test_a_table_style_lies_lowest() -> None:
    table = style("t", '<w:rPr><w:color w:val="FF0000"/><w:sz w:val="40"/></w:rPr>', kind="table")
    styles = Styles(xml(table + style("p", '<w:rPr><w:sz w:val="26"/></w:rPr>')), {})
    assert (styles.run("p", "", "t")["color"], styles.run("p", "", "t")["sz"]) == ("FF0000", "26")


def test_a_circle_is_cut() -> None:
    circle = style("a", '<w:rPr><w:sz w:val="26"/></w:rPr>', base="b") + style("b", base="a")
    assert Styles(xml(circle), {}).run("a", "", "")["sz"] == "26"


def test_a_themes_font_beats_the_name_beside_it() -> None:
    theme = etree.fromstring(
        f'<t xmlns:a="{THEME}"><a:minorFont><a:latin typeface="Calibri"/></a:minorFont><a:majorFont/></t>'
    )
    fonts = theme_fonts(theme)
    assert fonts == {"minorHAnsi": "Calibri", "minorAscii": "Calibri"}
    read = run_properties(xml('<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial" w:hAnsi="Arial"/>', "rPr"), fonts)
    assert (read["ascii"], read["hAnsi"]) == ("Calibri", "Arial")
    assert theme_fonts(None) == {}


def test_a_direct_font_beats_the_themes_of_a_style() -> None:
    styles = Styles(xml(style("p", '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr>')), {"minorHAnsi": "Calibri"})
    assert styles.run("p", "", "")["ascii"] == "Calibri"
    assert styles.direct(xml('<w:rFonts w:ascii="Arial"/>', "rPr"), "r") == {"ascii": "Arial"}


def test_properties_of_a_paragraph() -> None:
    read = paragraph_properties(
        xml(
            '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:ind w:start="10" w:hanging="5"/>'
            '<w:spacing w:before="120"/><w:jc w:val="end"/><w:contextualSpacing/>'
            '<w:pBdr><w:bottom w:val="single"/></w:pBdr><w:keepNext/>',
            "pPr",
        )
    )
    assert read == {
        "ilvl": "1",
        "numId": "3",
        "left": "10",
        "hanging": "5",
        "before": "120",
        "jc": "right",
        "contextualSpacing": "1",
        "ruled": "1",
    }
    assert paragraph_properties(xml('<w:pBdr><w:top w:val="nil"/></w:pBdr>', "pPr")) == {"ruled": "0"}
    assert paragraph_properties(xml('<w:framePr w:xAlign="center"/>', "pPr")) == {"jc": "center"}


def test_a_hanging_indent_takes_that_of_the_first_line_away() -> None:
    assert over({"firstLine": "720", "left": "1"}, {"hanging": "360"}) == {"left": "1", "hanging": "360"}
    assert over({"hanging": "360"}, {"firstLine": "0"}) == {"firstLine": "0"}


def test_whole_numbers_as_strange_programs_write_them() -> None:
    assert [whole(text) for text in ("12", "-5", "567.0", "", None, "abc", "9" * 5000)] == [
        12,
        -5,
        567,
        0,
        0,
        0,
        999999999,
    ]
