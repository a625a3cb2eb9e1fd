"""Every slip in a template or in the prose is told word by word. A file in ``sai`` is a test, a patch of good files
(tests/patches.py): of the real template, or of ``bao_cao.yaml`` beside this test, which ``bao_cao.docx.j2`` there
prints, so that an edit of the real prose moves none of its lines. Under ``khung`` instead of a path stand the lines of
a body, which begins on line 7 of a small template.
"""

import re
import shutil
from pathlib import Path

import pytest

from cqtt import reporter
from cqtt.catalogue import CODES
from cqtt.models.ky import Ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import Gathered, gather
from cqtt.pipeline.read import Reader
from cqtt.problems import has_errors
from tests.conftest import not_shipped
from tests.patches import Case, Step, cases
from tests.template.mau import FIRST, REAL, ROOT, TEMPLATE, framed

SRC = ROOT / "src" / "cqtt"
CASES = cases(Path(__file__).parent / "sai")
PROSE = "data/2024Q1/bao_cao.yaml"
SMALL = (Path(__file__).parent / "bao_cao.docx.j2").read_text(encoding="utf-8")
BEFORE = {TEMPLATE: REAL, PROSE: (Path(__file__).parent / "bao_cao.yaml").read_text(encoding="utf-8")}


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Gathered:
    """The figures of the repository's own data, with the small prose, which has no register of documents to cite."""
    return gather(Reader(workspace(tmp_path_factory.mktemp("nho"), BEFORE[PROSE])), Ky(2024, 1, 3))


def workspace(root: Path, prose: str) -> Path:
    """The repository's data with *prose* in place of their own."""
    shutil.copytree(ROOT / "data", root / "data")
    (root / PROSE).write_text(prose, encoding="utf-8")
    return root


def edited(steps: list[Step]) -> dict[str, str]:
    """The text of each file that *steps* edit."""
    files: dict[str, str] = {}
    for step in steps:
        path = TEMPLATE if step.line == "khung" else step.line
        text = step.of((files.get(path) or BEFORE[path]).encode()).decode()
        files[path] = framed(text) if step.line == "khung" else text
    return files


def told(files: dict[str, str], gathered: Gathered, root: Path) -> str:
    """What ``cqtt build`` says of a workspace in which *files* read so."""
    (root / TEMPLATE).parent.mkdir()
    (root / TEMPLATE).write_text(files.get(TEMPLATE) or SMALL, encoding="utf-8")
    if PROSE in files:
        gathered = gather(Reader(workspace(root, files[PROSE])), Ky(2024, 1, 3))
    composed = compose(gathered, root)
    assert (composed.report is None) == has_errors(composed.problems)
    return reporter.text(not_shipped(composed.problems))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file.stem)
def test_a_slip_is_told_word_by_word(case: Case, gathered: Gathered, tmp_path: Path, refresh: bool) -> None:
    case.holds(told(edited(case.steps), gathered, tmp_path), refresh=refresh)


def test_what_is_spoilt_is_good_before(gathered: Gathered, tmp_path: Path) -> None:
    for name, files in {
        "khung": {TEMPLATE: framed("a")},
        "thật": {TEMPLATE: REAL},
        "nhỏ": {PROSE: BEFORE[PROSE]},
    }.items():
        (tmp_path / name).mkdir()
        assert told(files, gathered, tmp_path / name) == ""
    assert framed("a").split("\n")[FIRST - 1] == "a"


@pytest.mark.parametrize("room", ["template", "markup"])
def test_every_code_of_the_room_has_a_slip_that_shows_it(room: str) -> None:
    shown = {code for case in CASES for code in re.findall(r"\b(?:KHUON|VB|LV)\d\d\b", case.expected)}
    used = {
        code
        for path in (SRC / room).glob("*.py")
        for code in re.findall(r'"((?:KHUON|VB|LV)\d\d)"', path.read_text(encoding="utf-8"))
    }
    assert used - shown <= {"VB14"}  # too long to be shown: test_fill
    assert used <= CODES.keys()
