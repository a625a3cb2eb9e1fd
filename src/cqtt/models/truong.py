"""Finding a field of a model by the key under which people write it."""

from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cqtt.problems import Key


def mo_hinh_trong(annotation: Any) -> type[BaseModel] | None:
    """The model inside *annotation*: of ``Thu | None`` it is ``Thu``, of ``list[SangKien]`` it is ``SangKien``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := mo_hinh_trong(arg))), None)


def mo_hinh_tai(model: type[BaseModel], key: Key) -> type[BaseModel] | None:
    """The model that describes the block at *key*, or None where no block stands there."""
    current: type[BaseModel] | None = model
    for part in key:
        if isinstance(part, int):
            continue
        info = current.model_fields.get(part) if current else None
        current = mo_hinh_trong(info.annotation) if info else None
    return current


def truong_tai(model: type[BaseModel], key: Key) -> FieldInfo | None:
    """The field at *key* (of a list item: the list's field), or None where the model has none."""
    while key and isinstance(key[-1], int):
        key = key[:-1]
    parent = mo_hinh_tai(model, key[:-1]) if key else None
    return parent.model_fields.get(str(key[-1])) if parent else None


def co_dau(info: FieldInfo | None, marker: type) -> bool:
    """Whether the field, or the items of its list, bear the *marker* (see ``van_ban``)."""
    if info is None:
        return False
    return any(isinstance(m, marker) for m in info.metadata) or _co_dau(info.annotation, marker)


def _co_dau(annotation: Any, marker: type) -> bool:
    own = getattr(annotation, "__metadata__", ())
    return any(isinstance(m, marker) for m in own) or any(_co_dau(arg, marker) for arg in get_args(annotation))
