"""What the tests of the road share: the option that rewrites expected findings."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-sai-ky", action="store_true", help="rewrite what the files in tests/pipeline/sai expect")
