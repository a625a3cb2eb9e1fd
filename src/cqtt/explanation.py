"""Where a figure comes from: its formula, its operands, and each commune's share with the line it was written on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from cqtt.models.bao_cao import BaoCao
from cqtt.models.du_lieu import BaoCaoXa, CoNguon
from cqtt.models.so_lieu import DonViCapXa, DonViTinh, Loai, SoLieu
from cqtt.models.so_sanh import SO_VOI, cua_ky, so_lieu_chenh, tach_ky
from cqtt.models.tong_hop import SoLieuXa, TongHop
from cqtt.numerals import ABSENT
from cqtt.problems import Locator, Position

EVERY = "xa_phuong.*."


@dataclass(frozen=True, slots=True)
class Share:
    """What one commune adds, and where it was written; *unit* is None for what the period's own file says."""

    unit: DonViCapXa | None
    value: int | Decimal | None
    position: Position


@dataclass(frozen=True, slots=True)
class Operand:
    """One figure that the explained one is computed from, with its shares, the largest first."""

    figure: SoLieu
    shares: tuple[Share, ...]

    def printed(self, share: Share) -> str:
        """The value of *share* to the last digit: ``17.000.000.000``, a year ``2023``, ``–`` where there is none."""
        if share.value is None:
            return ABSENT
        grouping = "" if self.figure.don_vi_tinh is DonViTinh.NAM else ","
        return f"{share.value:{grouping}}".replace(",", ".")


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
        other, inner = self._other(figure.duong_dan)
        if other and inner:
            return replace(other.explain(inner), figure=figure)
        if figure.don_vi is not None:
            rest = tuple(xa.don_vi for xa in self._tong_hop.xa_phuong if xa.don_vi not in figure.don_vi)
            return Explanation(figure, (), rest)
        found = [self.figure(path) for path in figure.toan_hang if not path.startswith(EVERY)]
        operands = [operand for operand in found if operand is not None] or [figure]
        return Explanation(figure, tuple(Operand(operand, tuple(self._shares(operand))) for operand in operands))

    def _other(self, path: str) -> tuple["Explainer | None", SoLieu | None]:
        """The explainer of the other period that *path* belongs to, and the figure there."""
        ten, inner = tach_ky(path)
        other = self._khac.get(ten)
        return other, other.figure(inner) if other else None

    def _shares(self, figure: SoLieu) -> Iterator[Share]:
        """What *figure* is the sum of, the largest first; itself, where it was written in one place."""
        shares = list(self._unsorted(figure))
        totals: dict[DonViCapXa | None, int | Decimal] = {}
        for share in shares:  # of a longer period a commune has several
            totals[share.unit] = totals.get(share.unit, 0) + (share.value or 0)
        order = {unit: i for i, unit in enumerate(sorted(totals, key=lambda unit: -totals[unit]))}
        yield from sorted(shares, key=lambda share: order[share.unit])

    def _unsorted(self, figure: SoLieu) -> Iterator[Share]:
        path = figure.duong_dan
        other, inner = self._other(path)
        if other and inner:
            yield from other._unsorted(inner)
        elif path.startswith("xa_phuong."):
            _, ma, rest = path.split(".", 2)
            yield from self._of_commune(self._tong_hop.theo_ma[ma], rest)
        elif self._is_summed(figure):
            for xa in self._tong_hop.xa_phuong:
                yield from self._of_commune(xa, path)
        elif figure.toan_hang:
            for operand in filter(None, map(self.figure, figure.toan_hang)):
                yield from self._unsorted(operand)
        elif not figure.cong_thuc:
            yield from self._of_own_files(figure)

    def _is_summed(self, figure: SoLieu) -> bool:
        """Whether every commune has a count under the same path."""
        first = self._tong_hop.xa_phuong[:1]
        return any(figure.duong_dan in xa.so_lieu for xa in first) and figure.don_vi is None

    def _of_commune(self, xa: SoLieuXa, path: str) -> Iterator[Share]:
        """The commune's share; of a rolled-up period what each of its parts adds, each at its own line."""
        figure, parts = xa.so_lieu[path], xa.bao_cao.cac_ky
        if not parts:
            yield Share(xa.don_vi, figure.gia_tri, xa.bao_cao.nguon.position(tuple(path.split("."))))
        elif figure.toan_hang:
            for operand in filter(None, map(self.figure, figure.toan_hang)):
                yield from self._unsorted(operand)
        else:
            counted = [report for part in _counting(figure.loai, parts) for report in part]
            yield from (_read(report, path) for report in counted)

    def _of_own_files(self, figure: SoLieu) -> Iterator[Share]:
        """What the period's own file says, or the files of its parts."""
        path = figure.duong_dan
        parts = [part for part in self._cac_ky if _written(part.gia_tri, path) is not None]
        if not parts:
            yield Share(None, figure.gia_tri, self._nguon.position(tuple(path.split("."))))
        for part in _counting(figure.loai, parts):
            yield Share(None, _written(part.gia_tri, path), part.nguon.position(tuple(path.split("."))))


T = TypeVar("T")


def _counting(loai: Loai, parts: Sequence[T]) -> Sequence[T]:
    """Those of a period's *parts* that its value comes from: all for a flow, the first or the last for a stock."""
    return parts if loai is Loai.LUONG else parts[:1] if loai is Loai.DAU_KY else parts[-1:]


def _read(report: BaoCaoXa, path: str) -> Share:
    return Share(report.don_vi, _written(report.so_lieu, path), report.nguon.position(tuple(path.split("."))))


def _written(record: Any, path: str) -> int | None:
    """The figure that a file gives at *path*, None where it gives none."""
    for name in path.split("."):
        record = getattr(record, name, None)
    value: int | None = record
    return value
