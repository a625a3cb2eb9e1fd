"""The words and cells of a comparison, the same on the screen, in Word and in Excel."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cqtt import numerals
from cqtt.comparison.compare import Alone, Comparison, UnitChanges
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import DonViTinh
from cqtt.models.so_sanh import ChenhLech

ALONE, ALONE_HEADS = "Đơn vị chỉ có ở một kỳ", ("Đơn vị", "Kỳ")
"""The table of the units that a sentence does not name."""


def ratio(change: ChenhLech) -> Decimal | None:
    """The printed change over the printed value before: 0.024 is 2,4 % more.

    None for rates, which change by points, for levels and years, and where there is nothing to measure by.
    """
    value, before = change.chenh_in_ra, change.truoc.so_in
    if len(change_heads(change.sau.don_vi_tinh)) == 1 or value is None or not before:
        return None
    return Decimal(value) / Decimal(before)


def percentage(change: ChenhLech) -> Decimal | None:
    """``ratio`` in percent as it is printed: to one decimal, like all of its column."""
    value = ratio(change)
    return None if value is None else Decimal(numerals.tenths(value)).scaleb(-1)


def signed_ratio(change: ChenhLech) -> str:
    """The same in print: ``+2,4%``, ``-100,0%``; ``–`` for None."""
    value = percentage(change)
    if value is None:
        return numerals.ABSENT
    return f"{'+' if value > 0 else '-' if value < 0 else ''}{numerals.written(abs(value))}%"


def change_heads(unit: DonViTinh, points: str = DonViTinh.DIEM) -> tuple[str, ...]:
    """The column heads of the change of figures in the unit of measure *unit*: of rates by *points*, of levels by a
    number, of all else by a number and a share; none for years, which have no change."""
    match unit:
        case DonViTinh.PHAN_TRAM:
            return (f"Thay đổi ({points})",)
        case DonViTinh.SAO:
            return ("Thay đổi",)
        case DonViTinh.NAM:
            return ()
        case _:
            return ("Thay đổi", "Thay đổi (%)")


def change_cells(change: ChenhLech) -> tuple[str, ...]:
    """The two values and what stands under ``change_heads``."""
    told = (change.co_dau, signed_ratio(change))[: len(change_heads(change.sau.don_vi_tinh))]
    return change.truoc.in_ra, change.sau.in_ra, *told


def key_heads(report: ReportType) -> Iterator[str]:
    """What stands over ``key_cells``."""
    for key in report.key_figures:
        yield from (key.head, key.change)


def key_cells(commune: UnitChanges, report: ReportType) -> Iterator[str]:
    """What *commune* has now and its change, for each of the report's key figures."""
    for key in report.key_figures:
        change = commune.changes[key.path]
        yield from (change.sau.in_ra, change.co_dau)


def notes(comparison: Comparison) -> Iterator[str]:
    """What a reader must know beside the tables: periods of unlike length, units that came or went.

    More units than a sentence names (``neu_ten_toi_da``) are counted there; a table of their own names them.
    """
    before, after = comparison.before.ky, comparison.after.ky
    if before.so_thang != after.so_thang:
        yield (
            f"Hai kỳ dài ngắn khác nhau ({before.ma}: {before.so_thang} tháng, {after.ma}: {after.so_thang} tháng): "
            "số phát sinh trong kỳ chênh nhau một phần vì thế."
        )
    for name, units in _alone(comparison).items():
        listed = f"{numerals.count(len(units))} đơn vị, nêu ở bảng “{ALONE}”"
        yield f"Chỉ có ở {name}: {listed if _too_many(units, comparison) else ', '.join(units)}."
    if any(commune.former for commune in comparison.communes):
        yield f"Số {before.ten} của đơn vị đã nhập được cộng vào đơn vị nhận."


def alone_rows(comparison: Comparison) -> list[tuple[str, str]]:
    """The table ``ALONE``: each unit that no sentence names, and its period; empty where sentences name them all."""
    found = _alone(comparison).items()
    return [(unit, name) for name, units in found if _too_many(units, comparison) for unit in units]


def _too_many(units: Sequence[str], comparison: Comparison) -> bool:
    return len(units) > comparison.after.don_vi.neu_ten_toi_da


def _alone(comparison: Comparison) -> dict[str, list[str]]:
    """The units that only one of the two periods has, by that period's name; periods without any are left out."""
    before, after = comparison.before.ky.ten, comparison.after.ky.ten
    found = {
        before: [called(xa, "nhập vào") for xa in comparison.only_before],
        after: [called(xa, "nhập từ") for xa in comparison.only_after],
    }
    return {name: units for name, units in found.items() if units}


def called(xa: Alone, how: str) -> str:
    """``xã A (nhập vào xã C)``, or only ``xã A`` where nothing says what became of it; *how* is the word before kin."""
    kin = ", ".join(unit.ten_day_du for unit in xa.kin)
    return f"{xa.unit.ten_day_du} ({how} {kin})" if kin else xa.unit.ten_day_du
