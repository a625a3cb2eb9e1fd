"""Tests that need programs which a Python environment does not have; ``make test-real`` runs them, ``make test`` none.

Nothing is skipped here: a program that is missing fails the test with the line that installs it.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.real.programs import called

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark each test of this folder as ``real``."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.real)


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What the shipped workspace gives: a quarter, its review copy, a year with charts, a comparison in two forms."""
    folder = tmp_path_factory.mktemp("documents")
    found = {name: folder / f"{name}.docx" for name in ("quarter", "review", "year", "comparison")}
    found["workbook"] = folder / "comparison.xlsx"
    called("build", "2024Q1", "--review", "--output", str(found["quarter"]), "-C", str(ROOT))
    (folder / "quarter.ra-soat.docx").rename(found["review"])
    called("build", "2024", "--charts", "--output", str(found["year"]), "-C", str(ROOT))
    for name in ("comparison", "workbook"):
        called("diff", "2024Q1", "2024Q2", "--output", str(found[name]), "-C", str(ROOT))
    return found
