"""An answer by itself: its record and its findings, without a workspace."""

from pathlib import Path

from cqtt.models.ky import Ky
from cqtt.pipeline.form_alone import answer_alone
from tests.phieu import QUY_II, answer, blank, put
from tests.than_thien import REPORT


def test_a_whole_answer_is_a_record_of_the_unit_at_its_head(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(answer())
    record, problems, ky = answer_alone(tmp_path, "a.xlsx", REPORT, None)
    assert record is not None
    assert getattr(record.gia_tri, REPORT.unit_name) == "Nếnh"
    assert (problems, ky) == ([], QUY_II)


def test_a_faulty_one_is_none_and_names_its_cells(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(answer(change=put("5.007")))
    record, (problem,), _ = answer_alone(tmp_path, "a.xlsx", REPORT, QUY_II)
    assert record is None
    assert (problem.position.where, problem.code) == ("a.xlsx!Phiếu!C40", "SO01")


def test_a_form_of_another_period(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(blank())
    _, (problem,), _ = answer_alone(tmp_path, "a.xlsx", REPORT, Ky(2024, 1, 3))
    assert (problem.code, problem.message) == ("PH02", "phiếu của kỳ 2024Q2, đang kiểm tra kỳ 2024Q1")
