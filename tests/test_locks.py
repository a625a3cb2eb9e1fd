"""Each lock is complete: nothing that a package in it needs, on any system and any Python, is left to be resolved."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ;]+)(?: ; (?P<marker>[^\\]+?))? \\$", re.M)
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    "mac": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")
FOREIGN = {
    "colorama==0.4.6": (),
    "macholib==1.16.4": ("altgraph>=0.17",),
    "pefile==2024.8.26": (),
    "pywin32-ctypes==0.2.3": (),
}
"""What the metadata of the packages say that only another system installs; read anew when a version changes."""
Environment = dict[str, str]


def environments() -> Iterator[Environment]:
    """One environment per system and Python."""
    for system in SYSTEMS.values():
        for python in PYTHONS:
            yield {
                **system,
                "python_version": python,
                "python_full_version": f"{python}.0",
                "platform_python_implementation": "CPython",
                "implementation_name": "cpython",
            }


def pins(text: str, environment: Environment) -> dict[str, str]:
    """The versions by name that the lock *text* gives in *environment*."""
    found = (m.groupdict() for m in PIN.finditer(text))
    return {
        canonicalize_name(m["name"]): m["version"]
        for m in found
        if not m["marker"] or Marker(m["marker"]).evaluate(environment)
    }


@cache
def needs(name: str, pinned: str) -> tuple[Requirement, ...]:
    """What *name* requires: from its own metadata where it is installed, else from ``FOREIGN``."""
    lines: Sequence[str]
    try:
        assert version(name) == pinned, f"{name} {pinned}: make .venv/dev"
        lines = requires(name) or ()
    except PackageNotFoundError:
        lines = FOREIGN[f"{name}=={pinned}"]
    return tuple(Requirement(line) for line in lines)


def missing(roots: list[Requirement], pinned: dict[str, str], environment: Environment) -> Iterator[str]:
    """What is needed for *roots* and is not in *pinned*, extras included."""
    waiting, seen = [(root, "") for root in roots], set()
    while waiting:
        wanted, parent = waiting.pop()
        name = canonicalize_name(wanted.name)
        for extra in ("", *wanted.extras):
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            if name not in pinned or not wanted.specifier.contains(pinned[name], prereleases=True):
                yield f"{parent or 'pyproject.toml'} needs {wanted}, locked is {pinned.get(name)}"
                continue
            waiting += [
                (need, name)
                for need in needs(name, pinned[name])
                if not need.marker or need.marker.evaluate({**environment, "extra": extra})
            ]


def asked(group: str) -> list[Requirement]:
    """What pyproject.toml asks for: the program's own dependencies and those of *group*."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups, out = project["dependency-groups"], list(project["project"]["dependencies"])
    waiting = [group]
    while waiting:
        for entry in groups[waiting.pop()]:
            if isinstance(entry, str):
                out.append(entry)
            else:
                waiting.append(entry["include-group"])
    return [Requirement(line) for line in out]


@pytest.mark.parametrize(("lock", "group"), [("run.lock", "build"), ("dev.lock", "dev")])
def test_a_lock_has_all_that_its_packages_need(lock: str, group: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    for environment in environments():
        pinned = pins(text, environment)
        where = f"{lock}, {environment['sys_platform']}, Python {environment['python_version']}"
        assert [f"{where}: {line}" for line in missing(asked(group), pinned, environment)] == []


def test_a_lock_without_what_an_extra_needs_is_noticed() -> None:
    """``jsonschema[format]`` stands for any extra that somebody will ask for and not lock."""
    here = next(environments())
    pinned = pins((ROOT / "requirements/dev.lock").read_text(encoding="utf-8"), here)
    assert list(missing([Requirement("jsonschema")], pinned, here)) == []
    assert "jsonschema needs fqdn" in " ".join(missing([Requirement("jsonschema[format]")], pinned, here))
    assert list(missing([Requirement("pytest>=999")], pinned, here)) == [
        f"pyproject.toml needs pytest>=999, locked is {pinned['pytest']}"
    ]


def test_every_line_of_a_lock_is_a_pin_with_hashes_and_no_address() -> None:
    for path in (ROOT / "requirements").iterdir():
        lines = path.read_text(encoding="utf-8").splitlines()
        assert not any("://" in line or line.startswith("-") for line in lines)
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            if not line.startswith("    --hash=sha256:"):
                assert PIN.match(line), line
                assert after.startswith("    --hash=sha256:"), line


def test_both_locks_agree() -> None:
    run, dev = ((ROOT / "requirements" / name).read_text(encoding="utf-8") for name in ("run.lock", "dev.lock"))
    for environment in environments():
        assert pins(run, environment).items() <= pins(dev, environment).items()


def test_whoever_installs_a_lock_resolves_nothing() -> None:
    """pip would take what an extra asks for from the index of the day, and refuse it for want of a hash."""
    docs = (path for path in (ROOT / "docs").rglob("*.*") if path.suffix != ".png")
    places = [ROOT / "Makefile", ROOT / "tools/try_dist.py", *docs]
    lines = [line for path in places for line in path.read_text(encoding="utf-8").splitlines()]
    installing = [line for line in lines if "--require-hashes" in line]
    assert len(installing) >= 6
    for line in installing:
        assert "--no-deps" in line, line
