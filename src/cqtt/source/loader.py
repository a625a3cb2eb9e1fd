"""Reading a whole period: the authority, the period's document and every commune's file, with all findings at once."""

import gc
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

from pydantic import BaseModel, ValidationError

from cqtt.disk import exists, read_bytes, reading
from cqtt.models import places
from cqtt.models.ban_ghi import MoHinh
from cqtt.models.bao_cao import BaoCao
from cqtt.models.don_vi import DonVi
from cqtt.models.du_lieu import BaoCaoCua, BaoCaoXa, CoNguon, DuLieu
from cqtt.models.ky import Ky
from cqtt.models.report_type import DEFAULT, ReportType, report_names, report_of, report_type
from cqtt.models.truong import co_dau, truong_tai
from cqtt.models.van_ban import ChuThuong
from cqtt.names import nearest
from cqtt.problems import Key, Position, Problem, dotted, has_errors
from cqtt.source.communes import Register
from cqtt.source.messages import problems_of, required_from
from cqtt.source.placeholders import placeholders
from cqtt.source.refusals import MEND_COMMENT
from cqtt.source.source_file import SourceFile
from cqtt.source.text import MAX_BYTES, MAX_REGISTER, decode, odd_indents, split_lines, tabs
from cqtt.source.yaml_reader import Value, read

M = TypeVar("M", bound=MoHinh)
Progress = Callable[[int, int], None]
Authority: TypeAlias = tuple[CoNguon[DonVi] | None, list[Problem]]
"""The authority's own file, None where it is not there or wrong; and what is wrong in it."""


@dataclass(slots=True)
class Loaded:
    """What a period's files gave: the data (None where the authority or the period cannot be read) and all findings."""

    data: DuLieu | None = None
    don_vi: DonVi | None = None
    xa_phuong: tuple[BaoCaoXa, ...] = ()
    """The good communes, whether or not the rest can be read."""
    problems: list[Problem] = field(default_factory=list)
    expected: int = 0
    """Communes that must report."""


def load_authority(root: Path) -> Authority:
    """The authority's own file, which all periods share; it says which report is made (DV04 where there is no such)."""
    problems: list[Problem] = []
    return _load(root, places.AUTHORITY, _authority_class, problems), problems


def report_at(root: Path) -> ReportType:
    """The report that the authority's file names on a line of its own, without reading the whole file; the usual one
    where it names none. What is wrong there is told by ``load_authority``."""
    raw = read_bytes(root / places.AUTHORITY) or b""
    named = re.search(rb"^loai_bao_cao:[ \t]*([a-z_]+)", raw, re.MULTILINE)
    name = named[1].decode() if named else DEFAULT
    return report_type(name if name in report_names() else DEFAULT)


def _authority_class(value: Value, source: SourceFile) -> "type[DonVi] | Problem":
    """The class of the authority's file with the content *value*: the report that it chooses knows its units."""
    chosen = value.get("loai_bao_cao", DEFAULT) if isinstance(value, dict) else DEFAULT
    if not isinstance(chosen, str):  # told by the model
        chosen = DEFAULT
    names = report_names()
    if chosen in names:
        return report_type(chosen).authority
    hint = f"có phải ý bạn là “{near}”?" if (near := nearest(chosen, names)) else f"chỉ có: {', '.join(names)}"
    here = source.position(("loai_bao_cao",))
    return Problem(here, "DV04", f"phần mềm không có báo cáo “{chosen}”", hint, "loai_bao_cao")


def load(root: Path, ky: Ky, authority: Authority, on_file: Progress | None = None) -> Loaded:
    """Everything that *root*/data holds for *ky*. *on_file* is told how many units' files are done, of how many."""
    don_vi, problems = authority
    loaded = Loaded(problems=list(problems))
    if don_vi is None:
        _load(root, places.document(ky), report_type(DEFAULT).document, loaded.problems)
        return loaded
    loaded.don_vi = don_vi.gia_tri
    report = report_of(don_vi.gia_tri)
    bao_cao = _load(root, places.document(ky), report.document, loaded.problems, ky)
    register = Register(don_vi.gia_tri, ky)
    loaded.problems.extend(register.check(don_vi.nguon))
    loaded.expected = len(register.units)
    with _no_collector():
        loaded.xa_phuong = tuple(_units(root, ky, report, register, loaded, on_file))
    if bao_cao is not None:
        loaded.data = DuLieu(ky, don_vi, bao_cao, loaded.xa_phuong)
    return loaded


def load_report(root: Path, ky: Ky, report: ReportType) -> tuple[CoNguon[BaoCao] | None, list[Problem]]:
    """The document's own file of *ky*, None where it is not there or wrong; and what is wrong in it."""
    path, problems = places.document(ky), list[Problem]()
    return (_load(root, path, report.document, problems) if exists(root / path) else None), problems


def _units(
    root: Path, ky: Ky, report: ReportType, register: Register, loaded: Loaded, on_file: Progress | None
) -> Iterator[BaoCaoXa]:
    """The good units in the authority's order; what is wrong with the others goes into *loaded*."""
    folder = places.units(ky, report.group)
    files, problems = register.match(folder, _names_in(root / folder))
    loaded.problems.extend(problems)
    for done, (unit, name) in enumerate(files, start=1):
        path = f"{folder}/{name}"
        found: list[Problem] = []
        record = _load(root, path, report.record, found, ky)
        if record is not None:
            found.extend(register.check_name(record.gia_tri, unit, record.nguon))
        loaded.problems.extend(found)
        if record is not None and not has_errors(found):
            yield BaoCaoCua(unit, record.gia_tri, record.nguon, report.danh_muc)
        if on_file:
            on_file(done, len(files))


def _load(
    root: Path,
    path: str,
    model: "type[M] | Callable[[Value, SourceFile], type[M] | Problem]",
    problems: list[Problem],
    ky: Ky | None = None,
) -> CoNguon[M] | None:
    """The validated content of one file, or None; its findings are added to *problems*.

    The *model* may be chosen by the content. With *ky*, what is required from some period on must be there if it is.
    """
    raw = read_bytes(root / path)
    if raw is None:
        problems.append(
            Problem(Position(path), "TEP04", "chưa có tệp này", "tạo tệp từ mẫu của kỳ trước hoặc của đơn vị khác")
        )
        return None
    text, found = decode(raw, path, MAX_REGISTER if path == places.AUTHORITY else MAX_BYTES)
    found.extend(tabs(text, path))
    found.extend(odd_indents(text, path))
    problems.extend(found)
    if found:
        return None
    source = SourceFile(path, text)
    reading = read(text, path, split_lines(text))  # not the source's own: a good file's lines are not kept
    problems.extend(reading.problems)
    if has_errors(reading.problems) and reading.value is None:
        return None
    if reading.value is None:
        problems.append(
            Problem(Position(path), "TEP08", "tệp trống", "chép nội dung từ mẫu của đơn vị khác rồi điền số")
        )
        return None
    chosen = cast("type[M]", model) if isinstance(model, type) else model(reading.value, source)
    if isinstance(chosen, Problem):
        problems.append(chosen)
        return None
    waiting = list(placeholders(reading.value, source))
    problems.extend(waiting)
    try:
        value = chosen.model_validate(reading.value)
    except ValidationError as error:
        told = [*reading.problems, *waiting]
        problems.extend(p for p in problems_of(error, chosen, source) if not _follows(p, told))
        return None
    lacking = list(required_from(chosen, reading.value, ky, source)) if ky else []
    problems.extend(lacking)
    if waiting or lacking:
        return None
    swallowed = [p for at in reading.commented for p in _comment_in_text(*at, chosen, source)]
    problems.extend(swallowed)
    return CoNguon(value, source)


def _follows(problem: Problem, told: list[Problem]) -> bool:
    """Whether *problem* only follows from what is already *told*: of its value that it is not filled in, or of its line
    a tag, an alias, text behind a ``#``."""
    if problem.code == "KHOA02":
        return False
    if any(p.key == problem.key and p.code == "SO09" for p in told):
        return True
    codes = {p.code for p in told if p.position.line == problem.position.line}
    return bool(codes & {"YAML03", "YAML05"}) or ("YAML06" in codes and problem.code in ("CHU01", "SO09"))


def _comment_in_text(line: int, key: Key, model: type[BaseModel], source: SourceFile) -> Iterator[Problem]:
    """A comment behind free text was probably meant to be printed (YAML06)."""
    if _is_free_text(model, tuple(part for part in key if isinstance(part, str))) and (found := source.commented(line)):
        key, here = found
        yield Problem(
            here,
            "YAML06",
            f'dấu # làm mất phần chữ sau nó: "{here.text[here.column - 1 :].strip()}"',
            MEND_COMMENT,
            dotted(key),
        )


@cache
def _is_free_text(model: type[BaseModel], key: Key) -> bool:
    return co_dau(truong_tai(model, key), ChuThuong)


def _names_in(folder: Path) -> list[str]:
    """The names of *folder*'s entries, folders marked with a slash; empty where there is no such folder."""
    with reading(folder):
        try:
            with os.scandir(folder) as found:
                return sorted(_readable(entry.name) + ("/" if _leads_to_folder(entry) else "") for entry in found)
        except (FileNotFoundError, NotADirectoryError):
            return []


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Whether *entry* is a folder; of a link that leads in a circle it is said when the file is read."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _readable(name: str) -> str:
    """A file's name that can be printed; what is not UTF-8 in it is no commune's anyway."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


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
