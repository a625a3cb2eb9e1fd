"""What the tests of filling share: the figures, and a guard."""

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from cqtt.aggregate import aggregate
from cqtt.models.du_lieu import DuLieu
from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator

PATIENCE = 20
"""Seconds of the processor after which a template that does not end is taken for one that never does."""


@pytest.fixture(scope="session")
def tong_hop(quy_i: DuLieu) -> TongHop:
    """The figures of 2024Q1."""
    return aggregate(quy_i)


@pytest.fixture(scope="session")
def nguon(quy_i: DuLieu) -> Locator:
    """The period's own file."""
    return quy_i.bao_cao.nguon


@pytest.fixture(autouse=True)
def never_hanging() -> Iterator[None]:
    """A template that never ends fails its test instead of stopping all tests."""

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError("this template does not end")

    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return
    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
