"""The files that were sent back, one by one, and what may come of two for one unit."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from cqtt.collect.answer import Answer
from cqtt.collect.form import AUTHORITY
from cqtt.disk import entries, is_folder, size_of
from cqtt.faults import UsageFault
from cqtt.models.so_lieu import Unit
from cqtt.problems import Position, Problem, Severity, has_errors

_SKIPPED = (".", "Thumbs.db", "desktop.ini")
DEPTH = 3
"""Folders within folders that are looked into."""


class Received(Struct):
    """One file: its *answer* (None where it is none), and all that is wrong with it."""

    file: str
    path: Path
    data: bytes = b""
    answer: Answer | None = None
    unit: Unit | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def sha256(self) -> str:
        """The digest of the file's bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def told(self) -> list[Problem]:
        """Everything that is wrong with it so far."""
        return [*self.problems, *(self.answer.problems if self.answer else ())]

    @property
    def good(self) -> bool:
        """Whether nothing forbids writing its answer."""
        return self.answer is not None and not has_errors(self.told)

    @property
    def own(self) -> bool:
        """Whether it gives the authority's own figures."""
        return self.answer is not None and self.answer.identity is not None and self.answer.identity.ma == AUTHORITY


def files_below(paths: Sequence[Path]) -> Iterator[Path]:
    """The files of *paths* and of the folders among them, each once.

    Raises ``UsageFault`` for a path that is not there.
    """
    seen: set[Path] = set()
    for path in paths:
        if size_of(path) < 0:
            raise UsageFault(f"không có tệp hoặc thư mục {path}", "kiểm tra lại đường dẫn")
        for file in _within(path, DEPTH):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _within(path: Path, depth: int) -> Iterator[Path]:
    if not is_folder(path):
        yield path
    elif depth:
        for entry in entries(path):
            if not entry.name.startswith(_SKIPPED) or entry.name.startswith(".~lock"):
                yield from _within(entry, depth - 1)


def one_a_unit(found: Sequence[Received]) -> None:
    """PH06 for each of two different answers of one unit; of two that say the same, the later one is left out."""
    by_ma: dict[str, list[Received]] = {}
    for file in found:
        if file.answer and file.answer.identity:
            by_ma.setdefault(file.answer.identity.ma, []).append(file)
    for files in by_ma.values():
        if len(files) < 2:
            continue
        first = files[0]
        alike = all(_same(first, other) for other in files[1:])
        for file in files[1:] if alike else files:
            others = ", ".join(other.file for other in files if other is not file)
            who = file.unit.ten_day_du if file.unit else "cơ quan"
            if alike:
                message, hint = f"phiếu này giống hệt {first.file}: chỉ nhập một", "chuyển một phiếu đi"
                file.problems.append(Problem(Position(file.file), "PH06", message, hint, severity=Severity.WARNING))
                file.answer = None
            else:
                message = f"{who} có {len(files)} phiếu khác nhau: tệp này và {others}"
                file.problems.append(
                    Problem(Position(file.file), "PH06", message, "giữ phiếu đúng, chuyển phiếu kia đi")
                )


def _same(one: Received, other: Received) -> bool:
    if one.answer is None or other.answer is None or not (one.good and other.good):
        return False
    return (one.answer.values, one.answer.left_out) == (other.answer.values, other.answer.left_out)
