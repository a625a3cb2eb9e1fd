"""Temporary names beside the places of files, and clearing away those that killed runs have left.

A temporary name is a file's, ``.cqtt-….tmp``. Its run holds a lock on it, which the system gives free when the run ends
in whatever way; a temporary folder is named after such a file, so that whoever may remove the one may remove the other.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_PREFIX, _SUFFIX = ".cqtt-", ".tmp"
_FOLDER = ".d"  # behind the file's name


def new_file(folder: Path) -> tuple[Path, BinaryIO]:
    """A file in *folder* under a name that no other run has, open for writing and locked until it is closed.

    Raises ``OSError`` where the disk refuses.
    """
    while True:
        descriptor, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
        with suppress(OSError):  # some network disks know no locks
            _lock(descriptor)
        file = os.fdopen(descriptor, "wb")
        if os.path.lexists(name):  # or another run has cleared it away before it was locked
            return Path(name), file
        file.close()


@contextmanager
def new_folder(parent: Path) -> Iterator[Path]:
    """A folder in *parent* under a name that no other run has; what is still there at the end goes.

    Raises ``OSError`` where the disk refuses.
    """
    name, file = new_file(parent)
    folder = name.with_name(name.name + _FOLDER)
    try:
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        file.close()
        with suppress(OSError):
            name.unlink()


def clear(folder: Path) -> None:
    """Remove from *folder* the temporary files, and their folders, that no running program holds."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if left.is_file() and not left.is_symlink():
                _remove(left)


def _remove(left: Path) -> None:
    """Remove the file *left* and its folder; raises ``OSError`` where a program holds it."""
    inside = left.with_name(left.name + _FOLDER)
    if os.name == "nt":  # where a file that is open, be it by us, cannot be removed
        left.unlink()
        shutil.rmtree(inside, ignore_errors=True)
        return
    with left.open("rb") as file:
        _lock(file.fileno())
        shutil.rmtree(inside, ignore_errors=True)
        left.unlink()


def _lock(descriptor: int) -> None:
    """Hold the file until it is closed, so that others can see that somebody is writing; raises where one does."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
