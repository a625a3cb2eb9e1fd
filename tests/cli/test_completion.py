"""``cqtt completion``: what shells are taught, and what they are answered when the Tab key is pressed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from cqtt.cli import main
from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]
Completed = Callable[..., list[str]]


@pytest.fixture
def completed(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Completed:
    """What is offered in the workspace for the last of some words, typed after ``cqtt``."""
    monkeypatch.chdir(workspace)

    def offered(*words: str) -> list[str]:
        asked = ShellComplete(main.cqtt, {}, "cqtt", "_CQTT_COMPLETE")
        return [item.value for item in asked.get_completions(list(words[:-1]), words[-1])]

    return offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_what_it_can_read(cqtt: Cqtt, shell: str) -> None:
    ended = cqtt("completion", shell)
    assert (ended.code, ended.err) == (0, "")
    assert f"_CQTT_COMPLETE={shell}_complete" in ended.out
    program = shutil.which(shell)
    if program:
        subprocess.run([program, "-n"], input=ended.out, check=True, encoding="utf-8")


def test_other_shells_are_refused(cqtt: Cqtt) -> None:
    assert cqtt("completion", "cmd") == (
        2,
        "",
        "lỗi: giá trị của shell không có trong danh sách\n  chọn một trong: bash, zsh, fish\n",
    )


def test_commands_are_completed(completed: Completed) -> None:
    assert completed("ch") == ["check"]
    assert {"build", "check", "doctor"} <= set(completed(""))
    assert completed("--ver") == ["--version"]


@pytest.mark.usefixtures("two_quarters")
@pytest.mark.parametrize("command", ["build", "check", "figures", "status"])
def test_periods_are_completed_from_the_data(completed: Completed, workspace: Path, command: str) -> None:
    (workspace / "data" / "2024Q9").mkdir()
    assert completed(command, "2024Q") == ["2024Q1", "2024Q2"]
    assert completed(command, "2023") == []


def test_the_workspace_may_be_named(
    completed: Completed, workspace: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("khac"))
    assert completed("build", "20") == []
    assert completed("build", "-C", str(workspace), "20") == ["2024Q1"]


def test_the_shell_is_answered_by_the_program_itself(workspace: Path) -> None:
    line = {"_CQTT_COMPLETE": "bash_complete", "COMP_WORDS": "cqtt build 2024", "COMP_CWORD": "2"}
    call = [sys.executable, "-m", "cqtt"]
    ended = subprocess.run(call, cwd=workspace, env={**os.environ, **line}, capture_output=True, check=True)
    assert (ended.stdout.splitlines(), ended.stderr) == ([b"plain,2024Q1"], b"")


def test_completing_a_command_imports_none() -> None:
    code = (
        "import sys; from cqtt.cli.main import cqtt; from click.shell_completion import ShellComplete\n"
        "print([c.value for c in ShellComplete(cqtt, {}, 'cqtt', '_X').get_completions([], 'b')])\n"
        "print([m for m in sys.modules if m.startswith('cqtt.pipeline')])\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert ended.stdout == "['build']\n[]\n"
