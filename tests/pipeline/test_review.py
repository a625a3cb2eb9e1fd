"""Remarks and the table of figures say what a figure is made of."""

import json
from pathlib import Path

import pytest

from cqtt.markup.nodes import WHOLE
from cqtt.models.ky import Ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.pipeline.review import Review, review
from cqtt.reporter import dumped
from tests.conftest import without_letters
from tests.nhieu_ky import Numbers, them_bao_cao, them_ky

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reviewed() -> Review:
    gathered = gather(Reader(ROOT), Ky(2024, 1, 3))
    composed = compose(gathered, ROOT)
    assert composed.report is not None
    assert gathered.explainer is not None
    return review(composed.report, gathered.explainer, composed.manuscript, composed.accepted)


def test_a_remark_names_formula_operands_and_the_three_largest_shares(reviewed: Review) -> None:
    lines = reviewed.remarks()["ho_so.ty_le_dung_han"].splitlines()
    assert lines[:8] == [
        "Tỷ lệ hồ sơ giải quyết trước và đúng hạn: 96,6% (ho_so.ty_le_dung_han)",
        "Trên giấy còn in là: “trên 96%”",
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
    data = json.loads(dumped(reviewed.as_data("2024Q1")))
    by_path = {figure["path"]: figure for figure in data["figures"]}
    assert len(by_path) == len(data["figures"]) == len(reviewed.figures)
    rate = by_path["ho_so.ty_le_dung_han"]
    assert rate["value"] == "0.966264"
    assert [place["section"] for place in rate["printed"]] == ["II.1.1", "IV.1", "Phụ lục I"]
    for operand in rate["operands"]:
        assert sum(share["value"] for share in operand["shares"]) == operand["value"]
        assert all((ROOT / share["file"]).exists() for share in operand["shares"])


def test_a_remark_on_a_figure_that_some_leave_out_says_how_many_report_it(workspace: Path) -> None:
    without_letters(workspace, but="nenh")
    template = workspace / "templates/bao_cao.docx.j2"
    text = template.read_text(encoding="utf-8")
    letters = (
        "Gửi {{ thu.cam_on | so }} thư{% if thu.cam_on is co_so_lieu %}, có báo cáo"
        "{% else %}, không ai báo cáo{% endif %}, {{ thu.xin_loi | so }} thư xin lỗi.\n\n# ĐÁNH GIÁ CHUNG"
    )
    template.write_text(text.replace("# ĐÁNH GIÁ CHUNG", letters, 1), encoding="utf-8")
    told = reviewed_of(workspace, Ky(2024, 1, 3))
    lines = told.remarks()["thu.cam_on"].splitlines()
    assert lines[0] == "Thư cảm ơn: 6 (thu.cam_on)"
    assert lines[2] == "thu.cam_on = 6 (1/17 xã, phường có báo cáo)"
    assert lines[3].startswith("- phường Nếnh: 6 (data/2024Q1/xa_phuong/nenh.yaml:")
    (entry,) = (
        figure for figure in json.loads(dumped(told.as_data("2024Q1")))["figures"] if figure["path"] == "thu.cam_on"
    )
    (operand,) = entry["operands"]
    assert (operand["communes_reporting"], operand["communes_asked"]) == (1, 17)
    assert [place["sentence"] for place in entry["printed"]] == ["Gửi 6 thư, có báo cáo, 33 thư xin lỗi."]
    without_letters(workspace)
    told = reviewed_of(workspace, Ky(2024, 1, 3))
    (entry,) = (
        figure for figure in json.loads(dumped(told.as_data("2024Q1")))["figures"] if figure["path"] == "thu.cam_on"
    )
    assert (entry["value"], entry["text"], entry["operands"][0]["communes_reporting"]) == (None, "–", 0)
    assert [place["sentence"] for place in entry["printed"]] == ["Gửi – thư, không ai báo cáo, – thư xin lỗi."]


def test_a_number_typed_by_hand_is_remarked_with_its_reason(reviewed: Review) -> None:
    assert [declared.reason for declared in reviewed.declared] == [
        "số thành viên theo Quyết định 840-QĐ/TU",
        "số đơn vị cấp huyện của tỉnh",
        "tình hình chung, các đơn vị không báo cáo",
        "chỉ tiêu của năm",
    ]
    remark = reviewed.remarks()[reviewed.declared[0].path]
    assert remark == "Số gõ tay, lý do: số thành viên theo Quyết định 840-QĐ/TU"
    first = json.loads(dumped(reviewed.as_data("2024Q1")))["declared"][0]
    assert first["reason"] == "số thành viên theo Quyết định 840-QĐ/TU"
    assert [(place["section"], place["text"]) for place in first["printed"]] == [("I.1.1", "17")]
    assert WHOLE not in reviewed.remarks()
    assert json.loads(dumped(reviewed.as_data("2024Q1")))["accepted"] == []


def test_a_number_typed_by_hand_that_is_not_printed_is_not_remarked(workspace: Path) -> None:
    template = workspace / "templates/bao_cao.docx.j2"
    text = template.read_text(encoding="utf-8")
    never = '{% if false %}{{ "99" | ghi_tay("không in") }}{% endif %}'
    template.write_text(text.replace("# ĐÁNH GIÁ CHUNG\n", f"# ĐÁNH GIÁ CHUNG{never}\n"), encoding="utf-8")
    reasons = [declared.reason for declared in reviewed_of(workspace, Ky(2024, 1, 3)).declared]
    assert len(reasons) == 4
    assert "không in" not in reasons


def test_a_warning_let_stand_is_remarked_on_the_whole_document(workspace: Path) -> None:
    file = workspace / "data/2024Q1/xa_phuong/huong-mai.yaml"
    numbers = Numbers(file)
    numbers["trang_thiet_bi.may_in"] = 40
    numbers.save()
    with file.open("a", encoding="utf-8") as out:
        out.write("chap_nhan:\n  - ma: TB01\n    ly_do: vừa được tặng\n")
    told = reviewed_of(workspace, Ky(2024, 1, 3))
    message = "xã Hương Mai: 40, trong khi đơn vị ở giữa chỉ có 4"
    path = "data/2024Q1/xa_phuong/huong-mai.yaml"
    assert told.remarks()[WHOLE] == (
        f"Cảnh báo đã xem và chấp nhận:\n- TB01: {message} ({path}:25). Lý do: vừa được tặng"
    )
    assert json.loads(dumped(told.as_data("2024Q1")))["accepted"] == [
        {"code": "TB01", "message": message, "file": path, "line": 25, "reason": "vừa được tặng"}
    ]


def test_every_figure_of_a_longer_period_can_be_reviewed(workspace: Path) -> None:
    them_ky(workspace, "2024Q2", "2024Q1")
    them_bao_cao(workspace, "2024H1", "2024Q2")
    told = reviewed_of(workspace, Ky(2024, 1, 6))
    by_path = {figure["path"]: figure for figure in json.loads(dumped(told.as_data("2024H1")))["figures"]}
    (operand,) = by_path["xa_phuong.nenh.ho_so.tiep_nhan.truc_tuyen"]["operands"]
    assert [(share["file"], share["value"]) for share in operand["shares"]] == [
        ("data/2024Q1/xa_phuong/nenh.yaml", 447),
        ("data/2024Q2/xa_phuong/nenh.yaml", 487),
    ]
    (recognised,) = by_path["xa_phuong.tu-lan.cong_nhan.nam"]["operands"]
    assert [share["file"] for share in recognised["shares"]] == ["data/2024Q2/xa_phuong/tu-lan.yaml"]


def reviewed_of(root: Path, ky: Ky) -> Review:
    gathered = gather(Reader(root), ky)
    composed = compose(gathered, root)
    assert composed.report is not None
    assert gathered.explainer is not None
    return review(composed.report, gathered.explainer, composed.manuscript, composed.accepted)
