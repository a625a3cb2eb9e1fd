"""What was copied from the period before: prose, and comments that still speak of it."""

from pathlib import Path

import pytest

from cqtt.checks.chep_lai import comments_speak_of_this_period, prose_is_written_anew
from cqtt.problems import Severity
from tests.checks.test_ky import read
from tests.nhieu_ky import them_ky


@pytest.fixture
def two(workspace: Path) -> Path:
    them_ky(workspace, "2024Q2", "2024Q1")
    return workspace


def test_prose_that_was_copied_whole_is_a_warning(two: Path) -> None:
    then, now = (two / "data" / ma / "bao_cao.yaml" for ma in ("2024Q1", "2024Q2"))
    head = now.read_text(encoding="utf-8").partition("\nvan_xuoi:")[0]
    prose = then.read_text(encoding="utf-8").partition("\nvan_xuoi:")[2]
    now.write_text(f"{head}\nvan_xuoi:{prose}", encoding="utf-8")
    (problem,) = prose_is_written_anew(read(two, "2024Q1"), read(two, "2024Q2"))
    assert (problem.code, problem.key, problem.severity) == ("KY10", "van_xuoi", Severity.WARNING)
    assert problem.message.startswith("17/17 đoạn văn xuôi giống hệt 2024Q1: dòng 127, ")


def test_a_set_phrase_is_only_a_notice(two: Path) -> None:
    found = list(prose_is_written_anew(read(two, "2024Q1"), read(two, "2024Q2")))
    assert [problem.severity for problem in found] in ([], [Severity.NOTICE])


@pytest.mark.parametrize(
    "comment",
    [
        "quý I/2024 có thêm hồ sơ đất đai",
        "Q1/2024",
        "quý 1 năm 2024",
        "chốt ngày 31/3/2024",
        "tháng 02/2024",
        "xem 2024Q1",
    ],
)
def test_a_comment_that_speaks_of_the_period_before_is_told(comment: str, two: Path) -> None:
    for ma in ("2024Q1", "2024Q2"):
        file = two / f"data/{ma}/xa_phuong/nenh.yaml"
        file.write_text(f"# {comment}\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    (problem,) = comments_speak_of_this_period(read(two, "2024Q1"), read(two, "2024Q2"))
    assert (problem.code, problem.position.path) == ("KY11", "data/2024Q2/bao_cao.yaml")
    assert problem.message == "chú thích chép từ 2024Q1 còn nói về kỳ đó: data/2024Q2/xa_phuong/nenh.yaml:1"


@pytest.mark.parametrize(
    "comment", ["so với quý I/2024 tăng", "năm 2024", "31/6/2024", "biểu 01/2020/TT-VPCP", "quý I/2023"]
)
def test_a_comment_of_its_own_or_without_that_period_is_not(comment: str, two: Path) -> None:
    for ma in ("2024Q1", "2024Q2"):
        file = two / f"data/{ma}/xa_phuong/nenh.yaml"
        own = f"{comment}" if "tăng" not in comment or ma == "2024Q2" else "khác"
        file.write_text(f"# {own}\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    assert list(comments_speak_of_this_period(read(two, "2024Q1"), read(two, "2024Q2"))) == []
