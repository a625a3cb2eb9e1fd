"""Every slip is told word by word. A folder in ``sai`` is a test: the spoilt file and, in mong_doi.txt, what is told.

``phuong_xa.yaml`` takes the place of huong-mai.yaml, ``don_vi.yaml`` and ``bao_cao.yaml`` of their namesakes; a file
under any other name is huong-mai.yaml renamed. The two
notices that the shipped data always give are left out: told in every folder, they would say nothing about any.
``pytest tests/source --update-sai`` writes mong_doi.txt anew.
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
from tests.than_thien import REPORT

SAI = Path(__file__).parent / "sai"
SRC = Path(__file__).parents[2] / "src" / "cqtt"
CASES = sorted(folder for folder in SAI.iterdir() if folder.is_dir())
EXPECTED = "mong_doi.txt"
COMMUNES = "data/2024Q1/xa_phuong"
PLACES = {
    "phuong_xa.yaml": f"{COMMUNES}/huong-mai.yaml",
    "don_vi.yaml": "data/don_vi.yaml",
    "bao_cao.yaml": "data/2024Q1/bao_cao.yaml",
}
CODE = r"(?:TEP|YAML|KHOA|SO|KIEU|CHU|NGAY|DV|HS|MC|CN|TB|XA|BC|VD|KY|XN)\d\d"


def read(file: Path) -> str:
    """The text of *file*, breaks and all."""
    return file.read_bytes().decode()


def spoil(workspace: Path, case: Path) -> None:
    """Put the files of *case* into the good *workspace*."""
    spoilt = [file for file in case.iterdir() if file.name != EXPECTED]
    if any(file.name not in PLACES for file in spoilt):
        (workspace / PLACES["phuong_xa.yaml"]).unlink()
    for file in spoilt:
        shutil.copyfile(file, workspace / PLACES.get(file.name, f"{COMMUNES}/{file.name}"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_slip_is_told_word_by_word(case: Path, workspace: Path, ky: Ky, request: pytest.FixtureRequest) -> None:
    spoil(workspace, case)
    loaded = load(workspace, ky, load_authority(workspace))
    found = check(loaded.data) if loaded.data else check_units(REPORT, loaded.xa_phuong, ky)
    told = reporter.text(not_shipped(loaded.problems + found))
    if request.config.getoption("--update-sai", default=False):
        (case / EXPECTED).write_bytes(told.encode())
    assert told
    assert told == read(case / EXPECTED)


def test_every_code_of_the_reading_has_a_slip_that_shows_it() -> None:
    """KIEU06 is for findings of Pydantic's that no field of ours can cause; see test_messages. DV03 is for the lists of
    ``cqtt init``, see test_unit_list, DV04 for another report than this, see test_loader.

    What needs a second period, or the filled text, is shown in tests/pipeline/sai.
    """
    shown = {code for case in CASES for code in re.findall(rf"\b({CODE}): ", read(case / EXPECTED))}
    used = {
        code
        for room in ("source", "checks", "reports/than_thien")
        for file in (SRC / room).glob("*.py")
        if file.stem != "codes"
        for code in re.findall(f'"({CODE})"', read(file))
    }
    elsewhere = {"VD03", "HS06", "KY01", "KY02", "KY03", "KY04", "KY05", "KY08", "KY09", "XN01"}
    assert used - shown == {"KIEU06", "DV03", "DV04"} | elsewhere
    assert shown <= used
