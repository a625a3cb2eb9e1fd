"""What a report that lies there is."""

import pytest

from cqtt.pipeline.standing import Standing, standing
from cqtt.word.xml import Element
from tests.verify.sua import Edit, edited, insert, paragraph, quarter, remove, reword, say, track, without_anchors


def registry(tree: Element) -> None:
    say(paragraph(tree, "Số:"), "Số: 15/BC-UBND")
    say(paragraph(tree, "Việt Yên, ngày"), "Việt Yên, ngày 05 tháng 4 năm 2024")


@pytest.mark.parametrize(
    ("edits", "state"),
    [
        ((reword("nhiệm vụ trọng tâm", "việc trọng tâm"),), Standing.EDITED),
        ((remove("Chỉ đạo, xây dựng hình ảnh"),), Standing.EDITED),
        ((insert("Các ngày lễ lớn", "Đoạn mới."),), Standing.EDITED),
        ((track("Giải quyết TTHC theo cơ chế", "4.713", "4.731", "B"),), Standing.EDITED),
        ((reword("nhiệm vụ trọng tâm", "việc trọng tâm"), without_anchors), Standing.UNKNOWN),
        ((without_anchors,), Standing.SAVED),
        ((), Standing.SAVED),
    ],
)
def test_a_file_that_another_program_saved_is_what_was_done_to_it(edits: tuple[Edit, ...], state: Standing) -> None:
    assert standing(quarter().report, edited(quarter().report, *edits)) is state


def test_number_and_date_are_no_edits() -> None:
    assert standing(quarter().report, edited(quarter().report, registry)) is Standing.SAVED


def test_a_file_as_it_was_built_is_the_same_or_of_other_data() -> None:
    now = quarter().report
    assert standing(now, now) is Standing.SAME
    assert standing(now, None) is Standing.MISSING
    assert standing(edited(now, reword("5.007", "5.051")), now) is Standing.DATA


def test_what_is_no_word_file_is_not_known() -> None:
    assert standing(quarter().report, b"PK") is Standing.UNKNOWN
