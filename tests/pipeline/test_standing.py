"""A file that is ours is what some data gave; any other one was edited, or was never ours."""

import pytest

from cqtt import reporter
from cqtt.pipeline.standing import Standing, standing

OURS = reporter.as_file({"so": 1})


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (None, Standing.MISSING),
        (OURS, Standing.SAME),
        (reporter.as_file({"so": 2}), Standing.DATA),
        (OURS.replace(b'"so": 1', b'"so": 3'), Standing.EDITED),
        (b"", Standing.EDITED),
        (b"%PDF-1.4", Standing.EDITED),
    ],
)
def test_each_state_is_told_from_the_others(data: bytes | None, found: Standing) -> None:
    assert standing(OURS, data) is found
