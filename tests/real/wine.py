"""Windows programs under Wine: a prefix of its own, and calls in it."""

import struct
from typing import NamedTuple

FILE, RVA = 0x200, 0x1000  # where the one section stands in the file, and in memory


class Ended(NamedTuple):
    """How a call ended."""

    code: int
    out: bytes
    err: str


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
