"""How far a period has come, beside the one before."""

import re
from datetime import date
from pathlib import Path

from cqtt.models.ky import Ky
from cqtt.pipeline.read import Reader
from cqtt.pipeline.scaffold import scaffold
from cqtt.pipeline.status import Stage, Status, days_left, status
from tests.pipeline.test_scaffold import fill_in, put

QUY_I, QUY_II = Ky(2024, 1, 3), Ky(2024, 4, 6)
TODAY = date(2024, 6, 30)


def of(root: Path) -> Status:
    found, _ = status(Reader(root), QUY_II, TODAY)
    assert found is not None
    return found


def test_a_new_period_waits_for_everyone(workspace: Path) -> None:
    put(workspace, QUY_II, scaffold(Reader(workspace), QUY_II, QUY_I))
    found = of(workspace)
    assert {row.state for row in found.rows} == {Stage.UNFILLED}
    assert all(row.figures == {} and row.change is None for row in (*found.rows, found.total))
    assert found.todo[0].startswith("17 đơn vị chưa điền hết: phường Bích Động, ")
    assert found.todo[1] == "data/2024Q2/bao_cao.yaml: 8 chỗ chưa điền"
    assert (found.cut_off, found.deadline, days_left(found)) == (TODAY, date(2024, 7, 1), 1)


def test_the_change_is_that_of_who_has_reported(workspace: Path) -> None:
    """The sum of three communes is set beside the same three, and not beside all seventeen."""
    put(workspace, QUY_II, scaffold(Reader(workspace), QUY_II, QUY_I))
    fill_in(workspace / "data/2024Q2", lambda: 300)
    whole = of(workspace)
    assert whole.total.change is not None
    assert whole.total.change.truoc.in_ra == "96,6%"
    assert {row.state for row in whole.rows} == {Stage.GOOD}
    for file in sorted((workspace / "data/2024Q2/xa_phuong").iterdir()):
        if file.stem != "nenh":
            file.unlink()
    part = of(workspace)
    nenh = next(row for row in part.rows if row.unit and row.unit.ma == "nenh")
    assert part.total.change == nenh.change
    assert nenh.change is not None
    assert nenh.change.co_dau.startswith("+")
    assert part.todo[0].startswith("16 đơn vị chưa gửi: ")


def test_prose_that_was_left_over_is_told(workspace: Path) -> None:
    put(workspace, QUY_II, scaffold(Reader(workspace), QUY_II, QUY_I))
    fill_in(workspace / "data/2024Q2", lambda: 300)
    todo = of(workspace).todo
    said = r"data/2024Q2/bao_cao\.yaml:\d+: (\d+)/\1 đoạn văn xuôi giống hệt 2024Q1: dòng [\d, ]+ …"
    assert any(re.fullmatch(said, item) for item in todo)


def test_what_status_promises_build_keeps(workspace: Path) -> None:
    """A stray file, or a mistake in the template, is still to be mended."""
    ready, _ = status(Reader(workspace), QUY_I, TODAY)
    assert ready is not None
    assert ready.todo == ()
    xa = workspace / "data/2024Q1/xa_phuong"
    (xa / "Copy of nenh.yaml").write_bytes((xa / "nenh.yaml").read_bytes())
    stray, _ = status(Reader(workspace), QUY_I, TODAY)
    assert stray is not None
    assert stray.todo[0].startswith("data/2024Q1/xa_phuong/Copy of nenh.yaml: có vẻ là bản sao")
    (xa / "Copy of nenh.yaml").unlink()
    template = workspace / "templates/bao_cao.docx.j2"
    template.write_text(
        template.read_text(encoding="utf-8").replace("tiep_nhan.tong | so", "tiep_nhan.x | so"), "utf-8"
    )
    wrong, _ = status(Reader(workspace), QUY_I, TODAY)
    assert wrong is not None
    assert wrong.todo[0].startswith("templates/bao_cao.docx.j2:")


def test_an_authority_that_cannot_be_read_has_no_status(workspace: Path) -> None:
    (workspace / "data/don_vi.yaml").unlink()
    found, problems = status(Reader(workspace), QUY_I, TODAY)
    assert found is None
    assert "TEP04" in [problem.code for problem in problems]
