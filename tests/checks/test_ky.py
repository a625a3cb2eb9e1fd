"""One period beside another; the sentences are in tests/pipeline/sai."""

from pathlib import Path

import pytest

from cqtt.checks.ky import carried_over, nothing_is_copied, parts_join
from cqtt.models.du_lieu import DuLieu
from cqtt.models.ky import doc_ky
from cqtt.problems import Severity
from cqtt.source.loader import load, load_authority
from tests.nhieu_ky import Numbers, them_ky


def read(root: Path, ma: str) -> DuLieu:
    ky = doc_ky(ma)
    assert ky is not None
    data = load(root, ky, load_authority(root)).data
    assert data is not None
    return data


@pytest.fixture
def two(workspace: Path) -> Path:
    """A workspace with two quarters."""
    them_ky(workspace, "2024Q2", "2024Q1")
    return workspace


def change(root: Path, file: str, path: str, by: int) -> None:
    numbers = Numbers(root / "data" / file)
    numbers[path] += by
    numbers.save()


def test_two_quarters_that_join(two: Path) -> None:
    first, second = read(two, "2024Q1"), read(two, "2024Q2")
    assert list(carried_over(first, second)) == []
    assert list(nothing_is_copied(first, second)) == []
    assert list(parts_join([first, second], None)) == []


def test_a_gap_between_two_quarters_names_both_lines(two: Path) -> None:
    change(two, "2024Q2/xa_phuong/nenh.yaml", "ho_so.tiep_nhan.ky_truoc", 1)
    (problem,) = carried_over(read(two, "2024Q1"), read(two, "2024Q2"))
    assert (problem.code, problem.severity) == ("KY01", Severity.WARNING)
    assert problem.position.path == "data/2024Q2/xa_phuong/nenh.yaml"
    assert problem.hint == "hai số phải bằng nhau; số cuối kỳ trước ở data/2024Q1/xa_phuong/nenh.yaml:41"
    (joined,) = parts_join([read(two, "2024Q1"), read(two, "2024Q2")], None)
    assert joined.severity is Severity.ERROR


def test_small_numbers_may_agree_by_chance(two: Path) -> None:
    change(two, "2024Q2/xa_phuong/nenh.yaml", "mot_cua.bang_bieu", -1)
    assert list(nothing_is_copied(read(two, "2024Q1"), read(two, "2024Q2"))) == []


def test_a_commune_without_a_file_before_is_compared_with_nothing(two: Path) -> None:
    (two / "data/2024Q1/xa_phuong/nenh.yaml").unlink()
    first, second = read(two, "2024Q1"), read(two, "2024Q2")
    assert list(carried_over(first, second)) == []
    assert list(nothing_is_copied(first, second)) == []
