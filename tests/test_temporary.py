"""Temporary names are each run's own; what a killed run leaves goes, what a running one holds stays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cqtt.temporary import clear, new_name

HOLD = """
import sys, time
from pathlib import Path
from cqtt.temporary import new_name
with new_name(Path(sys.argv[1])) as folder:
    folder.mkdir()
    (folder / "half").touch()
    print("held", flush=True)
    time.sleep(60)
"""


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_each_name_is_new_and_nothing_of_a_file_or_folder_is_left(tmp_path: Path) -> None:
    with new_name(tmp_path) as one, new_name(tmp_path) as other:
        one.mkdir()
        (one / "a").touch()
        other.touch()
        assert one != other
        assert {path.parent for path in (one, other)} == {tmp_path}
        assert len(names(tmp_path)) == 4
    assert names(tmp_path) == []


def test_what_is_made_can_be_moved_while_its_name_is_held(tmp_path: Path) -> None:
    with new_name(tmp_path) as made:
        made.write_bytes(b"a")
        made.replace(tmp_path / "a")
        clear(tmp_path)
        assert len(names(tmp_path)) == 2
    assert names(tmp_path) == ["a"]


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


@pytest.mark.skipif(os.name == "nt", reason="links of Unix")
def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "a.tmp").touch()
    (tmp_path / ".cqtt-a.tmp").symlink_to("a.tmp")
    (tmp_path / ".cqtt-b.tmp").mkdir()
    before = names(tmp_path)
    clear(tmp_path)
    assert names(tmp_path) == before


def test_a_file_that_an_earlier_version_left_goes_too(tmp_path: Path) -> None:
    """Its temporary file had the name that a guard has now."""
    (tmp_path / ".cqtt-a.tmp").write_bytes(b"half")
    clear(tmp_path)
    assert names(tmp_path) == []
