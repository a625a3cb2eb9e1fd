"""Which files a call means, and what becomes of two answers of one unit."""

import os
from pathlib import Path

import pytest

from cqtt.collect.answer import Answer
from cqtt.collect.form import AUTHORITY, Identity
from cqtt.faults import UsageFault
from cqtt.pipeline.received import Received, files_below, one_a_unit


def received(name: str, ma: str, **values: int) -> Received:
    answer = Answer(name, Identity("r", "2024Q1", ma, ""), values={(key,): value for key, value in values.items()})
    return Received(name, Path(name), b"x", answer)


def test_files_in_folders_each_once_and_what_systems_leave_is_skipped(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a/c.xlsx", "a/b/c/d.xlsx", ".git/x", "Thumbs.db", "~$b.xlsx", ".~lock.b.xlsx#"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in files_below([tmp_path, tmp_path / "b.xlsx"])]
    assert sorted(found) == [".~lock.b.xlsx#", "a/c.xlsx", "b.xlsx", "~$b.xlsx"]
    with pytest.raises(UsageFault):
        list(files_below([tmp_path / "khong"]))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_a_circle_ends(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path)
    assert list(files_below([tmp_path])) == []


def test_two_that_differ_are_both_refused_and_of_two_alike_one_is_taken() -> None:
    files = [received("a.xlsx", "nenh", so=1), received("b.xlsx", "nenh", so=2), received("c.xlsx", "ha", so=1)]
    one_a_unit(files)
    assert [file.good for file in files] == [False, False, True]
    assert [p.code for file in files for p in file.told] == ["PH06", "PH06"]
    files = [received("a.xlsx", "nenh", so=1), received("b.xlsx", "nenh", so=1)]
    one_a_unit(files)
    assert [file.answer is not None for file in files] == [True, False]


def test_the_office_s_own_figures_are_no_unit_s() -> None:
    assert received("a.xlsx", AUTHORITY).own
    assert not received("a.xlsx", "nenh").own
    assert not Received("a.xlsx", Path("a.xlsx")).good
