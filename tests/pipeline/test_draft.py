"""A draft sets aside whoever has no good file, by name and with the reason; the rest is looked at anew."""

from collections.abc import Callable
from pathlib import Path

from cqtt.models.du_lieu import Thieu
from cqtt.models.ky import Ky
from cqtt.pipeline.draft import as_draft
from cqtt.pipeline.read import Period, Reader
from tests.conftest import QUY_I, faults

Edit = Callable[[str, str, str], None]
XA = "data/2024Q1/xa_phuong"


def draft(root: Path, ky: Ky = QUY_I) -> Period:
    return as_draft(Reader(root).period(ky), ky)


def aside(period: Period) -> list[tuple[str, str]]:
    assert period.data is not None
    return [(unit.don_vi.ma, unit.loi) for unit in period.data.thieu]


def test_nobody_is_set_aside_where_all_is_well(workspace: Path) -> None:
    period = draft(workspace)
    assert aside(period) == []
    assert (len(period.units), faults(period.problems)) == (17, [])


def test_each_kind_of_fault_is_named(workspace: Path, edit: Edit) -> None:
    """Not there, not filled in, one wrong value, several, a sum that does not fit, a name that is not read."""
    (workspace / XA / "huong-mai.yaml").unlink()
    (workspace / XA / "tu-lan.yaml").rename(workspace / XA / "tu-lan.yml")
    edit(f"{XA}/ninh-son.yaml", "camera: true", "camera: chưa điền")
    edit(f"{XA}/nenh.yaml", "may_in: 5", "may_in: -5")
    edit(f"{XA}/van-trung.yaml", "wifi: true", "wifi: có")
    edit(f"{XA}/van-trung.yaml", "camera: true", "camera: chưa điền")
    edit(f"{XA}/van-ha.yaml", "tra_lai: 0", "tra_lai: 7")
    period = draft(workspace)
    assert aside(period) == [
        ("nenh", "SO06: Số âm"),
        ("ninh-son", ""),
        ("tu-lan", "TEP09: Tệp không được đọc"),
        ("van-trung", "KIEU04: Cần true hoặc false"),
        ("huong-mai", ""),
        ("van-ha", "HS01: Tiếp nhận khác đã + đang giải quyết + trả lại"),
    ]
    assert len(period.units) == 11
    assert faults(period.problems) == []


def test_several_mistakes_are_counted(workspace: Path, edit: Edit) -> None:
    edit(f"{XA}/nenh.yaml", "wifi: true", "wifi: có")
    edit(f"{XA}/nenh.yaml", "may_in: 5", "may_in: -5")
    assert aside(draft(workspace)) == [("nenh", "KIEU04: Cần true hoặc false, và 1 lỗi khác")]


def test_a_copy_is_no_copy_once_the_other_one_is_set_aside(workspace: Path, edit: Edit) -> None:
    text = (workspace / XA / "bich-dong.yaml").read_text(encoding="utf-8")
    (workspace / XA / "nenh.yaml").write_text(text.replace("Bích Động", "Nếnh"), encoding="utf-8")
    assert [p.code for p in faults(draft(workspace).problems)] == ["XA01"]
    edit(f"{XA}/bich-dong.yaml", "wifi: true", "wifi: có")
    assert faults(draft(workspace).problems) == []


def test_a_file_that_is_no_units_stays_a_warning(workspace: Path) -> None:
    (workspace / XA / "la.yaml").write_text("phuong_xa: Lạ\n", encoding="utf-8")
    (problem,) = faults(draft(workspace).problems)
    assert (problem.code, problem.severity.value, problem.position.path) == ("TEP05", "cảnh báo", f"{XA}/la.yaml")


def test_what_is_wrong_in_other_files_stays_wrong(workspace: Path, edit: Edit) -> None:
    edit("data/2024Q1/bao_cao.yaml", "ngay: null", "ngay: 31")
    (problem,) = faults(draft(workspace).problems)
    assert (problem.code, problem.severity.value) == ("BC02", "lỗi")


def test_where_nobody_is_left_it_is_said(workspace: Path) -> None:
    for file in (workspace / XA).iterdir():
        file.write_text("a: 1\n", encoding="utf-8")
    (problem,) = draft(workspace).problems
    assert problem.message == "chưa đơn vị nào có tệp đúng, nên chưa có gì để tổng hợp"
    assert (problem.position.path, problem.hint) == (XA, "xem: cqtt status 2024Q1")
    for file in (workspace / XA).iterdir():
        file.unlink()
    (problem,) = draft(workspace).problems
    assert problem.message == "chưa có tệp nào của 17 đơn vị cấp xã"


def test_a_longer_period_is_as_it_was(workspace: Path) -> None:
    period = Reader(workspace).period(Ky(2024, 1, 6))
    assert as_draft(period, Ky(2024, 1, 6)) is period


def test_those_set_aside_are_units(workspace: Path) -> None:
    (workspace / XA / "nenh.yaml").unlink()
    period = draft(workspace)
    assert period.data is not None
    (missing,) = period.data.thieu
    assert isinstance(missing, Thieu)
    assert missing.don_vi.ten_day_du == "phường Nếnh"
