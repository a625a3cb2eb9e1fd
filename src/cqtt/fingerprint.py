"""Our mark in a finished file: a digest of all the rest of it, by which a later call knows whether it may replace it.

A zip of Office has it in its properties (``dc:identifier``, ECMA-376-2, clause 11)::

    docProps/core.xml   <dc:identifier>cqtt:5f0c…</dc:identifier>

Word and Excel may keep it when they save the file, but write the parts anew, so that it no longer fits them. A PDF has
it as a comment (ISO 32000-1, 7.2.4) before its last ``startxref``: a signature or a note that is added later stands
behind all that was there, and the mark no longer fits the whole. A JSON file has it as its last key, ``$comment``.
"""

import hashlib
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import TypeAlias

Part: TypeAlias = bytes | bytearray

CORE = "docProps/core.xml"
PLACE = f"cqtt:{0:064}"
"""Stands where the mark will."""
LARGEST = 256 << 20
"""Bytes of all parts together; a zip that swells beyond it is none of ours."""
_MARK = re.compile(rb"cqtt:[0-9a-f]{64}")
_END = b"startxref"
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(OSError, NotImplementedError, RuntimeError, EOFError, ValueError, KeyError),
)
"""What Python may say of a zip that is not whole."""


def sealed(data: bytes) -> bytes:
    """The flat file *data*, which has ``PLACE`` in it, with its mark there."""
    return _marked(data, _digest({"": _blank(data)}))


def sealed_pdf(data: bytes) -> bytes | None:
    """The PDF *data* with its mark; None for what is no PDF."""
    head, end, tail = data.rpartition(_END)
    if not head or not data.startswith(b"%PDF-"):
        return None
    return sealed(head + f"%{PLACE}\n".encode() + end + tail)


def sealed_parts(parts: Mapping[str, Part]) -> dict[str, Part]:
    """The *parts* of a zip of Office, by their names, with the mark in place of ``PLACE``."""
    return {**parts, CORE: _marked(bytes(parts[CORE]), _digest(_without_mark(parts)))}


def is_ours(data: bytes) -> bool:
    """Whether *data* is a file that we wrote, just as we wrote it; line breaks of Windows make no difference."""
    try:
        parts = _parts(data) if data.startswith(b"PK") else {"": data}
    except _BROKEN:
        return False
    marks = _MARK.findall(parts.get(CORE, parts.get("", b"")))
    return bool(marks) and marks[-1] == _digest(_without_mark(parts))


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of the zip *data*; none where they are larger than any of ours."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > LARGEST:
            return {}
        return {name: archive.read(name) for name in archive.namelist()}


def _without_mark(parts: Mapping[str, Part]) -> dict[str, Part]:
    return {name: _blank(bytes(part)) if name in (CORE, "") else part for name, part in parts.items()}


def _blank(data: bytes) -> bytes:
    return _marked(data, PLACE.encode()).replace(b"\r\n", b"\n")


def _marked(data: bytes, mark: bytes) -> bytes:
    """*data* with *mark* for the last mark in it, which is ours: others may be quoted before it."""
    found = [*_MARK.finditer(data)]
    return data[: found[-1].start()] + mark + data[found[-1].end() :] if found else data


def _digest(parts: Mapping[str, Part]) -> bytes:
    digest = hashlib.sha256()
    for name in sorted(parts):
        digest.update(f"{name}\0{len(parts[name])}\0".encode("utf-8", "surrogateescape"))
        digest.update(parts[name])
    return f"cqtt:{digest.hexdigest()}".encode()
