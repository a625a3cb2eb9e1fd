"""The project's own tests, run by the Python of the folder: what means POSIX is marked so where it stands."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.real.wine import Wine
from tools.windows.__main__ import INSIDE
from tools.windows.archive import unpacked as files_of
from tools.windows.target import wheels

ROOMS = ("test_atomic.py", "test_disk.py", "test_filenames.py", "test_keeping.py", "test_temporary.py", "source", "cli")
"""What touches files, streams and consoles; the rest is the same everywhere, and its bytes are compared."""
UNABLE = {
    "tests/source/test_sai.py::test_a_slip_is_told_word_by_word[don-vi-ma-windows]": "makes a file that is refused",
    "tests/source/test_sai.py::test_a_slip_is_told_word_by_word[tep-duoi-hoa]": "renames a file by its case alone",
    "tests/cli/test_faults.py::test_of_three_that_make_a_period_at_once_one_makes_it_whole": "Wine's empty folders",
}
"""What cannot be done there, and why."""
PATCH = 'import _winapi\n\nif hasattr(_winapi, "CopyFile2"):  # which Wine 8 has not\n    del _winapi.CopyFile2\n'


@pytest.fixture
def tester(unpacked: Path, tmp_path: Path) -> Path:
    """The folder's Python, with the locked packages of developers, and free to read its environment."""
    inside = shutil.copytree(unpacked / INSIDE, tmp_path / "tester")
    for wheel in wheels(ROOT / "requirements/dev.lock", tmp_path / "wheels"):
        for name, data in files_of(wheel).items():
            (inside / "lib" / name).parent.mkdir(parents=True, exist_ok=True)
            (inside / "lib" / name).write_bytes(data)
    (inside / "lib/sitecustomize.py").write_text(PATCH, encoding="utf-8")
    for path in inside.glob("*._pth"):
        path.unlink()
    return inside / "python.exe"


@pytest.mark.slow
def test_the_projects_own_tests_pass(wine: Wine, tester: Path, tmp_path: Path) -> None:
    copied = tmp_path / "cqtt"
    for part in ("data", "docs", "requirements", "schema", "src", "templates", "tests", "tools"):
        shutil.copytree(ROOT / part, copied / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, copied)
    words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not real", "--hypothesis-profile=quick"]
    words += [f"tests/{room}" for room in ROOMS] + [f"--deselect={name}" for name in UNABLE]
    path = ";".join(f"Z:{folder}" for folder in (copied / "src", tester.parent / "lib"))
    ended = wine.run(tester, *words, cwd=copied, seconds=1800, PYTHONUTF8="1", PYTHONPATH=path)
    assert ended.code == 0, ended.out[-5000:]
    assert re.search(r"\d{3,} passed", ended.out)
