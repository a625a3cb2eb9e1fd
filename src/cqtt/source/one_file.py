"""One YAML file as a validated record, with everything that is wrong in it at once."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias, TypeVar, cast, get_origin

from msgspec.structs import replace
from pydantic import BaseModel, ValidationError

from cqtt.disk import read_bytes
from cqtt.faults import EnvironmentFault
from cqtt.models import places
from cqtt.models.ban_ghi import MoHinh
from cqtt.models.danh_muc import DanhMuc
from cqtt.models.du_lieu import CoNguon
from cqtt.models.ky import Ky
from cqtt.models.truong import co_dau, mo_hinh_trong, truong_cua, truong_tai
from cqtt.models.van_ban import ChuThuong
from cqtt.problems import Key, Position, Problem, dotted, has_errors
from cqtt.source.blanks import odd_blanks, spaced, tabs
from cqtt.source.indents import without_indent
from cqtt.source.messages import problems_of
from cqtt.source.placeholders import placeholders
from cqtt.source.recovery import Recovered, recovered
from cqtt.source.refusals import MEND_COMMENT
from cqtt.source.required import required_from
from cqtt.source.scale import beyond_scale, in_usual_words
from cqtt.source.source_file import SourceFile
from cqtt.source.text import MAX_BYTES, MAX_REGISTER, MAX_SEAL, decode, split_lines
from cqtt.source.yaml_reader import Reading, Value, read

M = TypeVar("M", bound=MoHinh)
Model: TypeAlias = type[M] | Callable[[Value, SourceFile], type[M] | Problem]
"""The class of a file's content, or what chooses it by the content."""


def read_file(
    root: Path,
    path: str,
    model: Model[M],
    problems: list[Problem],
    ky: Ky | None = None,
    figures: DanhMuc | None = None,
) -> CoNguon[M] | None:
    """The validated content of one file, or None; its findings are added to *problems*.

    With *ky*, what is required from some period on must be there if that one has begun; with *figures*, levels must be
    on the scale in use, whose words are understood.
    """
    raw = _bytes(root, path, problems)
    if raw is None:
        return None
    text, found = decode(raw, path, _most(path))
    problems.extend(found)
    if found:
        return None
    source = SourceFile(path, text)
    reading = _read(text, path, problems)
    if isinstance(reading, Recovered):
        problems.extend(_certain(reading, path, model, (ky, figures)))
        return None
    if reading.value is None:
        if not has_errors(reading.problems):
            hint = f"xóa tệp này rồi {places.remake(path)}"
            problems.append(Problem(Position(path), "TEP08", "tệp trống", hint))
        return None
    chosen = _chosen(model, reading.value, source)
    if isinstance(chosen, Problem):
        problems.append(chosen)
        return None
    return _validated(chosen, reading, source, problems, (ky, figures))


def _bytes(root: Path, path: str, problems: list[Problem]) -> bytes | None:
    """The file's bytes; None, with the finding, where it is not there (TEP04) or the machine refuses it (TEP12)."""
    try:
        raw = read_bytes(root / path)
    except EnvironmentFault as fault:  # one file that cannot be read does not keep the others from being looked at
        problems.append(Problem(Position(path), "TEP12", f"không đọc được tệp: {fault.why}", fault.hint))
        return None
    if raw is None:
        problems.append(Problem(Position(path), "TEP04", "chưa có tệp này", places.remake(path)))
    return raw


def _read(text: str, path: str, problems: list[Problem]) -> Reading | Recovered:
    """What the file says, or, with the findings that say why it is not whole, what can be read of it."""
    lines = split_lines(text)  # not the source's own: a good file's lines are not kept
    if blanks := [*tabs(text, path), *odd_blanks(text, path)]:
        problems.extend(blanks)
        lines = split_lines(spaced(text))
        reading = read("\n".join(lines), path, lines)
        rows = {problem.position.line for problem in blanks}
        return Recovered(lines, [] if reading.broken else reading.problems, reading.value, rows)
    reading = read(text, path, lines)
    problems.extend(reading.problems)
    return recovered(reading, path, lines) if reading.broken else reading


def _chosen(model: Model[M], value: Value, source: SourceFile) -> type[M] | Problem:
    return cast("type[M]", model) if isinstance(model, type) else model(value, source)


def _certain(rest: Recovered, path: str, model: Model[M], known: tuple[Ky | None, DanhMuc | None]) -> Iterator[Problem]:
    """What is wrong in a file that is not whole, beside why it is not: only what can be known without the rest."""
    yield from (problem for problem in rest.problems if rest.is_certain(problem))
    source = SourceFile(path, rest.text)
    chosen = _chosen(model, rest.value, source) if isinstance(rest.value, dict) else None
    if chosen is None or isinstance(chosen, Problem):
        return
    reading = read(rest.text, path, rest.lines)
    found: list[Problem] = []
    _validated(chosen, reading, source, found, known)
    yield from (problem for problem in found if rest.is_certain(problem))


def _most(path: str) -> int:
    """How many bytes the file *path* may have: lists of units may be long, and seals have a line for each file."""
    if path == places.AUTHORITY:
        return MAX_REGISTER
    return MAX_SEAL if path.endswith(f"/{places.SEAL}") else MAX_BYTES


def _validated(
    model: type[M],
    reading: Reading,
    source: SourceFile,
    problems: list[Problem],
    known: tuple[Ky | None, DanhMuc | None],
) -> CoNguon[M] | None:
    ky, figures = known
    waiting = [_of_list(problem, model) for problem in placeholders(reading.value, source)]
    lacking = list(required_from(model, reading.value, ky, source)) if ky else []
    beyond = list(beyond_scale(figures, reading.value, source)) if figures else []
    try:
        value = model.model_validate(in_usual_words(figures, reading.value) if figures else reading.value)
    except ValidationError as error:
        told = [*reading.problems, *waiting, *beyond]
        found = [*waiting, *lacking, *beyond, *(p for p in problems_of(error, model, source) if not _follows(p, told))]
        problems[:] = without_indent([*problems, *found], model, reading.value, source)
        return None
    problems.extend([*waiting, *lacking, *beyond])
    if waiting or lacking or beyond:
        return None
    swallowed = [p for at in reading.commented for p in _comment_in_text(*at, model, source)]
    problems.extend(swallowed)
    return CoNguon(value, source)


def _of_list(waiting: Problem, model: type[BaseModel]) -> Problem:
    """*waiting*, that a value is not filled in, with the fix for a list where one must stand."""
    info = truong_tai(model, tuple(waiting.key.split(".")))
    if info is None or get_origin(info.annotation) is not list:
        return waiting
    item = mo_hinh_trong(info.annotation)
    begins = f"- {next(iter(truong_cua(item)))}: " if item else "- "
    return replace(waiting, hint=f"mỗi mục một dòng, bắt đầu bằng “{begins}”; không có thì ghi []")


def _follows(problem: Problem, told: list[Problem]) -> bool:
    """Whether *problem* only follows from what is reported already, *told*: that its value is not filled in or not on
    the scale, or that its line has a tag, an alias, text after a ``#``."""
    if problem.code == "KHOA02":
        return False
    if any(p.key == problem.key and p.code in ("SO08", "SO09") for p in told):
        return True
    codes = {p.code for p in told if p.position.line == problem.position.line}
    return bool(codes & {"YAML03", "YAML05"}) or ("YAML06" in codes and problem.code in ("CHU01", "SO09"))


def _comment_in_text(line: int, key: Key, model: type[BaseModel], source: SourceFile) -> Iterator[Problem]:
    """A comment after free text was probably meant as text (YAML06)."""
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
