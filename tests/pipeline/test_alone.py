"""One unit's file alone: what the whole check says of it, also where other files would keep that back."""

import shutil
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest

from cqtt.checks.chap_nhan import acknowledgements, settle
from cqtt.models.ky import Ky
from cqtt.pipeline.alone import in_place, look, look_in_place
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.problems import Problem
from cqtt.reporter import ordered, text
from tests.conftest import QUY_I, ROOT, faults
from tests.nhieu_ky import them_ky

Edit = Callable[[str, str, str], None]
XA = "data/2024Q1/xa_phuong"
NENH = f"{XA}/nenh.yaml"
QUY_II = Ky(2024, 4, 6)


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in ordered(faults(problems))]


def whole_check(root: Path, ky: Ky) -> dict[str, str]:
    """What the whole check says of each file, word by word."""
    gathered = gather(Reader(root), ky)
    entries = tuple(acknowledgements(gathered.data)) if gathered.data else ()
    told = ordered(settle(gathered.problems, entries, all_known=True)[0])
    return {path: text(list(found)) for path, found in groupby(told, key=lambda problem: problem.path)}


@pytest.mark.parametrize("ma", ["2023Q4", "2024Q1"])
def test_shipped_files_are_told_what_the_whole_check_tells(ma: str) -> None:
    ky = Ky(2023, 10, 12) if ma == "2023Q4" else QUY_I
    reader, told = Reader(ROOT), whole_check(ROOT, ky)
    for file in sorted((ROOT / "data" / ma / "xa_phuong").iterdir()):
        path = file.relative_to(ROOT).as_posix()
        assert text(look_in_place(reader, path, ky).problems) == told.get(path, "")


def test_all_kinds_of_findings_are_those_of_the_whole_check(workspace: Path, edit: Edit) -> None:
    """Reading, rules of one unit, beside the others (XA01, TB01), beside the last period (KY01, KY02), acknowledged."""
    them_ky(workspace, "2024Q2", "2024Q1")
    q2 = "data/2024Q2/xa_phuong"
    for ma, old, new in (
        ("nenh", "wifi: true", "wifi: có"),
        ("van-ha", "tra_lai: 0", "tra_lai: 3"),
        ("tu-lan", "may_in: ", "may_in: 40"),
        ("van-trung", "may_in: ", "may_in: 40"),
    ):
        edit(f"{q2}/{ma}.yaml", old, new)
    own = workspace / q2 / "van-trung.yaml"
    reason = "chap_nhan:\n  - {ma: TB01, ly_do: đã đếm}\n  - {ma: XA01, ly_do: không có}\n"
    own.write_text(own.read_text(encoding="utf-8") + reason, encoding="utf-8")
    (workspace / q2 / "ninh-son.yaml").write_bytes((workspace / XA / "ninh-son.yaml").read_bytes())
    found = {}
    for ma in ("nenh", "van-ha", "tu-lan", "van-trung", "ninh-son"):
        found[ma] = codes(look_in_place(Reader(workspace), f"{q2}/{ma}.yaml", QUY_II).problems)
    assert found == {
        "nenh": ["KIEU04"],
        "van-ha": ["HS01"],
        "tu-lan": ["KY12", "TB01"],
        "van-trung": ["KY12"],  # what is idle is told once nothing else is wrong, as in the whole check
        "ninh-son": ["KY02", "KY01"],
    }


def test_a_wrong_file_of_the_last_period_keeps_nothing_back_from_the_others(workspace: Path, edit: Edit) -> None:
    them_ky(workspace, "2024Q2", "2024Q1")
    edit(f"{XA}/van-ha.yaml", "wifi: true", "wifi: có")
    (workspace / "data/2024Q2/bao_cao.yaml").unlink()
    file = workspace / "data/2024Q2/xa_phuong/nenh.yaml"
    shutil.copy(workspace / NENH, file)
    assert codes(look_in_place(Reader(workspace), "data/2024Q2/xa_phuong/nenh.yaml", QUY_II).problems) == [
        "KY02",
        "KY01",
    ]
    assert codes(look_in_place(Reader(workspace), "data/2024Q2/xa_phuong/van-ha.yaml", QUY_II).problems) == []


def test_of_two_that_are_alike_each_is_told_unless_one_says_that_it_is_right(workspace: Path) -> None:
    copy = (workspace / XA / "bich-dong.yaml").read_text(encoding="utf-8").replace("Bích Động", "Nếnh")
    (workspace / NENH).write_text(copy, encoding="utf-8")
    both = (f"{XA}/bich-dong.yaml", NENH)
    assert [codes(look_in_place(Reader(workspace), path, QUY_I).problems) for path in both] == [["XA01"], ["XA01"]]
    copy += "chap_nhan:\n  - {ma: XA01, ly_do: đã kiểm tra}\n"
    (workspace / NENH).write_text(copy, encoding="utf-8")
    assert [codes(look_in_place(Reader(workspace), path, QUY_I).problems) for path in both] == [[], []]


def test_only_a_units_file_of_a_period_is_in_place(workspace: Path) -> None:
    reader = Reader(workspace)
    paths = (
        NENH,
        "data/2024Q1/bao_cao.yaml",
        "data/nhap/xa_phuong/nenh.yaml",
        "data/2024Q1/khac/nenh.yaml",
        "nenh.yaml",
    )
    assert [in_place(reader, path) for path in paths] == [QUY_I, None, None, None, None]


def test_a_file_from_elsewhere_stands_in_for_the_units_own(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("mail")
    copy = (workspace / NENH).read_text(encoding="utf-8")
    (away / "goi.yaml").write_text(copy.replace("may_in: 5", "may_in: 500"), encoding="utf-8")
    looked = look(away, "goi.yaml", Reader(workspace), QUY_I)
    assert (looked.unit and looked.unit.ma, looked.ky, looked.left_out) == ("nenh", QUY_I, "")
    assert codes(looked.problems) == ["TB01"]
    assert looked.problems[0].position.path == "goi.yaml"


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        ("goi.yaml", "Lạ Lùng", "“Lạ Lùng” không có trong don_vi.yaml"),
        ("nenh.yaml", "Vân Hà", "tên tệp là của phường Nếnh, bên trong lại ghi “Vân Hà”"),
    ],
)
def test_whose_a_file_is_must_be_clear(workspace: Path, tmp_path: Path, name: str, written: str, told: str) -> None:
    copy = (workspace / NENH).read_text(encoding="utf-8").replace("phuong_xa: Nếnh", f"phuong_xa: {written}")
    (tmp_path / name).write_text(copy, encoding="utf-8")
    (problem,) = faults(look(tmp_path, name, Reader(workspace), QUY_I).problems)
    assert (problem.code, problem.message) == ("TEP06", told)


def test_without_a_period_or_a_workspace_it_is_said_what_is_left_out(
    workspace: Path, tmp_path: Path, edit: Edit
) -> None:
    edit(NENH, "tra_lai: ", "tra_lai: 5")
    shutil.copy(workspace / NENH, tmp_path / "goi.yaml")
    looked = look(tmp_path, "goi.yaml", Reader(workspace), None)
    assert looked.left_out.startswith("chưa so với các đơn vị khác và kỳ trước: ghi tên kỳ trước tên tệp")
    assert [p.message.partition(":")[0] for p in looked.problems] == ["phường Nếnh"]
    looked = look(tmp_path, "goi.yaml", None, None)
    assert looked.left_out.endswith("không thấy data/don_vi.yaml")
    assert [p.message.partition(":")[0] for p in looked.problems] == ["đơn vị cấp xã Nếnh"]
    assert codes(looked.problems) == ["HS01"]


def test_two_units_of_one_name_are_told_apart_by_the_files_name(workspace: Path, tmp_path: Path, edit: Edit) -> None:
    edit("data/don_vi.yaml", "ten: Vân Hà", "ten: Nếnh")
    shutil.copy(workspace / NENH, tmp_path / "goi.yaml")
    (problem,) = look(tmp_path, "goi.yaml", Reader(workspace), QUY_I).problems
    assert problem.message == "có 2 đơn vị tên “Nếnh”: phường Nếnh, xã Nếnh"
    assert problem.hint == "đặt tên tệp theo mã của đơn vị: nenh.yaml hoặc van-ha.yaml"
    shutil.copy(workspace / NENH, tmp_path / "nenh.yaml")
    looked = look(tmp_path, "nenh.yaml", Reader(workspace), QUY_I)
    assert (looked.unit and looked.unit.loai, looked.problems) == ("phường", [])


def test_a_file_beside_a_wrong_authority_is_looked_at_all_the_same(workspace: Path, edit: Edit) -> None:
    edit("data/don_vi.yaml", "ten: Việt Yên", "tên: Việt Yên")
    edit(NENH, "wifi: true", "wifi: có")
    looked = look_in_place(Reader(workspace), NENH, QUY_I)
    assert codes(looked.problems) == ["KIEU04"]
    assert looked.left_out.endswith("data/don_vi.yaml có lỗi")
