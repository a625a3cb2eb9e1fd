"""What is handed over: the version said in one place, and CI files whose commands exist."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

import cqtt as package
from cqtt.cli.main import cqtt
from tests.test_locks import PYTHONS

ROOT = Path(__file__).parents[1]
CI = sorted([*(ROOT / "docs/ci").iterdir(), *(ROOT / ".github/workflows").iterdir(), ROOT / ".pre-commit-hooks.yaml"])
COMMAND = re.compile(r"^cqtt [^|>]*")


def strings(value: Any) -> Iterator[str]:
    """Every text in a YAML document."""
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from strings(item)
        case dict():
            for item in value.values():
                yield from strings(item)
        case _:
            pass


def calls(text: str) -> list[list[str]]:
    """The words behind ``cqtt`` of each call in the YAML document *text*."""
    lines = (line for value in strings(yaml.safe_load(text)) for line in value.splitlines())
    return [shlex.split(found[0])[1:] for line in lines if (found := COMMAND.match(line))]


def understood(words: list[str]) -> dict[str, Any]:
    """The values that the command gets from *words*; whatever it does not know is an error."""
    with click.Context(cqtt) as ctx:
        name, command, rest = cqtt.resolve_command(ctx, list(words))
        assert command is not None
        return command.make_context(name, rest, parent=ctx).params


@pytest.mark.parametrize("path", CI, ids=lambda path: path.name)
def test_ci_files_are_yaml_and_every_call_of_ours_is_understood(path: Path) -> None:
    for words in calls(path.read_text(encoding="utf-8")):
        assert understood(words)["every"], words


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml"])
def test_ci_for_users_checks_then_builds_and_hands_over_what_is_written(name: str) -> None:
    text = (ROOT / "docs/ci" / name).read_text(encoding="utf-8")
    names = [words[0] for words in calls(text)]
    assert names == sorted(names, key=["check", "build"].index)
    assert set(names) == {"check", "build"}
    assert understood(calls(text)[-1])["pdf"]
    assert {"out/*/bao_cao.docx", "out/*/bao_cao.pdf"} <= set(" ".join(strings(yaml.safe_load(text))).split())


def test_the_hooks_run_once_for_data_and_templates() -> None:
    published = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (local,) = yaml.safe_load((ROOT / "docs/ci/pre-commit.yaml").read_text(encoding="utf-8"))["repos"]
    for first, second in zip(published, local["hooks"], strict=True):
        for key in ("id", "name", "entry", "files", "pass_filenames"):
            assert first[key] == second[key]
        assert first["pass_filenames"] is False
        assert re.match(first["files"], "data/2024Q1/xa_phuong/nenh.yaml")
        assert not re.match(first["files"], "docs/data/a.md")


def test_our_own_ci_runs_the_gate_on_linux_and_windows_on_the_oldest_and_the_newest_python() -> None:
    job = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))["jobs"]["test"]
    assert {name.partition("-")[0] for name in job["strategy"]["matrix"]["os"]} == {"ubuntu", "windows"}
    assert job["strategy"]["matrix"]["python"] == [PYTHONS[0], PYTHONS[-1]]
    assert [step["run"] for step in job["steps"] if "run" in step][-2:] == [".ci/run", "make test-dist"]


def test_the_version_is_said_in_one_place() -> None:
    """Run `make build` where only the installed metadata are old."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/cqtt/__init__.py"
    assert version("cqtt") == package.__version__
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert newest is not None
    assert newest[1] == package.__version__


def test_types_are_handed_over() -> None:
    assert (Path(package.__file__).parent / "py.typed").read_bytes() == b""


def test_the_line_of_the_readme_makes_the_bare_command_work() -> None:
    """In PowerShell it is the same line in that shell's words; Windows is tried by its own CI."""
    found = re.search(r"`(PATH=\"\$PWD/\.venv/bin:\$PATH\")`", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert found is not None
    line = found[1].replace("$PWD/.venv/bin", str(Path(sys.executable).parent))
    if os.name != "nt":
        said = subprocess.run(["sh", "-c", f"{line}\ncqtt --version"], capture_output=True, check=True)
        assert said.stdout.decode() == f"cqtt {package.__version__}\n"
