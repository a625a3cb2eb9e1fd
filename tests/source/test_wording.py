"""How a value is shown in a message about it."""

import pytest

from cqtt.source.wording import Rejection
from tests.than_thien import REPORT


@pytest.mark.parametrize(
    ("given", "typed", "shown"),
    [
        ({}, "", "một khối"),
        ([], "", "một danh sách"),
        (None, "", "trống"),
        (5, "5", '"5"'),
        ("a" * 61, "a" * 61, f'"{"a" * 57}..."'),
    ],
)
def test_a_value_is_shown_short(given: object, typed: str, shown: str) -> None:
    assert Rejection("x", ("thu",), given, {}, typed, quoted=False, model=REPORT.record).shown == shown
