"""What of an answer goes into a file, and what of the file would be lost."""

from pathlib import Path

from cqtt.collect.log import Entry, Taken
from cqtt.pipeline.answers import Import
from cqtt.pipeline.intake import Intake
from cqtt.pipeline.read import Reader
from cqtt.pipeline.received import Received
from tests.cli.tien_trinh import run
from tests.phieu import QUY_II, Change, answer, authority, put
from tests.than_thien import REPORT

NENH = "data/2024Q2/xa_phuong/nenh.yaml"


def imported(
    root: Path, change: Change = lambda *_: None, log: list[Entry] | None = None
) -> tuple[Received, list[str]]:
    (root / "nenh.xlsx").write_bytes(answer(change=change))
    (file,) = Intake(REPORT, authority(), QUY_II).received([root / "nenh.xlsx"], lambda path: path.name)
    ready = Import(Reader(root), QUY_II, log or []).ready([file])
    return file, [made.path for made in ready]


def codes(file: Received) -> list[str]:
    return [problem.code for problem in file.told]


def edited(root: Path, old: str, new: str) -> None:
    text = (root / NENH).read_text(encoding="utf-8")
    assert old in text
    (root / NENH).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_placeholders_and_what_new_carried_over_give_way(workspace: Path) -> None:
    run(workspace, "new", "2024Q2")
    file, paths = imported(workspace)
    assert paths == [NENH]
    assert codes(file) == ["KY01", "KY12"]


def test_a_value_that_somebody_typed_does_not_and_one_that_an_import_wrote_does(workspace: Path) -> None:
    run(workspace, "new", "2024Q2")
    edited(workspace, "truc_tuyen: chưa điền", "truc_tuyen: 7")
    file, paths = imported(workspace)
    assert (paths, codes(file)) == ([], ["KY01", "KY12", "PH10"])
    taken = {"ho_so.tiep_nhan.truc_tuyen": Taken("7", "Phiếu!C40")}
    entry = Entry(1, "2024-07-01 08:00:00", "nenh", "phường Nếnh", "a.xlsx", "0" * 64, taken)
    assert imported(workspace, log=[entry])[1] == [NENH]


def test_an_acknowledged_warning_in_the_file_is_a_notice(workspace: Path) -> None:
    run(workspace, "new", "2024Q2")
    text = (workspace / NENH).read_text(encoding="utf-8")
    (workspace / NENH).write_text(text + "chap_nhan:\n  - ma: KY01\n    ly_do: đã rà\n", encoding="utf-8")
    file, paths = imported(workspace)
    assert paths == [NENH]
    assert [problem.severity.value for problem in file.told if problem.code == "KY01"] == ["lưu ý"]


def test_a_broken_file_is_not_written_into(workspace: Path) -> None:
    run(workspace, "new", "2024Q2")
    (workspace / NENH).write_text("a: [1\n", encoding="utf-8")
    file, paths = imported(workspace)
    assert paths == []
    assert "YAML03" in codes(file)


def test_a_file_that_is_not_there_is_made(workspace: Path) -> None:
    run(workspace, "new", "2024Q2")
    (workspace / NENH).unlink()
    assert imported(workspace)[1] == [NENH]


def test_a_faulty_answer_is_not_held_against_the_rules_as_well(workspace: Path) -> None:
    run(workspace, "new", "2024Q2")
    assert codes(imported(workspace, put("x"))[0]) == ["SO10"]
