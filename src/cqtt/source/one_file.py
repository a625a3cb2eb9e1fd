"""One YAML file as a validated record, with everything that is wrong in it at once."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

from pydantic import BaseModel, ValidationError

from cqtt.disk import read_bytes
from cqtt.models import places
from cqtt.models.ban_ghi import MoHinh
from cqtt.models.danh_muc import DanhMuc
from cqtt.models.du_lieu import CoNguon
from cqtt.models.ky import Ky
from cqtt.models.truong import co_dau, truong_tai
from cqtt.models.van_ban import ChuThuong
from cqtt.problems import Key, Position, Problem, dotted, has_errors
from cqtt.source.messages import problems_of
from cqtt.source.placeholders import placeholders
from cqtt.source.refusals import MEND_COMMENT
from cqtt.source.required import required_from
from cqtt.source.scale import beyond_scale, in_usual_words
from cqtt.source.source_file import SourceFile
from cqtt.source.text import MAX_BYTES, MAX_REGISTER, decode, odd_indents, split_lines, tabs
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
    raw = read_bytes(root / path)
    if raw is None:
        hint = "tạo tệp từ mẫu của kỳ trước hoặc của đơn vị khác"
        problems.append(Problem(Position(path), "TEP04", "chưa có tệp này", hint))
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
        hint = "chép nội dung từ mẫu của đơn vị khác rồi điền số"
        problems.append(Problem(Position(path), "TEP08", "tệp trống", hint))
        return None
    chosen = cast("type[M]", model) if isinstance(model, type) else model(reading.value, source)
    if isinstance(chosen, Problem):
        problems.append(chosen)
        return None
    return _validated(chosen, reading, source, problems, (ky, figures))


def _validated(
    model: type[M],
    reading: Reading,
    source: SourceFile,
    problems: list[Problem],
    known: tuple[Ky | None, DanhMuc | None],
) -> CoNguon[M] | None:
    ky, figures = known
    waiting = list(placeholders(reading.value, source))
    lacking = list(required_from(model, reading.value, ky, source)) if ky else []
    beyond = list(beyond_scale(figures, reading.value, source)) if figures else []
    problems.extend([*waiting, *lacking, *beyond])
    try:
        value = model.model_validate(in_usual_words(figures, reading.value) if figures else reading.value)
    except ValidationError as error:
        told = [*reading.problems, *waiting, *beyond]
        problems.extend(p for p in problems_of(error, model, source) if not _follows(p, told))
        return None
    if waiting or lacking or beyond:
        return None
    swallowed = [p for at in reading.commented for p in _comment_in_text(*at, model, source)]
    problems.extend(swallowed)
    return CoNguon(value, source)


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
