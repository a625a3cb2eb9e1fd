"""A second, dated name for a file that is about to be replaced, so that nothing in it is lost."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

LONGEST = 255
"""Bytes of a file's name that every disk takes."""


def keep(path: Path) -> tuple[Path, bool]:
    """Give the file at *path* a second name beside it, and say whether it is new: the same bytes are kept once.

    ``bao_cao.docx`` of 5 April 2024 becomes ``bao_cao.sua-tay-2024-04-05.docx``, or the next name of that kind
    that nothing has, be it a link that leads nowhere.
    Raises ``OSError`` where the disk refuses; there is no second name then.
    """
    for kept in _names(path):
        try:
            _second_name(path, kept)
        except FileExistsError:
            if _same(path, kept):
                return kept, False
        else:
            return kept, True
    raise AssertionError("there is always another name")


def _names(path: Path) -> Iterator[Path]:
    """The names for *path*, the first one first; a long one is cut, so that the disk takes it."""
    day = _day(path)
    for number in count(1):
        tail = f".sua-tay-{day}{f'-{number}' if number > 1 else ''}{path.suffix}"
        stem = os.fsencode(path.stem)[: LONGEST - len(os.fsencode(tail))].decode("utf-8", "ignore")
        yield path.with_name(stem + tail)


def _day(path: Path) -> str:
    """The day on which *path* was last written to; a disk may give one that no calendar has."""
    try:
        return f"{datetime.fromtimestamp(path.stat().st_mtime).astimezone():%Y-%m-%d}"
    except (OverflowError, ValueError):
        return "khong-ro-ngay"


def _second_name(path: Path, kept: Path) -> None:
    """Make *kept* the same file as *path*, a copy on disks that know no second names; raises where *kept* is there."""
    try:
        kept.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:
        with path.open("rb") as old, kept.open("xb") as new:
            try:
                shutil.copyfileobj(old, new)
                new.flush()
                os.fsync(new.fileno())
            except OSError:
                new.close()  # Windows removes no open file
                kept.unlink()
                raise
        shutil.copystat(path, kept)


def _same(path: Path, kept: Path) -> bool:
    """Whether *kept* is a file of its own with the same bytes; a link is none, nor is what cannot be read."""
    import filecmp  # needed once in a long while

    try:
        return not kept.is_symlink() and filecmp.cmp(path, kept, shallow=False)
    except OSError:
        return False
