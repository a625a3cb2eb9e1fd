"""Whether this machine and this folder can build a report: Python, packages, fonts, LibreOffice, files."""

import errno
import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from msgspec import Struct

from cqtt import __version__, temporary
from cqtt.atomic import locked
from cqtt.disk import read_bytes, reading, reason
from cqtt.faults import EnvironmentFault
from cqtt.models.places import TEMPLATE
from cqtt.pipeline.fonts import FAMILIES, chosen
from cqtt.pipeline.pdf import libreoffice
from cqtt.pipeline.read import Reader
from cqtt.source.strays import misnamed_parts

SECONDS = 30
"""How long LibreOffice may take to print its version."""
SOME = 4
"""Letters that are named of those that a font lacks."""
_SYSTEMS = {"linux": "Linux", "win32": "Windows", "darwin": "macOS"}  # asking Windows itself may take a while
_LETTERS = "Ầẫợữỵđ – “”"
_REQUIREMENT = re.compile(r"([\w.-]+)>=([\d.]+)")


class Outcome(Enum):
    """How it stands; the value is what is printed."""

    OK = "ok"
    MISSING = "thiếu"  # a report cannot be built
    BETTER = "nên"


class Item(Struct, frozen=True):
    """One thing that was looked at: its *name*, what was *seen*, and the fix where one is needed."""

    name: str
    state: Outcome
    seen: str
    hint: str = ""


def of_machine(encoding: str) -> Iterator[Item]:
    """What does not depend on the data; *encoding* is the console's."""
    system = _SYSTEMS.get(sys.platform, sys.platform)
    yield Item("Python", Outcome.OK, f"{platform.python_version()}, cqtt {__version__}, {system}")
    yield _packages()
    yield _font()
    yield _libreoffice()
    yield _console(encoding)


def of_workspace(root: Path) -> Iterator[Item]:
    """What the folder *root* of the data lacks."""
    yield Item("thư mục", Outcome.OK, str(root))
    yield from _told("các kỳ", _periods, root)
    yield from _told("khuôn mẫu", _template, root)
    yield _writable(root / "out")
    yield from _told("tệp khóa", _locks, root)


def _told(name: str, look: Callable[[Path], Iterator[Item]], root: Path) -> Iterator[Item]:
    """What *look* finds; where the disk refuses, that is the finding, and the others are still reported."""
    try:
        yield from look(root)
    except EnvironmentFault as fault:
        yield Item(name, Outcome.MISSING, fault.message, fault.hint)


def _periods(root: Path) -> Iterator[Item]:
    reader = Reader(root)
    there = reader.reportable
    misnamed = [p for ky in there for p in misnamed_parts(root, ky, reader.report.group)]
    for problem in (*reader.strays, *misnamed):
        yield Item("các kỳ", Outcome.BETTER, f"{problem.path}: {problem.message}", problem.hint)
    if there:
        yield Item("các kỳ", Outcome.OK, ", ".join(ky.ma for ky in there))
    else:
        yield Item("các kỳ", Outcome.MISSING, "chưa có kỳ nào trong thư mục data", "tạo bằng: cqtt new 2024Q1")


def _template(root: Path) -> Iterator[Item]:
    if read_bytes(root / TEMPLATE) is not None:
        yield Item("khuôn mẫu", Outcome.OK, TEMPLATE)
    else:
        yield Item("khuôn mẫu", Outcome.MISSING, f"không có {TEMPLATE}", "lấy lại tệp này từ bản gốc của phần mềm")


def _packages() -> Item:
    try:
        needed = [found for line in requires("cqtt") or () if (found := _REQUIREMENT.match(line))]
    except PackageNotFoundError:
        return Item("gói", Outcome.BETTER, "cqtt chạy mà chưa được cài đặt", "cài theo docs/cai_dat.md")
    wrong = [f"{name} {have or 'chưa có'} (cần {least})" for name, least, have in _old(needed)]
    if wrong:
        return Item("gói", Outcome.MISSING, ", ".join(wrong), "cài lại theo docs/cai_dat.md")
    return Item("gói", Outcome.OK, ", ".join(f"{found[1]} {version(found[1])}" for found in needed))


def _old(needed: list[re.Match[str]]) -> Iterator[tuple[str, str, str]]:
    """The packages that are older than the least we need, or (with an empty version) not there."""
    for name, least in (found.groups() for found in needed):
        try:
            have = version(name)
        except PackageNotFoundError:
            yield name, least, ""
            continue
        if _ordinal(have) < _ordinal(least):
            yield name, least, have


def _ordinal(said: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", said)[:3])


def _font() -> Item:
    found = chosen()
    if found is None:
        hint = "cài Times New Roman hoặc Liberation Serif; tệp .docx vẫn đúng, chỉ hình trên máy này và PDF khác đi"
        return Item("phông chữ", Outcome.BETTER, "không thấy Times New Roman", hint)
    family, lacks = found
    if lacks:
        some = ", ".join(lacks[:SOME]) + " …" * (len(lacks) > SOME)
        hint = (
            f"cài bản mới của {family.name} (Debian, Ubuntu: fonts-liberation2 thay cho fonts-liberation) hoặc "
            "Times New Roman; tệp .docx vẫn đúng, chỉ hình trên máy này và PDF trộn hai phông"
        )
        return Item("phông chữ", Outcome.BETTER, f"{family.name} thiếu {len(lacks)} chữ Việt: {some}", hint)
    same = "" if family is FAMILIES[0] else " (cùng bề rộng chữ với Times New Roman)"
    return Item("phông chữ", Outcome.OK, family.name + same)


def _libreoffice() -> Item:
    program = libreoffice()
    if program is None:
        return Item("LibreOffice", Outcome.BETTER, "không có", "chỉ cần cho cqtt build --pdf")
    console = Path(program).with_suffix(".com")  # on Windows soffice.exe says nothing to a console
    command = [str(console) if console.is_file() else program, "--version"]
    try:
        ended = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return Item("LibreOffice", Outcome.BETTER, f"{program} không chạy được", "cài lại LibreOffice")
    said = ended.stdout.decode(errors="replace").split()
    return Item("LibreOffice", Outcome.OK, f"{' '.join(said[1:2])} ({program})".strip())


def _console(encoding: str) -> Item:
    try:
        _LETTERS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        hint = (
            "chữ in ra màn hình mất dấu, báo cáo thì không; trên Windows gõ trước: chcp 65001; nơi khác: PYTHONUTF8=1"
        )
        return Item("màn hình", Outcome.BETTER, f"bảng mã {encoding} không đủ chữ Việt", hint)
    return Item("màn hình", Outcome.OK, f"bảng mã {encoding} đủ chữ Việt")


def _writable(folder: Path) -> Item:
    """Whether a file can be made in *folder*, or in the one in which it would be made."""
    place = folder if os.path.exists(folder) else folder.parent  # noqa: PTH110  # which never raises
    try:
        if not place.is_dir():  # of which Windows would say that it is not there
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
        with temporary.new_name(place) as made:
            made.touch()
            return Item("ghi báo cáo", Outcome.OK, f"ghi được vào {folder}")
    except OSError as error:
        hint = "xin quyền ghi vào thư mục, hoặc lập ra chỗ khác: cqtt build KỲ --output TỆP"
        return Item("ghi báo cáo", Outcome.MISSING, f"không ghi được vào {folder}: {reason(error)}", hint)


def _locks(root: Path) -> Iterator[Item]:
    """The reports that a program has open, or left its lock file beside."""
    with reading(root / "out"):
        reports = sorted((root / "out").glob("*/bao_cao.docx"))
    for report in reports:
        if fault := locked(report):
            yield Item("tệp khóa", Outcome.MISSING, fault.message, fault.hint)
