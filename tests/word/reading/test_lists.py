"""The numbers that Word prints before paragraphs."""

from lxml import etree

from cqtt.word.reading.lists import Lists

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def level(depth: int, form: str, text: str, start: str = "1") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    )


def lists(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> Lists:
    inner = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'
    return Lists(etree.fromstring(f'<w:numbering xmlns:w="{W}">{inner}</w:numbering>'))


def test_each_level_counts_below_the_one_above() -> None:
    counting = lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%2.%3."))
    asked = ["0", "1", "2", "2", "1", "0", "1", "2"]
    assert [counting.label("1", depth) for depth in asked] == ["I.", "1.", "1.1.", "1.2.", "2.", "II.", "1.", "1.1."]


def test_a_level_that_was_left_out_counts_from_its_start() -> None:
    assert lists(level(0, "decimal", "%1", "4"), level(1, "lowerLetter", "%1%2)")).label("1", "1") == "4a)"


def test_forms_of_numbers() -> None:
    forms = {"lowerRoman": "iv", "upperLetter": "D", "decimalZero": "04", "none": "", "chicago": "4"}
    for form, printed in forms.items():
        assert lists(level(0, form, "%1", "4")).label("1", "0") == printed
    assert lists(level(0, "lowerLetter", "%1", "28")).label("1", "0") == "bb"
    assert lists(level(0, "upperRoman", "%1", "5000")).label("1", "0") == "5000"


def test_a_bullet_is_its_mark() -> None:
    assert lists(level(0, "bullet", "+")).label("1", "0") == "+"
    assert lists(level(0, "bullet", "")).label("1", "0") == "-"


def test_a_list_may_start_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
        '<w:lvlOverride w:ilvl="1"/></w:num><w:num w:numId="3"/>'
    )
    counting = lists(level(0, "decimal", "%1."), nums=nums)
    assert [counting.label(n, "0") for n in ("1", "1", "2", "2", "1", "3")] == ["1.", "2.", "7.", "8.", "9.", ""]


def test_an_instance_may_set_a_level_anew() -> None:
    own = level(0, "bullet", "đ)").replace("720", "360")
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0">{own}</w:lvlOverride></w:num>'
    )
    counting = lists(level(0, "lowerLetter", "%1)"), nums=nums)
    assert [counting.label(n, "0") for n in ("1", "2")] == ["a)", "đ)"]
    assert counting.indents("2", "0") == {"left": "360", "hanging": "360"}


def test_no_list_has_no_number_and_no_indents() -> None:
    counting = lists(level(0, "decimal", "%1."))
    assert (counting.label("0", "0"), counting.label("9", "0"), counting.label("1", "5")) == ("", "", "")
    assert counting.indents("9", "0") == {}
    assert counting.indents("1", "0") == {"left": "720", "hanging": "360"}
    assert Lists(None).label("1", "0") == ""
