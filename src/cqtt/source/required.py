"""What a file must have from some period on, and earlier ones need not (``TuKy``)."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from cqtt.models.ban_ghi import TuKy
from cqtt.models.ky import Ky
from cqtt.models.truong import cac_dau, cac_truong, truong_tai
from cqtt.problems import Problem, dotted
from cqtt.source.messages import missing, place
from cqtt.source.source_file import SourceFile
from cqtt.source.wording import Rejection, Wording

_NO_COUNT = Wording("SO09", "phải là số nguyên, đang là trống", "không có thì ghi 0")
_NO_ANSWER = Wording("KIEU04", "phải là true hoặc false, đang là trống", "ghi true (có) hoặc false (không)")


def required_from(model: type[BaseModel], given: Any, ky: Ky, source: SourceFile) -> Iterator[Problem]:
    """What the valid content *given* leaves out although its period *ky* must have it: KHOA02, or SO09 for a null."""
    for key, since in _required_from(model):
        block = given
        for part in key[:-1]:
            block = block.get(part) if isinstance(block, dict) else None
        if since.hoi(ky) and isinstance(block, dict) and block.get(key[-1]) is None:
            written = key[-1] in block
            finding = Rejection("int_type" if written else "missing", key, None, {}, "", quoted=False, model=model)
            info = truong_tai(model, key)
            empty = _NO_ANSWER if info and bool in get_args(info.annotation) else _NO_COUNT
            told = empty if written else missing(finding)
            yield Problem(place(finding, source), told.code, told.message, told.hint, dotted(key))


@cache
def _required_from(model: type[BaseModel]) -> tuple[tuple[tuple[str, ...], TuKy], ...]:
    marked = ((path, mark) for path, info in cac_truong(model) for mark in cac_dau(info))
    return tuple((tuple(path.split(".")), mark) for path, mark in marked if isinstance(mark, TuKy))
