"""Reading a period: its own files, or those of the shorter ones that it spans."""

from pathlib import Path

import pytest

from cqtt.models.ky import Ky
from cqtt.pipeline.read import Reader
from tests.conftest import faults
from tests.nhieu_ky import them_bao_cao, them_ky

QUY_I, QUY_II, NUA_NAM = Ky(2024, 1, 3), Ky(2024, 4, 6), Ky(2024, 1, 6)
XA = "data/2024Q2/xa_phuong"


@pytest.fixture
def half(workspace: Path) -> Path:
    """A workspace with two quarters and a document for the half year."""
    them_ky(workspace, "2024Q2", "2024Q1")
    them_bao_cao(workspace, "2024H1", "2024Q2")
    return workspace


def test_only_folders_of_communes_are_periods(half: Path) -> None:
    (half / "data/ghi-chep/xa_phuong").mkdir(parents=True)
    assert Reader(half).periods == (QUY_I, QUY_II)


def test_a_half_year_is_the_sum_of_its_quarters(half: Path) -> None:
    seen: list[tuple[int, int]] = []
    period = Reader(half, lambda done, total: seen.append((done, total))).period(NUA_NAM)
    assert faults(period.problems) == []
    assert (period.good, period.expected, len(seen)) == (17, 17, 34)
    assert period.data is not None
    assert [part.ky for part in period.data.cac_ky] == [QUY_I, QUY_II]
    assert period.data.bao_cao.nguon.path == "data/2024H1/bao_cao.yaml"


def test_files_of_its_own_come_before_the_sum(half: Path) -> None:
    (half / "data/2024H1/xa_phuong").mkdir()
    period = Reader(half).period(NUA_NAM)
    assert {problem.code for problem in period.problems} == {"TEP04"}


def test_a_notice_does_not_make_a_commune_bad(workspace: Path) -> None:
    assert Reader(workspace).period(QUY_I).good == 17


def test_a_quarter_with_errors_makes_no_half_year(half: Path) -> None:
    (half / XA / "nenh.yaml").unlink()
    period = Reader(half).period(NUA_NAM)
    assert period.data is None
    assert [problem.code for problem in faults(period.problems)] == ["TEP04"]
    assert (period.good, period.expected) == (16, 17)
