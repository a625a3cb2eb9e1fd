"""Every slip is told word by word. A file in ``sai`` is a test, a patch of good files (tests/patches.py).

The good files are huong-mai.yaml of the shipped period and, beside this test, don_vi.yaml and bao_cao.yaml: an edit of
the shipped ones moves none of their lines. The two notices that the shipped data always give are left out: told in
every file, they would say nothing about any.
"""

import re
import shutil
from pathlib import Path

import pytest

from cqtt import reporter
from cqtt.checks import check, check_units
from cqtt.models.ky import Ky
from cqtt.source.loader import load, load_authority
from tests.conftest import not_shipped
from tests.patches import Case, cases, follow
from tests.than_thien import REPORT

HERE = Path(__file__).parent
SRC = HERE.parents[1] / "src" / "cqtt"
CASES = cases(HERE / "sai")
CODE = r"(?:TEP|YAML|KHOA|SO|KIEU|CHU|NGAY|DV|HS|MC|CN|TB|XA|BC|VD|KY|XN)\d\d"


def told(workspace: Path, ky: Ky) -> str:
    """What ``cqtt check`` says of the period's files."""
    loaded = load(workspace, ky, load_authority(workspace))
    found = check(loaded.data) if loaded.data else check_units(REPORT, loaded.units, ky)
    return reporter.text(not_shipped(loaded.problems + found))


@pytest.fixture
def good(workspace: Path) -> Path:
    """The files that the cases spoil, in their places."""
    shutil.copy(HERE / "don_vi.yaml", workspace / "data")
    shutil.copy(HERE / "bao_cao.yaml", workspace / "data/2024Q1")
    return workspace


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file.stem)
def test_a_slip_is_told_word_by_word(case: Case, good: Path, ky: Ky, refresh: bool) -> None:
    follow(good, case.steps)
    case.holds(told(good, ky), refresh=refresh)


def test_what_is_spoilt_is_good_before(good: Path, ky: Ky) -> None:
    assert told(good, ky) == ""


def test_every_code_of_the_reading_has_a_slip_that_shows_it() -> None:
    """KIEU06 is for findings of Pydantic's that no field of ours can cause; see test_messages. DV03 is for the lists of
    ``cqtt init``, see test_unit_list, DV04 for another report than this, see test_loader.

    What needs a second period, or the filled text, is shown in tests/pipeline/sai.
    """
    shown = {code for case in CASES for code in re.findall(rf"\b({CODE}): ", case.expected)}
    used = {
        code
        for room in ("source", "checks", "reports/than_thien")
        for file in (SRC / room).glob("*.py")
        if file.stem != "codes"
        for code in re.findall(f'"({CODE})"', file.read_text(encoding="utf-8"))
    }
    elsewhere = {"VD03", "HS06", "KY01", "KY02", "KY03", "KY04", "KY05", "KY08", "KY09", "XN01"}
    elsewhere |= {"KY10", "KY11", "KY12", "KY13", "XA04", "XA05", "TEP12"}
    assert used - shown == {"KIEU06", "DV03", "DV04"} | elsewhere
    assert shown <= used
