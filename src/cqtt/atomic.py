"""Putting files in their places all at once: whoever looks sees the old ones or the new ones, never half of one.

A file that stands there already is replaced where it is ours, as we wrote it (``fingerprint``); any other one, edited
since or never ours, stays beside the new one under a dated name.
"""

import errno
import os
import signal
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from cqtt import temporary
from cqtt.disk import NOT_ORDINARY, in_use, move, patiently, reason, unusable
from cqtt.faults import EnvironmentFault
from cqtt.fingerprint import is_ours
from cqtt.keeping import keep

_LARGEST = 64 << 20  # bytes; no file of ours is as large
_PROGRAMS = {".docx": "Word", ".xlsx": "Excel"}


class Written(Struct, frozen=True):
    """What became of a file. *changed* says whether it was not there so already.

    *kept* is where the old one lies that was not ours, or edited since; None where nothing was kept.
    """

    path: Path
    changed: bool
    kept: Path | None = None


def replace_files(
    files: Mapping[Path, bytes], on_written: Callable[[Written], None], *, elsewhere: str = "", keep_old: bool = True
) -> None:
    """Write *files*, making their folders where needed; *on_written* is called with each as soon as it is there.
    *elsewhere* is the option by which the call could have named another place; without *keep_old* it keeps old files.

    All lie ready beside their places before the first is replaced, so that a full disk is found out while nothing is
    changed; Ctrl-C comes before that or after the last. Raises ``EnvironmentFault``; what is not written then is as it
    was. A link is followed. What killed runs have left is cleared away.
    """
    ready: list[_Ready] = []
    with ExitStack() as until_the_end:
        for path, data in files.items():
            file = _Ready(path, elsewhere, keep_old=keep_old)
            if file.path in (other.path for other in ready):
                raise _one_file(path, elsewhere)
            ready.append(file)
            file.prepare(data, until_the_end)
        with _uninterrupted():
            for file in ready:
                on_written(file.put())


class _Ready:
    """A file that lies ready, under a name of its own, beside its place."""

    def __init__(self, path: Path, elsewhere: str, *, keep_old: bool = True) -> None:
        self.asked = self.path = path
        self.elsewhere, self.keep_old = elsewhere, keep_old
        with _writing(path, elsewhere):
            if path.is_symlink():
                self.path = Path(os.path.realpath(path))
        self.made: Path | None = None

    def prepare(self, data: bytes, until: ExitStack) -> None:
        """Write *data* beside the place; nothing where they stand there already.

        When *until* ends, nothing is left of what did not come to its place by then.
        """
        with _writing(self.path, self.elsewhere):
            if self._standing() == data:
                return
            if fault := locked(self.path):
                raise fault
            folder = self.path.parent
            until.callback(_remove_empty, [place for place in (folder, *folder.parents) if not place.exists()])
            folder.mkdir(parents=True, exist_ok=True)
            temporary.clear(folder)
            made = until.enter_context(temporary.new_name(folder))
            with made.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            made.chmod(0o644)
            self.made = made

    def put(self) -> Written:
        """Move the file to its place, and keep what stands there where it is not ours."""
        if self.made is None:
            return Written(self.asked, changed=False)
        with _writing(self.path, self.elsewhere):
            old = self._standing()
            kept, added = (None, False) if old is None or not self.keep_old or is_ours(old) else keep(self.path)
            try:
                move(self.made.replace, self.path)
            except OSError:
                if kept and added:
                    kept.unlink()
                raise
        return Written(self.asked, changed=True, kept=kept)

    def _standing(self) -> bytes | None:
        """The bytes of the file that stands there, as many as a file of ours may have; None where there is none."""
        try:
            mode = self.path.stat().st_mode
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # reading a pipe would wait for ever
            hint = _somewhere_else(self.elsewhere, "đổi tên hoặc xóa nó")
            raise EnvironmentFault(f"không ghi được {self.path}: {NOT_ORDINARY}", hint)
        with patiently(lambda: self.path.open("rb")) as file:
            return file.read(_LARGEST)


def _remove_empty(folders: Iterable[Path]) -> None:
    """Remove those of *folders*, the deepest first, in which nothing came to stand."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until the block is done, so that it is known what was written."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:  # or the shell wants it to be ignored
        yield
        return
    waiting: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: waiting.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if waiting:
            raise KeyboardInterrupt


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
            return "LibreOffice" if name.startswith(".~lock") else _PROGRAMS.get(path.suffix.lower(), "Word")
    return ""


def _lock_names(path: Path) -> tuple[str, ...]:
    """How Word (which drops letters of longer names) or Excel, and LibreOffice, name the lock file of *path*."""
    drop = max(0, min(2, len(path.stem) - 6)) if path.suffix.lower() == ".docx" else 0
    return f"~${path.name[drop:]}", f".~lock.{path.name}#"


def new_folder(
    path: Path, files: Mapping[str, str | bytes], on_written: Callable[[Written], None] = lambda _: None
) -> bool:
    """Make the folder *path* with *files*, by their path below it: all of them, or nothing.

    False, with nothing changed, where a folder stands there that is not empty. *on_written* gets what was made.
    Raises ``EnvironmentFault`` where the disk refuses, with nothing left.
    """
    try:
        with _writing(path, folder=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.clear(path.parent)
            with temporary.new_name(path.parent) as made:
                made.mkdir()
                for name, text in files.items():
                    file = made / name
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(text.encode() if isinstance(text, str) else text)
                made.chmod(0o755)
                with _uninterrupted():
                    if os.name == "nt" and path.is_dir():  # elsewhere an empty folder is replaced
                        path.rmdir()
                    move(made.rename, path)
                    on_written(Written(path, changed=True))
    except EnvironmentFault:
        with suppress(OSError):
            if any(path.iterdir()):  # perhaps since a moment ago, by a run beside this one
                return False
        raise
    return True


@contextmanager
def _writing(path: Path, elsewhere: str = "", *, folder: bool = False) -> Iterator[None]:
    """Turn what the machine refuses while *path* is written into an ``EnvironmentFault``."""
    if why := unusable(path):
        raise EnvironmentFault(f"không ghi được {path}: {why}", _somewhere_else(elsewhere, "đặt tên khác rồi chạy lại"))
    try:
        yield
    except OSError as error:
        raise _fault(path, error, elsewhere, folder=folder) from error


def _fault(path: Path, error: OSError, elsewhere: str = "", *, folder: bool = False) -> EnvironmentFault:
    """What *error* means to the person who waits for *path*, and what to do."""
    other = _somewhere_else(elsewhere, "xin quyền ghi, hoặc chép bộ số liệu sang nơi khác")
    otherwise = elsewhere and f", hoặc dùng {elsewhere}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        why, mend = reason(error), "dọn bớt đĩa rồi chạy lại"
    elif not folder and os.path.isdir(path):  # noqa: PTH112  # which, unlike Path's own, is not upset by a name too long
        why, mend = "đã có thư mục mang tên này", f"đổi tên thư mục{otherwise}"
    elif isinstance(error, FileExistsError | NotADirectoryError):
        why, mend = "một tệp đứng ở chỗ cần thư mục", f"đổi tên tệp đó{otherwise}"
    elif in_use(error):
        why, mend = reason(error), f"đóng tệp ở chương trình đang mở nó rồi chạy lại{otherwise}"
    elif isinstance(error, PermissionError) and not folder and _concerns(error, path):
        why, mend = "tệp đang mở, không có quyền đọc, hoặc không có quyền ghi", "đóng tệp trong Word rồi chạy lại"
    elif isinstance(error, PermissionError):
        why, mend = "không có quyền ghi vào thư mục", other
    else:
        why, mend = reason(error), other
    return EnvironmentFault(f"không ghi được {path}: {why}", mend)


def _concerns(error: OSError, path: Path) -> bool:
    """Whether the machine refused the file at *path* itself, and not a new one beside it."""
    return os.path.exists(path) and str(path) in (str(error.filename), str(error.filename2))  # noqa: PTH110  # likewise


def _one_file(path: Path, elsewhere: str) -> EnvironmentFault:
    """That a link leads from *path* to the place of another file of the same call."""
    hint = f"xóa liên kết đó{elsewhere and f', hoặc dùng {elsewhere}'}"
    return EnvironmentFault(f"không ghi được {path}: liên kết dẫn tới một tệp khác cũng sắp được ghi", hint)


def _somewhere_else(elsewhere: str, otherwise: str) -> str:
    """What to do where another place would help."""
    return f"chọn nơi khác bằng {elsewhere}" if elsewhere else otherwise
