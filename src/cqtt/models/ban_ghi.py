"""The base of all data models: strict, closed, frozen records; and numeric records that can be added.

A sum of records is a record of the same class, so the authority's total has the same shape and the same paths as one
commune's figures. Every numeric field says what it is over time (``Loai``) beside its type.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from cqtt.models.so_lieu import Loai
from cqtt.models.truong import mo_hinh_trong

TOI_DA = 99_999_999
"""The largest count one commune can report; anything above is a slip of the finger."""

Luong = Annotated[int, Field(ge=0, le=TOI_DA), Loai.LUONG]
Ton = Annotated[int, Field(ge=0, le=TOI_DA), Loai.TON]
DauKy = Annotated[int, Field(ge=0, le=TOI_DA), Loai.DAU_KY]


class MoHinh(BaseModel):
    """Anything read from a file: unknown keys are refused, nothing is converted, nothing changes after validation."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class BanGhi(MoHinh):
    """A record whose counts can be added."""

    @classmethod
    def cong(cls, ban_ghi: Iterable[Self]) -> Self:
        """The sum of *ban_ghi*: their counts and the records in them, field by field; all zeros where there is none.

        What cannot be added (names, yes and no) is not in the sum. Bounds hold for one record, not for sums.
        """
        rows = tuple(ban_ghi)
        total: dict[str, Any] = {}
        for name, part in cls.cac_phan():
            values = [value for row in rows if (value := getattr(row, name)) is not None]
            total[name] = sum(values) if isinstance(part, Loai) else part.cong(values)
        return cls.model_construct(**total)  # type: ignore[return-value]  # the plugin names the base class

    @classmethod
    @cache
    def cac_phan(cls) -> tuple[tuple[str, "Loai | type[BanGhi]"], ...]:
        """The fields that add up: each count with its kind over time, each record with its class."""
        return tuple(cls._cac_phan())

    @classmethod
    def _cac_phan(cls) -> Iterator[tuple[str, "Loai | type[BanGhi]"]]:
        for name, info in cls.model_fields.items():
            loai = next((m for m in info.metadata if isinstance(m, Loai)), None)
            part = loai or mo_hinh_trong(info.annotation)
            if isinstance(part, Loai) or (part is not None and issubclass(part, BanGhi)):
                yield name, part
