"""What is asked of whoever fills in a report on a sheet: a record's fields as questions, in their order.

Nothing here names a field: titles, kinds, bounds and words are those that the record declares beside its types.
"""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cqtt.models.ban_ghi import BanGhi, TuKy, don_vi_tinh_cua, loai_cua
from cqtt.models.chap_nhan import ChapNhan
from cqtt.models.danh_muc import DanhMuc
from cqtt.models.don_vi import DonVi
from cqtt.models.ky import Ky
from cqtt.models.quy_dinh import thang_cua
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import DonViTinh, Loai
from cqtt.models.truong import cac_dau, khoi_trong, mo_hinh_trong, truong_cua

NONE = "không có"
"""How an answer says that there is none, where the data may say ``null``."""
YES, NO = "có", "không"
ITEMS = 40
"""Rows for the items of a list; more may be inserted."""


class Kind(Enum):
    """What an answer must be."""

    COUNT = "số nguyên"
    YEAR = "năm"
    CHOICE = "một trong các từ"
    YES_NO = "có hoặc không"
    TEXT = "chữ"
    TOTAL = "tổng"


class Question(Struct, frozen=True):
    """One value. *path* is its place in the record, *title* and *note* are the record's own words.

    *low* and *high* bound a number; *words* are those that a choice allows. One that is *nullable* may be answered by
    ``NONE``; one that is not *required* may be left blank. *loai* is what a count is over time.
    """

    path: str
    title: str
    kind: Kind
    note: str = ""
    low: int = 0
    high: int = 0
    words: tuple[str, ...] = ()
    nullable: bool = False
    required: bool = True
    loai: Loai | None = None
    parts: tuple[str, ...] = ()
    """The paths that a total adds up."""
    longest: int = 0
    """The letters that a text may have."""
    level: bool = False
    """Whether the words of a choice are levels, the lowest first; a file may also have their number."""

    @property
    def key(self) -> tuple[str, ...]:
        """The place in the file."""
        return tuple(self.path.split("."))


class Block(Struct, frozen=True):
    """Questions under one heading; *depth* counts from 1. An *optional* block may be left blank as a whole."""

    path: str
    title: str
    depth: int
    optional: bool
    items: "tuple[Question | Block, ...]"

    def questions(self) -> Iterator[Question]:
        """Every question of the block, those of its inner blocks too, in their order."""
        for item in self.items:
            yield from item.questions() if isinstance(item, Block) else (item,)


class Items(Struct, frozen=True):
    """A list whose items have the same *columns*; their paths are those within an item."""

    path: str
    title: str
    columns: tuple[Question, ...]
    most: int


class Questions(Struct, frozen=True):
    """All that is asked for: blocks of values, and lists."""

    blocks: tuple[Block, ...]
    lists: tuple[Items, ...]

    def all(self) -> Iterator[Question]:
        """Every question outside the lists, in its order."""
        return (question for block in self.blocks for question in block.questions())


def figures_of(report: ReportType, don_vi: DonVi | None, ky: Ky) -> DanhMuc:
    """The figures of a unit's record, on the scale of levels that the authority uses in *ky*; usually the report's."""
    return report.danh_muc.theo(thang_cua(don_vi, ky, report.thang_muc) if don_vi else report.thang_muc)


def of_unit(report: ReportType, don_vi: DonVi | None, ky: Ky) -> Questions:
    """What one unit is asked for in *ky*: all of its record but its name, and what it acknowledges."""
    asked = _of_record(report.record, report.unit_name, ky)
    figures = figures_of(report, don_vi, ky)
    return Questions(tuple(_block_on(block, figures) for block in asked.blocks), asked.lists)


@cache
def _of_record(record: type[BanGhi], unit_name: str, ky: Ky) -> Questions:
    """What every unit is asked for, on whatever scale."""
    return _questions(record, ky, lambda name: name != unit_name)


def _block_on(block: Block, figures: DanhMuc) -> Block:
    items = (_block_on(i, figures) if isinstance(i, Block) else _on_scale(i, figures) for i in block.items)
    return replace(block, title=figures.noi(block.title), items=tuple(items))


def _on_scale(question: Question, figures: DanhMuc) -> Question:
    """*question* in the words of the scale in use; a level is one of the scale's."""
    words = tuple(figures.noi(word) for word in question.words)
    asked = replace(question, title=figures.noi(question.title), note=figures.noi(question.note), words=words)
    if figures.thang is None or question.path not in figures.muc:
        return asked
    if figures.thang.danh_so:
        return replace(asked, high=len(figures.thang.cac_muc))
    return replace(asked, kind=Kind.CHOICE, words=tuple(figures.thang.cac_muc), level=True)


def of_authority(report: ReportType, ky: Ky, cap: str) -> Questions:
    """The figures that no unit reports; an authority of the level ``xã`` has none of ``ReportType.above_only``."""
    left_out = report.above_only if cap == "xã" else ()
    own = {name for name, _ in report.document.so_lieu_rieng() if name not in left_out}
    return _questions(report.document, ky, own.__contains__)


def _questions(model: type[BaseModel], ky: Ky, wanted: Any) -> Questions:
    blocks: list[Block] = []
    single: list[Question | Block] = []
    lists: list[Items] = []
    for name, info in truong_cua(model).items():
        inner = khoi_trong(info)
        if not wanted(name) or mo_hinh_trong(info.annotation) is ChapNhan:
            continue
        if inner:
            blocks.append(_block(name, info, inner, ky, 1))
        elif "list" in str(info.annotation):
            lists.extend(_items(name, info))
        else:
            single.append(_question(name, info, ky))
    if single:
        blocks.append(Block("", "Số liệu khác" if blocks else "Số liệu", 1, optional=False, items=tuple(single)))
    return Questions(tuple(blocks), tuple(lists))


def _block(path: str, info: FieldInfo, model: type[BaseModel], ky: Ky, depth: int) -> Block:
    items: list[Question | Block] = []
    fields = truong_cua(model)
    parts = tuple(f"{path}.{name}" for name, field in fields.items() if loai_cua(field) and name != "tong")
    for name, field in fields.items():
        inner = khoi_trong(field)
        if inner:
            items.append(_block(f"{path}.{name}", field, inner, ky, depth + 1))
        elif name == "tong" and loai_cua(field):
            items.append(Question(f"{path}.tong", field.title or name, Kind.TOTAL, required=False, parts=parts))
        else:
            items.append(_question(f"{path}.{name}", field, ky))
    return Block(path, info.title or path, depth, not _required(info, ky), tuple(items))


def _items(name: str, info: FieldInfo) -> Iterator[Items]:
    item = mo_hinh_trong(info.annotation)
    if item is not None:
        columns = tuple(_question(inner, field, None) for inner, field in truong_cua(item).items())
        yield Items(name, info.title or name, columns, _bound(info, "max_length") or ITEMS)


def _question(path: str, info: FieldInfo, ky: Ky | None) -> Question:
    nullable = NoneType in get_args(info.annotation) and info.is_required()
    words = tuple(_words(info.annotation))
    kind = _kind(info, words)
    low, high = _bound(info, "ge") or 0, _bound(info, "le") or 0
    return Question(
        path,
        info.title or path,
        kind,
        _note(info),
        low,
        high,
        words,
        nullable,
        _required(info, ky),
        loai_cua(info),
        longest=_bound(info, "max_length") or 0,
    )


def _kind(info: FieldInfo, words: tuple[str, ...]) -> Kind:
    if words:
        return Kind.CHOICE
    types = {info.annotation, *_types(info.annotation)}
    if bool in types:
        return Kind.YES_NO
    if int in types:
        return Kind.YEAR if don_vi_tinh_cua(info) is DonViTinh.NAM else Kind.COUNT
    return Kind.TEXT


def _types(annotation: Any) -> Iterator[Any]:
    for arg in get_args(annotation):
        yield arg
        yield from _types(arg)


def _words(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for arg in get_args(annotation):
        yield from _words(arg)


def _required(info: FieldInfo, ky: Ky | None) -> bool:
    asked = ky is not None and any(isinstance(mark, TuKy) and mark.hoi(ky) for mark in cac_dau(info))
    return info.is_required() or asked


def _bound(info: FieldInfo, name: str) -> int | None:
    marks = (found for mark in cac_dau(info) for found in (mark, *getattr(mark, "metadata", ())))
    values = (getattr(found, name, None) for found in marks)
    return next((value for value in values if isinstance(value, int)), None)


def _note(info: FieldInfo) -> str:
    """The record's own explanation, in words for a sheet: there is no ``null`` there."""
    return (info.description or "").replace("null", f"“{NONE}”")
