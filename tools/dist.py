"""Builds what is handed over, in dist/: wheel, sdist, and one program file that needs no Python."""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
DEVELOPERS = ("hypothesis", "mypy", "setuptools")
"""What pydantic offers plugins for, and PyInstaller therefore takes along."""


def main() -> None:
    """Build all three anew."""
    shutil.rmtree(DIST, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(DIST)], cwd=ROOT, check=True)
    (wheel,) = DIST.glob("*.whl")
    with tempfile.TemporaryDirectory(prefix="cqtt-dist-") as folder:
        single_file(wheel, Path(folder))


def single_file(wheel: Path, folder: Path) -> None:
    """Make dist/cqtt (cqtt.exe on Windows): the program of *wheel*, with Python and all that it needs."""
    source = folder / "wheel"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(source)
    command = [sys.executable, "-m", "PyInstaller", "--onefile", "--name", "cqtt", "--log-level", "WARN"]
    command += ["--collect-all", "cqtt", "--recursive-copy-metadata", "cqtt"]  # commands are imported by name
    command += [f"--exclude-module={name}" for name in DEVELOPERS]
    command += ["--distpath", str(DIST), "--workpath", str(folder / "work"), "--specpath", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "315532800"}
    subprocess.run([*command, str(source / "cqtt" / "__main__.py")], env=environment, check=True)


if __name__ == "__main__":
    main()
