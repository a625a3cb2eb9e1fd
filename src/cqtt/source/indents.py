"""A file, or a block in it, that was pasted without its indentation: one finding, and not one for each of its lines."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from cqtt.models import places
from cqtt.models.truong import cac_truong, khoi_trong, truong_cua
from cqtt.problems import Key, Problem, dotted
from cqtt.source.source_file import SourceFile
from cqtt.source.yaml_reader import Value

NAMED = 3
"""Blocks that a finding names."""


def without_indent(
    problems: Sequence[Problem], model: type[BaseModel], value: Value, source: SourceFile
) -> list[Problem]:
    """*problems* of the file *source* with the content *value*; those that only say that a block's lines do not stand
    below its key give way to one that says so (KIEU01)."""
    lost = list(_lost(model, value, ()))
    if not lost:
        return list(problems)
    names = {name for _, _, inner in lost for name in inner}
    blocks = {dotted((*key, name)) for key, name, _ in lost}
    parents = {dotted(key) for key, _, _ in lost}
    rest = [p for p in problems if p.path != source.path or not _follows(p, names, blocks, parents)]
    return [*rest, _told(lost, source)]


def _lost(model: type[BaseModel], value: Value, key: Key) -> Iterator[tuple[Key, str, frozenset[str]]]:
    """Each empty block below *key* beside which keys stand that belong in it: where, its name, the keys in it."""
    if not isinstance(value, dict):
        return
    fields = truong_cua(model)
    for name, info in fields.items():
        block = khoi_trong(info)
        if block is None or name not in value:
            continue
        inner = frozenset(part for path, _ in cac_truong(block) for part in path.split("."))
        if value[name] is None and any(other in inner for other in value if other not in fields):
            yield key, name, inner
        yield from _lost(block, value[name], (*key, name))


def _follows(problem: Problem, names: set[str], blocks: set[str], parents: set[str]) -> bool:
    """Whether *problem* is about a lost block, or about a line that belongs into one."""
    parent, _, name = problem.key.rpartition(".")
    if problem.key in blocks:
        return True
    return parent in parents and name in names and problem.code in ("KHOA01", "YAML04", "SO09")


def _told(lost: Sequence[tuple[Key, str, frozenset[str]]], source: SourceFile) -> Problem:
    key, name, _ = lost[0]
    here = source.key_position((*key, name))
    if len(lost) == 1:
        message = f"các dòng của khối “{name}” không thụt vào dưới tên khối"
        return Problem(here, "KIEU01", message, f"thụt mỗi dòng của khối vào hai dấu cách so với “{name}:”")
    named = ", ".join(name for _, name, _ in lost[:NAMED]) + (" …" if len(lost) > NAMED else "")
    message = f"tệp mất thụt lề: các dòng của khối {named} không thụt vào dưới tên khối"
    hint = f"dán lại từ tệp gốc, giữ dấu cách đầu dòng; hoặc xóa tệp này rồi {places.remake(source.path)}, điền lại số"
    return Problem(here, "KIEU01", message, hint)
