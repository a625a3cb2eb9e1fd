"""A reminder for each unit whose figures are missing or wrong; and the list of all units as a workbook."""

from decimal import Decimal

from cqtt.excel.workbook import Cell, NumberCell, Sheet, form, workbook
from cqtt.models.so_lieu import DonViTinh, SoLieu
from cqtt.numerals import day
from cqtt.pipeline.status import Row, Stage, Status, days_left


def reminders(found: Status) -> list[str]:
    """A plain text for each unit that has still to send, or to mend, its figures, in the authority's order."""
    return [_reminder(found, row) for row in found.rows if row.state is not Stage.GOOD]


def _reminder(found: Status, row: Row) -> str:
    assert row.unit is not None, "the row of a unit"
    left, whose = days_left(found), f"số liệu {found.ky.ten} của {row.unit.ten_day_du}"
    when = f"còn {left} ngày" if left > 0 else "hôm nay là hạn" if left == 0 else f"đã quá {-left} ngày"
    if row.state is Stage.MISSING or (row.state is Stage.UNFILLED and row.answer is None):
        said, please = f"chưa nhận được {whose}", f"điền phiếu {row.unit.ma}.xlsx và gửi lại"
    else:
        what = "chỗ sai" if row.state is Stage.WRONG else "chỗ chưa điền"
        file = f" (tệp {row.answer.file.rpartition('/')[2]})" if row.answer else ""
        said, please = f"{whose}{file} còn {row.errors} {what}", "sửa và gửi lại"
    return (
        f"Kính gửi: {row.unit.ten_day_du}\n"
        f"Đến ngày {day(found.today)}, {found.don_vi.ten_co_quan}: {said}. Hạn gửi {day(found.deadline)}, {when}.\n"
        f"Đề nghị {please}. Trân trọng cảm ơn.\n"
    )


def as_workbook(found: Status) -> bytes:
    """The list of all units as a workbook: state, findings, key figures, which answer and when."""
    keys = found.report.status
    heads = ("Đơn vị", "Mã", "Tình trạng", "Lỗi", "Cảnh báo", *(key.head for key in keys), "Phiếu", "Nhập lúc")
    rows = tuple(_cells(found, row) for row in found.rows)
    title = f"Tình hình gửi số liệu {found.ky.ten}"
    return workbook((Sheet("Tình hình", heads, rows),), title, found.don_vi.ten_co_quan, found.cut_off)


def _cells(found: Status, row: Row) -> tuple[Cell, ...]:
    assert row.unit is not None, "the row of a unit"
    counted = tuple(NumberCell(number, form(0)) for number in (row.errors, row.warnings))
    figures = tuple(_figure(row.figures.get(key.path)) for key in found.report.status)
    answer = (row.answer.file, row.answer.time) if row.answer else (None, None)
    return row.unit.ten_day_du, row.unit.ma, row.state.value, *counted, *figures, *answer


def _figure(figure: SoLieu | None) -> Cell:
    """The number that is printed, as a number."""
    if figure is None or figure.so_in is None:
        return None
    if figure.don_vi_tinh is DonViTinh.PHAN_TRAM:
        return NumberCell(Decimal(figure.so_in) / 100, form(1, percent=True))
    return NumberCell(figure.so_in, form(0))
