"""What one call writes: reported as soon as it is written, and listed where the call does not come to its end."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cqtt.cli import console

if TYPE_CHECKING:
    from cqtt.atomic import Written
    from cqtt.cli.output import Output


class Ledger:
    """The files that the call means to write, and what became of them. A command gets it by ``click.pass_obj``."""

    def __init__(self) -> None:
        self.planned: dict[Path, Output | None] = {}
        self.done: dict[Path, Written] = {}

    def put(self, files: "Mapping[Path, Output]", lacking: Sequence[Path] = (), *, elsewhere: str = "") -> None:
        """Put *files* in their places and report each; *lacking* are those that were asked for and cannot be made.
        *elsewhere* is the option by which the call could have named another place, empty where there is none.

        Raises ``EnvironmentFault`` where the disk refuses; what was written until then is reported all the same.
        """
        from cqtt.atomic import replace_files  # only for commands that write

        self.planned |= {**files, **dict.fromkeys(lacking)}
        try:
            replace_files({path: output.data for path, output in files.items()}, self._note, elsewhere=elsewhere)
        finally:
            for path in files:
                if path in self.done:
                    console.out(_told(self.done[path], files[path]))

    def put_quietly(self, files: Mapping[Path, bytes], *, elsewhere: str = "", keep: bool = True) -> "list[Written]":
        """Put *files* in their places and return what became of each; the command tells of them as a whole.

        Without *keep* an old file is replaced whoever wrote it. Raises as ``put``.
        """
        from cqtt.atomic import replace_files  # only for commands that write

        self.planned |= dict.fromkeys(files)
        replace_files(files, self._note, elsewhere=elsewhere, keep_old=keep)
        return [self.done[path] for path in files]

    def put_folder(self, path: Path, files: Mapping[str, str | bytes]) -> bool:
        """Make the folder *path* with *files*; False, with nothing made, where one stands there that is not empty.

        Raises ``EnvironmentFault`` where the disk refuses.
        """
        from cqtt.atomic import new_folder

        self.planned[path] = None
        return new_folder(path, files, self._note)

    def _note(self, written: "Written") -> None:
        self.done[written.path] = written

    @property
    def several(self) -> bool:
        """Whether more than one file was to be written, so that a fault does not say all."""
        return len(self.planned) > 1

    def account(self) -> str:
        """``đã ghi a; chưa ghi b``, or ``không ghi gì``."""
        written = [shown(path) for path, what in self.done.items() if what.changed]
        waiting = [shown(path) for path in self.planned if path not in self.done]
        if not written:
            return "không ghi gì"
        return f"đã ghi {', '.join(written)}" + (f"; chưa ghi {', '.join(waiting)}" if waiting else "")


def shown(path: Path) -> str:
    """*path* as short as it can be said from here."""
    with suppress(OSError, ValueError):  # the folder may be gone, or the file lie elsewhere
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def _told(written: "Written", output: "Output") -> str:
    did = "đã ghi" if written.changed else "không đổi:"
    return f"{did} {shown(written.path)}{output.about}\n{_kept(written.kept) if written.kept else ''}{output.note}"


def _kept(path: Path) -> str:
    """What is said of an old file that stays as *path*, and how to see what was edited in it."""
    said = f"  tệp cũ không do cqtt ghi, hoặc đã được sửa: giữ ở {shown(path)}\n"
    if path.suffix not in (".docx", ".pdf"):
        return said
    return f"{said}  xem đã sửa gì bằng: cqtt verify {quoted(shown(path))}\n"


def quoted(name: str) -> str:
    """*name* as a shell takes it."""
    return f'"{name}"' if " " in name else name
