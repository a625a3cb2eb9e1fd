"""Digests that stay the same when git on Windows, or an editor there, writes line ends and byte order marks anew."""

import hashlib

_MARK = b"\xef\xbb\xbf"


def plain(raw: bytes) -> bytes:
    """The text file *raw* with line ends LF, without a byte order mark."""
    return raw.removeprefix(_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def digest(raw: bytes) -> str:
    """The SHA-256 digest of *raw* in hexadecimal digits; of a text file it is that of ``plain``."""
    return hashlib.sha256(raw).hexdigest()
