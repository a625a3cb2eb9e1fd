"""The comparison as a document: its tables, its sentences and its end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from cqtt.comparison.compare import Comparison
from cqtt.comparison.document import document
from cqtt.markup.nodes import Heading, Paragraph, Table
from cqtt.markup.walk import plain
from cqtt.models.ky import Ky
from tests.comparison.ky import Edit, changed, copied, merged

Compared = Callable[[], Comparison]


def test_each_group_has_its_table(workspace: Path, edit: Edit, compared: Compared) -> None:
    changed(workspace, edit)
    made = document(compared())
    assert plain(made.title.kind) == "BÁO CÁO"
    assert [plain(line) for line in made.title.subject] == ["So sánh số liệu quý II năm 2024 với quý I năm 2024"]
    headings = [plain(block.children) for block in made.blocks if isinstance(block, Heading)]
    assert headings == ["TỶ LỆ", "SỐ LƯỢNG", "KINH PHÍ", "TỪNG ĐƠN VỊ CẤP XÃ"]
    rates, counts, money, communes = (
        [[plain(cell) for cell in row] for row in (block.head, *block.body)]
        for block in made.blocks
        if isinstance(block, Table)
    )
    assert rates[:3] == [
        ["TT", "Số liệu", "Quý\u00a0I năm\u00a02024", "Quý\u00a0II năm\u00a02024", "Thay đổi (điểm phần trăm)"],
        ["1", "Tỷ lệ số hóa kết quả giải quyết", "100%", "99,8%", "-0,2"],
        ["2", "Tỷ lệ hồ sơ giải quyết trước và đúng hạn", "96,6%", "96,4%", "-0,2"],
    ]
    assert counts[1] == ["1", "Hồ sơ tiếp nhận trực tuyến", "4.736", "4.746", "+10", "+0,2%"]
    assert money == [
        ["TT", "Số liệu", "Quý\u00a0I năm\u00a02024", "Quý\u00a0II năm\u00a02024", "Thay đổi", "Thay đổi (%)"],
        ["1", "Kinh phí đầu tư", "17 tỷ đồng", "15,5 tỷ đồng", "-1,5 tỷ đồng", "-8,8%"],
    ]
    assert communes[0] == [
        *("TT", "Đơn vị", "Tiếp nhận", "Thay đổi tiếp nhận", "Đã giải quyết", "Thay đổi đã giải quyết"),
        *("Đang giải quyết quá hạn", "Thay đổi quá hạn", "Tỷ lệ trước và đúng hạn", "Thay đổi tỷ lệ (điểm %)"),
    ]
    assert communes[1] == ["1", "Phường Nếnh", "496", "+10", "450", "+10", "34", "0", "89,3%", "-2,1"]
    assert len(communes) == 18


@pytest.mark.parametrize(
    ("ky", "head"),
    [
        (Ky(2024, 1, 3), "Quý~I năm~2024"),
        (Ky(2024, 1, 6), "6~tháng~đầu năm~2024"),
        (Ky(2024, 3, 3), "Tháng~3 năm~2024"),
        (Ky(2024, 1, 12), "Năm~2024"),
    ],
)
def test_a_period_over_a_column_takes_two_lines_at_most(
    workspace: Path, edit: Edit, compared: Compared, ky: Ky, head: str
) -> None:
    changed(workspace, edit)
    comparison = compared()
    made = document(replace(comparison, after=replace(comparison.after, ky=ky)))
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert plain(table.head[3]) == head.replace("~", "\u00a0")


def test_it_begins_with_a_summary_and_ends_as_a_document_must(workspace: Path, edit: Edit, compared: Compared) -> None:
    changed(workspace, edit)
    comparison = compared()
    first, *_, last = document(comparison).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert plain(first.children) == (
        "So với quý I năm 2024, quý II năm 2024 có 10 số liệu của thị xã Việt Yên thay đổi, "
        f"{comparison.unchanged} số liệu không đổi. Mỗi bảng xếp theo mức thay đổi, lớn nhất trước; "
        "thay đổi là hiệu của hai số in trong bảng."
    )
    assert plain(last.children) == (
        "Trên đây là so sánh số liệu quý II năm 2024 với quý I năm 2024 của Ủy ban nhân dân thị xã Việt Yên./."
    )


def test_nothing_changed_leaves_the_communes_only(workspace: Path, compared: Compared) -> None:
    copied(workspace)
    headings = [plain(block.children) for block in document(compared()).blocks if isinstance(block, Heading)]
    assert headings == ["TỪNG ĐƠN VỊ CẤP XÃ"]


def test_no_commune_in_common_leaves_the_authority_only(workspace: Path, edit: Edit, compared: Compared) -> None:
    changed(workspace, edit)
    made = document(replace(compared(), communes=()))
    assert sum(isinstance(block, Table) for block in made.blocks) == 3


def test_communes_that_came_and_went_stand_below_the_tables(workspace: Path, edit: Edit, compared: Compared) -> None:
    changed(workspace, edit)
    merged(workspace, edit)
    told = [plain(block.children) for block in document(compared()).blocks[-4:] if isinstance(block, Paragraph)]
    assert [words[:30] for words in told[:3]] == [
        "Chỉ có ở quý I năm 2024: phườn",
        "Chỉ có ở quý II năm 2024: phườ",
        "Số quý I năm 2024 của đơn vị đ",
    ]
