"""Where a figure comes from: its formula, its operands, and each unit's share with the line it was written on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cqtt.models.ban_ghi import can_den
from cqtt.models.co_bao_cao import MucDo, Reporting, co, muc_do
from cqtt.models.danh_sach import muc_moi
from cqtt.models.du_lieu import DuLieu, UnitReport
from cqtt.models.duong_dan import DuongDan
from cqtt.models.so_lieu import Loai, SoLieu, Unit
from cqtt.models.so_sanh import cua_ky, so_lieu_chenh
from cqtt.models.tong_hop import TongHop, UnitFigures
from cqtt.problems import Locator, Position


class Share(Struct, frozen=True):
    """What one unit adds, as its own *figure*, and where it was written.

    *unit* is None for what the period's own file says.
    """

    unit: Unit | None
    figure: SoLieu
    position: Position

    @property
    def value(self) -> int | Decimal | None:
        """The exact value; None where the unit reports none."""
        return self.figure.gia_tri


class Operand(Struct, frozen=True):
    """One figure that the explained one is computed from, with its shares, the largest first.

    *reporting* is None where the figure is no sum over the units.
    """

    figure: SoLieu
    shares: tuple[Share, ...]
    reporting: Reporting | None = None


class Explanation(Struct, frozen=True):
    """A figure, its operands, and for a count of units those that it does not count."""

    figure: SoLieu
    operands: tuple[Operand, ...]
    not_counted: tuple[Unit, ...] | None = None

    def reporting(self, operand: Operand) -> str:
        """How many units report *operand*, in words; empty where all of them report every operand."""
        some_do_not = any(o.reporting and not o.reporting.all_do for o in self.operands)
        return str(operand.reporting) if operand.reporting and some_do_not else ""


class Explainer:
    """Explains the figures of one period. *nguon* is its own file, *cac_ky* are the shorter periods that it was rolled
    up from, the earliest first; *khac* are the explainers of other periods, by the prefix of their paths.
    """

    def __init__(
        self,
        tong_hop: TongHop,
        nguon: Locator,
        cac_ky: Sequence[DuLieu] = (),
        khac: Mapping[str, "Explainer"] | None = None,
    ) -> None:
        self._tong_hop = tong_hop
        self._nguon = nguon
        self._cac_ky = cac_ky
        self._khac = dict(khac or {})

    def figure(self, path: str) -> SoLieu | None:
        """The figure at *path*, also of an earlier period or of a change; None where there is none."""
        if DuongDan.doc(path).so_voi:
            return so_lieu_chenh(self._tong_hop, path)
        return self._tong_hop.tim(path) or cua_ky(self._tong_hop, path)

    def explain(self, figure: SoLieu) -> Explanation:
        """Everything there is to know of *figure*."""
        ten, other, inner = self._other(figure.duong_dan)
        if other and inner:
            there = other.explain(inner)
            return replace(there, figure=figure, operands=tuple(_named(ten, there.operands)))
        every, rest = self._tong_hop.report.danh_muc.moi_don_vi, None
        operands = self._figures(path for path in figure.toan_hang if not path.startswith(every))
        if figure.don_vi is not None:
            rest = tuple(xa.don_vi for xa in self._tong_hop.units if xa.don_vi not in figure.don_vi)
        elif not operands:
            operands = [figure]
        return Explanation(figure, tuple(made for operand in operands for made in self._operand(operand)), rest)

    def _figures(self, paths: Iterable[str]) -> list[SoLieu]:
        return [figure for path in paths if (figure := self.figure(path)) is not None]

    def _other(self, path: str) -> tuple[str, "Explainer | None", SoLieu | None]:
        """The name and the explainer of the other period, or kind, that *path* belongs to, and the figure there."""
        at = DuongDan.doc(path)
        if not at.ky and (of_kind := at.cua_loai()):
            at = DuongDan(of_kind[1], of_kind[0])
        other = None if at.so_voi else self._khac.get(at.ky) or self._of_kind(at.ky)
        return at.ky, other, other.figure(at.trong) if other else None

    def _of_kind(self, ten: str) -> "Explainer | None":
        """The explainer of the units of one kind (``theo_loai.phuong``), with what was read for them in each part."""
        kind = self._tong_hop.theo_loai.get(ten)
        if kind is None:
            return None
        reports = [xa.bao_cao.cac_ky for xa in kind.units]
        parts = [replace(p, units=tuple(r for of in reports for r in of[i])) for i, p in enumerate(self._cac_ky)]
        self._khac[ten] = Explainer(kind, self._nguon, parts)
        return self._khac[ten]

    def _operand(self, figure: SoLieu) -> Iterator[Operand]:
        """*figure* with its shares; what is no sum, nor a rate that units have, with its own operands after it."""
        ten, other, inner = self._other(figure.duong_dan)
        if other and inner:
            yield from _named(ten, other._operand(inner))
        elif figure.loai is Loai.TY_LE and figure.toan_hang and not self._has_shares(figure):
            yield Operand(figure, ())
            for operand in self._figures(figure.toan_hang):
                yield from self._operand(operand)
        else:
            yield Operand(figure, tuple(self._shares(figure)), self._reporting(figure))

    def _reporting(self, figure: SoLieu) -> Reporting | None:
        path = figure.duong_dan
        if figure.loai is Loai.TY_LE or self._of_unit(path) or not self._has_shares(figure):
            return None
        communes = [xa.bao_cao for xa in self._tong_hop.units]
        there = sum(muc_do([xa], path) is MucDo.DU for xa in communes)
        named = self._tong_hop.don_vi.ten_loai({xa.don_vi.loai for xa in communes})
        return Reporting(there, len(communes), named, tuple(self._by_part(path)))

    def _by_part(self, path: str) -> Iterator[tuple[str, int, int]]:
        for part in self._cac_ky:
            yield part.ky.ma, sum(co(xa, path) for xa in part.units), len(part.units)

    def _shares(self, figure: SoLieu) -> Iterator[Share]:
        """What *figure* is the sum of, the largest first; itself, where it was written in one place."""
        shares = list(self._unsorted(figure))
        totals: dict[Unit | None, int | Decimal] = {}
        for share in shares:  # of a longer period a unit has several
            if share.value is not None:
                totals[share.unit] = totals.get(share.unit, 0) + share.value
        units = dict.fromkeys(share.unit for share in shares)
        order = {unit: i for i, unit in enumerate(sorted(units, key=lambda unit: -totals.get(unit, -1)))}
        yield from sorted(shares, key=lambda share: order[share.unit])

    def _unsorted(self, figure: SoLieu) -> Iterator[Share]:
        path = figure.duong_dan
        if of_unit := self._of_unit(path):
            yield from self._of_commune(self._tong_hop.theo_ma[of_unit[0]], of_unit[1])
        elif self._has_shares(figure):
            for xa in self._tong_hop.units:
                yield from self._of_commune(xa, path)
        elif figure.toan_hang:
            for operand in self._figures(figure.toan_hang):
                yield from self._unsorted(operand)
        elif (name := path.removesuffix(".so_luong")) in self._tong_hop.danh_sach:
            yield from self._of_lists(figure, name)
        elif not figure.cong_thuc:
            yield from self._of_own_files(figure)

    def _of_unit(self, path: str) -> tuple[str, str] | None:
        """The unit whose figure *path* is, and its path there; None for the authority's own."""
        return DuongDan.doc(path).cua_don_vi(self._tong_hop.report.group)

    def _has_shares(self, figure: SoLieu) -> bool:
        """Whether *figure* is one unit's, or every unit has one under the same path."""
        if self._of_unit(figure.duong_dan):
            return True
        first = self._tong_hop.units[:1]
        return any(figure.duong_dan in xa.so_lieu for xa in first) and figure.don_vi is None

    def _of_commune(self, xa: UnitFigures, path: str) -> Iterator[Share]:
        """The unit's share; of a rolled-up period what each of its parts adds, each at its own line."""
        figure, parts = xa.so_lieu[path], xa.bao_cao.cac_ky
        read = [[_read(report, path) for report in part] for part in parts]
        given = [shares for shares in read if figure.loai is Loai.LUONG or _any(shares)]
        unknown = figure.gia_tri is None and (figure.loai is not Loai.LUONG or not any(map(_any, read)))
        if unknown or figure.loai is Loai.TY_LE or not given:
            yield Share(xa.don_vi, figure, xa.bao_cao.nguon.position(tuple(path.split("."))))
        elif figure.toan_hang:
            for operand in self._figures(figure.toan_hang):
                yield from self._unsorted(operand)
        else:
            yield from (share for part in can_den(figure.loai, given) for share in part)

    def _of_lists(self, figure: SoLieu, name: str) -> Iterator[Share]:
        """What the list *name* of each unit adds to *figure*, in each file that names something for the first time."""
        group = self._tong_hop.report.group
        for xa in self._tong_hop.units:
            for report, number in muc_moi(xa.bao_cao, name):
                own = replace(figure, duong_dan=f"{group}.{xa.don_vi.ma}.{figure.duong_dan}", gia_tri=number)
                yield Share(xa.don_vi, own, report.nguon.position((name,)))

    def _of_own_files(self, figure: SoLieu) -> Iterator[Share]:
        """What the period's own file says, or the files of its parts, if any of them gives it."""
        key = tuple(figure.duong_dan.split("."))
        every = [
            Share(None, replace(figure, gia_tri=_written(part.bao_cao.gia_tri, key)), part.bao_cao.nguon.position(key))
            for part in self._cac_ky
        ]
        needed = can_den(figure.loai, every)
        if not _any(needed) or (figure.gia_tri is not None and None in [share.value for share in needed]):
            yield Share(None, figure, self._nguon.position(key))
        else:
            yield from needed


def _named(ten: str, operands: Iterable[Operand]) -> Iterator[Operand]:
    """*operands* of the period *ten* under the paths that they have in this one: ``ky_truoc.…``."""
    for operand in operands:
        shares = tuple(replace(share, figure=_in_period(ten, share.figure)) for share in operand.shares)
        yield replace(operand, figure=_in_period(ten, operand.figure), shares=shares)


def _in_period(ten: str, figure: SoLieu) -> SoLieu:
    return replace(figure, duong_dan=str(DuongDan(figure.duong_dan, ten)))


def _read(report: UnitReport, path: str) -> Share:
    return Share(report.don_vi, UnitFigures.of(report).so_lieu[path], report.nguon.position(tuple(path.split("."))))


def _any(shares: Iterable[Share]) -> bool:
    return any(share.value is not None for share in shares)


def _written(record: Any, key: tuple[str, ...]) -> int | None:
    """The figure that a file gives at *key*, None where it gives none."""
    for name in key:
        record = getattr(record, name, None)
    value: int | None = record
    return value
