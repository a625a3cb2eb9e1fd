"""Filling, reading, writing and checking a text take as long as the text is: what is run for each piece is counted."""

import os
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

from benchmarks.lengths import KINDS, template
from cqtt.aggregate import aggregate
from cqtt.frame import report
from cqtt.markup.parse import parse
from cqtt.models.du_lieu import DuLieu
from cqtt.models.tong_hop import TongHop
from cqtt.pipeline.publish import made
from cqtt.problems import Locator
from cqtt.template.compiled import store
from cqtt.template.fill import fill

FEW, STEP = 10, 25
SLACK = 1.1
"""What looks once at each piece that stands before makes two equal steps differ by a hundredth and more."""


@pytest.fixture(scope="module")
def tong_hop(quy_i: DuLieu) -> TongHop:
    return aggregate(quy_i)


def lines_run(tong_hop: TongHop, nguon: Locator, text: str) -> int:
    """How many lines of Python, our own and the libraries', run from the template *text* to the checked file."""
    count = 0

    def local(_frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return local

    before = sys.gettrace()
    sys.settrace(lambda *_: local)
    try:
        manuscript, _ = fill(tong_hop, nguon, text, "")
        assert manuscript is not None
        document, _ = parse(manuscript)
        if document is not None:
            made(report(document, tong_hop))
    finally:
        sys.settrace(before)
    return count


@pytest.fixture
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each text is compiled: the folder for what is kept cannot be made."""
    monkeypatch.setenv("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", os.devnull)
    store.cache_clear()
    yield
    store.cache_clear()


@pytest.mark.slow
@pytest.mark.usefixtures("nothing_kept")
@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_is_twice_the_work(kind: str, quy_i: DuLieu, tong_hop: TongHop) -> None:
    texts = [template(kind, FEW + step * STEP) for step in range(3)]
    lines_run(tong_hop, quy_i.bao_cao.nguon, texts[-1])  # what is done once in a process
    few, some, more = (lines_run(tong_hop, quy_i.bao_cao.nguon, text) for text in texts)
    assert few <= some <= more
    assert more - some <= SLACK * (some - few)
