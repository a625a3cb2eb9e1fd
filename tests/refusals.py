"""Calls of the system that are refused for a while, as Windows refuses them: where Python hands them over (PEP 578)."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

RENAME, OPEN = "os.rename", "open"
"""The events of moving a file and of opening one."""


class Refused(PermissionError):
    """What Python raises on Windows; elsewhere it has no such number, and here None where it is opened."""

    winerror: int | None

    def __init__(self, winerror: int | None, files: tuple[object, ...]) -> None:
        super().__init__(13, "Permission denied")
        self.winerror = winerror
        self.filename, self.filename2 = (*files, None)[:2]


_now: list[tuple[str, int | None, int, list[int]]] = []


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if _now and event == _now[-1][0]:
        _, number, times, count = _now[-1]
        if count[0] < times:
            count[0] += 1
            raise Refused(number, arguments[: 2 if event == RENAME else 1])


@contextmanager
def refusing(event: str, *, winerror: int | None, times: int) -> Iterator[list[int]]:
    """Refuse the first *times* calls of *event* with the number *winerror*; the value counts how many were refused."""
    if not hasattr(sys, "_cqtt_refuses"):
        sys._cqtt_refuses = True  # type: ignore[attr-defined]  # a hook stays for ever; one is enough
        sys.addaudithook(_refuse)
    _now.append((event, winerror, times, [0]))
    try:
        yield _now[-1][-1]
    finally:
        _now.pop()
