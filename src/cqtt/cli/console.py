"""Standard output and error: letters lose their marks where the console has no room for them, and nothing crashes."""

import codecs
import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from cqtt.disk import reason
from cqtt.faults import EnvironmentFault
from cqtt.names import printable, without_marks

if TYPE_CHECKING:
    from cqtt.problems import Severity

_HANDLER = "cqtt-bo-dau"
_PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "→": ">", "·": ".", "\u00a0": " "}
_COLOURS = {"ERROR": "31", "WARNING": "33", "NOTICE": "36"}
"""By the name of the severity."""
LAUNCHED = "cqtt-exe"
"""The option of the interpreter (``-X``) by which the launcher of the folder for Windows says that it started us."""
LONG_WORK = 200
"""From so many files on, a terminal shows the progress of reading."""


def prepare() -> None:
    """Make both streams write every letter in some form, and a line break as it is; a closed one takes all."""
    codecs.register_error(_HANDLER, _replace)
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # as long as we run
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors=_HANDLER, newline="\n")


def _replace(error: UnicodeError) -> tuple[str, int]:
    """The nearest that the console's encoding can write: ``ễ`` becomes ``e``, what has no likeness ``?``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    out = ""
    for letter in error.object[error.start : error.end]:
        plain = _PLAIN.get(letter) or without_marks(letter)
        try:
            plain.encode(error.encoding)
        except UnicodeEncodeError:
            plain = "?"
        out += plain
    return out, error.end


@contextmanager
def printing() -> Iterator[None]:
    """Turn what standard output refuses into an ``EnvironmentFault``.

    That a reader has read enough and gone is no fault: the rest of the block is left out, what follows is printed to
    nobody, and the call comes to its own end.
    """
    try:
        yield
    except OSError as error:
        drop_output()
        if reader_has_gone(error):
            return
        raise EnvironmentFault(f"không in ra được kết quả: {reason(error)}", "dọn bớt đĩa rồi chạy lại") from error


def reader_has_gone(error: OSError) -> bool:
    """Whether *error* says that nobody reads the pipe any more: a broken one, or on Windows an invalid argument."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def drop_output() -> None:
    """Let what is still to be printed go nowhere, so that nothing is said of it when the program ends."""
    _drop(sys.stdout)


def _drop(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def out(words: str, *, raw: bool = False) -> None:
    """Write *words*, a command's result, to standard output; *raw* with the commands to the terminal in them.

    Otherwise none gets there, whatever a file is called.
    """
    with printing():
        sys.stdout.write(words if raw else printable(words))


def out_json(words: str) -> None:
    """Write *words* to standard output as UTF-8, whatever the console: programs read it."""
    with printing():
        sys.stdout.flush()
        sys.stdout.buffer.write(words.encode())
        sys.stdout.buffer.flush()


def flush() -> None:
    """Write out what still waits to be printed."""
    with printing():
        sys.stdout.flush()


def ask(question: str) -> str | None:
    """What is typed in answer to *question*, without blanks around it; None where nothing more will be typed."""
    out(question)
    flush()
    typed = sys.stdin.readline() if sys.stdin else ""
    if not typed:
        out("\n")
    return typed.strip() if typed else None


def is_own_window() -> bool:
    """Whether this window opened for us alone, and closes with us: a double click on the launcher, a drop on it."""
    if sys.platform != "win32" or LAUNCHED not in sys._xoptions:
        return False
    import ctypes  # only Windows can tell, and Python has no other way to ask

    attached = ctypes.windll.kernel32.GetConsoleProcessList((ctypes.c_uint32 * 8)(), 8)
    return 0 < attached <= len(("the launcher", "we"))


def say(words: str) -> None:
    """Write a line to standard error."""
    note(f"{words}\n")


def note(words: str, *, raw: bool = False) -> None:
    """Write *words* to standard error, *raw* as in ``out``; where it takes nothing, there is still the exit code."""
    try:
        sys.stderr.write(words if raw else printable(words))
        sys.stderr.flush()
    except OSError:
        with suppress(OSError):  # a stream without a descriptor
            _drop(sys.stderr)  # or Python would try again at the end, and change the exit code


def painter(color: str, stream: TextIO) -> "Callable[[Severity, str], str]":
    """What colours a finding's severity: always, never, or (auto) on a terminal where NO_COLOR is not set."""
    on = color == "always" or (color == "auto" and stream.isatty() and not os.environ.get("NO_COLOR"))
    return (
        (lambda severity, words: f"\x1b[{_COLOURS[severity.name]}m{words}\x1b[0m") if on else (lambda _, words: words)
    )


def progress(done: int, total: int) -> None:
    """Show on a terminal how many units' files are read, where there are many."""
    if total < LONG_WORK or not sys.stderr.isatty():
        return
    if done % 50 == 0 or done == total:
        end = "\n" if done == total else ""
        note(f"\rđang đọc {done}/{total} tệp{end}", raw=True)
