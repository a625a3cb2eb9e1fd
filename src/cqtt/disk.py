"""The user's disk: looking at it, and what it refuses in the user's words.

Whoever touches a file of the user's does it through here or ``atomic``, which turn what the machine refuses into an
``EnvironmentFault``. Any other ``OSError`` is a bug of ours.
"""

import errno
import os
import stat
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from cqtt import filenames
from cqtt.faults import EnvironmentFault

_Result = TypeVar("_Result")

NOT_ORDINARY = "không phải tệp thường"
"""What is said of a pipe, a socket or a device: reading one may wait for ever."""
_LOST = "ổ đĩa hỏng hoặc mất kết nối"
_IN_USE = "đang được chương trình khác dùng"
_REASONS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "đĩa đầy",
    errno.EDQUOT: "đĩa đầy",
    errno.EFBIG: "tệp lớn quá mức cho phép",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EINVAL: "tên có ký tự không dùng được, hoặc ổ đĩa không làm được việc này",
    errno.EILSEQ: "tên có ký tự không dùng được",
    errno.ELOOP: "liên kết dẫn vòng tròn",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "một tệp đứng ở chỗ cần thư mục",
    errno.EEXIST: "đã có tệp mang tên này",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.EBUSY: _IN_USE,
    errno.ETXTBSY: _IN_USE,
    errno.EMFILE: "máy đang mở quá nhiều tệp",
    errno.ENFILE: "máy đang mở quá nhiều tệp",
    errno.ENOMEM: "máy hết bộ nhớ",
    errno.EIO: _LOST,
    errno.ENXIO: _LOST,
    errno.ENODEV: _LOST,
    errno.ESTALE: _LOST,
    errno.ENOTCONN: _LOST,
    errno.ETIMEDOUT: _LOST,
    errno.EHOSTDOWN: _LOST,
}
_TOO_LONG = f"đường dẫn quá dài (hơn {filenames.LONGEST_PATH} chữ)"
_CLOUD = "tệp còn ở trên mạng (OneDrive), chưa tải về máy"
_WINDOWS_REASONS = {
    19: "ổ đĩa chỉ cho đọc",  # ERROR_WRITE_PROTECT
    21: _LOST,  # ERROR_NOT_READY: nothing in the drive
    32: _IN_USE,  # ERROR_SHARING_VIOLATION
    33: _IN_USE,  # ERROR_LOCK_VIOLATION
    39: "đĩa đầy",  # ERROR_HANDLE_DISK_FULL
    53: _LOST,  # ERROR_BAD_NETPATH
    59: _LOST,  # ERROR_UNEXP_NET_ERR
    64: _LOST,  # ERROR_NETNAME_DELETED
    67: _LOST,  # ERROR_BAD_NET_NAME
    206: "tên quá dài",  # ERROR_FILENAME_EXCED_RANGE
    225: "phần mềm diệt vi-rút chặn tệp này",  # ERROR_VIRUS_INFECTED
    362: _CLOUD,  # ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING
    389: _CLOUD,  # ERROR_CLOUD_FILE_UNSUCCESSFUL
    395: _CLOUD,  # ERROR_CLOUD_FILE_ACCESS_DENIED
    426: _CLOUD,  # ERROR_CLOUD_FILE_REQUEST_TIMEOUT
    1224: _IN_USE,  # ERROR_USER_MAPPED_FILE
}
"""What Windows says more exactly than the number of POSIX that Python gives it (System Error Codes)."""
_OPEN_ELSEWHERE = (32, 33, 1224)
_UNSAID = (None, *_OPEN_ELSEWHERE)  # to open a file, Windows does not say why it is denied
_OR_DENIED = (5, *_OPEN_ELSEWHERE)  # ERROR_ACCESS_DENIED: what a file is moved over is open elsewhere, or may not be
PAUSES = (20, 50, 100, 200, 400, 800)
"""Milliseconds between the attempts at what may be refused for a moment only."""


def in_use(error: OSError) -> bool:
    """Whether the machine refused because another program has the file open."""
    return getattr(error, "winerror", None) in _OPEN_ELSEWHERE or error.errno in (errno.EBUSY, errno.ETXTBSY)


def reason(error: OSError) -> str:
    """Why the machine refused, in Vietnamese; words of the machine that are not known here stand in quotes."""
    if isinstance(error, FileNotFoundError) and error.filename and too_long(str(error.filename)):
        return _TOO_LONG
    if error.errno == errno.EACCES and getattr(error, "winerror", 0) is None:
        return f"{_IN_USE}, hoặc không có quyền"
    exactly = _WINDOWS_REASONS.get(getattr(error, "winerror", None) or 0)
    return exactly or _REASONS.get(error.errno or 0) or f"máy báo “{error.strerror or error}”"


def move(work: Callable[[Path], object], place: Path) -> None:
    """Have *work* move a file or folder to *place*, patiently. Raises ``OSError`` where the disk refuses to the end."""
    _patiently(lambda: work(place), _OR_DENIED)


def patiently(work: Callable[[], _Result]) -> _Result:
    """What *work* returns, which opens a file. Raises ``OSError`` where the disk refuses to the end."""
    return _patiently(work, _UNSAID)


def _patiently(work: Callable[[], _Result], momentary: Collection[int | None]) -> _Result:
    """What *work* returns, tried again for a second and a half where Windows refuses it for a *momentary* reason.

    It does while a scanner of viruses, an indexer or a client of a cloud has the file open, which is soon over.
    """
    for pause in PAUSES:
        try:
            return work()
        except PermissionError as error:
            if getattr(error, "winerror", 0) not in momentary:
                raise
            time.sleep(pause / 1000)
    return work()


def too_long(path: str | Path) -> bool:
    """Whether this machine may find nothing at *path* only because the whole path is long."""
    return os.name == "nt" and filenames.is_long(os.path.abspath(path))  # noqa: PTH100  # links are not followed


def unusable(path: Path) -> str:
    """Why this machine has no file with the name *path*, whatever it would say itself; empty where it may have one."""
    return filenames.refused(str(path)) if os.name == "nt" else ""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the machine refuses while *path* is looked at into an ``EnvironmentFault``."""
    hint = "đóng tệp nếu đang mở; kiểm tra tên, quyền đọc và ổ đĩa rồi chạy lại"
    if why := unusable(path):
        raise EnvironmentFault(f"không đọc được {path}: {why}", hint, why)
    try:
        yield
    except OSError as error:
        raise EnvironmentFault(f"không đọc được {path}: {reason(error)}", hint, reason(error)) from error


def read_bytes(path: Path) -> bytes | None:
    """The file's bytes, or None where there is no such file.

    Raises ``EnvironmentFault`` where it cannot be read, and at once where it is no ordinary file (``NOT_ORDINARY``).
    """
    with reading(path):
        try:
            mode = path.stat().st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                hint = "thay nó bằng một tệp thường, hoặc chỉ tệp khác"
                raise EnvironmentFault(f"không đọc được {path}: {NOT_ORDINARY}", hint, NOT_ORDINARY)
            if stat.S_ISDIR(mode):  # of which Windows would say only that it may not be read
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            return patiently(path.read_bytes)
        except (FileNotFoundError, NotADirectoryError):
            if too_long(path):
                raise
            return None


def size_of(path: Path) -> int:
    """The bytes of the file at *path*, -1 where there is none.

    Raises ``EnvironmentFault`` where the disk does not say.
    """
    with reading(path):
        try:
            return path.stat().st_size
        except (FileNotFoundError, NotADirectoryError):
            return -1


def remove(path: Path) -> None:
    """Take the file at *path* away; one that is not there is well. Raises ``EnvironmentFault`` where it stays."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        hint = "đóng tệp nếu đang mở, rồi tự xóa nó"
        raise EnvironmentFault(f"không xóa được {path}: {reason(error)}", hint) from error


def exists(path: Path) -> bool:
    """Whether there is anything at *path*. Raises ``EnvironmentFault`` where the disk does not say."""
    return _mode(path) is not None


def is_folder(path: Path) -> bool:
    """Whether *path* is a folder. Raises ``EnvironmentFault`` where the disk does not say."""
    return stat.S_ISDIR(_mode(path) or 0)


def is_file(path: Path) -> bool:
    """Whether *path* is an ordinary file. Raises ``EnvironmentFault`` where the disk does not say."""
    return stat.S_ISREG(_mode(path) or 0)


def _mode(path: Path) -> int | None:
    """The kind and rights of what stands at *path*, None where there is nothing; ``Path.exists`` differs by version."""
    with reading(path):
        try:
            return path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            if too_long(path):
                raise
            return None


def entries(folder: Path) -> list[Path]:
    """What *folder* holds, by name. Raises ``EnvironmentFault`` where it cannot be read."""
    with reading(folder):
        return [folder / name for name in sorted(os.listdir(folder))]  # noqa: PTH208  # names are all that is needed


def here() -> Path:
    """The folder in which we were called. Raises ``EnvironmentFault`` where it is gone since."""
    try:
        return Path.cwd()
    except OSError as error:
        raise EnvironmentFault(
            f"không dùng được thư mục đang đứng: {reason(error)}", "chuyển vào thư mục khác rồi chạy lại"
        ) from error
