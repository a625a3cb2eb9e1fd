"""The base of all data models: strict, closed, frozen records; and numeric records that can be added.

A sum of records is a record of the same class, so the authority's total has the same shape and the same paths as one
unit's figures. Every numeric field says what it is over time (``Loai``) beside its type.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Annotated, Any, Self, TypeVar

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from cqtt.models.ky import NAM_CUOI, NAM_DAU, Ky, doc_ky
from cqtt.models.so_lieu import DonViTinh, Loai
from cqtt.models.truong import cac_dau, mo_hinh_trong

T = TypeVar("T")

TOI_DA = 99_999_999
"""The largest count one unit can report; anything above is a typing mistake."""

Luong = Annotated[int, Field(ge=0, le=TOI_DA), Loai.LUONG]
Ton = Annotated[int, Field(ge=0, le=TOI_DA), Loai.TON]
DauKy = Annotated[int, Field(ge=0, le=TOI_DA), Loai.DAU_KY]
Dong = Annotated[int, Field(ge=0, le=999_999_999_999_999), Loai.LUONG, DonViTinh.DONG]
"""An amount of money: just under a million tỷ đồng at most."""
Nam = Annotated[int, Field(ge=NAM_DAU, le=NAM_CUOI), DonViTinh.NAM]
"""A year: a number of one unit, of which there is no sum."""


class TuKy(Struct, frozen=True):
    """Marks a field that is required from the period *ky* (``2025Q3``) on; its type allows None, its default is None.

    Earlier periods need not have it, and print “–”. ``cqtt new`` asks for it.
    """

    ky: str

    def hoi(self, ky: Ky) -> bool:
        """Whether the period *ky* must have it: where it begins no earlier."""
        since = doc_ky(self.ky)
        assert since is not None, f"{self.ky} is no period"
        return (ky.nam, ky.thang_dau) >= (since.nam, since.thang_dau)


class TuCuoiKy(Struct, frozen=True):
    """Marks an opening stock (``DauKy``): what stood at the path *cuoi* of the record when the period before ended."""

    cuoi: str


class HangNam:
    """Marks an answer that is given anew each year; ``cqtt new`` asks for it when the year changes."""


class MoiKy:
    """Marks an answer that is given anew each period; ``cqtt new`` asks for it."""


def tong(title: str) -> Any:
    """The field of a total that need not be written: the sum of what its block reports."""
    return Field(
        title=title,
        description="Không cần ghi: phần mềm cộng. Nếu ghi thì phải bằng tổng các phần.",
        default_factory=lambda data: sum(value for value in data.values() if value is not None),
    )


class MoHinh(BaseModel):
    """Anything read from a file: unknown keys are refused, nothing is converted, nothing changes after validation.

    Pydantic builds the validator of a model when the first file is validated with it.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class BanGhi(MoHinh):
    """A record whose counts can be added."""

    @classmethod
    def cong(cls, ban_ghi: Iterable[Self]) -> Self:
        """The sum of *ban_ghi*: their counts and the records in them, field by field, of those that report them.

        A count that none of them reports does not exist (None), nor does an optional record; so of no records at all
        every count is None. What cannot be added (names, yes and no) is not in the sum. Bounds hold for one record,
        not for sums.
        """
        rows = tuple(ban_ghi)
        total: dict[str, Any] = {}
        for name, part in cls.cac_phan():
            values = [value for row in rows if (value := getattr(row, name)) is not None]
            if isinstance(part, Loai):
                total[name] = sum(values) if values else None
            else:
                total[name] = part.cong(values) if values or cls.model_fields[name].is_required() else None
        return cls.model_construct(**total)  # type: ignore[return-value]  # the plugin names the base class

    @classmethod
    def noi_ky(cls, ban_ghi: Sequence[Self | None]) -> Self:
        """The record of a longer period out of those of its parts, the earliest first; None where a part has none.

        Flows add up, opening stocks come from the first, closing stocks from the last, a ``tong`` is added anew from
        its parts; everything else (names, yes and no, lists) is the last one's. None where no part reported a flow, and
        where the first or the last left a stock out: what stood at another time is no answer.
        """
        last = ban_ghi[-1]
        noi: dict[str, Any] = {name: None if last is None else getattr(last, name) for name in cls.model_fields}
        for name, part in cls.cac_phan():
            values = [None if row is None else getattr(row, name) for row in ban_ghi]
            if not isinstance(part, Loai):
                noi[name] = part.noi_ky(values) if any(value is not None for value in values) else None
            elif name == "tong":
                others = [noi[other] for other, _ in cls.cac_phan() if other != "tong"]
                noi[name] = sum(other or 0 for other in others) if any(other is not None for other in others) else None
            else:
                noi[name] = noi_so(part, values)
        return cls.model_construct(**noi)  # type: ignore[return-value]  # the plugin names the base class

    @classmethod
    @cache
    def cac_phan(cls) -> tuple[tuple[str, "Loai | type[BanGhi]"], ...]:
        """The fields that add up: each count with its kind over time, each record with its class."""
        return tuple(cls._cac_phan())

    @classmethod
    def _cac_phan(cls) -> Iterator[tuple[str, "Loai | type[BanGhi]"]]:
        for name, info in cls.model_fields.items():
            part = loai_cua(info) or mo_hinh_trong(info.annotation)
            if isinstance(part, Loai) or (part is not None and issubclass(part, BanGhi)):
                yield name, part


def can_den(loai: Loai, parts: Sequence[T]) -> Sequence[T]:
    """The *parts* that a count of a longer period comes from: all for a flow, the first or the last for a stock."""
    return parts if loai is Loai.LUONG else parts[:1] if loai is Loai.DAU_KY else parts[-1:]


def noi_so(loai: Loai, values: Sequence[int | None]) -> int | None:
    """A count of a longer period out of its parts', None for one that leaves it out: flows add up, where there are any;
    of stocks the last or the first counts."""
    known = [value for value in can_den(loai, values) if value is not None]
    return sum(known) if known else None


def loai_cua(info: FieldInfo) -> Loai | None:
    """What a count is over time, also where it need not be reported (``Luong | None``); None for what is no count."""
    return _dau(info, Loai)


def don_vi_tinh_cua(info: FieldInfo) -> DonViTinh | None:
    """The unit of measure that a field names beside its type (``Nam``, ``Dong``); None for all else."""
    return _dau(info, DonViTinh)


def _dau(info: FieldInfo, kind: type[T]) -> T | None:
    return next((m for m in cac_dau(info) if isinstance(m, kind)), None)
