"""What the tests of reading share: one valid file to spoil."""

import pytest

from cqtt.models.ky import Ky
from tests.source.spoiling import HUONG_MAI


@pytest.fixture(scope="session")
def ky() -> Ky:
    """The period whose files the tests spoil."""
    return Ky(2024, 1, 3)


@pytest.fixture(scope="session")
def huong_mai() -> str:
    """A commune's file without a slip."""
    return HUONG_MAI.read_text(encoding="utf-8")
