"""Two periods side by side: what each figure was and is, and which units came and went; largest change first."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from cqtt.models.du_lieu import UnitReport
from cqtt.models.ke_tiep import theo_don_vi_sau
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu, Unit
from cqtt.models.so_sanh import ChenhLech
from cqtt.models.theo_ban_ghi import FiguresOfRecord
from cqtt.models.tong_hop import TongHop, UnitFigures

T = TypeVar("T")

RATES, COUNTS, AVERAGES, MONEY = GROUPS = ("Tỷ lệ", "Số lượng", "Bình quân", "Kinh phí")
"""The groups in which figures are compared, in the order in which they are shown."""


class UnitChanges(Struct, frozen=True):
    """A unit of the later period and its changes, by path relative to the unit.

    *former* are the units, others than itself, whose figures are added up to its earlier ones.
    """

    unit: Unit
    former: tuple[Unit, ...]
    changes: Mapping[str, ChenhLech]


class Alone(Struct, frozen=True):
    """A unit of one of the two periods only, and those it was merged into or made of; none where nothing says so."""

    unit: Unit
    kin: tuple[Unit, ...]


class Comparison(Struct, frozen=True):
    """What changed from the period *before* to the period *after*; all changes are ordered, the largest first."""

    before: TongHop
    after: TongHop
    figures: tuple[ChenhLech, ...]
    """The authority's figures, by group."""
    communes: tuple[UnitChanges, ...]
    only_before: tuple[Alone, ...]
    only_after: tuple[Alone, ...]

    def changed(self, name: str) -> list[ChenhLech]:
        """The authority's figures in the group *name* that are no longer what they were, as printed."""
        return [c for c in self.figures if group(c.sau) == name and c.truoc.so_in != c.sau.so_in]

    @property
    def unchanged(self) -> int:
        """How many of the authority's figures exist in both periods and are printed the same."""
        return sum(change.chenh_in_ra == 0 for change in self.figures)


def compare(before: TongHop, after: TongHop) -> Comparison:
    """The comparison. Earlier figures of merged units count for the one they went into (``nhap_vao``)."""
    main = after.report.main
    reports = [xa.bao_cao for xa in before.units]
    earlier = {report.don_vi.ma for report in reports}
    later = after.theo_ma
    found, _ = theo_don_vi_sau(after.don_vi, reports, later.keys())
    into = {report.don_vi.ma: ma for ma, group in found.items() for report in group}
    communes = [_commune(xa, found[ma]) for ma, xa in later.items() if ma in found]
    gone = [unit for report in reports if (unit := report.don_vi).ma not in later]
    new = [xa.don_vi for ma, xa in later.items() if ma not in earlier]
    return Comparison(
        before,
        after,
        tuple(_by_group(_pairs(before.so_lieu, after.so_lieu).values())),
        tuple(largest_first(communes, lambda commune: commune.changes.get(main))),
        tuple(Alone(unit, (later[into[unit.ma]].don_vi,) if unit.ma in into else ()) for unit in gone),
        tuple(Alone(unit, tuple(report.don_vi for report in found.get(unit.ma, ()))) for unit in new),
    )


def _commune(xa: UnitFigures, reports: Sequence[UnitReport]) -> UnitChanges:
    former = tuple(report.don_vi for report in reports if report.don_vi.ma != xa.don_vi.ma)
    return UnitChanges(xa.don_vi, former, _pairs(_earlier(reports), xa.so_lieu))


def _earlier(reports: Sequence[UnitReport]) -> Mapping[str, SoLieu]:
    """The figures of one report, or those of the sum of several, which have no years, levels and answers in common."""
    if len(reports) == 1:
        return UnitFigures.of(reports[0]).so_lieu
    total = type(reports[0].so_lieu).cong(report.so_lieu for report in reports)
    return FiguresOfRecord(reports[0].danh_muc, total, "")


def _pairs(before: Mapping[str, SoLieu], after: Mapping[str, SoLieu]) -> dict[str, ChenhLech]:
    return {path: ChenhLech(before[path], figure) for path, figure in after.items() if path in before}


def _by_group(changes: Iterable[ChenhLech]) -> Iterator[ChenhLech]:
    ordered = largest_first(changes, lambda change: change)
    for name in GROUPS:
        yield from (change for change in ordered if group(change.sau) == name)


def group(figure: SoLieu) -> str:
    """The name of the group in which *figure* is compared; averages stand apart, as counts have no decimals."""
    match figure.don_vi_tinh, figure.loai:
        case DonViTinh.PHAN_TRAM, _:
            return RATES
        case DonViTinh.DONG, _:
            return MONEY
        case _, Loai.TY_LE:
            return AVERAGES
        case _:
            return COUNTS


def largest_first(things: Iterable[T], change_of: Callable[[T], ChenhLech | None]) -> list[T]:
    """*things* by the size of their printed change, then of the exact one; in their own order where these are equal.

    Those without a change, because a value does not exist, come last.
    """
    return sorted(things, key=lambda thing: _size(change_of(thing)), reverse=True)


def _size(change: ChenhLech | None) -> tuple[Decimal, Decimal]:
    if change is None or change.chenh is None or change.chenh_in_ra is None:
        return Decimal(-1), Decimal(-1)
    return abs(Decimal(change.chenh_in_ra)), abs(Decimal(change.chenh))
