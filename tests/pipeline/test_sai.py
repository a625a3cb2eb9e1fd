"""What only shows beside another period, or in the filled text, is told word by word. A file in ``sai`` is a test, a
patch of the shipped files (tests/patches.py). Its first line is the period that is reported, and it may say

    thêm 2024Q2 2024Q1        a period made from the one before it; see tests/nhieu_ky.py
    báo cáo 2024H1 2024Q2     a longer period's own document, made from that of a shorter one

The template is the real one. The two notices of the shipped data, which every period repeats, are left out.
"""

import re
from pathlib import Path

import pytest

from cqtt import reporter
from cqtt.models.ky import doc_ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.problems import has_errors
from tests.conftest import not_shipped
from tests.nhieu_ky import them_bao_cao, them_ky
from tests.patches import Case, Command, Step, cases, follow

CASES = cases(Path(__file__).parent / "sai")
COMMANDS: dict[str, Command] = {"thêm": them_ky, "báo cáo": them_bao_cao}
CODE = r"\b(?:VD03|HS06|KY\d\d|XN\d\d|LV0[1-5])\b"


def told(root: Path, ma: str) -> str:
    """What ``cqtt build`` says of the period *ma*."""
    ky = doc_ky(ma)
    assert ky is not None
    composed = compose(gather(Reader(root), ky), root)
    assert (composed.report is None) == has_errors(composed.problems)
    return reporter.text(not_shipped(composed.problems))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file.stem)
def test_a_slip_is_told_word_by_word(case: Case, workspace: Path, refresh: bool) -> None:
    ky, *steps = case.steps
    follow(workspace, steps, COMMANDS)
    case.holds(told(workspace, ky.line), refresh=refresh)


@pytest.mark.parametrize(
    ("ma", "steps"),
    [
        ("2024Q2", ["thêm 2024Q2 2024Q1"]),
        ("2024H1", ["thêm 2024Q2 2024Q1", "báo cáo 2024H1 2024Q2"]),
        ("2024", [*(f"thêm 2024Q{i} 2024Q{i - 1}" for i in (2, 3, 4)), "báo cáo 2024 2024Q4"]),
    ],
)
def test_what_is_spoilt_is_good_before(ma: str, steps: list[str], workspace: Path) -> None:
    follow(workspace, map(Step, steps), COMMANDS)
    assert told(workspace, ma) == ""


def test_every_code_that_needs_a_period_or_a_text_has_a_slip_that_shows_it() -> None:
    shown = {code for case in CASES for code in re.findall(CODE, case.expected)}
    src = Path(__file__).parents[2] / "src" / "cqtt"
    used = {
        code
        for room in ("checks", "pipeline", "prose", "reports/than_thien")
        for file in (src / room).glob("*.py")
        if file.stem != "codes"
        for code in re.findall(f'"({CODE})"', file.read_text(encoding="utf-8"))
    }
    assert used == shown
