"""One import as a whole: its files are the units', the log, and what undoes it."""

from pathlib import Path

import pytest

from cqtt.collect.log import log_text, read_log
from cqtt.faults import UsageFault
from cqtt.pipeline.importing import Imported, import_answers, undo
from cqtt.pipeline.read import Reader
from tests.cli.tien_trinh import run
from tests.phieu import QUY_II, answer, put

NOW = "2024-07-01 08:00:00"


def imported(root: Path, data: bytes) -> Imported:
    (root / "nenh.xlsx").write_bytes(data)
    return import_answers(Reader(root), QUY_II, [root / "nenh.xlsx"], lambda path: path.name, replace=False, time=NOW)


def write(files: dict[Path, bytes]) -> None:
    for path, data in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


def test_nothing_is_to_be_written_of_a_faulty_answer(workspace: Path) -> None:
    run(workspace, "new", "2024Q2")
    found = imported(workspace, answer(change=put("x")))
    assert (found.files, found.ready, len(found.refused)) == ({}, [], 1)


def test_a_good_one_leaves_a_log_and_can_be_undone(workspace: Path) -> None:
    run(workspace, "new", "2024Q2")
    nenh = workspace / "data/2024Q2/xa_phuong/nenh.yaml"
    before = nenh.read_bytes()
    found = imported(workspace, answer())
    assert [path.relative_to(workspace).as_posix() for path in found.files] == [
        "data/2024Q2/xa_phuong/nenh.yaml",
        "data/2024Q2/nhap/nhat_ky.txt",
        "data/2024Q2/nhap/hoan_tac.json",
    ]
    write(found.files)
    (entry,) = read_log(log_text(workspace, QUY_II))
    assert (entry.ma, entry.file, entry.time) == ("nenh", "nenh.xlsx", NOW)
    assert entry.taken["ho_so.tiep_nhan.truc_tuyen"].where == "Phiếu!C40"
    undone = undo(workspace, QUY_II, NOW)
    assert undone.files[nenh] == before
    write(undone.files)
    assert read_log(log_text(workspace, QUY_II)) == []
    with pytest.raises(UsageFault, match="không có lần nhập nào"):
        undo(workspace, QUY_II, NOW)
