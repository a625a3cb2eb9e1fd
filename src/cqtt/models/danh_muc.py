"""The figures inside one unit's record, by path: the same list serves one unit and the sum of all."""

from collections.abc import Callable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeAlias

from msgspec import Struct
from msgspec.structs import replace
from pydantic.fields import FieldInfo

from cqtt.models.ban_ghi import BanGhi, TuCuoiKy, TuKy, don_vi_tinh_cua
from cqtt.models.quy_dinh import ThangMuc
from cqtt.models.so_lieu import DonViTinh, Loai
from cqtt.models.truong import cac_dau, cac_truong, co_dau, khoi_trong
from cqtt.models.ty_le import TyLe

Doc: TypeAlias = Callable[[BanGhi], Any]
"""Reads one value from a record."""


class Muc(Struct, frozen=True):
    """One count of the record: where it stands, what it is called, what it is over time.

    *cac_phan* are the paths of its parts, for a ``tong`` and for a count that nobody writes; empty for every other one.
    """

    duong_dan: str
    ten: str
    loai: Loai
    cac_phan: tuple[str, ...] = ()


class DanhMuc(Struct, dict=True, frozen=True, eq=False):
    """Every figure of the records of class *record*: the counts that are written, the sums *them* of such counts that
    nobody writes, and the rates *ty_le*. *nhom* is the prefix of the units' paths: ``<nhom>.<ma>.<path>``.
    """

    nhom: str
    record: type[BanGhi]
    them: tuple[Muc, ...] = ()
    ty_le: tuple[TyLe, ...] = ()
    thang: ThangMuc | None = None
    """The scale of the levels in the records; None where they have none."""
    thang_quen: ThangMuc | None = None
    """The scale in whose words the titles are written, where *thang* is another one."""

    def theo(self, thang: ThangMuc | None) -> "DanhMuc":
        """The same figures on the scale *thang*."""
        if thang is None or self.thang is None or thang.giong(self.thang):
            return self
        return replace(self, thang=thang, thang_quen=self.thang_quen or self.thang)

    def noi(self, text: str, *, typed: bool = False) -> str:
        """*text*, written in the words of the usual scale, in those of the scale in use (``ThangMuc.noi``)."""
        return self.thang.noi(text, self.thang_quen, typed=typed) if self.thang and self.thang_quen else text

    @property
    def moi_don_vi(self) -> str:
        """The prefix of an operand that every unit has: ``<nhom>.*.``."""
        return f"{self.nhom}.*."

    @cached_property
    def cac_muc(self) -> tuple[Muc, ...]:
        """All written counts, in the order of the form."""
        return tuple(_muc_trong(self.record, ""))

    @cached_property
    def cac_tong(self) -> tuple[Muc, ...]:
        """The totals that may be written beside their parts."""
        return tuple(muc for muc in self.cac_muc if muc.cac_phan)

    @cached_property
    def theo_ten(self) -> dict[str, tuple[Muc, tuple[str, ...]]]:
        """Each count with the names that lead to it in the record; none for those that no one writes."""
        written = {muc.duong_dan: (muc, tuple(muc.duong_dan.split("."))) for muc in self.cac_muc}
        return written | {muc.duong_dan: (muc, ()) for muc in self.them}

    @cached_property
    def doc(self) -> dict[str, Doc]:
        """How each written count, and each number that no sum has, is read from a record."""
        paths = (*(muc.duong_dan for muc in self.cac_muc), *self.so_rieng)
        return {path: self._doc(path) for path in paths}

    def _doc(self, path: str) -> Doc:
        """Python's own reader of attributes where no block on the way may be missing: many times as fast."""
        names = tuple(path.split("."))
        if not any(f"{path}.".startswith(f"{block}.") for block in self.khong_bat_buoc if block != path):
            return attrgetter(path)
        return lambda record: tai(record, names)

    def ten_muc(self, path: str) -> tuple[str, ...]:
        """The names of the levels, the lowest first, where the number at *path* is a level; else none."""
        return tuple(self.thang.cac_muc) if self.thang and path in self.muc else ()

    @cached_property
    def ty_le_theo_ten(self) -> dict[str, TyLe]:
        """The rates by path."""
        return {ty_le.duong_dan: ty_le for ty_le in self.ty_le}

    @cached_property
    def truong(self) -> tuple[tuple[str, FieldInfo], ...]:
        """Every field, by path; a block before what is in it."""
        return tuple(cac_truong(self.record))

    @cached_property
    def so_rieng(self) -> dict[str, tuple[str, DonViTinh]]:
        """The numbers of one unit that no sum has (years, levels): title and unit of measure, by path."""
        found = ((path, info, don_vi_tinh_cua(info)) for path, info in self.truong)
        return {p: (self.noi(info.title or p), unit) for p, info, unit in found if unit and p not in self.theo_ten}

    @cached_property
    def muc(self) -> tuple[str, ...]:
        """The paths of the levels."""
        return tuple(path for path, (_, unit) in self.so_rieng.items() if unit is DonViTinh.SAO)

    @cached_property
    def khoi(self) -> frozenset[str]:
        """The paths of all blocks of the record."""
        return frozenset(path for path, info in self.truong if khoi_trong(info))

    @cached_property
    def chuyen_ky(self) -> dict[str, str]:
        """Each opening stock, with the closing stock that it is in the period before."""
        marked = ((path, mark) for path, info in self.truong for mark in cac_dau(info))
        return {path: mark.cuoi for path, mark in marked if isinstance(mark, TuCuoiKy)}

    @cached_property
    def tu_ky(self) -> dict[str, TuKy]:
        """What is required from some period on."""
        marked = ((path, mark) for path, info in self.truong for mark in cac_dau(info))
        return {path: mark for path, mark in marked if isinstance(mark, TuKy)}

    def mang(self, dau: type) -> tuple[str, ...]:
        """The paths of the fields that bear the mark *dau*: ``HangNam``, ``MoiKy``."""
        return tuple(path for path, info in self.truong if co_dau(info, dau))

    @cached_property
    def co_the_thieu(self) -> dict[str, Loai]:
        """The counts that a unit may leave out, alone or with their block, each with its kind over time."""
        tops = tuple(f"{path}." for path in self.khong_bat_buoc)
        return {muc.duong_dan: muc.loai for muc in self.cac_muc if f"{muc.duong_dan}.".startswith(tops)}

    @cached_property
    def khong_bat_buoc(self) -> dict[str, str]:
        """What a unit may leave out, by path, a block or one count: each with a count that comes with it."""
        return dict(_khong_bat_buoc(self.record, ""))


def _khong_bat_buoc(model: type[BanGhi], goc: str) -> Iterator[tuple[str, str]]:
    for name, part in model.cac_phan():
        path = goc + name
        if model.model_fields[name].default is None:
            yield path, path if isinstance(part, Loai) else next(_muc_trong(part, f"{path}.")).duong_dan
        elif not isinstance(part, Loai):
            yield from _khong_bat_buoc(part, f"{path}.")


def _muc_trong(model: type[BanGhi], goc: str) -> Iterator[Muc]:
    parts = tuple(name for name, part in model.cac_phan() if isinstance(part, Loai) and name != "tong")
    for name, part in model.cac_phan():
        if not isinstance(part, Loai):
            yield from _muc_trong(part, f"{goc}{name}.")
            continue
        summed = tuple(goc + p for p in parts) if name == "tong" else ()
        yield Muc(goc + name, model.model_fields[name].title or name, part, summed)


def tai(record: BanGhi, names: tuple[str, ...]) -> Any:
    """What *record* holds where *names* lead; None where a block on the way was not reported."""
    value: Any = record
    for name in names:
        value = getattr(value, name) if value is not None else None
    return value
