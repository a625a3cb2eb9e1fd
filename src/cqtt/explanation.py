"""Where a figure comes from: its formula, its operands, and each commune's share with the line it was written on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from cqtt.models.bao_cao import BaoCao
from cqtt.models.don_vi import LOAI_CAP_XA
from cqtt.models.du_lieu import BaoCaoXa, CoNguon
from cqtt.models.so_lieu import DonViCapXa, Loai, SoLieu
from cqtt.models.so_sanh import SO_VOI, cua_ky, so_lieu_chenh, tach_ky
from cqtt.models.tong_hop import SoLieuXa, TongHop
from cqtt.problems import Locator, Position

EVERY = "xa_phuong.*."


@dataclass(frozen=True, slots=True)
class Share:
    """What one commune adds, as its own *figure*, and where it was written.

    *unit* is None for what the period's own file says.
    """

    unit: DonViCapXa | None
    figure: SoLieu
    position: Position

    @property
    def value(self) -> int | Decimal | None:
        """The exact value; None where the commune reports none."""
        return self.figure.gia_tri


@dataclass(frozen=True, slots=True)
class Reporting:
    """How many communes report a figure, of how many; *kinds* is what they are: ``xã, phường``."""

    communes: int
    of: int
    kinds: str

    @property
    def all_do(self) -> bool:
        """Whether no commune leaves it out."""
        return self.communes == self.of

    def __str__(self) -> str:
        return f"{self.communes}/{self.of} {self.kinds} có báo cáo"


@dataclass(frozen=True, slots=True)
class Operand:
    """One figure that the explained one is computed from, with its shares, the largest first.

    *reporting* is None where the figure is no sum over the communes.
    """

    figure: SoLieu
    shares: tuple[Share, ...]
    reporting: Reporting | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure, its operands, and for a count of communes those that it does not count."""

    figure: SoLieu
    operands: tuple[Operand, ...]
    not_counted: tuple[DonViCapXa, ...] | None = None


class Explainer:
    """Explains the figures of one period. *nguon* is the period's own file, *cac_ky* those of the shorter periods that
    it was rolled up from, the earliest first; *khac* are the explainers of other periods, by the head of their paths.
    """

    def __init__(
        self,
        tong_hop: TongHop,
        nguon: Locator,
        cac_ky: Sequence[CoNguon[BaoCao]] = (),
        khac: Mapping[str, "Explainer"] | None = None,
    ) -> None:
        self._tong_hop = tong_hop
        self._nguon = nguon
        self._cac_ky = cac_ky
        self._khac = khac or {}

    def figure(self, path: str) -> SoLieu | None:
        """The figure at *path*, also of an earlier period or of a change; None where there is none."""
        if path.startswith(SO_VOI):
            return so_lieu_chenh(self._tong_hop, path)
        return self._tong_hop.tim(path) or cua_ky(self._tong_hop, path)

    def explain(self, figure: SoLieu) -> Explanation:
        """Everything there is to know of *figure*."""
        ten, other, inner = self._other(figure.duong_dan)
        if other and inner:
            there = other.explain(inner)
            return replace(there, figure=figure, operands=tuple(_named(ten, there.operands)))
        if figure.don_vi is not None:
            rest = tuple(xa.don_vi for xa in self._tong_hop.xa_phuong if xa.don_vi not in figure.don_vi)
            return Explanation(figure, (), rest)
        operands = self._figures(path for path in figure.toan_hang if not path.startswith(EVERY)) or [figure]
        return Explanation(figure, tuple(made for operand in operands for made in self._operand(operand)))

    def _figures(self, paths: Iterable[str]) -> list[SoLieu]:
        return [figure for path in paths if (figure := self.figure(path)) is not None]

    def _other(self, path: str) -> tuple[str, "Explainer | None", SoLieu | None]:
        """The name and the explainer of the other period that *path* belongs to, and the figure there."""
        ten, inner = tach_ky(path)
        other = self._khac.get(ten)
        return ten, other, other.figure(inner) if other else None

    def _operand(self, figure: SoLieu) -> Iterator[Operand]:
        """*figure* with its shares; what is no sum, nor a rate that communes have, with its own operands behind it."""
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
        path, communes = figure.duong_dan, self._tong_hop.xa_phuong
        if figure.loai is Loai.TY_LE or path.startswith("xa_phuong.") or not self._has_shares(figure):
            return None
        there = sum(xa.so_lieu[path].gia_tri is not None for xa in communes)
        kinds = {xa.don_vi.loai for xa in communes}
        return Reporting(there, len(communes), ", ".join(kind for kind in LOAI_CAP_XA if kind in kinds))

    def _shares(self, figure: SoLieu) -> Iterator[Share]:
        """What *figure* is the sum of, the largest first; itself, where it was written in one place."""
        shares = list(self._unsorted(figure))
        totals: dict[DonViCapXa | None, int | Decimal] = {}
        for share in shares:  # of a longer period a commune has several
            if share.value is not None:
                totals[share.unit] = totals.get(share.unit, 0) + share.value
        units = dict.fromkeys(share.unit for share in shares)
        order = {unit: i for i, unit in enumerate(sorted(units, key=lambda unit: -totals.get(unit, -1)))}
        yield from sorted(shares, key=lambda share: order[share.unit])

    def _unsorted(self, figure: SoLieu) -> Iterator[Share]:
        path = figure.duong_dan
        if path.startswith("xa_phuong."):
            _, ma, rest = path.split(".", 2)
            yield from self._of_commune(self._tong_hop.theo_ma[ma], rest)
        elif self._has_shares(figure):
            for xa in self._tong_hop.xa_phuong:
                yield from self._of_commune(xa, path)
        elif figure.toan_hang:
            for operand in self._figures(figure.toan_hang):
                yield from self._unsorted(operand)
        elif not figure.cong_thuc:
            yield from self._of_own_files(figure)

    def _has_shares(self, figure: SoLieu) -> bool:
        """Whether *figure* is one commune's, or every commune has one under the same path."""
        if figure.duong_dan.startswith("xa_phuong."):
            return True
        first = self._tong_hop.xa_phuong[:1]
        return any(figure.duong_dan in xa.so_lieu for xa in first) and figure.don_vi is None

    def _of_commune(self, xa: SoLieuXa, path: str) -> Iterator[Share]:
        """The commune's share; of a rolled-up period what each of its parts adds, each at its own line."""
        figure, parts = xa.so_lieu[path], xa.bao_cao.cac_ky
        given = [shares for part in parts if _any(shares := [_read(report, path) for report in part])]
        if figure.gia_tri is None or figure.loai is Loai.TY_LE or not given:
            yield Share(xa.don_vi, figure, xa.bao_cao.nguon.position(tuple(path.split("."))))
        elif figure.toan_hang:
            for operand in self._figures(figure.toan_hang):
                yield from self._unsorted(operand)
        else:
            yield from (share for part in _counting(figure.loai, given) for share in part)

    def _of_own_files(self, figure: SoLieu) -> Iterator[Share]:
        """What the period's own file says, or the files of its parts."""
        path = figure.duong_dan
        parts = [part for part in self._cac_ky if _written(part.gia_tri, path) is not None]
        if not parts:
            yield Share(None, figure, self._nguon.position(tuple(path.split("."))))
        for part in _counting(figure.loai, parts):
            written = replace(figure, gia_tri=_written(part.gia_tri, path))
            yield Share(None, written, part.nguon.position(tuple(path.split("."))))


T = TypeVar("T")


def _counting(loai: Loai, parts: Sequence[T]) -> Sequence[T]:
    """Those of a period's *parts* that its value comes from: all for a flow, the first or the last for a stock."""
    return parts if loai is Loai.LUONG else parts[:1] if loai is Loai.DAU_KY else parts[-1:]


def _named(ten: str, operands: Iterable[Operand]) -> Iterator[Operand]:
    """*operands* of the period *ten* under the paths that they have in this one: ``ky_truoc.ho_so.tra_lai``."""
    for operand in operands:
        shares = tuple(replace(share, figure=_in_period(ten, share.figure)) for share in operand.shares)
        yield replace(operand, figure=_in_period(ten, operand.figure), shares=shares)


def _in_period(ten: str, figure: SoLieu) -> SoLieu:
    return replace(figure, duong_dan=f"{ten}.{figure.duong_dan}")


def _read(report: BaoCaoXa, path: str) -> Share:
    return Share(report.don_vi, SoLieuXa(report).so_lieu[path], report.nguon.position(tuple(path.split("."))))


def _any(shares: Iterable[Share]) -> bool:
    return any(share.value is not None for share in shares)


def _written(record: Any, path: str) -> int | None:
    """The figure that a file gives at *path*, None where it gives none."""
    for name in path.split("."):
        record = getattr(record, name, None)
    value: int | None = record
    return value
