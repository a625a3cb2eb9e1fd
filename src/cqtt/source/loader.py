"""Reading a whole period: the authority, the period's document and every unit's file, with all findings at once."""

import gc
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field

from cqtt.disk import exists, read_bytes, reading
from cqtt.models import places
from cqtt.models.bao_cao import BaoCao
from cqtt.models.don_vi import DonVi
from cqtt.models.du_lieu import CoNguon, DuLieu, ReportOf, UnitReport
from cqtt.models.ky import Ky
from cqtt.models.quy_dinh import thang_cua
from cqtt.models.registry import DEFAULT, report_names, report_of, report_type
from cqtt.models.report_type import ReportType
from cqtt.names import nearest, printable
from cqtt.problems import Problem, has_errors
from cqtt.source.communes import Register
from cqtt.source.dated import dated_rules
from cqtt.source.one_file import read_file
from cqtt.source.source_file import SourceFile
from cqtt.source.strays import misnamed_parts
from cqtt.source.yaml_reader import Value

Progress = Callable[[int, int], None]
Authority: TypeAlias = tuple[CoNguon[DonVi] | None, list[Problem]]
"""The authority's own file, None where it is not there or wrong; and what is wrong in it."""


class Loaded(Struct):
    """What a period's files gave: the data (None where the authority or the period cannot be read) and all findings."""

    data: DuLieu | None = None
    don_vi: DonVi | None = None
    units: tuple[UnitReport, ...] = ()
    """The good units, whether or not the rest can be read."""
    problems: list[Problem] = field(default_factory=list)
    expected: int = 0
    """Units that must report."""


def load_authority(root: Path) -> Authority:
    """The authority's own file, which all periods share; it says which report is made (DV04 where there is no such)."""
    problems: list[Problem] = []
    found = read_file(root, places.AUTHORITY, _authority_class, problems)
    problems.extend(dated_rules(found) if found else ())
    return found, problems


def report_at(root: Path) -> ReportType:
    """The report that an authority's file names that is otherwise wrong; the usual one where it names none."""
    raw = read_bytes(root / places.AUTHORITY) or b""
    named = re.search(rb"^loai_bao_cao:[ \t]*([a-z_]+)", raw, re.MULTILINE)
    name = named[1].decode() if named else DEFAULT
    return report_type(name if name in report_names() else DEFAULT)


def _authority_class(value: Value, source: SourceFile) -> "type[DonVi] | Problem":
    """The class of the authority's file with the content *value*: the report that it chooses knows its units."""
    chosen = value.get("loai_bao_cao", DEFAULT) if isinstance(value, dict) else DEFAULT
    if not isinstance(chosen, str):  # reported by the model
        chosen = DEFAULT
    names = report_names()
    if chosen in names:
        return report_type(chosen).authority
    hint = f"có phải ý bạn là “{near}”?" if (near := nearest(chosen, names)) else f"chỉ có: {', '.join(names)}"
    here = source.position(("loai_bao_cao",))
    return Problem(here, "DV04", f"phần mềm không có báo cáo “{chosen}”", hint, "loai_bao_cao")


def load(root: Path, ky: Ky, authority: Authority, on_file: Progress | None = None) -> Loaded:
    """Everything that *root*/data holds for *ky*. *on_file* is called with the number of files done, and of all."""
    don_vi, problems = authority
    loaded = Loaded(problems=list(problems))
    if don_vi is None:
        read_file(root, places.document(ky), report_at(root).document, loaded.problems)
        _name_the_misnamed(root, ky, report_at(root).group, loaded)
        return loaded
    loaded.don_vi = don_vi.gia_tri
    report = report_of(don_vi.gia_tri)
    bao_cao = read_file(root, places.document(ky), report.document, loaded.problems, ky)
    register = Register(don_vi.gia_tri, ky)
    loaded.problems.extend(register.check(don_vi.nguon))
    loaded.expected = len(register.units)
    with _no_collector():
        loaded.units = tuple(_units(root, ky, report, register, loaded, on_file))
    _name_the_misnamed(root, ky, report.group, loaded)
    if bao_cao is not None:
        loaded.data = DuLieu(ky, don_vi, bao_cao, loaded.units)
    return loaded


def _name_the_misnamed(root: Path, ky: Ky, group: str, loaded: Loaded) -> None:
    """Report what is there under a wrong name, in place of that it is missing (TEP09 for TEP04)."""
    found = list(misnamed_parts(root, ky, group))
    named = {f"{places.folder(ky)}/{problem.key}" for problem in found}
    loaded.problems = [p for p in loaded.problems if p.code != "TEP04" or p.path not in named] + found


def load_report(root: Path, ky: Ky, report: ReportType) -> tuple[CoNguon[BaoCao] | None, list[Problem]]:
    """The document's own file of *ky*, None where it is not there or wrong; and what is wrong in it."""
    path, problems = places.document(ky), list[Problem]()
    return (read_file(root, path, report.document, problems) if exists(root / path) else None), problems


def _units(
    root: Path, ky: Ky, report: ReportType, register: Register, loaded: Loaded, on_file: Progress | None
) -> Iterator[UnitReport]:
    """The good units in the authority's order; what is wrong with the others goes into *loaded*."""
    folder = places.units(ky, report.group)
    files, problems = register.match(folder, _names_in(root / folder))
    loaded.problems.extend(problems)
    scale = thang_cua(loaded.don_vi, ky, report.thang_muc) if loaded.don_vi else None
    figures = report.danh_muc.theo(scale)
    for done, (unit, name) in enumerate(files, start=1):
        path = f"{folder}/{name}"
        found: list[Problem] = []
        record = read_file(root, path, report.record, found, ky, figures)
        if record is not None:
            found.extend(register.check_name(record.gia_tri, unit, record.nguon))
        loaded.problems.extend(found)
        if record is not None and not has_errors(found):
            yield ReportOf(unit, record.gia_tri, record.nguon, figures)
        if on_file:
            on_file(done, len(files))


def _names_in(folder: Path) -> list[str]:
    """The names of *folder*'s entries, folders marked with a slash; empty where there is no such folder."""
    with reading(folder):
        if folder.is_file():  # what is said of listing one differs by system
            return []
        try:
            with os.scandir(folder) as found:
                return sorted(_readable(entry.name) + ("/" if _leads_to_folder(entry) else "") for entry in found)
        except (FileNotFoundError, NotADirectoryError):
            return []


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Whether *entry* is a folder; a link that leads in a circle is reported when the file is read."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _readable(name: str) -> str:
    """A file's name that can be printed; what is not UTF-8 in it, or a command to the terminal, is no unit's anyway."""
    return printable(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


@contextmanager
def _no_collector() -> Iterator[None]:
    """Garbage collection off: reading makes many objects and no cycles, and tracing them costs more than reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
