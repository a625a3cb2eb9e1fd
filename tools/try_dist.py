"""Tries what lies in dist/ as a user meets it: in an empty environment, in an empty folder, away from the source."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cqtt import __version__
from tools.dist import DIST, ROOT

LOCK = ROOT / "requirements" / "run.lock"
WINDOWS = os.name == "nt"
PERIODS = ("2024Q1", "2024")
"""A quarter, and a year that is put together from quarters."""


def main() -> None:
    """Try the wheel, the sdist and the single file; the first difference ends it with a message."""
    with tempfile.TemporaryDirectory(prefix="cqtt-thu-") as name:
        folder = Path(name)
        copied = folder / "bo_so_lieu"
        for part in ("data", "templates"):
            shutil.copytree(ROOT / part, copied / part)
        wanted = built([sys.executable, "-m", "cqtt"], copied)
        for package in (*DIST.glob("*.whl"), *DIST.glob("*.tar.gz")):
            same(package.name, built([str(installed(package, folder / package.name))], copied), wanted)
        program = DIST / ("cqtt.exe" if WINDOWS else "cqtt")
        same(program.name, built([str(shutil.copy2(program, folder))], copied), wanted)


def installed(package: Path, place: Path) -> Path:
    """The command ``cqtt`` of *package* in an environment of its own at *place*, with the locked dependencies."""
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    scripts = place / ("Scripts" if WINDOWS else "bin")
    pip = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "--no-deps", "-r", str(LOCK)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", str(package)], check=True)
    return scripts / ("cqtt.exe" if WINDOWS else "cqtt")


def built(program: list[str], workspace: Path) -> list[bytes]:
    """The reports that *program* writes from *workspace*, after it was asked everything a new user asks."""
    assert said(program, workspace, "--version") == f"cqtt {__version__}\n"
    assert "Mã thoát:" in said(program, workspace, "--help")
    assert "không có lỗi" in said(program, workspace, "check", PERIODS[0])
    with tempfile.TemporaryDirectory(prefix="cqtt-thu-") as name:
        said(program, Path(name), "init", "moi", "--loai", "xã", "--ten", "Nga Phú", "--ky", "2025Q3")
    reports = []
    for period in PERIODS:
        report = workspace / "out" / period / "bao_cao.docx"
        report.unlink(missing_ok=True)
        said(program, workspace, "build", period)
        reports.append(report.read_bytes())
    return reports


def said(program: list[str], workspace: Path, *words: str) -> str:
    """What *program* prints when it is called with *words* in *workspace*, with nothing of ours on its way."""
    ours = ("PYTHONPATH", "VIRTUAL_ENV", "GITHUB_ACTIONS")
    environment = {name: value for name, value in os.environ.items() if name not in ours} | {"PYTHONUTF8": "1"}
    ended = subprocess.run([*program, *words], cwd=workspace, env=environment, stdout=subprocess.PIPE, check=True)
    return ended.stdout.decode()


def same(name: str, found: list[bytes], wanted: list[bytes]) -> None:
    """End the program where *found* are not the reports of the source tree."""
    sys.exit(f"{name}: báo cáo khác với bản của mã nguồn") if found != wanted else sys.stdout.write(f"{name}: đúng\n")


if __name__ == "__main__":
    main()
