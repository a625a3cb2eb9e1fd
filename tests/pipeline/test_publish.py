"""Third stretch: nothing unsound reaches the disk."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from cqtt.markup.nodes import Document, Paragraph, Report, Text, Title
from cqtt.models.ky import Ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.publish import look_over, made
from cqtt.pipeline.read import Reader
from tests.conftest import faults

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def report() -> Report:
    composed = compose(gather(Reader(ROOT), Ky(2024, 1, 3)), ROOT)
    assert composed.report is not None
    return composed.report


def test_a_report_that_the_file_would_not_say_is_our_bug(report: Report) -> None:
    """A text with a line break in it cannot come out of the parser; Word would not show it as one line."""
    bad = Document(Title((Text("BÁO CÁO"),), ((Text("x"),),)), (Paragraph((Text("hai\ndòng"),), 0),), ())
    with pytest.raises(AssertionError, match="not sound"):
        made(replace(report, document=bad))


def test_a_chart_of_three_series_over_four_periods_goes_from_the_template_to_the_disk(
    workspace: Path, edit: Callable[[str, str, str], None]
) -> None:
    rows = "".join(
        f"| {period} | {{{{ ho_so.tiep_nhan.tong | so }}}} | {{{{ ho_so.da_giai_quyet.tong | so }}}} | – |\n"
        for period in ("Kỳ a", "Kỳ b", "Kỳ c", "Kỳ d")
    )
    chart = f"::: bieu_do cot Hồ sơ theo kỳ\n| Kỳ | Nhận | Xong | Đang |\n|---|--:|--:|--:|\n{rows}:::\n\n"
    edit("templates/bao_cao.docx.j2", "Trên đây là báo cáo", f"{chart}Trên đây là báo cáo")
    composed = compose(gather(Reader(workspace), Ky(2024, 1, 3)), workspace)
    assert faults(composed.problems) == []
    assert composed.report is not None
    with zipfile.ZipFile(io.BytesIO(made(composed.report))) as archive:
        drawn = archive.read("word/charts/chart1.xml").decode()
    assert re.findall(r"<c:v>([^<]*)</c:v>", drawn) == [
        *("Nhận", "Kỳ a", "Kỳ b", "Kỳ c", "Kỳ d", "5007", "5007", "5007", "5007"),
        *("Xong", "Kỳ a", "Kỳ b", "Kỳ c", "Kỳ d", "4713", "4713", "4713", "4713"),
        *("Đang", "Kỳ a", "Kỳ b", "Kỳ c", "Kỳ d"),
    ]


def test_a_report_that_is_not_as_the_decree_asks_is_our_bug(report: Report) -> None:
    """The parser numbers appendices; another number than ours cannot come out of it."""
    first, *others = report.document.appendices
    document = replace(report.document, appendices=(replace(first, number="Phụ lục V"), *others))
    with pytest.raises(AssertionError, match="not as Decree 30 asks: TT61 Phụ lục: viết “Phụ lục V”"):
        made(replace(report, document=document))


def test_a_file_of_ours_that_cannot_be_read_is_our_bug_and_no_fault_of_the_disk(report: Report) -> None:
    with pytest.raises(AssertionError, match=r"^the document cannot be read: tệp \.docx bị cắt cụt hoặc hỏng$"):
        look_over(made(report)[:-40], report)
