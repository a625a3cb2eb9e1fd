"""First stretch: what the files say, and who of them is good."""

from pathlib import Path

from cqtt.models.ky import Ky
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from tests.conftest import faults
from tests.nhieu_ky import Numbers, them_ky

QUY_I = Ky(2024, 1, 3)
XA = "data/2024Q1/xa_phuong"


def test_every_commune_is_read_and_counted(workspace: Path) -> None:
    seen: list[tuple[int, int]] = []
    gathered = gather(Reader(workspace, lambda done, total: seen.append((done, total))), QUY_I)
    assert (faults(gathered.problems), gathered.good, gathered.expected) == ([], 17, 17)
    assert seen == [(i, 17) for i in range(1, 18)]


def test_a_commune_that_breaks_a_rule_is_not_good(workspace: Path) -> None:
    file = workspace / XA / "nenh.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("tra_lai: 0", "tra_lai: 1"), encoding="utf-8")
    assert gather(Reader(workspace), QUY_I).good == 16


def test_without_any_commune_there_are_no_figures(workspace: Path) -> None:
    for file in (workspace / XA).iterdir():
        file.unlink()
    gathered = gather(Reader(workspace), QUY_I)
    assert gathered.tong_hop is None
    assert [problem.code for problem in gathered.problems] == ["TEP04"]
    assert (gathered.good, gathered.expected) == (0, 17)


def test_an_authority_that_cannot_be_read_ends_the_road(workspace: Path) -> None:
    (workspace / "data/don_vi.yaml").write_bytes(b"\xff\xfe")
    gathered = gather(Reader(workspace), QUY_I)
    assert gathered.tong_hop is None
    assert [problem.code for problem in gathered.problems] == ["TEP01"]


def test_the_periods_to_compare_with_are_summed_up_too(workspace: Path) -> None:
    for ma, before in (("2023Q4", "2024Q1"), ("2023Q1", "2024Q1")):
        them_ky(workspace, ma, before)
    tong_hop = gather(Reader(workspace), Ky(2024, 1, 3)).tong_hop
    assert tong_hop is not None
    assert tong_hop.ky_truoc is not None
    assert tong_hop.cung_ky is not None
    assert (tong_hop.ky_truoc.ky, tong_hop.cung_ky.ky) == (Ky(2023, 10, 12), Ky(2023, 1, 3))
    assert tong_hop.cung_ky.so_lieu["ho_so.tiep_nhan.tong"].gia_tri == 5713


def test_without_earlier_files_there_is_nothing_to_compare_with(workspace: Path) -> None:
    tong_hop = gather(Reader(workspace), QUY_I).tong_hop
    assert tong_hop is not None
    assert (tong_hop.ky_truoc, tong_hop.cung_ky) == (None, None)


def test_the_findings_that_are_told_have_heard_the_acknowledgements(workspace: Path) -> None:
    file = workspace / XA / "huong-mai.yaml"
    numbers = Numbers(file)
    numbers["trang_thiet_bi.may_in"] = 40
    numbers.save()
    text = file.read_text(encoding="utf-8")
    assert [problem.code for problem in faults(gather(Reader(workspace), QUY_I).told)] == ["TB01"]
    file.write_text(f"{text}chap_nhan:\n  - ma: TB01\n    ly_do: vừa được tặng\n", encoding="utf-8")
    gathered = gather(Reader(workspace), QUY_I)
    assert faults(gathered.told) == []
    assert [problem.code for problem in faults(gathered.problems)] == ["TB01"]


def test_without_figures_nothing_is_explained(workspace: Path) -> None:
    assert gather(Reader(workspace), QUY_I).explainer is not None
    (workspace / "data/don_vi.yaml").write_bytes(b"\xff\xfe")
    assert gather(Reader(workspace), QUY_I).explainer is None
