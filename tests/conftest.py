"""What all tests share: the repository's own workspace, copied where a test may change it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.models.du_lieu import DuLieu
from cqtt.models.ky import Ky
from cqtt.source.loader import load

ROOT = Path(__file__).parents[1]
QUY_I = Ky(2024, 1, 3)


@pytest.fixture(scope="session")
def quy_i() -> DuLieu:
    """The data of 2024Q1 as they stand in the repository; they must be without findings."""
    loaded = load(ROOT, QUY_I)
    assert loaded.problems == []
    assert loaded.data is not None
    return loaded.data


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the repository's data and template."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    return tmp_path


@pytest.fixture
def edit(workspace: Path) -> Callable[[str, str, str], None]:
    """Replaces words in a file of the workspace; the words must be there."""

    def replace(path: str, old: str, new: str) -> None:
        file = workspace / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} does not say {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
