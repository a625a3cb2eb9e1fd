"""A text is measured before it is read."""

import pytest

from cqtt.manuscript import Manuscript, Origin
from cqtt.markup.extent import LEAST, PER_COMMUNE, extent, too_long

PATH = "templates/bao_cao.docx.j2"


def manuscript(*lines: str) -> Manuscript:
    return Manuscript(lines, [Origin(PATH, i) for i, _ in enumerate(lines, start=1)], (), {PATH: lines})


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        ([], 0),
        (["", "  "], 0),
        (["một đoạn", "", "đoạn nữa"], 8),
        (["- **đậm**"], 8),
        (["| a | b |", "|---|---|"], 6),
        (["| \ue0007\ue001 |"], 6),
        (["có \ue0007\ue001 [xã](#xa)[^1]"], 4 + 4 + 4),
    ],
)
def test_paragraphs_cells_marks_and_words_from_the_data_count(lines: list[str], size: int) -> None:
    assert extent(lines) == size


def test_the_limit_itself_is_not_too_long() -> None:
    lines = ["đoạn"] * ((LEAST + 3 * PER_COMMUNE) // 4)
    assert too_long(manuscript(*lines), 3) is None


def test_what_is_too_long_is_told_where_it_becomes_so() -> None:
    problem = too_long(manuscript(*["đoạn"] * (LEAST // 4), "", "và nữa", "cuối"), 0)
    assert problem is not None
    assert (problem.code, problem.position.line, problem.position.column) == ("VB14", LEAST // 4 + 2, 1)
    assert problem.message == "đến đây văn bản đã dài quá mức một báo cáo"
    assert problem.hint == "xem khuôn mẫu có vòng for in lặp, lời văn có chép nhầm nội dung khác không"
