"""Dossiers that do not add up are found, with the commune, the lines and the difference."""

from collections.abc import Callable
from pathlib import Path

from cqtt.checks import check
from cqtt.models.ky import Ky
from cqtt.problems import Problem
from cqtt.source.loader import load, load_authority
from tests.conftest import not_shipped

Edit = Callable[[str, str, str], None]
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"


def found(workspace: Path) -> list[Problem]:
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    return not_shipped(check(data))


def test_the_repositorys_data_fit_together(workspace: Path) -> None:
    assert found(workspace) == []


def test_a_gap_names_the_commune_the_lines_and_the_difference(workspace: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: 290")
    edit(HUONG_MAI, "  ho_so: 295", "  ho_so: 300")
    own, total = found(workspace)
    assert (own.code, own.position.line, own.key) == ("HS01", 33, "ho_so.tiep_nhan.tong")
    assert own.message == (
        "xã Hương Mai: tiếp nhận 305, nhưng đã giải quyết 277 + đang giải quyết 18 + trả lại 0 = 295 (lệch 10)"
    )
    assert own.hint == "kiểm tra tiep_nhan dòng 33, da_giai_quyet dòng 37, dang_giai_quyet dòng 41, tra_lai dòng 44"
    assert (total.code, total.position.path, total.position.line) == ("HS03", "data/2024Q1/xa_phuong", 0)
    assert total.message == (
        "cộng 17 đơn vị: tiếp nhận 5.017, nhưng đã giải quyết 4.713 + đang giải quyết 292 + trả lại 2 = 5.007 (lệch 10)"
    )
    assert total.hint == f"lệch ở: xã Hương Mai (10, {HUONG_MAI}:33)"


def test_without_communes_nothing_can_have_a_gap(workspace: Path) -> None:
    for file in (workspace / "data/2024Q1/xa_phuong").iterdir():
        file.unlink()
    assert found(workspace) == []


def test_gaps_that_cancel_out_are_found_all_the_same(workspace: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: 281")
    edit("data/2024Q1/xa_phuong/nenh.yaml", "truc_tuyen: 447", "truc_tuyen: 446")
    edit("data/2024Q1/xa_phuong/nenh.yaml", "  ho_so: 486", "  ho_so: 485")
    assert [problem.code for problem in found(workspace)] == ["HS01", "HS01"]


def test_no_more_is_digitised_than_there_is(workspace: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "  ket_qua: 277", "  ket_qua: 278")
    (wrong,) = found(workspace)
    assert (wrong.code, wrong.key) == ("HS04", "so_hoa.ket_qua")
    assert wrong.message == "xã Hương Mai: đã số hóa 278, nhiều hơn tổng số đã giải quyết 277"
