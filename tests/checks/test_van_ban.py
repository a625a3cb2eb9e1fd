"""The document's own data: names, date, signer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.checks import check
from cqtt.models.ky import Ky
from cqtt.problems import Problem, Severity
from cqtt.source.loader import load, load_authority
from tests.conftest import not_shipped

Edit = Callable[[str, str, str], None]
BAO_CAO = "data/2024Q1/bao_cao.yaml"


def only(workspace: Path) -> Problem:
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    (problem,) = not_shipped(check(data))
    return problem


def test_an_unknown_commune_in_an_order_is_found_with_the_nearest(workspace: Path, edit: Edit) -> None:
    edit(BAO_CAO, "[tu-lan, tang-tien]", "[tu-lan, tang-tin]")
    problem = only(workspace)
    assert (problem.code, problem.key) == ("BC01", "thu_tu_neu_ten.chua_gan_sao[2]")
    assert problem.message == "không có đơn vị mang mã “tang-tin”"
    assert problem.hint == "có phải ý bạn là “tang-tien”?"


def test_a_day_that_the_month_does_not_have(workspace: Path, edit: Edit) -> None:
    edit(BAO_CAO, "ngay: null", "ngay: 31")
    problem = only(workspace)
    assert (problem.code, problem.message) == ("BC02", "tháng 4 năm 2024 chỉ có 30 ngày, đang ghi ngày 31")


def test_nobody_signing_is_a_warning(workspace: Path, edit: Edit) -> None:
    edit("data/don_vi.yaml", "ho_ten: Thân Văn Thuận", "ho_ten: null")
    problem = only(workspace)
    assert (problem.code, problem.severity) == ("BC03", Severity.WARNING)
    assert problem.position.path == "data/don_vi.yaml"


def test_a_form_of_signing_without_its_office(workspace: Path, edit: Edit) -> None:
    edit("data/don_vi.yaml", "  quyen_han: CHỦ TỊCH\n", "")
    problem = only(workspace)
    assert (problem.code, problem.severity) == ("BC04", Severity.ERROR)
    assert problem.message == "có hình thức ký KT. mà không có quyen_han"


def test_the_periods_own_signer_is_the_one_looked_at(workspace: Path, edit: Edit) -> None:
    edit(BAO_CAO, "nam: 2024\n", "nam: 2024\nnguoi_ky:\n  hinh_thuc: null\n  ho_ten: null\n")
    problem = only(workspace)
    assert (problem.code, problem.position.path) == ("BC03", BAO_CAO)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Phòng A.", "“Phòng A.” kết thúc bằng “.”"),
        ("Phòng A,", "“Phòng A,” kết thúc bằng “,”"),
        ("Phòng A.;", "“Phòng A.;” kết thúc bằng “.”"),
        ("- Phòng A", "“- Phòng A” mở đầu bằng “-”"),
        ("–Phòng A", "“–Phòng A” mở đầu bằng “–”"),
        ("1. Phòng A", "“1. Phòng A” mở đầu bằng “1.”"),
        ("Lưu: VT", "“Lưu: VT” mở đầu bằng “Lưu:”"),
        (";", "“;” không có chữ"),
    ],
)
def test_recipients_leave_their_marks_to_the_layout(workspace: Path, edit: Edit, line: str, message: str) -> None:
    edit("data/don_vi.yaml", "  - Phòng Nội vụ\n", f'  - "{line}"\n')
    problem = only(workspace)
    assert (problem.code, problem.severity, problem.message) == ("BC05", Severity.ERROR, message)
    assert (problem.key, problem.position.path) == ("noi_nhan[5]", "data/don_vi.yaml")
    assert line in problem.position.text


def test_addressees_archive_and_the_periods_own_recipients_are_looked_at_too(workspace: Path, edit: Edit) -> None:
    edit("data/don_vi.yaml", "luu: VT\n", 'luu: VT.\nkinh_gui: ["- Tỉnh ủy", "UBND tỉnh;"]\n')
    edit(BAO_CAO, "nam: 2024\n", "nam: 2024\nnoi_nhan: [Phòng A;, Sở B..., Sở C.]\n")
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    found = not_shipped(check(data))
    assert [(p.code, p.position.path, p.key) for p in found] == [
        ("BC05", "data/don_vi.yaml", "luu"),
        ("BC05", "data/don_vi.yaml", "kinh_gui[1]"),
        ("BC05", "data/don_vi.yaml", "kinh_gui[2]"),
        ("BC05", BAO_CAO, "noi_nhan[3]"),
    ]
