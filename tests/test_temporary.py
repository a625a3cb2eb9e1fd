"""Temporary names are each run's own; what a killed run leaves goes, what a running one holds stays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cqtt.temporary import clear, new_file, new_folder

HOLD = """
import sys, time
from pathlib import Path
from cqtt.temporary import new_folder
with new_folder(Path(sys.argv[1])) as folder:
    (folder / "half").touch()
    print("held", flush=True)
    time.sleep(60)
"""


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_each_name_is_new_and_nothing_of_a_folder_is_left(tmp_path: Path) -> None:
    with new_folder(tmp_path) as one, new_folder(tmp_path) as other:
        (one / "a").touch()
        assert one != other
        assert {path.parent for path in (one, other)} == {tmp_path}
        assert len(names(tmp_path)) == 4
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="locks and signals of Unix")
def test_litter_of_a_killed_run_goes_and_that_of_a_running_one_stays(tmp_path: Path) -> None:
    """A child that holds its temporary folder, first alive, then killed."""
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    held = names(tmp_path)
    assert [name.rpartition(".")[2] for name in held] == ["tmp", "d"]
    clear(tmp_path)
    assert names(tmp_path) == held
    assert names(tmp_path / held[1]) == ["half"]
    child.kill()
    child.wait()
    child.stdout.close()
    clear(tmp_path)
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="locks of Unix")
def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "a.tmp").touch()
    (tmp_path / ".cqtt-a.tmp").symlink_to("a.tmp")
    (tmp_path / ".cqtt-b.tmp").mkdir()
    path, file = new_file(tmp_path)
    before = names(tmp_path)
    clear(tmp_path)
    assert names(tmp_path) == before
    file.close()
    clear(tmp_path)
    assert names(tmp_path) == [name for name in before if name != path.name]
