"""A file that nobody has written yet: every key of the model, each with what it means, every value to be filled in."""

from collections.abc import Iterator
from types import NoneType
from typing import get_args

from pydantic.fields import FieldInfo

from cqtt.models.ban_ghi import MoHinh
from cqtt.models.phuong_xa import PhuongXa
from cqtt.models.truong import mo_hinh_trong
from cqtt.problems import Key
from cqtt.source.placeholders import PLACEHOLDER

MODELINE = "# yaml-language-server: $schema=../../../schema/phuong_xa.schema.json"
_LISTS = {"sang_kien": "[]"}


def commune_file(ten: str, known: dict[Key, str]) -> str:
    """The file of the commune *ten*: placeholders, but for the values *known*. What need not be written is left out."""
    known = {("phuong_xa",): ten} | known
    return "\n".join([MODELINE, *_block(PhuongXa, (), known), ""])


def _block(model: type[MoHinh], key: Key, known: dict[Key, str]) -> Iterator[str]:
    indent = "  " * len(key)
    for name, info in model.model_fields.items():
        here = (*key, name)
        inner = mo_hinh_trong(info.annotation)
        if not info.is_required() and here not in known:
            continue
        if not key and inner:
            yield ""
        if name in _LISTS:
            yield f"{indent}{name}: {known.get(here, _LISTS[name])}  # {_meaning(info)}"
        elif inner and issubclass(inner, MoHinh):
            yield f"{indent}{name}:  # {_meaning(info)}"
            yield from _block(inner, here, known)
        else:
            yield f"{indent}{name}: {known.get(here, PLACEHOLDER)}  # {_meaning(info)}"


def _meaning(info: FieldInfo) -> str:
    """The title, and the words that may stand there."""
    words = [word for arg in (info.annotation, *get_args(info.annotation)) for word in get_args(arg)]
    said = [word for word in dict.fromkeys(words) if isinstance(word, str)]
    title = info.title or ""
    if info.annotation is bool:
        return f"{title[:1].lower()}{title[1:]}: true | false"
    allowed = [*said, *(["null"] if said and NoneType in get_args(info.annotation) else [])]
    return f"{title[:1].lower()}{title[1:]}" + (f": {' | '.join(allowed)}" if allowed else "")
