"""Temporary names beside the places of files, and clearing away those that killed runs have left.

A run holds a guard, ``.cqtt-….tmp``, open and locked, which the system gives free when the run ends in whatever way.
What it makes, a file or a folder, stands beside it as ``.cqtt-….tmp.d`` and can be moved: Windows moves no open file.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_PREFIX, _SUFFIX = ".cqtt-", ".tmp"
_MADE = ".d"  # behind the guard's name


@contextmanager
def new_name(folder: Path) -> Iterator[Path]:
    """A name in *folder* that no other run has, for a file or a folder; what still stands there at the end goes.

    Raises ``OSError`` where the disk refuses.
    """
    guard, file = _guard(folder)
    try:
        yield guard.with_name(guard.name + _MADE)
    finally:
        try:
            _leave(guard, file)
        except KeyboardInterrupt:  # it may come just now; nothing is to be left all the same
            _leave(guard, file)
            raise


def _leave(guard: Path, file: BinaryIO) -> None:
    """Remove *guard*, which is open as *file*, and what it guards, as far as the disk lets us."""
    _discard(guard.with_name(guard.name + _MADE))
    with suppress(OSError):
        file.close()
    with suppress(OSError):
        guard.unlink()


def _guard(folder: Path) -> tuple[Path, BinaryIO]:
    """A new guard in *folder*, open and locked."""
    while True:
        guard = folder / f"{_PREFIX}{os.urandom(6).hex()}{_SUFFIX}"
        try:
            file = guard.open("xb")
        except FileExistsError:
            continue
        except KeyboardInterrupt:  # it may come when the guard stands there already
            with suppress(OSError):
                guard.unlink()
            raise
        with suppress(OSError):  # some network disks know no locks
            if not _lock(file) or not os.path.lexists(guard):
                file.close()  # another run is clearing it away, or has, before it was locked
                continue
        return guard, file


def clear(folder: Path) -> None:
    """Remove from *folder* the guards that no running program holds, and what they guard."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if left.is_file() and not left.is_symlink():
                _remove(left)


def _remove(guard: Path) -> None:
    """Remove *guard* and what it guards, unless a program holds it. Raises ``OSError`` where the disk refuses."""
    with guard.open("rb") as file:
        if not _lock(file):
            return
        _discard(guard.with_name(guard.name + _MADE))
        with suppress(PermissionError):  # Windows removes no open file, be it opened by us
            guard.unlink()
    guard.unlink(missing_ok=True)


def _discard(made: Path) -> None:
    """Remove the file or folder *made*, as far as the disk lets us."""
    if made.is_dir() and not made.is_symlink():
        shutil.rmtree(made, ignore_errors=True)
    else:
        with suppress(OSError):
            made.unlink()


def _lock(file: BinaryIO) -> bool:
    """Hold *file* until it is closed; False where somebody does. Raises ``OSError`` where the disk knows no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
