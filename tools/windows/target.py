"""Which of the locked packages the folder needs, and their files: fetched for Windows, whatever system fetches."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PYTHON = "3.13"
"""The Python in the folder; the hash in requirements/windows.lock says which release of it."""
MARKERS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
    "python_version": PYTHON,
    "python_full_version": f"{PYTHON}.2",
    "extra": "",
}
"""The environment for which requirements are judged: the folder's, and not that of whoever makes it."""
_ENTRY = re.compile(r"^(?P<pin>[\w.-]+==[^\\\n]+?) *(?P<hashes>(?:\\\n +--hash=\S+ *)+)$", re.M)
_BACKEND = '''"""Says what an sdist's PKG-INFO says; nothing of the sdist itself is run."""
import pathlib, re, shutil
KEYS = ("Name", "Version")
def get_requires_for_build_wheel(settings=None):
    return []
def prepare_metadata_for_build_wheel(folder, settings=None):
    name, version = (re.search(f"^{key}: (.+)$", pathlib.Path("PKG-INFO").read_text(), re.M)[1] for key in KEYS)
    (info := pathlib.Path(folder, f"{name.replace('-', '_')}-{version}.dist-info")).mkdir()
    shutil.copy("PKG-INFO", info / "METADATA")
    return info.name
class __legacy__:
    get_requires_for_build_wheel = staticmethod(get_requires_for_build_wheel)
    prepare_metadata_for_build_wheel = staticmethod(prepare_metadata_for_build_wheel)
'''


def chosen(lock: str) -> Iterator[str]:
    """The entries of the text *lock* that Windows needs, each with its hashes and without its marker."""
    for entry in _ENTRY.finditer(lock):
        wanted = Requirement(entry["pin"])
        if wanted.marker is None or wanted.marker.evaluate(MARKERS):
            yield f"{wanted.name}{wanted.specifier} {entry['hashes'].strip()}\n"


def wheels(lock: Path, folder: Path) -> list[Path]:
    """The wheels for Windows of all that the file *lock* pins, fetched into *folder*, by name."""
    windows = ["--only-binary=:all:", "--platform", "win_amd64", "--python-version", PYTHON]
    _fetch(chosen(lock.read_text(encoding="utf-8")), folder, windows)
    return sorted(folder.glob("*.whl"))


def files(lock: Path, folder: Path) -> list[Path]:
    """What the file *lock* pins, fetched into *folder* as uploaded, by name; no sdist's ``setup.py`` is run."""
    backend = folder / "backend" / "setuptools"
    backend.mkdir(parents=True)
    (backend / "__init__.py").touch()
    (backend / "build_meta.py").write_text(_BACKEND, encoding="utf-8")
    as_it_is = ["--no-build-isolation", "--use-pep517"]
    _fetch(chosen(lock.read_text(encoding="utf-8")), folder, as_it_is, {"PYTHONPATH": str(backend.parent)})
    return sorted(path for path in folder.iterdir() if path.suffix in (".whl", ".gz"))


def _fetch(entries: Iterable[str], folder: Path, options: list[str], more: dict[str, str] | None = None) -> None:
    """Have pip download *entries* into *folder*; each file must have a hash that stands there."""
    folder.mkdir(parents=True, exist_ok=True)
    (wanted := folder / "wanted.txt").write_text("".join(entries), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    call = [*pip, "--require-hashes", *options, "--requirement", str(wanted), "--dest", str(folder)]
    subprocess.run(call, env=os.environ | (more or {}), check=True)


def metadata(wheel: Path) -> Message:
    """What *wheel* says of itself in its METADATA."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        return BytesParser().parsebytes(archive.read(name))


def closure(program: Path, there: Iterable[Path]) -> list[Path]:
    """The wheels among *there* that *program*, a wheel, needs when it runs, by name: itself, and what those need.

    Raises ``KeyError`` where a wheel is needed that is not there.
    """
    by_name = {canonicalize_name(str(metadata(wheel)["Name"])): wheel for wheel in (program, *there)}
    found: set[Path] = set()
    waiting = [program]
    while waiting:
        wheel = waiting.pop()
        if wheel not in found:
            found.add(wheel)
            needed = map(Requirement, metadata(wheel).get_all("Requires-Dist", []))
            waiting += [
                by_name[canonicalize_name(n.name)] for n in needed if not n.marker or n.marker.evaluate(MARKERS)
            ]
    return sorted(found)
