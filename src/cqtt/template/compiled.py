"""Template text as Python code, kept from one call to the next: compiling takes a tenth of a small report's time.

What is kept is Jinja's own byte code (``jinja2.bccache``) in a folder that only this user can write to. An entry is
found by a digest of all that the code depends on: the text, its name, Jinja's version, ours, and the sources of this
package; Python's version and the digest stand in the entry once more. A date decides nothing. What cannot be read is
compiled, what cannot be written is not kept, and no report depends on either.
"""

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache
from jinja2.sandbox import SandboxedEnvironment

from cqtt import __version__

MOST = 400
"""Entries; a report needs some fifteen. Where there are more, all are let go."""
_ENDING = ".jinja"


def compiled(environment: SandboxedEnvironment, text: str, name: str) -> CodeType:
    """The code of *text*, called *name*. Raises what Jinja raises for a text that is no template."""
    folder = store()
    if folder is None:
        return environment.compile(text, name, name)
    key = hashlib.sha256("\0".join((_engine(), name, text)).encode("utf-8", "surrogatepass")).hexdigest()
    bucket = Bucket(environment, key, key)
    kept = FileSystemBytecodeCache(str(folder), f"%s{_ENDING}")
    with suppress(OSError):
        kept.load_bytecode(bucket)
    if bucket.code is None:
        bucket.code = environment.compile(text, name, name)
        with suppress(OSError):
            _make_room(folder)
            kept.dump_bytecode(bucket)
    return bucket.code


@cache
def store() -> Path | None:
    """The folder of the entries, made if it is not there; None where there can be none that is this user's alone."""
    try:
        folder = _home() / "cqtt" / "khuon_mau"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except (OSError, RuntimeError):  # a disk that refuses, a user without a home
        return None
    if sys.platform == "win32":
        return folder  # below the user's own profile
    return folder if found.st_uid == os.getuid() and not found.st_mode & 0o022 else None


def _home() -> Path:
    """Where programs keep what they can make again."""
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    if named:
        return Path(named)
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")


@cache
def _engine() -> str:
    """What makes code of text: the versions, and our own sources, which change between two versions."""
    digest = hashlib.sha256(f"{__version__}\0{jinja2.__version__}".encode())
    for source in sorted(Path(__file__).parent.glob("*.py")):  # none in a program of one file, which has one version
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _make_room(folder: Path) -> None:
    entries = [entry for entry in folder.iterdir() if entry.name.endswith(_ENDING)]
    for entry in entries if len(entries) >= MOST else ():
        entry.unlink(missing_ok=True)
