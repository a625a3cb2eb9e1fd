"""``cqtt status 2024Q2``: who has reported, what the figures say so far, what is still to be done."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import Any

import click

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger
from cqtt.cli.output import Output
from cqtt.cli.standing import told
from cqtt.cli.vietnamese import Command
from cqtt.faults import UsageFault
from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.models.ngay import ngay_thang
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import SoLieu
from cqtt.numerals import ABSENT, day
from cqtt.pipeline.built import state
from cqtt.pipeline.read import Reader
from cqtt.pipeline.standing import Standing
from cqtt.pipeline.status import Row, Status, days_left, status

NAME = 21
WIDTH = 80


@click.command("status", cls=Command)
@options.period
@options.form
@click.option("--date", "ngay", metavar="NGÀY", help="Tính đến ngày này thay cho hôm nay: 02/7/2024.")
@click.option("--remind", is_flag=True, help="In lời nhắc cho từng đơn vị thiếu hoặc sai, để dán vào thư, Zalo.")
@click.option("-o", "--output", metavar="TỆP", help="Ghi danh sách thành tệp .xlsx.")
@options.color
@options.workspace
@click.pass_obj
def command(
    ledger: Ledger,
    /,
    ky: str,
    form: str,
    ngay: str | None,
    output: str | None,
    workspace: str | None,
    color: str,
    *,
    remind: bool,
) -> int:
    """Tình hình của KỲ: đơn vị nào đã gửi, thiếu, sai; số liệu chính; việc còn phải làm; còn mấy ngày.

    Cột cuối là thay đổi của số liệu chính (tỷ lệ đúng hạn) so với kỳ trước, tính bằng điểm phần trăm.
    """
    reader = options.found_reader(workspace)
    period = options.found_period(reader, ky)
    today = ngay_thang(ngay) if ngay else date.today()  # noqa: DTZ011  # the clerk's own day
    if today is None:
        raise UsageFault(f"“{ngay}” không phải ngày tháng", "viết như 02/7/2024")
    found, problems = status(reader.as_signed(period), period, today)
    if found is None:
        options.tell(problems, color)
        return 1
    if output is not None:
        _write(ledger, found, output)
        return 0
    if remind:
        from cqtt.pipeline.reminders import reminders  # with what writes workbooks

        console.out("\n".join(reminders(found)) or f"{found.ky.ma}: đơn vị nào cũng đã gửi, không có lỗi\n")
        return 0
    standing = state(reader, period)
    if form == "json":
        console.out_json(reporter.dumped(_as_data(found) | {"report": standing and standing.name.lower()}))
    else:
        lines = [*_lines(found), *_sealed(found), *_report(standing, reader, period)]
        console.out("".join(f"{line.rstrip()}\n" for line in lines))
    return 0


def _write(ledger: Ledger, found: Status, output: str) -> None:
    path = Path(output)
    if path.suffix.lower() != ".xlsx":
        raise UsageFault(f"--output {output}: chỉ ghi được .xlsx", f"ví dụ cqtt status {found.ky.ma} --output tt.xlsx")
    from cqtt.pipeline.reminders import as_workbook  # with what writes workbooks

    ledger.put({path: Output(as_workbook(found))}, elsewhere="--output")


def _lines(found: Status) -> Iterator[str]:
    heads = [key.head for key in found.report.status]
    yield f"{'Đơn vị':<{NAME}}  Tình trạng  Lỗi C.báo {' '.join(heads)}      ±"
    yield from (_line(row, found.report) for row in (*found.rows, found.total))
    if found.any_answers:
        yield from ("", "Phiếu đã nhập:")
        yield from (_answer(row) for row in found.rows if row.answer)
    yield ""
    if found.todo:
        yield "Còn phải làm:"
        for item in found.todo:
            yield from wrap(item, WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)
    else:
        yield f"Đủ để lập báo cáo: cqtt build {found.ky.ma}"
    left = days_left(found)
    counted = f": còn {left} ngày" if left > 0 else ": hôm nay là hạn" if left == 0 else f": đã quá {-left} ngày"
    late_but_done = left < 0 and (found.seal or not found.todo)
    yield f"Chốt số liệu {day(found.cut_off)}, hạn gửi {day(found.deadline)}{'' if late_but_done else counted}"


def _answer(row: Row) -> str:
    assert row.answer is not None, "asked before"
    name = row.answer.name if len(row.answer.name) <= NAME else f"{row.answer.name[: NAME - 1]}…"
    return f"{name:<{NAME}}  {row.answer.time[:16]}  {row.answer.file}"


def _sealed(found: Status) -> Iterator[str]:
    """When it was sealed, and what was changed since."""
    if found.seal:
        record = found.seal.record
        named = f", số {record.so}" if record.so else ""
        named += f", ngày {record.ngay}" if record.ngay else ""
        yield f"Đã niêm phong ngày {record.ngay_niem_phong}{named}"
    for problem in found.since_sealed:
        at = problem.position
        yield f"- {at.path}{f':{at.line}' if at.line else ''}: {problem.message}"


def _report(standing: Standing | None, reader: Reader, period: Ky) -> Iterator[str]:
    """How the built report stands, where there is one."""
    if standing is not None:
        path, again = reader.root / places.report(period), f"cqtt build {period.ma}"
        yield from told(standing, path, period.ma, again, sealed=reader.seal(period) is not None)


def _line(row: Row, report: ReportType) -> str:
    name = row.unit.ten_day_du if row.unit else "Cộng"
    name = name if len(name) <= NAME else f"{name[: NAME - 1]}…"
    state = row.state.value if row.unit else ""
    figures = " ".join(f"{_shown(row.figures.get(key.path)):>{len(key.head)}}" for key in report.status)
    change = row.change.co_dau if row.change else ABSENT
    marks = f"{row.errors or '':>4} {row.warnings or '':>5}"
    return f"{name:<{NAME}}  {state:<10} {marks} {figures} {change:>6}"


def _shown(figure: SoLieu | None) -> str:
    return figure.in_ra if figure else ABSENT


def _as_data(found: Status) -> dict[str, Any]:
    return {
        "schema_version": reporter.SCHEMA_VERSION,
        "period": found.ky.ma,
        "as_of": found.today.isoformat(),
        "cut_off": found.cut_off.isoformat(),
        "deadline": found.deadline.isoformat(),
        "days_left": days_left(found),
        "communes": [_row_data(row, found.report) for row in found.rows],
        "total": _row_data(found.total, found.report),
        "todo": list(found.todo),
        "sealed": found.seal.record.ngay_niem_phong if found.seal else None,
        "changed_since_sealed": [
            {"file": p.position.path, "line": p.position.line or None, "message": p.message} for p in found.since_sealed
        ],
    }


def _row_data(row: Row, report: ReportType) -> dict[str, Any]:
    change = row.change.chenh if row.change else None
    return {
        "commune": row.unit.ma if row.unit else None,
        "name": row.unit.ten_day_du if row.unit else None,
        "state": row.state.value if row.unit else None,
        "errors": row.errors,
        "warnings": row.warnings,
        "figures": {
            key.path: reporter.exact(row.figures[key.path].gia_tri) if row.figures else None for key in report.status
        },
        "change": reporter.exact(change),
    } | ({"answer": {"file": row.answer.file, "imported_at": row.answer.time}} if row.answer else {})
