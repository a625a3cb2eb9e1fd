"""Our mark in a finished file: a digest of its parts, by which the next build knows whether anybody has edited it.

It stands in the file's properties (``dc:identifier``, ECMA-376-2, clause 11). Word keeps it when it saves the file, but
writes the other parts anew, so that it no longer fits them.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping

CORE = "docProps/core.xml"
PLACE = f"cqtt:{0:064}"
"""Stands where the mark will."""
_MARK = re.compile(rb"cqtt:([0-9a-f]{64})")


def sealed(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts *members*, with the mark in place of ``PLACE``."""
    mark = f"cqtt:{_digest(members)}"
    return {**members, CORE: members[CORE].replace(PLACE.encode(), mark.encode())}


def is_ours(data: bytes) -> bool:
    """Whether *data* is a file that we wrote, just as we wrote it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        return False
    found = _MARK.search(members.get(CORE, b""))
    return found is not None and found[1].decode() == _digest(members)


def _digest(members: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(members.keys() - {CORE}):
        digest.update(f"{name}\0{len(members[name])}\0".encode())
        digest.update(members[name])
    return digest.hexdigest()
