"""Putting a file in its place all at once: whoever looks sees the old one or the new one, never half of either."""

import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from cqtt.problems import EnvironmentFault

_PREFIX, _SUFFIX = ".cqtt-", ".tmp"


def replace_file(path: Path, data: bytes, *, keep: Callable[[bytes], bool] = lambda _: False) -> Path | None:
    """Write *data* to *path*, making its folder where needed. Raises ``EnvironmentFault`` and leaves nothing behind.

    Where *keep* says so of the old file's bytes, that file stays beside the new one under a dated name, which is
    returned; None where nothing was kept. What runs that were killed have left in the folder is cleared away.
    A link is followed: the file that it leads to is replaced, and the link stays.
    """
    if os.path.islink(path):  # noqa: PTH114  # which, unlike Path's own, is not upset by a name too long
        path = Path(os.path.realpath(path))
    if fault := locked(path):
        raise fault
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear(path.parent)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=_SUFFIX)
    except OSError as error:
        raise _fault(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            with suppress(OSError):  # some network disks know no locks
                _lock(file.fileno())
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        kept = _kept(path, keep)
        temporary.replace(path)
    except OSError as error:
        raise _fault(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)
    return kept


def locked(path: Path) -> EnvironmentFault | None:
    """What forbids writing *path* while a program has it open; None where none has."""
    program = _open_in(path)
    if not program:
        return None
    return EnvironmentFault(
        f"không ghi được {path}: tệp đang mở trong {program}",
        f"đóng tệp rồi chạy lại; nếu không ai mở, xóa tệp khóa cạnh nó ({', '.join(_lock_names(path))})",
    )


def _open_in(path: Path) -> str:
    """The program that has *path* open, by the lock file beside it; empty where there is none."""
    for name in _lock_names(path):
        if os.path.lexists(path.parent / name):  # which, unlike Path.exists, is not upset by a name too long
            return "LibreOffice" if name.startswith(".~lock") else "Word"
    return ""


def _lock_names(path: Path) -> tuple[str, ...]:
    """How Word (by the length of the name) and LibreOffice name the lock file of *path*."""
    drop = max(0, min(2, len(path.stem) - 6))
    return f"~${path.name[drop:]}", f".~lock.{path.name}#"


def _kept(path: Path, keep: Callable[[bytes], bool]) -> Path | None:
    """Give the old file at *path* a second, dated name, where *keep* says so."""
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():  # reading a pipe would wait for ever
            raise OSError(errno.EINVAL, "không phải tệp thường")
        old = path.read_bytes()
    except FileNotFoundError:
        return None
    if not keep(old):
        return None
    day = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        kept = path.with_name(f"{path.stem}.sua-tay-{day:%Y-%m-%d}{again}{path.suffix}")
        if not kept.exists():
            _second_name(path, kept)
            return kept
        if kept.read_bytes() == old:
            return kept
    raise AssertionError("there is always another name")


def _second_name(path: Path, kept: Path) -> None:
    """Make *kept* the same file as *path*; a copy on disks that know no second names."""
    try:
        kept.hardlink_to(path)
    except OSError:
        shutil.copy2(path, kept)


def _clear(folder: Path) -> None:
    """Remove temporary files that no running program holds: on Windows an open one cannot be removed anyway."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        if left.is_file():
            with suppress(OSError), left.open("rb") as file:
                _lock(file.fileno())
                left.unlink()


def _lock(descriptor: int) -> None:
    """Hold the file until it is closed, so that others can see that somebody is writing; raises where one does."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def new_folder(path: Path, files: Mapping[str, str]) -> None:
    """Make the folder *path* with *files*, by their path below it: all of them, or nothing.

    The folder must not exist, or be empty. Raises ``EnvironmentFault`` and leaves nothing behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.parent / f"{_PREFIX}{path.name}{_SUFFIX}"
        shutil.rmtree(temporary, ignore_errors=True)  # what a killed run has left
        temporary.mkdir()
    except OSError as error:
        raise _fault(path, error, folder=True) from error
    try:
        for name, text in files.items():
            file = temporary / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        temporary.chmod(0o755)
        if path.is_dir():
            path.rmdir()
        temporary.rename(path)
    except OSError as error:
        raise _fault(path, error, folder=True) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _fault(path: Path, error: OSError, *, folder: bool = False) -> EnvironmentFault:
    """What *error* means to the person who waits for *path*, and what to do."""
    otherwise, elsewhere = ("", "xin quyền ghi, hoặc chép bộ số liệu sang nơi khác") if folder else _OUTPUT
    if _is_folder(path):
        return EnvironmentFault(f"không ghi được {path}: đã có thư mục mang tên này", f"đổi tên thư mục{otherwise}")
    if isinstance(error, FileExistsError | NotADirectoryError):
        return EnvironmentFault(f"không ghi được {path}: một tệp đứng ở chỗ cần thư mục", f"đổi tên tệp đó{otherwise}")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EnvironmentFault(f"không ghi được {path}: đĩa đầy", "dọn bớt đĩa rồi chạy lại")
    if isinstance(error, PermissionError) and path.exists():
        return EnvironmentFault(
            f"không ghi được {path}: tệp đang mở hoặc không có quyền ghi", "đóng tệp trong Word rồi chạy lại"
        )
    if isinstance(error, PermissionError):
        return EnvironmentFault(f"không ghi được {path}: không có quyền ghi vào thư mục", elsewhere)
    return EnvironmentFault(f"không ghi được {path}: {error.strerror}", elsewhere)


_OUTPUT = (", hoặc dùng --output", "chọn nơi khác bằng --output")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that the disk cannot even look up
        return False
