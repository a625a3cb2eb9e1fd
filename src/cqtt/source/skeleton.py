"""A file that nobody has written yet: every key of the model, each with what it means, every value to be filled in."""

from collections.abc import Iterator
from enum import Enum
from types import NoneType
from typing import get_args

from pydantic.fields import FieldInfo

from cqtt.models.ban_ghi import MoHinh, TuKy
from cqtt.models.danh_muc import DanhMuc
from cqtt.models.ky import Ky
from cqtt.models.report_type import ReportType
from cqtt.models.truong import cac_dau, cac_truong, khoi_trong, mo_hinh_trong
from cqtt.problems import Key
from cqtt.source.placeholders import PLACEHOLDER
from cqtt.source.rewrite import inserted, scalar
from cqtt.source.source_file import SourceFile
from cqtt.source.text import LINE_BREAK


def unit_file(report: ReportType, ky: Ky, ten: str, known: dict[Key, str], figures: DanhMuc | None = None) -> str:
    """The file of the unit *ten*: placeholders, but for the values *known*. What need not be written is left out.

    *figures* says on which scale its levels are, where it is not the report's usual one.
    """
    modeline = f"# yaml-language-server: $schema=../../../schema/{report.unit_name}.schema.json"
    lists: dict[Key, str] = {(block.name,): PLACEHOLDER for block in report.lists}
    known = {(report.unit_name,): scalar(ten)} | lists | known
    text = "\n".join([modeline, *block(report.record, (), known, ky), ""])
    return in_scale(text, figures) if figures and figures.thang_quen else text


def report_file(report: ReportType, ky: Ky, cap: str) -> str:
    """The document of the first period *ky*: figures and prose to be written, number and day for the registry.

    An authority of the level *cap* ``xã`` has none of the figures ``ReportType.above_only``.
    """
    known: dict[Key, str] = {("so",): "null", ("ngay",): "null", ("thang",): str(ky.thang_cuoi % 12 + 1)}
    known |= {("nam",): str(ky.nam + ky.thang_cuoi // 12), ("tieu_de",): "\n".join(report.subject)}
    optional = (path for path, info in cac_truong(report.document) if not info.is_required())
    known |= {tuple(path.split(".")): "null" for path in optional if path.startswith("van_xuoi.")}
    above_only = report.above_only if cap == "xã" else ()
    known |= {(name,): PLACEHOLDER for name, _ in report.document.so_lieu_rieng() if name not in above_only}
    modeline = "# yaml-language-server: $schema=../../schema/bao_cao.schema.json"
    head = f"# Báo cáo {ky.ten}. Không có số liệu nào thì xóa dòng hoặc khối của nó; văn xuôi: xem docs/huong_dan.md."
    return "\n".join([modeline, head, "", *block(report.document, (), known, ky), ""])


def block(model: type[MoHinh], key: Key, known: dict[Key, str], ky: Ky) -> Iterator[str]:
    """The lines of the block *model* at *key*: what a file of the period *ky* must have, and what is *known*."""
    for name, info in model.model_fields.items():
        here = (*key, name)
        if not (info.is_required() or here in known or asked(info, ky)):
            continue
        if not key and mo_hinh_trong(info.annotation):
            yield ""
        yield from entry(here, info, known, ky)


def entry(key: Key, info: FieldInfo, known: dict[Key, str], ky: Ky) -> Iterator[str]:
    """The lines of one key and its value."""
    head, inner = f"{'  ' * (len(key) - 1)}{key[-1]}:", khoi_trong(info)
    if inner and issubclass(inner, MoHinh):
        yield f"{head}  # {_meaning(info)}"
        yield from block(inner, key, known, ky)
    elif not _is_list(info):
        yield f"{head} {known.get(key, PLACEHOLDER)}  # {_meaning(info)}"
    elif any(getattr(mark, "min_length", 0) for mark in info.metadata):
        yield f"{head}  # {_meaning(info)}"
        yield from (f"{'  ' * len(key)}- {item}" for item in known.get(key, PLACEHOLDER).split("\n"))
    else:
        yield f"{head} {known.get(key, '[]')}  # {_meaning(info)}"


def asked(info: FieldInfo, ky: Ky) -> bool:
    """Whether the period *ky* must have the field, although earlier ones need not (``TuKy``)."""
    return any(isinstance(mark, TuKy) and mark.hoi(ky) for mark in cac_dau(info))


def extended(text: str, model: type[MoHinh], ky: Ky) -> str:
    """The file *text*, which was good in an earlier period, with what *ky* must have besides: at the end of the block
    that it belongs to, after its neighbours there. Nothing is added to a block in braces: ``check`` asks for it.
    """
    for path, info in cac_truong(model):
        key = tuple(path.split("."))
        if asked(info, ky):
            text = with_lines(text, key, list(entry(key, info, {}, ky)))
    return text


def in_scale(text: str, figures: DanhMuc) -> str:
    """*text* with its comments in the words of the scale in use, and what the number of a level means beside it."""
    source = SourceFile("", text)
    levels = {source.position(tuple(path.split("."))).line - 1 for path in figures.muc}
    meaning = figures.thang.chu_thich if figures.thang else ""
    lines = list(source.lines)
    for row, column in source.comments():
        more = f": {meaning}" if row in levels and meaning else ""
        lines[row] = f"{lines[row][:column]}{figures.noi(lines[row][column:])}{more}"
    breaks = [*LINE_BREAK.findall(text), ""]
    return "".join(line + end for line, end in zip(lines, breaks, strict=True))


def with_lines(text: str, key: Key, lines: list[str]) -> str:
    """*text* with *lines*, the entry of *key*, behind its neighbours; as it is where *key* is written already, or its
    block stands in braces or not at all."""
    source = SourceFile("", text)
    place = None if source.has(key) else source.end_of_block(key[:-1])
    if place is None:
        return text
    row, indent = place
    own = "  " * (len(key) - 1)
    typed = [" " * indent + line.removeprefix(own) for line in lines]
    return inserted(source, row, typed)


def _is_list(info: FieldInfo) -> bool:
    return "list" in str(info.annotation)


def _meaning(info: FieldInfo) -> str:
    """The title, and the words that may stand there."""
    words = [word for arg in (info.annotation, *get_args(info.annotation)) for word in get_args(arg)]
    said = [word for word in dict.fromkeys(words) if isinstance(word, str) and not isinstance(word, Enum)]
    title = info.title or ""
    if info.annotation is bool:
        return f"{title[:1].lower()}{title[1:]}: true | false"
    allowed = [*said, *(["null"] if said and NoneType in get_args(info.annotation) else [])]
    return f"{title[:1].lower()}{title[1:]}" + (f": {' | '.join(allowed)}" if allowed else "")
