"""Files of every kind as answers of one unit and one period."""

from pathlib import Path

import pytest

from cqtt.collect.read_xlsx import grids
from cqtt.models.ky import Ky
from cqtt.pipeline.intake import Intake
from cqtt.pipeline.received import Received
from cqtt.problems import Problem
from tests.phieu import QUY_II, answer, authority, put
from tests.than_thien import REPORT


def taken(path: Path, ky: Ky = QUY_II) -> Received:
    (found,) = Intake(REPORT, authority(), ky).received([path], lambda file: file.name)
    return found


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "gui ve.xlsx"
    path.write_bytes(answer())
    return path


def test_a_form_is_known_by_itself_and_not_by_its_name(sent: Path) -> None:
    found = taken(sent)
    assert (found.good, found.unit and found.unit.ma, found.told) == (True, "nenh", [])
    assert len(found.sha256) == 64


def test_a_form_of_another_period(sent: Path) -> None:
    (problem,) = taken(sent, Ky(2024, 7, 9)).told
    assert (problem.code, problem.message) == ("PH02", "phiếu của kỳ 2024Q2, đang nhập kỳ 2024Q3")


def test_the_same_form_as_csv_gives_the_same_values(sent: Path, tmp_path: Path) -> None:
    sheets = grids("a", answer(change=put(301)))
    assert not isinstance(sheets, Problem)
    cells = {at: cell for at, cell in sheets[0].cells.items() if not cell.computed}  # a program writes their results
    sheets[0].cells = cells
    last = max(row for row, _ in sheets[0].cells)
    lines = [
        ";".join(sheets[0].text(row, column).replace(";", ",") for column in range(1, 6)) for row in range(1, last + 1)
    ]
    path = tmp_path / "nenh.csv"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    found = taken(path)
    assert found.told == []
    assert found.answer is not None
    assert found.answer.values["ho_so", "tiep_nhan", "truc_tuyen"] == 301
    assert ("sang_kien",) not in found.answer.values
    assert found.answer.position(("ho_so", "tra_lai")).where == "nenh.csv!C52"


def test_a_text_of_nobody_and_an_empty_file(tmp_path: Path) -> None:
    for name, code in (("nenh.docx", "PH05"), ("nenh.csv", "PH01"), ("nenh.xlsx", "PH05")):
        (tmp_path / name).write_bytes(b"")
        assert [problem.code for problem in taken(tmp_path / name).told] == [code]
