"""What the tests of the Word writer share: three reports and their files."""

from pathlib import Path

import pytest

from cqtt.markup.nodes import Report
from cqtt.models.ky import Ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.word.write import write
from tests.word import mau
from tests.word.hieu_luc import File

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def reports() -> dict[str, Report]:
    """By hand ``nho``, every node but charts, and ``bieu_do``, every kind of chart; the repository's own report."""
    real = compose(gather(Reader(ROOT), Ky(2024, 1, 3)), ROOT).report
    assert real is not None
    return {"nho": mau.every_node(), "bieu_do": mau.charts(), "quy_i_2024": real}


@pytest.fixture(scope="session")
def data(reports: dict[str, Report]) -> dict[str, bytes]:
    """The bytes of all reports."""
    return {name: write(report) for name, report in reports.items()}


@pytest.fixture(scope="session")
def files(data: dict[str, bytes]) -> dict[str, File]:
    """All files, opened."""
    return {name: File(content) for name, content in data.items()}


@pytest.fixture(params=["nho", "bieu_do", "quy_i_2024"])
def name(request: pytest.FixtureRequest) -> str:
    """Each of the reports."""
    return str(request.param)


@pytest.fixture
def file(name: str, files: dict[str, File]) -> File:
    """Each of the files."""
    return files[name]


@pytest.fixture
def small(files: dict[str, File]) -> File:
    """The file with every node."""
    return files["nho"]


@pytest.fixture
def real(files: dict[str, File]) -> File:
    """The file of the first quarter of 2024."""
    return files["quy_i_2024"]
