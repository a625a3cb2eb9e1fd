"""Putting a file in its place all at once: whoever looks sees the old one or the new one, never half of either."""

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from cqtt.problems import EnvironmentFault

_PREFIX = ".cqtt-"


def replace_file(path: Path, data: bytes) -> None:
    """Write *data* to *path*, making its folder where needed. Raises ``EnvironmentFault`` and leaves nothing behind."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=".tmp")
    except OSError as error:
        raise _fault(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise _fault(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def new_folder(path: Path, files: Mapping[str, str]) -> None:
    """Make the folder *path* with *files*, by their path below it: all of them, or nothing.

    The folder must not exist. Raises ``EnvironmentFault`` and leaves nothing behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=path.parent, prefix=_PREFIX, suffix=".tmp"))
    except OSError as error:
        raise _fault(path, error, folder=True) from error
    try:
        for name, text in files.items():
            file = temporary / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        temporary.chmod(0o755)
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
    if error.errno == errno.ENOSPC:
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
