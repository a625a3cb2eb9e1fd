"""The zip for Windows, unpacked on a machine that never saw the sources, in a folder with blanks, marks and signs."""

import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, lay_out
from tests.real.wine import Ended, Wine
from tools.windows.__main__ import INSIDE, NAME

Call = Callable[..., Ended]


@pytest.fixture(scope="session")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    """A Windows for all tests."""
    wine = Wine.made(tmp_path_factory.mktemp("wine") / "prefix")
    yield wine
    wine.end()


@pytest.fixture(scope="session")
def zipped() -> Path:
    """The zip; ``make dist-windows`` makes it."""
    path = ROOT / "dist" / f"{NAME}.zip"
    if not path.is_file():
        pytest.fail(f"{path} is missing: make dist-windows")
    return path


@pytest.fixture(scope="session")
def unpacked(zipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder from the zip, under another name."""
    place = tmp_path_factory.mktemp("Phòng Nội vụ & Thi đua (thử)")
    with zipfile.ZipFile(zipped) as archive:
        archive.extractall(place)
    return (place / NAME).rename(place / "cqtt của xã")


@pytest.fixture(scope="session")
def exe(unpacked: Path) -> Path:
    return unpacked / "cqtt.exe"


@pytest.fixture(scope="session")
def python(unpacked: Path) -> Path:
    """The Python in the folder, for what only a program on Windows can do to a file."""
    return unpacked / INSIDE / "python.exe"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with one quarter, in a folder of a name that is hard on command lines."""
    root = tmp_path / "Số liệu 100% (quý I) & nháp"
    root.mkdir()
    return lay_out(root)


@pytest.fixture
def cqtt(wine: Wine, exe: Path, place: Path) -> Call:
    """Runs ``cqtt.exe`` in the workspace."""
    return lambda *words, **more: wine.run(exe, *words, cwd=place, **more)


@pytest.fixture
def here(place: Path, tmp_path: Path) -> Call:
    """Runs the sources' ``cqtt`` in a copy of the workspace, which it makes when it is first called."""
    import subprocess

    copied = tmp_path / "linux" / place.name

    def call(*words: str) -> Ended:
        if not copied.exists():
            shutil.copytree(place, copied, ignore=shutil.ignore_patterns("out"))
        ended = subprocess.run([sys.executable, "-m", "cqtt", *words], cwd=copied, capture_output=True)
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return call
