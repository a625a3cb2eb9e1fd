"""Where a figure comes from: its formula, its operands, and each commune's share with the line it was written on."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cqtt.models.so_lieu import DonViCapXa, SoLieu
from cqtt.models.tong_hop import SoLieuXa, TongHop
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


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure, its operands, and for a count of communes those that it does not count."""

    figure: SoLieu
    operands: tuple[Operand, ...]
    not_counted: tuple[DonViCapXa, ...] | None = None


class Explainer:
    """Explains the figures of one period. *nguon* is the period's own file."""

    def __init__(self, tong_hop: TongHop, nguon: Locator) -> None:
        self._tong_hop = tong_hop
        self._nguon = nguon
        self._communes = {xa.don_vi.ma: xa for xa in tong_hop.xa_phuong}

    def figure(self, path: str) -> SoLieu | None:
        """The figure at *path*, or None where there is none."""
        if path in self._tong_hop.so_lieu:
            return self._tong_hop.so_lieu[path]
        found = self._commune_of(path)
        return found[0].so_lieu.get(found[1]) if found else None

    def explain(self, figure: SoLieu) -> Explanation:
        """Everything there is to know of *figure*."""
        if figure.don_vi is not None:
            rest = tuple(xa.don_vi for xa in self._tong_hop.xa_phuong if xa.don_vi not in figure.don_vi)
            return Explanation(figure, (), rest)
        inner = [self.figure(path) for path in figure.toan_hang if not path.startswith(EVERY)]
        operands = [operand for operand in inner if operand is not None] or [figure]
        return Explanation(figure, tuple(Operand(operand, tuple(self._shares(operand))) for operand in operands))

    def _shares(self, figure: SoLieu) -> Iterator[Share]:
        """What *figure* is the sum of, the largest first; itself, where it was written in one place."""
        shares = list(self._unsorted(figure))
        yield from sorted(shares, key=lambda share: -(share.value or 0))

    def _unsorted(self, figure: SoLieu) -> Iterator[Share]:
        path = figure.duong_dan
        if found := self._commune_of(path):
            yield self._share(*found)
        elif self._is_summed(figure):
            yield from (self._share(xa, path) for xa in self._tong_hop.xa_phuong)
        elif figure.toan_hang:
            for operand in filter(None, map(self.figure, figure.toan_hang)):
                yield from self._unsorted(operand)
        elif not figure.cong_thuc:
            yield Share(None, figure.gia_tri, self._nguon.position(tuple(path.split("."))))

    def _is_summed(self, figure: SoLieu) -> bool:
        """Whether every commune has a count under the same path."""
        first = next(iter(self._communes.values()), None)
        return first is not None and figure.duong_dan in first.so_lieu and figure.don_vi is None

    def _share(self, xa: SoLieuXa, path: str) -> Share:
        return Share(xa.don_vi, xa.so_lieu[path].gia_tri, xa.bao_cao.nguon.position(tuple(path.split("."))))

    def _commune_of(self, path: str) -> tuple[SoLieuXa, str] | None:
        """The commune that *path* belongs to, and the path below it."""
        head, ma, *rest = [*path.split(".", 2), ""]
        xa = self._communes.get(ma) if head == "xa_phuong" else None
        return (xa, rest[0]) if xa else None
