"""Finding a field of a model by the key under which people write it."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cqtt.problems import Key


def mo_hinh_trong(annotation: Any) -> type[BaseModel] | None:
    """The model inside *annotation*: of ``Block | None`` it is ``Block``, of ``list[Item]`` it is ``Item``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := mo_hinh_trong(arg))), None)


def khoi_trong(info: FieldInfo) -> type[BaseModel] | None:
    """The model of the block that the field is (``Block``, ``Block | None``); None for a value and for a list."""
    return (
        None
        if list in {get_origin(arg) for arg in (info.annotation, *get_args(info.annotation))}
        else (mo_hinh_trong(info.annotation))
    )


def cac_truong(model: type[BaseModel], goc: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Every field of *model* and of the blocks in it, by its path after *goc*; a block before what is in it."""
    for name, info in truong_cua(model).items():
        yield goc + name, info
        if block := khoi_trong(info):
            yield from cac_truong(block, f"{goc}{name}.")


def truong_cua(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of *model* by the key under which people write them."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def mo_hinh_tai(model: type[BaseModel], key: Key) -> type[BaseModel] | None:
    """The model that describes the block at *key*, or None where no block stands there."""
    current: type[BaseModel] | None = model
    for part in key:
        if isinstance(part, int):
            continue
        info = truong_cua(current).get(part) if current else None
        current = mo_hinh_trong(info.annotation) if info else None
    return current


def truong_tai(model: type[BaseModel], key: Key) -> FieldInfo | None:
    """The field at *key* (of a list item: the list's field), or None where the model has none."""
    while key and isinstance(key[-1], int):
        key = key[:-1]
    parent = mo_hinh_tai(model, key[:-1]) if key else None
    return truong_cua(parent).get(str(key[-1])) if parent else None


def cac_dau(info: FieldInfo) -> Iterator[Any]:
    """What stands beside the field's type, and beside the types inside it (``Luong | None``, ``list[MotDong]``)."""
    yield from info.metadata
    yield from _cac_dau(info.annotation)


def co_dau(info: FieldInfo | None, marker: type) -> bool:
    """Whether the field, or the items of its list, bear the *marker* (see ``van_ban``)."""
    return info is not None and any(isinstance(m, marker) for m in cac_dau(info))


def _cac_dau(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for arg in get_args(annotation):
        yield from _cac_dau(arg)
