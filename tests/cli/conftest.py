"""Calling the command line inside a workspace."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cqtt.cli.main import run
from tests.conftest import ROOT


class Ended(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def two_quarters(workspace: Path) -> None:
    """Sets 2024Q2 beside 2024Q1."""
    shutil.copytree(ROOT / "data" / "2024Q2", workspace / "data" / "2024Q2")


@pytest.fixture
def cqtt(workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Runs ``cqtt`` with the given words in a copy of the repository's workspace."""
    monkeypatch.chdir(workspace)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)

    def call(*words: str) -> Ended:
        code = run(words)
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return call
