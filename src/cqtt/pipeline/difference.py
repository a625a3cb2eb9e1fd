"""A comparison as a file: a document in the later period's frame, or a workbook."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from cqtt.comparison.compare import Comparison, group
from cqtt.comparison.document import document
from cqtt.comparison.words import called, percentage
from cqtt.excel.workbook import Cell, NumberCell, Sheet, form, signed, workbook
from cqtt.frame import report
from cqtt.models.quy_dinh import thang_cua
from cqtt.models.so_lieu import DonViTinh, SoLieu
from cqtt.models.so_sanh import ChenhLech
from cqtt.pipeline.publish import made

_HEADS = ("Đường dẫn", "Tên", "Đơn vị tính")


def as_document(comparison: Comparison) -> bytes:
    """The comparison as the file of a document of the later period; its number and day are the registry's."""
    bao_cao = comparison.after.bao_cao.model_copy(update={"so": None, "ngay": None, "thang": None})
    return made(report(document(comparison), replace(comparison.after, bao_cao=bao_cao)))


def as_workbook(comparison: Comparison) -> bytes:
    """The comparison as the file of a workbook: the authority's figures, then each unit's."""
    after = comparison.after
    title = f"So sánh số liệu {after.ky.ten} với {comparison.before.ky.ten}"
    return workbook(sheets(comparison), title, after.don_vi.ten_co_quan, date(after.bao_cao.nam, 1, 1))


def sheets(comparison: Comparison) -> tuple[Sheet, Sheet]:
    """The two sheets. Numbers are those that are printed, so that their differences are the changes."""
    periods = (comparison.before.ky.ma, comparison.after.ky.ma, "Thay đổi", "Thay đổi (%)")
    noun = comparison.after.report.kinds_noun
    units = noun[:1].upper() + noun[1:]
    figures = tuple((group(c.sau), *_figure(c.sau.duong_dan, c, comparison)) for c in comparison.figures)
    return (
        Sheet("Số liệu", ("Nhóm", *_HEADS, *periods), figures),
        Sheet(units, (units, *_HEADS, *periods), tuple(_communes(comparison))),
    )


def _communes(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    for commune in comparison.communes:
        for path, change in commune.changes.items():
            yield commune.unit.ten_day_du, *_figure(path, change, comparison)
    for ky, units, how in (
        (comparison.before.ky, comparison.only_before, "nhập vào"),
        (comparison.after.ky, comparison.only_after, "nhập từ"),
    ):
        for xa in units:
            yield xa.unit.ten_day_du, None, f"Chỉ có ở {ky.ten}: {called(xa, how)}", None, None, None, None, None


def _figure(path: str, change: ChenhLech, comparison: Comparison) -> tuple[Cell, ...]:
    unit = change.sau.don_vi_tinh
    usual = unit is not DonViTinh.SAO or _usual_words(comparison)
    return (
        path,
        change.sau.ten,
        "%, điểm %" if unit is DonViTinh.PHAN_TRAM else (unit.value if usual else "") or None,
        _value(change.truoc),
        _value(change.sau),
        _signed(_number(change.chenh_in_ra, change.don_vi_tinh)),
        _signed(_number(percentage(change), DonViTinh.PHAN_TRAM)),
    )


def _usual_words(comparison: Comparison) -> bool:
    """Whether levels are called by the report's usual word, which is their unit of measure."""
    after = comparison.after
    scale, usual = thang_cua(after.don_vi, after.ky, after.report.thang_muc), after.report.thang_muc
    return scale is not None and usual is not None and scale.ten == usual.ten


def _value(figure: SoLieu) -> Cell:
    """The figure's number, or the name of a level that has one."""
    number = _number(figure.so_in, figure.don_vi_tinh)
    return number if number is None or figure.in_ra.isdecimal() or not figure.cac_muc else figure.in_ra


def _number(printed: int | Decimal | None, unit: DonViTinh) -> NumberCell | None:
    """The *printed* number as Excel shows it just so, with its decimals; None for what does not exist."""
    if printed is None:
        return None
    percent = unit is DonViTinh.PHAN_TRAM
    decimals = 0 if isinstance(printed, int) else len(f"{printed:f}".partition(".")[2])
    value = Decimal(printed).scaleb(-2) if percent else printed
    return NumberCell(value, form(decimals, percent=percent, grouped=unit is not DonViTinh.NAM))


def _signed(number: NumberCell | None) -> NumberCell | None:
    return number and NumberCell(number.value, signed(number.form))
