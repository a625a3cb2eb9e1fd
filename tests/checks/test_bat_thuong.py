"""Figures that are hardly possible are told with what they are beside; what varies as figures do is not."""

from pathlib import Path

import pytest

from cqtt.checks.bat_thuong import no_file_is_mostly_another, unlike_the_others, unlike_the_period_before
from cqtt.models.du_lieu import DuLieu
from cqtt.problems import Problem, Severity
from tests.checks.test_ky import read
from tests.nhieu_ky import Numbers, them_ky

NENH = "2024Q2/xa_phuong/nenh.yaml"


@pytest.fixture
def two(workspace: Path) -> Path:
    them_ky(workspace, "2024Q2", "2024Q1")
    return workspace


def change(root: Path, file: str, **values: int) -> None:
    numbers = Numbers(root / "data" / file)
    for path, value in values.items():
        numbers[path.replace("__", ".")] = value
    numbers.save()


def told(root: Path) -> list[Problem]:
    first, second = read(root, "2024Q1"), read(root, "2024Q2")
    found = [*unlike_the_period_before(first, second), *unlike_the_others(second, first)]
    found += no_file_is_mostly_another(second)
    assert all(problem.severity is Severity.WARNING for problem in found)
    return found


def test_figures_that_vary_as_figures_do_are_not_told(two: Path, quy_i: DuLieu) -> None:
    assert told(two) == []
    assert list(unlike_the_others(quy_i, None)) == []


def test_a_digit_too_many_is_told_once_for_all_that_it_moved(two: Path) -> None:
    change(two, NENH, ho_so__tiep_nhan__truc_tuyen=4870, ho_so__da_giai_quyet__truoc_han=4719, so_hoa__ho_so=4870)
    (problem,) = [p for p in told(two) if p.code == "KY12"]
    assert problem.key == "ho_so.tiep_nhan.truc_tuyen"
    assert problem.message == (
        "phường Nếnh: đổi 5 lần trở lên so với 2024Q1: ho_so.tiep_nhan.truc_tuyen 4.870 (2024Q1: 447), "
        "ho_so.da_giai_quyet.truoc_han 4.719 (2024Q1: 298), so_hoa.ho_so 4.870 (2024Q1: 486)"
    )


def test_a_digit_too_few_is_told(two: Path) -> None:
    change(two, NENH, ho_so__tiep_nhan__truc_tuyen=48)
    assert [(p.code, p.key) for p in told(two) if p.code == "KY12"] == [("KY12", "ho_so.tiep_nhan.truc_tuyen")]


def test_overdue_in_the_place_of_in_time_is_told_beside_either(two: Path) -> None:
    change(two, NENH, ho_so__da_giai_quyet__qua_han=361, ho_so__da_giai_quyet__truoc_han=4)
    found = {p.code: p for p in told(two)}
    assert set(found) == {"KY12", "KY13"}
    assert found["KY13"].key == "ho_so.ty_le_dung_han"
    assert found["KY13"].message.startswith(
        "phường Nếnh: tỷ lệ hồ sơ giải quyết trước và đúng hạn 23,2%, ở 2024Q1 là 91,4%"
    )
    alone = {p.code: p.message for p in unlike_the_others(read(two, "2024Q2"), None)}
    assert set(alone) == {"XA04", "XA05"}
    assert "hạn 23,2%, đơn vị ở giữa là 9" in alone["XA05"]


def test_many_letters_are_told_where_there_is_no_period_before(two: Path) -> None:
    change(two, NENH, thu__chia_buon=1800)
    (problem,) = unlike_the_others(read(two, "2024Q2"), None)
    assert (problem.code, problem.key) == ("XA04", "thu.chia_buon")
    assert problem.message.startswith(
        "phường Nếnh: gấp 10 lần đơn vị ở giữa trở lên: thu.chia_buon 1.800 (đơn vị ở giữa: "
    )


def test_what_was_like_that_before_is_no_slip(two: Path) -> None:
    for ma in ("2024Q1", "2024Q2"):
        change(two, f"{ma}/xa_phuong/nenh.yaml", thu__chia_buon=1800)
    assert told(two) == []


def test_an_own_figure_with_a_digit_too_many_is_told(two: Path) -> None:
    change(two, "2024Q2/bao_cao.yaml", tin_bai=1590)
    (problem,) = told(two)
    assert problem.message == "1.590, ở 2024Q1 là 158: đổi 10 lần trở lên"


def test_a_neighbours_file_with_two_numbers_changed_is_told(two: Path) -> None:
    folder = two / "data/2024Q2/xa_phuong"
    text = (folder / "quang-chau.yaml").read_text(encoding="utf-8").replace("phuong_xa: Quang Châu", "phuong_xa: Nếnh")
    (folder / "nenh.yaml").write_text(text, encoding="utf-8")
    change(two, NENH, ho_so__tiep_nhan__truc_tuyen=411, thu__chuc_mung=77)
    (problem,) = [p for p in told(two) if p.code == "XA01"]
    assert "phường Nếnh" in problem.message
    assert "phường Quang Châu" in problem.message
    assert problem.message.endswith("; có lẽ chép rồi sửa")


def test_an_authority_may_set_its_own_bounds(two: Path) -> None:
    change(two, NENH, thu__chuc_mung=170)
    assert [p.code for p in told(two)] == ["KY12"]
    file = two / "data/don_vi.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"nguong_canh_bao:\n  gap_ky_truoc: 12\n{text}", encoding="utf-8")
    assert told(two) == []
