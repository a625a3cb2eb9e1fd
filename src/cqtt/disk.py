"""The user's disk: looking at it, and what it refuses in the user's words.

Whoever touches a file of the user's does it through here or ``atomic``, which turn what the machine refuses into an
``EnvironmentFault``. Any other ``OSError`` is a bug of ours.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cqtt.faults import EnvironmentFault

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


def reason(error: OSError) -> str:
    """Why the machine refused, in Vietnamese; words of the machine that are not known here stand in quotes."""
    return _REASONS.get(error.errno or 0) or f"máy báo “{error.strerror or error}”"


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the machine refuses while *path* is looked at into an ``EnvironmentFault``."""
    try:
        yield
    except OSError as error:
        hint = "đóng tệp nếu đang mở; kiểm tra tên, quyền đọc và ổ đĩa rồi chạy lại"
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
            return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None


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
