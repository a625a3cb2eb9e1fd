"""A comparison as a file: a document in the later period's frame, or a workbook."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from cqtt.comparison.compare import GROUPS, Comparison
from cqtt.comparison.document import document
from cqtt.comparison.words import alone, ratio
from cqtt.excel.workbook import COUNT, DECIMAL, PERCENT, Cell, Number, Sheet, signed, workbook
from cqtt.frame import report
from cqtt.models.so_lieu import DonViTinh, SoLieu
from cqtt.models.so_sanh import ChenhLech, printed
from cqtt.numerals import tenths
from cqtt.pipeline.publish import made

_HEADS = ("Đường dẫn", "Tên", "Đơn vị tính")


def as_document(comparison: Comparison) -> bytes:
    """The comparison as the file of a document of the later period; its number and day are the registry's."""
    bao_cao = comparison.after.bao_cao.model_copy(update={"so": None, "ngay": None, "thang": None})
    return made(report(document(comparison), replace(comparison.after, bao_cao=bao_cao)))


def as_workbook(comparison: Comparison) -> bytes:
    """The comparison as the file of a workbook: the authority's figures, then each commune's."""
    after = comparison.after
    title = f"So sánh số liệu {after.ky.ten} với {comparison.before.ky.ten}"
    return workbook(sheets(comparison), title, after.don_vi.ten_co_quan, date(after.bao_cao.nam, 1, 1))


def sheets(comparison: Comparison) -> tuple[Sheet, Sheet]:
    """The two sheets. Numbers are those that are printed, so that their differences are the changes."""
    periods = (comparison.before.ky.ma, comparison.after.ky.ma, "Thay đổi", "Thay đổi (%)")
    figures = tuple((GROUPS[c.sau.don_vi_tinh], *_figure(c.sau.duong_dan, c)) for c in comparison.figures)
    return (
        Sheet("Số liệu", ("Nhóm", *_HEADS, *periods), figures),
        Sheet("Xã, phường", ("Xã, phường", *_HEADS, *periods), tuple(_communes(comparison))),
    )


def _communes(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    for commune in comparison.communes:
        for path, change in commune.changes.items():
            yield commune.unit.ten_day_du, *_figure(path, change)
    for ky, units, how in (
        (comparison.before.ky, comparison.only_before, "nhập vào"),
        (comparison.after.ky, comparison.only_after, "nhập từ"),
    ):
        for xa in units:
            yield xa.unit.ten_day_du, None, f"Chỉ có ở {ky.ten}: {alone(xa, how)}", None, None, None, None, None


def _figure(path: str, change: ChenhLech) -> tuple[Cell, ...]:
    unit = change.sau.don_vi_tinh
    moved, share = change.chenh_in_ra, ratio(change)
    return (
        path,
        change.sau.ten,
        "%, điểm %" if unit is DonViTinh.PHAN_TRAM else unit.value or None,
        _value(change.truoc),
        _value(change.sau),
        None if moved is None else Number(moved, signed(DECIMAL if unit is DonViTinh.PHAN_TRAM else _form(moved))),
        None if share is None else Number(Decimal(tenths(share)).scaleb(-3), signed(PERCENT)),
    )


def _value(figure: SoLieu) -> Number | None:
    value = printed(figure)
    if value is None:
        return None
    if figure.don_vi_tinh is DonViTinh.PHAN_TRAM:
        return Number(value.scaleb(-2), PERCENT)
    return Number(value, _form(value))


def _form(value: Decimal) -> str:
    """Whole numbers without decimals, like in print."""
    return COUNT if value == value.to_integral_value() else DECIMAL
