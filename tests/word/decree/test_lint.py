"""The table of rules, and what it says of our files, of files made by others, and of one typed by hand."""

from pathlib import Path

import pytest
from docx.document import Document

from cqtt.clauses import CLAUSES
from cqtt.faults import EnvironmentFault
from cqtt.problems import Position, Severity
from cqtt.word.decree.lint import RULES, faults, lint
from tests.word import mau
from tests.word.decree.go_tay import paragraph, typed
from tests.word.decree.mau_van_ban import change, run, size, spoilt, style

FILES = Path(__file__).parent / "tep"
NO_LETTERHEAD = ["TT11", "TT13", "TT15", "TT17", "TT19", "TT21"]
NO_ENDING = ["TT51", "TT55", "TT57"]


def codes(data: bytes) -> list[str]:
    return list(dict.fromkeys(problem.code for problem in lint(data, "a.docx")))


def test_each_rule_has_its_code_and_each_code_its_rule() -> None:
    assert [rule.code for rule in RULES] == list(CLAUSES)


def test_the_real_report_is_as_the_decree_asks(data: dict[str, bytes]) -> None:
    assert lint(data["quy_i_2024"], "a.docx") == []


def test_a_report_typed_by_hand_with_tabs_can_be_as_the_decree_asks() -> None:
    assert lint(typed(), "a.docx") == []


def test_a_paragraph_added_by_hand_is_in_the_theme_font_of_the_template() -> None:
    def more(document: Document) -> None:
        paragraph(document).add_run("Thêm")

    told = [(p.code, p.message) for p in lint(typed(more), "a.docx")]
    assert ("TT04", "phông Cambria") in told


def test_a_finding_says_where_what_and_what_the_decree_asks() -> None:
    (problem,) = lint(spoilt(run("Đã tuyên truyền", '<w:sz w:val="24"/>')), "a.docx")
    assert problem.position == Position("a.docx", 28, 1, "Đã tuyên truyền sâu rộng.", 25)
    assert (problem.code, problem.key, problem.message) == ("TT41", "Lời văn", "cỡ chữ 12")
    assert problem.hint == "cỡ chữ 13 đến 14 (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.e)"


def test_the_caret_stands_below_the_letters_in_question() -> None:
    more = '</w:t></w:r><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>đỏ</w:t></w:r><w:r><w:t>'
    (problem,) = lint(spoilt(change("sâu rộng", f"sâu {more} rộng")), "a.docx")
    assert (problem.code, problem.message) == ("TT06", "chữ màu FF0000")
    assert (problem.position.column, problem.position.width) == (21, 2)


def test_what_is_missing_stands_at_no_line() -> None:
    (problem,) = lint(spoilt(change(" PAGE ", " DATE ", "word/header1.xml")), "a.docx")
    assert problem.position == Position("a.docx")


def test_equal_findings_are_told_once_with_their_number() -> None:
    (problem,) = lint(spoilt(size("NoiNhan", "24")), "a.docx")
    assert problem.message == "cỡ chữ 12, và 2 đoạn khác"


def test_in_an_old_code_no_word_can_be_read_and_none_is_asked_for() -> None:
    old = style("BodyText", "<w:pPr>", '<w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr><w:pPr>')
    assert codes(spoilt(old, change("CỘNG HÒA", "COÄNG HOØA"))) == ["TT05"]


def test_what_is_no_law_is_a_warning() -> None:
    (problem,) = lint(spoilt(change("báo cáo./.", "báo cáo.")), "a.docx")
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("mammoth-footnotes", ["TT03", "TT04", *NO_LETTERHEAD, "TT41", "TT42", "TT43", "TT47", *NO_ENDING]),
        ("mammoth-text-box", ["TT03", *NO_LETTERHEAD, *NO_ENDING]),
        (
            "python-docx-fnt-color",
            ["TT01", "TT03", "TT04", "TT06", *NO_LETTERHEAD, "TT41", "TT42", "TT43", "TT47", *NO_ENDING],
        ),
        (
            "python-docx-sct-section-props",
            ["TT01", "TT02", "TT03", "TT04", *NO_LETTERHEAD, "TT41", "TT42", "TT43", "TT47", *NO_ENDING],
        ),
        ("python-docx-sty-having-no-styles-part", ["TT01", "TT03", *NO_LETTERHEAD, *NO_ENDING]),
        ("libreoffice-7.4", []),
    ],
)
def test_files_of_other_programs_are_read_and_none_passes_that_should_not(name: str, more: list[str]) -> None:
    assert codes((FILES / f"{name}.docx").read_bytes()) == more


def test_a_strict_file_is_refused_with_what_to_do() -> None:
    with pytest.raises(EnvironmentFault, match="tệp lưu ở dạng “Strict Open XML”") as caught:
        lint((FILES / "mammoth-strict-format.docx").read_bytes(), "a.docx")
    assert "Word Document (.docx)" in caught.value.hint


def test_our_own_faults_are_those_that_nobody_typed() -> None:
    assert faults(mau.opened(spoilt(size("QuocHieu", "30")))) == ["TT12 Quốc hiệu: cỡ chữ 15"]
    assert faults(mau.opened(spoilt(change("Thân Văn Thuận", "TS. Thân Văn Thuận")))) == []


def test_a_kind_of_its_own_leaves_the_pages_to_look_at() -> None:
    own = change(">BÁO CÁO<", ">ĐỀ CƯƠNG<")
    assert faults(mau.opened(spoilt(own))) == []
    assert faults(mau.opened(spoilt(own, change('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'))))[0].startswith(
        "TT01"
    )
