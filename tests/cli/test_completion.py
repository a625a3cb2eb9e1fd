"""``cqtt completion``: what shells are taught, and what they are answered when the Tab key is pressed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]


def completed(workspace: Path, *words: str) -> list[str]:
    """What bash is offered for the last of *words*, typed after ``cqtt``."""
    line = {"COMP_WORDS": " ".join(["cqtt", *words]), "COMP_CWORD": str(len(words))}
    environment = {**os.environ, "_CQTT_COMPLETE": "bash_complete", **line}
    call = [sys.executable, "-m", "cqtt"]
    ended = subprocess.run(call, cwd=workspace, env=environment, capture_output=True, check=True, encoding="utf-8")
    assert ended.stderr == ""
    return [answer.removeprefix("plain,") for answer in ended.stdout.splitlines() if answer]


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


def test_commands_are_completed(workspace: Path) -> None:
    assert completed(workspace, "ch") == ["check"]
    assert {"build", "check", "doctor"} <= set(completed(workspace, ""))
    assert completed(workspace, "--ver") == ["--version"]


@pytest.mark.usefixtures("two_quarters")
@pytest.mark.parametrize("command", ["build", "check", "figures", "status"])
def test_periods_are_completed_from_the_data(workspace: Path, command: str) -> None:
    (workspace / "data" / "2024Q9").mkdir()
    assert completed(workspace, command, "2024Q") == ["2024Q1", "2024Q2"]
    assert completed(workspace, command, "2023") == []


def test_outside_of_any_workspace_no_period_is_offered(tmp_path: Path) -> None:
    assert completed(tmp_path, "build", "20") == []


def test_completing_a_command_imports_none(workspace: Path) -> None:
    code = (
        "import sys; from cqtt.cli.main import cqtt; from click.shell_completion import ShellComplete\n"
        "print([c.value for c in ShellComplete(cqtt, {}, 'cqtt', '_X').get_completions([], 'b')])\n"
        "print([m for m in sys.modules if m.startswith('cqtt.pipeline')])\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert ended.stdout == "['build']\n[]\n"
