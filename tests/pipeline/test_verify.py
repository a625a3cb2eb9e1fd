"""A file beside the report of its period."""

import pytest

from cqtt.faults import EnvironmentFault, UsageFault
from cqtt.models.ky import doc_ky
from cqtt.pipeline.read import Reader
from cqtt.pipeline.verify import verify, verify_pdf
from cqtt.word.write import write
from cqtt.word.xml import Element
from tests.verify.sua import ROOT, edited, paragraph, quarter, say, without_anchors
from tests.word import mau

Q1, Q2 = map(doc_ky, ("2024Q1", "2024Q2"))


def test_the_period_is_that_which_the_file_says_it_is_of() -> None:
    assert verify(Reader(ROOT), quarter().report, None, "a.docx").ky == Q1


def test_without_anchors_it_is_that_of_the_title() -> None:
    found = verify(Reader(ROOT), edited(quarter().report, without_anchors), None, "a.docx")
    assert found.ky == Q1
    assert found.verdict is not None
    assert found.verdict.agrees


@pytest.mark.parametrize("anchored", [True, False])
def test_a_file_of_another_period_is_told_and_not_compared(anchored: bool) -> None:
    data = quarter().report if anchored else edited(quarter().report, without_anchors)
    with pytest.raises(UsageFault, match=r"^a.docx là báo cáo kỳ 2024Q1, không phải 2024Q2$"):
        verify(Reader(ROOT), data, Q2, "a.docx")


def test_a_file_of_no_period_asks_for_one() -> None:
    def untitled(tree: Element) -> None:
        without_anchors(tree)
        say(paragraph(tree, "Quý I năm 2024"), "Một kỳ nào đó")
        say(paragraph(tree, "quý I năm 2024, cụ thể"), "Như sau:")

    data = edited(quarter().report, untitled)
    with pytest.raises(UsageFault, match="không cho biết là báo cáo kỳ nào"):
        verify(Reader(ROOT), data, None, "a.docx")
    assert verify(Reader(ROOT), data, Q1, "a.docx").verdict is not None


def test_another_document_is_told_and_not_compared() -> None:
    with pytest.raises(UsageFault, match=r"a\.docx không phải báo cáo kỳ 2024Q1: hầu như không có câu nào giống"):
        verify(Reader(ROOT), write(mau.every_node()), Q1, "a.docx")


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(EnvironmentFault):
        verify_pdf(Reader(ROOT), b"PK", Q1, "a.pdf")
