"""The groups a template walks through to its values, by closed sets of names; one that is not there is a fault."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from cqtt.manuscript import Below, Printed
from cqtt.models.so_lieu import SoLieu, Unit
from cqtt.models.theo_ban_ghi import FiguresOfUnit, chu
from cqtt.models.tong_hop import UnitFigures
from cqtt.names import nearest
from cqtt.template.values import Number, TemplateFault, Words


class Group(Protocol):
    """Anything with names inside."""

    def get(self, name: str) -> Any:
        """What stands under *name*; raises ``TemplateFault`` (KHUON02) with the nearest name where nothing does."""


def unknown(path: str, known: Iterable[str]) -> TemplateFault:
    """The fault of asking for *path*."""
    near = nearest(path, known)
    hint = f"có phải ý bạn là “{near}”?" if near else "xem tên các số liệu bằng lệnh: cqtt figures"
    return TemplateFault("KHUON02", f"không có “{path}”", hint, path)


class Figures(Struct, frozen=True):
    """The figures below *prefix*: ``a`` gives the group ``a.``, which gives the figure ``a.b``."""

    figures: Mapping[str, SoLieu]
    groups: frozenset[str]
    prefix: str = ""

    def get(self, name: str) -> Any:
        """The group or the figure under *name*."""
        path = self.prefix + name
        figure = self.figures.get(path)
        if figure is not None:
            return Number(figure)
        if path in self.groups:
            return Figures(self.figures, self.groups, f"{path}.")
        raise unknown(path, [*self.figures, *self.groups])


def group_names(paths: Mapping[str, Any]) -> frozenset[str]:
    """Every group that *paths* pass through: ``a`` and ``a.b`` of ``a.b.c``."""
    found: set[str] = set()
    for path in paths:
        parts = path.split(".")
        found.update(".".join(parts[:i]) for i in range(1, len(parts)))
    return frozenset(found)


class UnitWords(Struct, frozen=True):
    """A unit as words: ``ma``, ``ten``, ``loai``, ``ten_day_du``; *group* is the prefix of the units' paths."""

    unit: Unit
    group: str

    def get(self, name: str) -> Words:
        """The word under *name*."""
        if name not in _UNIT_WORDS:
            raise unknown(name, _UNIT_WORDS)
        return Words(getattr(self.unit, name), f"{self.group}.{self.unit.ma}.{name}")


_UNIT_WORDS = ("ma", "ten", "loai", "ten_day_du")


class UnitNames(Struct, frozen=True):
    """One unit: its words, its figures, and its answers of yes and no."""

    so_lieu: UnitFigures
    groups: frozenset[str]
    prefix: str = ""

    @property
    def group(self) -> str:
        """The prefix of the units' paths."""
        return self.so_lieu.bao_cao.danh_muc.nhom

    def get(self, name: str) -> Any:
        """The figure, word, answer or group under *name*."""
        path = self.prefix + name
        figure = self.so_lieu.so_lieu.get(path)
        if figure is not None:
            return Number(figure)
        if path in _UNIT_WORDS:
            return UnitWords(self.so_lieu.don_vi, self.group).get(name)
        if path in self.groups:
            return UnitNames(self.so_lieu, self.groups, f"{path}.")
        answer = _answer(self.so_lieu, path)
        if isinstance(answer, bool):
            return answer
        if isinstance(answer, str | None):
            return Words(answer or "", f"{self.group}.{self.so_lieu.don_vi.ma}.{path}")
        raise unknown(path, [*_UNIT_WORDS, *self.so_lieu.so_lieu, *self.groups])


def printed(rows: Sequence[Any], path: str) -> Printed | None:
    """The column of the figure at *path*, in its usual form; None where *rows* are no units, or have no such figure."""
    figures = [row.so_lieu.so_lieu for row in rows if isinstance(row, UnitNames)]
    known = [figure for figure in figures if isinstance(figure, FiguresOfUnit)]
    words = chu(known[0].danh_muc, path) if known and len(known) == len(rows) else None
    return Printed([words(f.record) for f in known], Below([f.goc for f in known], path)) if words else None


def _answer(so_lieu: UnitFigures, path: str) -> object:
    """What the unit answered at *path*, None where it left that out; ``...`` where nothing is asked."""
    value: Any = so_lieu.bao_cao.so_lieu
    for part in path.split("."):
        if part not in getattr(type(value), "model_fields", ()):
            return ...
        value = getattr(value, part)
    return value


class UnitList(Struct, frozen=True):
    """All units in the authority's order, or all kinds of units; one by its identifier: ``['huong-mai']``."""

    communes: "Mapping[str, UnitNames | Both]"
    group: str

    def __iter__(self) -> "Iterator[UnitNames | Both]":
        return iter(self.communes.values())

    def __bool__(self) -> bool:
        return bool(self.communes)

    def get(self, name: str) -> "UnitNames | Both":
        """The unit or kind with the identifier *name*."""
        if name not in self.communes:
            raise unknown(f"{self.group}.{name}", [f"{self.group}.{ma}" for ma in self.communes])
        return self.communes[name]


class Later(Struct, frozen=True):
    """A group that is made when a template asks for something in it."""

    made: Callable[[], Group]

    def get(self, name: str) -> Any:
        """What stands under *name*."""
        return self.made().get(name)


class Names(Struct, frozen=True):
    """A closed set of names: words, dates, prose, lists."""

    path: str
    names: Mapping[str, Any]

    def get(self, name: str) -> Any:
        """What stands under *name*."""
        if name not in self.names:
            raise unknown(f"{self.path}.{name}", [f"{self.path}.{n}" for n in self.names])
        return self.names[name]


class Both(Struct, frozen=True):
    """Two groups under one name: words or lists, and figures."""

    first: Names
    second: Figures

    def get(self, name: str) -> Any:
        """What stands under *name* in either."""
        return self.first.names[name] if name in self.first.names else self.second.get(name)
