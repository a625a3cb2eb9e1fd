"""First stretch: what the files say, and who of them is good."""

from pathlib import Path

from cqtt.models.ky import Ky
from cqtt.pipeline.gather import gather
from tests.conftest import faults

QUY_I = Ky(2024, 1, 3)
XA = "data/2024Q1/xa_phuong"


def test_every_commune_is_read_and_counted(workspace: Path) -> None:
    seen: list[tuple[int, int]] = []
    gathered = gather(workspace, QUY_I, lambda done, total: seen.append((done, total)))
    assert (faults(gathered.problems), gathered.good, gathered.expected) == ([], 17, 17)
    assert seen == [(i, 17) for i in range(1, 18)]


def test_a_commune_that_breaks_a_rule_is_not_good(workspace: Path) -> None:
    file = workspace / XA / "nenh.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("tra_lai: 0", "tra_lai: 1"), encoding="utf-8")
    assert gather(workspace, QUY_I).good == 16


def test_without_any_commune_there_are_no_figures(workspace: Path) -> None:
    for file in (workspace / XA).iterdir():
        file.unlink()
    gathered = gather(workspace, QUY_I)
    assert gathered.tong_hop is None
    assert [problem.code for problem in gathered.problems] == ["TEP04"] * 17
    assert (gathered.good, gathered.expected) == (0, 17)


def test_an_authority_that_cannot_be_read_ends_the_road(workspace: Path) -> None:
    (workspace / "data/don_vi.yaml").write_bytes(b"\xff\xfe")
    gathered = gather(workspace, QUY_I)
    assert gathered.tong_hop is None
    assert [problem.code for problem in gathered.problems] == ["TEP01"]
