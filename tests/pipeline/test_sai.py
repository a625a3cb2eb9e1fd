"""What only shows beside another period, or in the filled text, is told word by word. A file in ``sai`` is a test:

    what is wrong, in one sentence
    .
    2024H1                             the period that is reported
    thêm 2024Q2 2024Q1                 a period made from the one before it; see tests/nhieu_ky.py
    báo cáo 2024H1 2024Q2              a longer period's own document, made from that of a shorter one
    xóa data/2024Q1/bao_cao.yaml       a file or folder taken away
    chép 2024Q1/a.yaml 2024Q2/a.yaml   a file of data/ put in the place of another
    data/2024Q2/bao_cao.yaml           a file that is edited
    -tin_bai: 159                      what stands there
    +tin_bai: 158                      what is put in its place
    .
    what is told
    .

The template is the real one. The two notices of the shipped data, which every period repeats, are left out.
``pytest tests/pipeline --update-sai-ky`` writes what is told anew; read it as its reader would.
"""

import re
import shutil
from itertools import groupby
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

CASES = sorted((Path(__file__).parent / "sai").glob("*.txt"))
CODE = r"\b(?:VD03|HS06|KY\d\d|XN\d\d|LV0[1-5])\b"


def parts(case: Path) -> tuple[str, list[str], str]:
    """The sentence, the steps and what is told."""
    title, steps, expected, rest = f"\n{case.read_text(encoding='utf-8')}".split("\n.\n", 3)
    assert not rest.strip(), case.name
    return title.strip(), steps.split("\n"), f"{expected}\n" if expected else ""


def follow(root: Path, steps: list[str]) -> None:
    """Do to the workspace *root* what *steps* say."""
    path, old = "", ""
    for sign, group in groupby(steps, key=lambda line: line[:1] if line[:1] in "+-" else line):
        lines = list(group)
        text = "\n".join(line[1:] for line in lines)
        if sign == "-":
            old = text
        elif sign == "+":
            before = (root / path).read_text(encoding="utf-8")
            assert old in before, f"{path} does not say {old!r}"
            (root / path).write_text(before.replace(old, text, 1), encoding="utf-8")
        elif sign.startswith("thêm "):
            them_ky(root, *sign.split()[1:])
        elif sign.startswith("báo cáo "):
            them_bao_cao(root, *sign.split()[2:])
        elif sign.startswith("chép "):
            shutil.copyfile(*(root / "data" / name for name in sign.split()[1:]))
        elif sign.startswith("xóa "):
            remove(root / sign.split()[1])
        else:
            path = sign


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def told(root: Path, ma: str) -> str:
    """What ``cqtt build`` says of the period *ma*."""
    ky = doc_ky(ma)
    assert ky is not None
    composed = compose(gather(Reader(root), ky), root)
    assert (composed.report is None) == has_errors(composed.problems)
    return reporter.text(not_shipped(composed.problems))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_slip_is_told_word_by_word(case: Path, workspace: Path, request: pytest.FixtureRequest) -> None:
    title, (ma, *steps), expected = parts(case)
    follow(workspace, steps)
    now = told(workspace, ma)
    if request.config.getoption("--update-sai-ky", default=False):
        case.write_text("\n.\n".join((title, "\n".join((ma, *steps)), f"{now}.\n")), encoding="utf-8")
        expected = now
    assert now
    assert now == expected


@pytest.mark.parametrize(
    ("ma", "steps"),
    [
        ("2024Q2", ["thêm 2024Q2 2024Q1"]),
        ("2024H1", ["thêm 2024Q2 2024Q1", "báo cáo 2024H1 2024Q2"]),
        ("2024", [*(f"thêm 2024Q{i} 2024Q{i - 1}" for i in (2, 3, 4)), "báo cáo 2024 2024Q4"]),
    ],
)
def test_what_is_spoilt_is_good_before(ma: str, steps: list[str], workspace: Path) -> None:
    follow(workspace, steps)
    assert told(workspace, ma) == ""


def test_every_code_that_needs_a_period_or_a_text_has_a_slip_that_shows_it() -> None:
    shown = {code for case in CASES for code in re.findall(CODE, parts(case)[2])}
    src = Path(__file__).parents[2] / "src" / "cqtt"
    used = {
        code
        for room in ("checks", "pipeline", "prose", "reports/than_thien")
        for file in (src / room).glob("*.py")
        if file.stem != "codes"
        for code in re.findall(f'"({CODE})"', file.read_text(encoding="utf-8"))
    }
    assert used == shown
