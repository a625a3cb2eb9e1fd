"""Two periods, compared."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.comparison.compare import Comparison, compare
from cqtt.models.ky import Ky
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.problems import has_errors


@pytest.fixture
def compared(workspace: Path) -> Callable[[], Comparison]:
    """Compares 2024Q1 and 2024Q2 as they stand in the workspace when it is called."""

    def run() -> Comparison:
        both = [gather(Reader(workspace), Ky(2024, first, first + 2)) for first in (1, 4)]
        assert not any(has_errors(gathered.problems) for gathered in both)
        before, after = (gathered.tong_hop for gathered in both)
        assert before is not None
        assert after is not None
        return compare(before, after)

    return run
