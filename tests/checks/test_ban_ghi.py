"""Written totals that are none, and files that are copies, are found."""

from collections.abc import Callable
from pathlib import Path

from cqtt.checks import check
from cqtt.models.ky import Ky
from cqtt.problems import Problem, Severity
from cqtt.source.loader import load, load_authority
from tests.conftest import not_shipped

Edit = Callable[[str, str, str], None]
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"


def found(workspace: Path) -> list[Problem]:
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    return not_shipped(check(data))


def test_a_written_total_must_be_the_sum_of_its_parts(workspace: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "    truc_tuyen: 280", "    tong: 296\n    truc_tuyen: 280")
    wrong = next(problem for problem in found(workspace) if problem.code == "HS02")
    assert wrong.message == "xã Hương Mai: tổng ghi 296, cộng các phần được 295 (lệch 1)"
    assert wrong.hint == "bỏ dòng tong, hoặc sửa: ky_truoc + truc_tuyen + truc_tiep"
    assert (wrong.position.line, wrong.position.column, wrong.key) == (35, 11, "ho_so.tiep_nhan.tong")


def test_a_written_total_that_agrees_is_welcome(workspace: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "    truc_tuyen: 280", "    tong: 295\n    truc_tuyen: 280")
    assert found(workspace) == []


def test_a_copied_file_is_found(workspace: Path) -> None:
    folder = workspace / "data/2024Q1/xa_phuong"
    text = (folder / "nenh.yaml").read_text(encoding="utf-8").replace("phuong_xa: Nếnh", "phuong_xa: Ninh Sơn")
    (folder / "ninh-son.yaml").write_text(text, encoding="utf-8")
    (problem,) = found(workspace)
    assert (problem.code, problem.severity) == ("XA01", Severity.WARNING)
    assert problem.message == "mọi số liệu của phường Ninh Sơn giống hệt phường Nếnh"
    assert problem.hint == "so với data/2024Q1/xa_phuong/nenh.yaml"
    assert (problem.key, problem.position.text) == ("phuong_xa", "phuong_xa: Ninh Sơn")
