"""The log of imported answers: a person reads it, ``status`` and ``explain`` ask it where a value came from.

::

    #3 2025-10-12 08:15:02  phường Nếnh (nenh)  tra_loi/nenh.xlsx  sha256:5f0c…
      khoi.so_luong: 280  <- Phiếu!C14
    #3 hoàn tác 2025-10-12 09:00:00
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from cqtt.disk import read_bytes
from cqtt.models import places
from cqtt.models.ky import Ky

_HEAD = re.compile(
    r"#(?P<run>\d+) (?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)  (?P<name>.+) \((?P<ma>[^()\s]+)\)  (?P<file>.+)"
    r"  sha256:(?P<digest>[0-9a-f]{64})"
)
_UNDONE = re.compile(r"#(?P<run>\d+) hoàn tác .*")
_VALUE = re.compile(r"  (?P<path>[^\s:]+): (?P<value>.*)  <- (?P<where>.+)")
NOBODY = "@"
"""Stands for the authority's own figures, where a unit's identifier stands."""
_TITLE = "# Nhật ký nhập phiếu, do cqtt ghi: lần nhập, giờ, đơn vị, tệp; dưới đó là số đã lấy và ô của nó.\n"


class Taken(Struct, frozen=True):
    """One value as the unit's file has it, and where in the answer it stood: ``Phiếu!C14``."""

    value: str
    where: str


class Entry(Struct, frozen=True):
    """One imported answer. *time* is the clock's, *file* as the call named it; *taken* are its values by path."""

    run: int
    time: str
    ma: str
    name: str
    file: str
    digest: str
    taken: Mapping[str, Taken] = field(default_factory=dict)

    def __str__(self) -> str:
        file = self.file.replace("\n", " ")  # which some disks allow
        head = f"#{self.run} {self.time}  {self.name} ({self.ma})  {file}  sha256:{self.digest}\n"
        return head + "".join(f"  {path}: {taken.value}  <- {taken.where}\n" for path, taken in self.taken.items())


def log_text(root: Path, ky: Ky) -> str:
    """The log of the period *ky* in the workspace *root*; empty where nothing was imported."""
    return (read_bytes(root / places.intake(ky)) or b"").decode("utf-8", "replace")


def read_log(text: str) -> list[Entry]:
    """The entries of the log that stand, the earliest first; those of an import that was undone do not."""
    entries: list[Entry] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if head := _HEAD.fullmatch(line):
            run, time, name, ma, file, digest = head.groups()
            entries.append(Entry(int(run), time, ma, name, file, digest, {}))
        elif undone := _UNDONE.fullmatch(line):
            entries = [entry for entry in entries if entry.run != int(undone["run"])]
        elif entries and (found := _VALUE.fullmatch(line)):
            taken = entries[-1].taken
            assert isinstance(taken, dict), "made here"
            taken[found["path"]] = Taken(found["value"], found["where"])
    return entries


def next_run(text: str) -> int:
    """The number of the import after those in the log, undone ones too."""
    return max((int(found[1]) for found in re.finditer(r"^#(\d+) ", text, re.MULTILINE)), default=0) + 1


def added(text: str, entries: Sequence[Entry]) -> str:
    """The log *text* with *entries* at its end."""
    return (text or _TITLE) + "".join(map(str, entries))


def undone(text: str, run: int, time: str) -> str:
    """The log *text* with the note that the import *run* was undone."""
    return f"{text}#{run} hoàn tác {time}\n"


def latest(entries: Sequence[Entry]) -> dict[str, Entry]:
    """The last entry of each unit."""
    return {entry.ma: entry for entry in entries}
