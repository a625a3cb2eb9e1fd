"""What all tests share: the repository's own workspace, copied where a test may change it."""

import gc
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from cqtt.models.du_lieu import DuLieu
from cqtt.models.ky import Ky
from cqtt.problems import Problem, Severity
from cqtt.source.loader import load, load_authority
from tests.cli import tien_trinh

ROOT = Path(__file__).parents[1]
QUY_I = Ky(2024, 1, 3)
SHIPPED = (
    "phường Tăng Tiến: được công nhận năm 2023 mà chưa gắn sao",
    "phường Tự Lạn: được công nhận năm 2023 mà chưa gắn sao",
)
"""The two notices (CN03) that the shipped data give: the paper says the same, so there is nothing to mend."""


settings.register_profile("quick", max_examples=10, deadline=None)
"""For ``make quick``; ``make test`` tries a property a hundred times."""


def faults(problems: Iterable[Problem]) -> list[Problem]:
    """The errors and warnings among *problems*: what good data do not give."""
    return [problem for problem in problems if problem.severity is not Severity.NOTICE]


def not_shipped(problems: Iterable[Problem]) -> list[Problem]:
    """*problems* without the two notices that the shipped data give whatever else is done to them."""
    return [problem for problem in problems if problem.code != "CN03" or problem.message not in SHIPPED]


def pytest_configure(config: pytest.Config) -> None:
    """Nothing is kept in the tester's own home: compiled templates lie in a folder of this run."""
    folder = tempfile.TemporaryDirectory(prefix="cqtt-")
    os.environ["LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"] = folder.name
    config.add_cleanup(folder.cleanup)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="rewrite what tests expect, and run no other test")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --refresh, only the tests that can write what they expect are left."""
    if config.getoption("--refresh"):
        items[:] = [item for item in items if "refresh" in getattr(item, "fixturenames", ())]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Slow and random tests do not count for the coverage.

    Measuring doubles their time, and what they reach by chance, or in processes of their own, is no proof that a line
    is tested. The marker no_cover of pytest-cov does not reach the tracer that stands below its own in a worker.
    """
    tracer = sys.gettrace()
    if item.get_closest_marker("slow") or getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


def pytest_collection_finish() -> None:
    """What is collected stays to the end: Python need not look through it for cycles, again and again."""
    gc.freeze()


@pytest.fixture(scope="session")
def refresh(pytestconfig: pytest.Config) -> bool:
    """Whether a test writes anew what it expects, instead of failing."""
    return bool(pytestconfig.getoption("--refresh"))


@pytest.fixture(scope="session")
def quy_i() -> DuLieu:
    """The data of 2024Q1 as they stand in the repository; they must be without faults."""
    loaded = load(ROOT, QUY_I, load_authority(ROOT))
    assert loaded.problems == []
    assert loaded.data is not None
    return loaded.data


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the repository's data and template, with one period."""
    return lay_out(tmp_path)


def lay_out(root: Path) -> Path:
    (root / "data").mkdir()
    shutil.copy(ROOT / "data" / "don_vi.yaml", root / "data")
    shutil.copytree(ROOT / "data" / "2024Q1", root / "data" / "2024Q1")
    shutil.copytree(ROOT / "templates", root / "templates")
    return root


def without_letters(workspace: Path, but: str = "") -> None:
    """Leave the optional block ``thu`` out of every commune's file, and not out of that of the commune *but*."""
    for file in (workspace / "data/2024Q1/xa_phuong").glob("*.yaml"):
        if file.stem != but:
            text = re.sub(r"^thu:.*\n(?: .*\n)*", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
            file.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def edit(workspace: Path) -> Callable[[str, str, str], None]:
    """Replaces words in a file of the workspace; the words must be there."""

    def replace(path: str, old: str, new: str) -> None:
        file = workspace / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} does not say {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return replace


def shortened(root: Path) -> Path:
    """The workspace *root* with the one page of tests/template in place of the report: built in a fifth of the time."""
    shutil.copy(ROOT / "tests/template/bao_cao.docx.j2", root / "templates")
    shutil.copy(ROOT / "tests/template/bao_cao.yaml", root / "data" / "2024Q1")
    return root


@pytest.fixture(scope="session")
def once_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``cqtt build`` writes in a workspace: to be copied, for a build takes most of a second."""
    root = lay_out(tmp_path_factory.mktemp("built"))
    assert tien_trinh.run(root, "build", "2024Q1")[0] == 0
    return root / "out"


@pytest.fixture
def built(workspace: Path, once_built: Path) -> Path:
    """A workspace with its report."""
    shutil.copytree(once_built, workspace / "out")
    return workspace
