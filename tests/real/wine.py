"""Windows programs under Wine: a prefix of its own, and calls in it."""

import os
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.real.programs import program

FILE, RVA = 0x200, 0x1000  # where the one section stands in the file, and in memory
OURS = ("PYTHON", "VIRTUAL_ENV", "GITHUB", "CQTT", "COVERAGE", "NO_COLOR")
"""How variables begin that a stranger's machine does not have."""
WITHOUT = "wbemprox,mscoree,mshtml=d"
"""What Wine is to do without: asking it for the machine's name ends Wine 8, and the others offer to be installed."""
SECONDS = 120


class Ended(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Wine:
    """A Windows of our own, below *prefix*."""

    prefix: Path

    @classmethod
    def made(cls, prefix: Path) -> "Wine":
        """A fresh one, with what Wine 8 lacks."""
        wine = cls(prefix)
        subprocess.run([program("wine"), "wineboot", "--init"], env=wine.environment(), capture_output=True, check=True)
        library = forwarder("bcryptprimitives.dll", "ProcessPrng", "ADVAPI32.SystemFunction036")
        (prefix / "drive_c/windows/system32/bcryptprimitives.dll").write_bytes(library)
        return wine

    def environment(self, **more: str) -> dict[str, str]:
        """The variables of a call: the machine's, ours for Wine, and *more*."""
        theirs = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        wine = {"WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": WITHOUT}
        return theirs | wine | {"LC_ALL": "C.UTF-8"} | more

    def start(self, exe: Path | str, *words: str, cwd: Path, **more: str) -> subprocess.Popen[bytes]:
        """The program *exe*, called with *words* in the folder *cwd*; its streams are pipes, for Wine needs them so."""
        pipe = subprocess.PIPE
        call = [program("wine"), str(exe), *words]
        return subprocess.Popen(call, cwd=cwd, env=self.environment(**more), stdin=pipe, stdout=pipe, stderr=pipe)

    def run(
        self, exe: Path | str, *words: str, cwd: Path, typed: str = "", seconds: int = SECONDS, **more: str
    ) -> Ended:
        """How the call ends when *typed* is all that comes from the keyboard; it may take so many *seconds*."""
        process = self.start(exe, *words, cwd=cwd, **more)
        out, err = process.communicate(typed.encode(), timeout=seconds)
        return Ended(process.returncode, out.decode(), err.decode())

    def end(self) -> None:
        """End whatever still runs in it."""
        subprocess.run([program("wineserver"), "-k"], env=self.environment(), capture_output=True)


def forwarder(library: str, exported: str, target: str) -> bytes:
    """A DLL for 64 bits whose only function, *exported*, is the one at *target* (``LIBRARY.function``): PE format, 6.3.

    Wine 8 has no ``bcryptprimitives.dll!ProcessPrng``, by which Rust programs draw random numbers; Windows has.
    """
    strings = b"\0".join(word.encode() for word in (library, exported, target)) + b"\0"
    tables = 40 + 4 + 4 + 2  # the directory, one address, one name, one ordinal
    names = [RVA + tables]
    for word in (library, exported):
        names.append(names[-1] + len(word) + 1)
    section = struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, names[0], 1, 1, 1, RVA + 40, RVA + 44, RVA + 48)
    section += struct.pack("<IIH", names[2], names[1], 0) + strings
    directory = struct.pack("<II", RVA, len(section)) + bytes(15 * 8)
    optional = struct.pack("<HBBIIIII", 0x20B, 0, 0, 0, FILE, 0, 0, RVA)
    optional += struct.pack(
        "<QIIHHHHHHIIIIHHQQQQII",
        1 << 31,
        RVA,
        FILE,
        6,
        0,
        0,
        0,
        6,
        0,
        0,
        2 * RVA,
        FILE,
        0,
        2,
        0x100,
        1 << 20,
        RVA,
        1 << 20,
        RVA,
        0,
        16,
    )
    headers = b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0"
    headers += (
        struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, len(optional) + len(directory), 0x2022) + optional + directory
    )
    headers += struct.pack("<8sIIIIIIHHI", b".edata", len(section), RVA, FILE, FILE, 0, 0, 0, 0, 0x40000040)
    return headers.ljust(FILE, b"\0") + section.ljust(FILE, b"\0")
