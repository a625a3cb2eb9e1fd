"""Remarks and the table of figures say what a figure is made of."""

from pathlib import Path

import pytest

from cqtt.models.ky import Ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.review import Review, review

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reviewed() -> Review:
    gathered = gather(ROOT, Ky(2024, 1, 3))
    composed = compose(gathered, ROOT)
    assert composed.report is not None
    assert gathered.explainer is not None
    return review(composed.report, gathered.explainer, composed.manuscript, composed.accepted)


def test_a_remark_names_formula_operands_and_the_three_largest_shares(reviewed: Review) -> None:
    lines = reviewed.remarks()["ho_so.ty_le_dung_han"].splitlines()
    assert lines[:7] == [
        "Tỷ lệ hồ sơ giải quyết trước và đúng hạn: 96,6% (ho_so.ty_le_dung_han)",
        "Cách tính: (ho_so.da_giai_quyet.truoc_han + ho_so.da_giai_quyet.dung_han) / ho_so.da_giai_quyet.tong",
        "ho_so.da_giai_quyet.truoc_han = 3.673",
        "- phường Bích Động: 361 (data/2024Q1/xa_phuong/bich-dong.yaml:38)",
        "- phường Quang Châu: 299 (data/2024Q1/xa_phuong/quang-chau.yaml:38)",
        "- phường Nếnh: 298 (data/2024Q1/xa_phuong/nenh.yaml:38)",
        "… và 14 đơn vị khác",
    ]


def test_a_remark_on_a_count_names_those_counted_and_those_not(reviewed: Review) -> None:
    lines = reviewed.remarks()["cong_nhan.chua_gan_sao"].splitlines()
    assert lines[2] == "Được tính: Tự Lạn, Tăng Tiến"
    assert lines[3].startswith("Không được tính: Bích Động, Hồng Thái,")


def test_every_printed_figure_is_in_the_table_with_its_places(reviewed: Review) -> None:
    data = reviewed.as_data("2024Q1")
    by_path = {figure["path"]: figure for figure in data["figures"]}
    assert len(by_path) == len(data["figures"]) == len(reviewed.figures)
    rate = by_path["ho_so.ty_le_dung_han"]
    assert rate["value"] == "0.966264"
    assert [place["section"] for place in rate["printed"]] == ["II.1.1", "IV.1", "Phụ lục I"]
    for operand in rate["operands"]:
        assert sum(share["value"] for share in operand["shares"]) == operand["value"]
        assert all((ROOT / share["file"]).exists() for share in operand["shares"])
