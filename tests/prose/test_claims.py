"""A claim about a rate must be true of it; goals and other things' rates are none of its business."""

from decimal import Decimal

import pytest

from cqtt.manuscript import Insert, slot
from cqtt.problems import Severity
from cqtt.reports.than_thien import rates
from tests.prose.doan import codes, found


@pytest.mark.parametrize(
    ("claim", "right"),
    [("trên 98%", True), ("trên 97%", True), ("dưới 96%", True), ("đạt 96,5%", True), ("trên 96%", False)],
)
def test_a_claim_beside_a_rate_must_be_true_of_it(claim: str, right: bool) -> None:
    problems = found(f"tỷ lệ đúng hạn là {slot(0)}, {claim} số hồ sơ. Việc khác.", Insert("96,6%", "ty_le"))
    wrong = [p for p in problems if p.code == "LV02"]
    assert bool(wrong) is right
    for problem in wrong:
        assert problem.severity is Severity.ERROR
        assert problem.message == f"“{claim}” mâu thuẫn với ty_le là 96,6%"
        assert problem.hint == "đúng ra là “trên 96%”"


def test_a_rate_that_is_printed_as_what_is_left_of_a_hundred_may_be_stated_so() -> None:
    """0.9665 and 0.0335 are printed 96,7% and 3,3%, although the second alone would round to 3,4%."""
    counts = {"truoc_han": 1933, "dung_han": 0, "qua_han": 67, "tong": 2000}
    late = rates.RATES[1].so_lieu({f"ho_so.da_giai_quyet.{name}": n for name, n in counts.items()})
    assert (late.in_ra, late.gia_tri) == ("3,3%", Decimal("0.0335"))
    for number, said in (("3,3", []), ("3,4", ["“đạt 3,4%” mâu thuẫn với ho_so.ty_le_qua_han là 3,3%"])):
        text = f"Tỷ lệ quá hạn đạt {number}% tổng số."
        told = [p.message for p in found(text, figures={late.duong_dan: late}) if p.code == "LV02"]
        assert told == said


def test_a_claim_in_another_sentence_is_not_beside_the_rate() -> None:
    assert {p.code for p in found(f"đạt {slot(0)}. Phấn đấu đạt trên 98%.", Insert("96,6%", "ty_le"))} == {"LV01"}


@pytest.mark.parametrize(
    "text",
    [
        "# Tỷ lệ đúng hạn đạt trên 98%",
        "- tỷ lệ hồ sơ đúng hạn đạt 98%",
        "việc khác[^a]\n\n[^a]: hồ sơ trả trước và đúng hạn trên 98%",
        "| a | b |\n|---|---|\n| Tỷ lệ đúng hạn | đạt 98% |",
        "::: phu_luc a\n# A\n\nTỷ lệ đúng hạn đạt 98%\n:::",
        "tỷ lệ hồ sơ đúng hạn đạt **98%**",
        "tỷ lệ hồ sơ đúng hạn **đạt trên 98%**",
        "tỷ lệ hồ sơ **đúng** *hạn* đạt **trên** [98](http://x.vn)%",
        "tỷ lệ hồ sơ đúng hạn đạt[^a] trên 98%\n\n[^a]: việc khác",
        "tỷ lệ hồ sơ đúng hạn đạt\\\ntrên 98%",
        "tỷ lệ hồ sơ đúng hạn\nđạt trên\n98%",
        "tỷ lệ hồ sơ đúng hạn đạt 98 phần trăm",
        "TỶ LỆ ĐÚNG HẠN TRÊN 98%",
        "Hồ sơ đúng hạn chiếm tới 98%.",
        "100% hồ sơ được giải quyết đúng hạn",
        "98% số hồ sơ được trả đúng hạn.",
        "Hồ sơ quá hạn chiếm 5%",
        "Phấn đấu nhiều. Hồ sơ đúng hạn đạt 98%.",
    ],
)
def test_a_claim_is_held_against_the_rate_that_its_sentence_names(text: str) -> None:
    assert [code for code in codes(text) if code != "LV01"] == ["LV02"]


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu tỷ lệ đúng hạn đạt trên 98%.",
        "Chỉ tiêu: đúng hạn đạt trên 98%.",
        "Duy trì tỷ lệ hồ sơ đúng hạn đạt trên 98%.",
        "Yêu cầu các đơn vị nghiêm túc chấp hành, bảo đảm đúng hạn đạt trên 98%.",
        "Tăng cường chỉ đạo để tỷ lệ đúng hạn đạt trên 98%.",
        "Năm 2023, tỷ lệ hồ sơ đúng hạn đạt 95,2%.",
        "Cùng kỳ năm trước tỷ lệ đúng hạn là 95,2%.",
        "Một số đơn vị có tỷ lệ đúng hạn dưới 95%.",
        "Tỷ lệ đúng hạn của phường Nếnh đạt 91,4%.",
        "Tỷ lệ số hóa dữ liệu hộ tịch đạt 50%.",
        "Tỷ lệ đúng hạn tăng 2% so với trước.",
        "Hồ sơ đúng hạn đạt 96,6%.",
        "Hồ sơ quá hạn là 3,4%.",
        "Tỷ lệ hài lòng đạt 98,5%, hồ sơ đúng hạn chiếm tỷ lệ cao.",
        "Nhân dân hài lòng, tỷ lệ đạt 98%.",
    ],
)
def test_goals_other_times_and_other_rates_are_no_claim(text: str) -> None:
    assert "LV02" not in codes(text)


def test_a_claim_two_sentences_further_on_is_about_the_rate_printed_in_the_paragraph() -> None:
    text = f"tỷ lệ đạt {slot(0)}. Nhân dân đồng tình. Như vậy đạt trên 98%."
    wrong = [p for p in found(text, Insert("96,6%", "ty_le")) if p.code == "LV02"]
    assert [p.message for p in wrong] == ["“trên 98%” mâu thuẫn với ty_le là 96,6%"]


def test_a_claim_in_bold_is_found_at_its_number() -> None:
    wrong = [p for p in found("Việc khác,\nhồ sơ đúng hạn đạt **98%**") if p.code == "LV02"]
    assert [(p.position.line, p.position.text[p.position.column - 1 :][:2]) for p in wrong] == [(2, "98")]


def test_of_a_claim_over_two_lines_the_number_is_marked() -> None:
    wrong = [p for p in found("hồ sơ đúng hạn đạt\nrất cao, đạt\n  98%") if p.code == "LV02"]
    assert [(p.position.line, p.position.column, p.position.width) for p in wrong] == [(3, 3, 2)]


def test_a_stop_inside_a_figure_ends_no_sentence() -> None:
    text = f"tỷ lệ đạt {slot(0)} theo {slot(1)}, như vậy trên 98%."
    wrong = [
        p for p in found(text, Insert("96,6%", "ty_le"), Insert("Kế hoạch; nâng cao. Xong", "k")) if p.code == "LV02"
    ]
    assert [p.message for p in wrong] == ["“trên 98%” mâu thuẫn với ty_le là 96,6%"]
