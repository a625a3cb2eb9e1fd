"""What a broken file still says: further mistakes are told, and none that only follow from the first."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.models.ky import Ky
from cqtt.problems import Problem
from cqtt.source.one_file import read_file
from cqtt.source.recovery import recovered
from cqtt.source.text import split_lines
from cqtt.source.yaml_reader import read
from tests.source.spoiling import HUONG_MAI
from tests.than_thien import REPORT

TEXT = HUONG_MAI.read_text(encoding="utf-8")
LINES = TEXT.split("\n")
COUNTS = [i for i, line in enumerate(LINES) if line.split("#")[0].rstrip()[-1:].isdigit() and ": " in line]


def told(folder: Path, text: str) -> list[Problem]:
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    assert read_file(folder, "a.yaml", REPORT.record, problems, Ky(2024, 1, 3)) is None
    return problems


@pytest.mark.parametrize(
    "broken", ["{key} {value}", "{key}:{value}", '{key}: "{value}', "{key}: [{value}", "{key}: x: {value}"]
)
def test_a_broken_line_hides_no_wrong_number(broken: str, tmp_path: Path) -> None:
    for at, wrong in zip(COUNTS, COUNTS[3:], strict=False):
        lines = [*LINES]
        indent, (key, value) = len(lines[at]) - len(lines[at].lstrip()), lines[at].split("#")[0].strip().split(": ")
        lines[at] = " " * indent + broken.format(key=key, value=value)
        lines[wrong] = lines[wrong].split(":")[0] + ": 5.007"
        found = told(tmp_path, "\n".join(lines))
        codes = {(p.position.line, p.code) for p in found}
        assert (wrong + 1, "SO01") in codes, (lines[at], codes)
        assert len(found) <= 3, (lines[at], codes)


@given(at=st.sampled_from(COUNTS))
def test_one_broken_line_is_one_finding(at: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    lines = [*LINES]
    lines[at] = lines[at].replace(":", "", 1)
    (problem,) = told(tmp_path_factory.mktemp("x"), "\n".join(lines))
    assert problem.code == "YAML03"
    assert problem.position.line in (at + 1, at + 2)  # of the first line of a block the parser blames the second


def test_the_lines_of_a_block_without_a_key_are_left_out_with_it(tmp_path: Path) -> None:
    found = told(tmp_path, TEXT.replace("  tiep_nhan:", "  tiep_nhan").replace("may_in: 4", "may_in: 4.5"))
    assert [(p.code, p.key) for p in found] == [("YAML03", ""), ("SO04", "trang_thiet_bi.may_in")]


def test_what_cannot_be_read_without_its_lines_is_told_once() -> None:
    text = "a: [1\nb: 'x\n" * 200
    lines = split_lines(text)
    out = recovered(read(text, "x.yaml", lines), "x.yaml", lines)
    assert (out.value, out.problems) == (None, [])


def test_a_blank_from_word_hides_no_wrong_number(tmp_path: Path) -> None:
    found = told(tmp_path, TEXT.replace("truc_tuyen: 280", "truc_tuyen:\u00a0280").replace("may_in: 4", "may_in: 4.5"))
    assert [(p.code, p.key) for p in found] == [("YAML02", ""), ("SO04", "trang_thiet_bi.may_in")]
