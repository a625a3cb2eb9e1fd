"""Every slip in a template or in the prose is told word by word. A file in ``sai`` is a test:

    what is wrong, in one sentence
    .
    templates/bao_cao.docx.j2          the file that is edited
    -{{ ho_so.tra_lai | so }}          what stands there
    +{{ ho_so.tra_lia | so }}          what is put in its place; without a - line it is the whole file
    .
    what is told
    .

Under ``khung`` instead of a file stand the lines of a body, which begins on line 7 of a small template. The prose that
is edited is that of ``bao_cao.yaml`` beside this test, printed by ``bao_cao.docx.j2``: an edit of the real ones moves
none of its lines.
``pytest tests/template --update-sai-template`` writes what is told anew; read it as its reader would.
"""

import re
import shutil
from itertools import groupby
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
from tests.template.mau import FIRST, REAL, ROOT, TEMPLATE, framed

SRC = ROOT / "src" / "cqtt"
FOLDER = Path(__file__).parent / "sai"
CASES = sorted(FOLDER.glob("*.txt"))
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


def parts(case: Path) -> tuple[str, list[str], str]:
    """The sentence, the lines of the edits and what is told."""
    title, edits, expected, rest = f"\n{case.read_text(encoding='utf-8')}".split("\n.\n", 3)
    assert not rest.strip(), case.name
    return title.strip(), edits.split("\n"), f"{expected}\n" if expected else ""


def edited(lines: list[str]) -> dict[str, str]:
    """The text of each file that *lines* edit."""
    files: dict[str, str] = {}
    path, old = "", ""
    for sign, group in groupby(lines, key=lambda line: line[:1] if line[:1] in "+-" else "path"):
        if sign == "path":
            *_, path = group
            old = ""
            continue
        text = "\n".join(line[1:] for line in group)
        if sign == "-":
            old = text
        elif not old:
            files[TEMPLATE if path == "khung" else path] = framed(text) if path == "khung" else text
        else:
            before = files.get(path) or BEFORE[path]
            assert old in before, f"{path} does not say {old!r}"
            files[path] = before.replace(old, text, 1)
            old = ""
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_slip_is_told_word_by_word(
    case: Path, gathered: Gathered, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    title, edits, expected = parts(case)
    now = told(edited(edits), gathered, tmp_path)
    if request.config.getoption("--update-sai-template", default=False):
        case.write_text("\n.\n".join((title, "\n".join(edits), f"{now}.\n")), encoding="utf-8")
        expected = now
    assert now
    assert now == expected


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
    shown = {code for case in CASES for code in re.findall(r"\b(?:KHUON|VB|LV)\d\d\b", parts(case)[2])}
    used = {
        code
        for path in (SRC / room).glob("*.py")
        for code in re.findall(r'"((?:KHUON|VB|LV)\d\d)"', path.read_text(encoding="utf-8"))
    }
    assert used - shown <= {"VB14"}  # too long to be shown: test_fill
    assert used <= CODES.keys()
