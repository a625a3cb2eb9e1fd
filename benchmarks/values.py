"""``python -m benchmarks.values``: what one kind for internal values costs to define, to import and to make."""

import subprocess
import sys
import timeit
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

FIELDS = ("path", "line", "column", "text")
MANY = 200_000


def _dataclass() -> Any:
    @dataclass(frozen=True, slots=True)
    class Value:
        path: str
        line: int
        column: int
        text: str

    return Value


def _plain_dataclass() -> Any:
    @dataclass(slots=True)
    class Value:
        path: str
        line: int
        column: int
        text: str

    return Value


def _named_tuple() -> Any:
    class Value(NamedTuple):
        path: str
        line: int
        column: int
        text: str

    return Value


def _struct() -> Any:
    import msgspec

    return msgspec.defstruct("Value", zip(FIELDS, (str, int, int, str), strict=True), frozen=True)


KINDS: dict[str, tuple[str, Callable[[], Any]]] = {
    "frozen slotted dataclass": ("dataclasses", _dataclass),
    "slotted dataclass": ("dataclasses", _plain_dataclass),
    "NamedTuple": ("typing", _named_tuple),
    "msgspec.Struct": ("msgspec", _struct),
}


def _import_ms(module: str) -> float:
    """Milliseconds until *module* is there in a fresh Python, the fastest of seven."""
    code = f"import time; a = time.perf_counter(); import {module}; print((time.perf_counter() - a) * 1000)"
    runs = [subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True) for _ in range(7)]
    return min(float(run.stdout) for run in runs)


def main() -> None:
    """Print a table."""
    sys.stdout.write("| values | import ms | define ms | make us | equal to a tuple |\n|---|--:|--:|--:|---|\n")
    for name, (module, define) in KINDS.items():
        try:
            value = define()
        except ImportError:
            sys.stdout.write(f"| {name} | – | – | – | not installed |\n")
            continue
        defined = min(timeit.repeat(define, number=20, repeat=5)) / 20 * 1000
        made = min(timeit.repeat(lambda: value("a", 1, 2, "b"), number=MANY, repeat=5)) / MANY * 1e6  # noqa: B023
        same = "yes" if value("a", 1, 2, "b") == ("a", 1, 2, "b") else "no"
        sys.stdout.write(f"| {name} | {_import_ms(module):.1f} | {defined:.3f} | {made:.2f} | {same} |\n")


if __name__ == "__main__":
    main()
