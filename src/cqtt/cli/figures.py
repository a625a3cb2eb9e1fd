"""``cqtt figures 2024Q1``: every figure of the period, with how it is computed."""

import sys
from pathlib import Path
from typing import Any

import click

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger
from cqtt.cli.output import Output
from cqtt.cli.vietnamese import Command
from cqtt.faults import UsageFault
from cqtt.models.so_lieu import SoLieu
from cqtt.models.tong_hop import TongHop
from cqtt.pipeline.gather import gather

_ENDINGS = (".xlsx", ".csv")
_HEADS = ("Đường dẫn", "Tên", "Giá trị", "Loại", "Cách tính")


@click.command("figures", cls=Command)
@options.period
@options.form
@click.option("-o", "--output", metavar="TỆP", help="Ghi thành bảng vào tệp .xlsx hoặc .csv thay cho in ra.")
@options.color
@options.workspace
@click.pass_obj
def command(ledger: Ledger, /, ky: str, form: str, output: str | None, workspace: str | None, color: str) -> int:
    """Liệt kê mọi số liệu của KỲ: của cả đơn vị, rồi của từng xã, phường.

    Bảng ghi ra tệp có mỗi đơn vị, mỗi số liệu một hàng, cho phần mềm khác đọc.
    """
    target = _target(output, form)
    reader = options.found_reader(workspace)
    period = options.found_period(reader, ky)
    gathered = gather(reader.as_signed(period), period)
    options.tell(gathered.told, color, gathered)
    if options.failed(gathered.problems, strict=False) or gathered.tong_hop is None:
        return 1
    if target is not None:
        ledger.put({target: _output(gathered.tong_hop, target)}, elsewhere="--output")
    elif form == "json":
        console.out_json(_as_json(gathered.tong_hop))
    elif sys.stdout.isatty():
        _as_table(gathered.tong_hop)
    else:
        rows = (_row(figure) for figure in gathered.tong_hop.tat_ca())
        console.out("".join("\t".join(row) + "\n" for row in (_HEADS, *rows)))
    return 0


def _target(output: str | None, form: str) -> Path | None:
    """The file to write; None where the figures are to be printed."""
    if output is None:
        return None
    if Path(output).suffix.lower() not in _ENDINGS:
        raise UsageFault(f"--output phải là tệp .xlsx hoặc .csv: {output}", "ví dụ --output so_lieu.xlsx")
    if form != "text":
        raise UsageFault("--output không đi cùng --format json", "gọi hai lần: một lần ghi tệp, một lần in")
    return Path(output)


def _output(tong_hop: TongHop, target: Path) -> Output:
    from cqtt.pipeline.flat_table import as_csv, as_workbook

    make = as_csv if target.suffix.lower() == ".csv" else as_workbook
    return Output(make(tong_hop), f": số liệu {tong_hop.ky.ten} của {len(tong_hop.units)} đơn vị")


def _row(figure: SoLieu) -> tuple[str, ...]:
    return figure.duong_dan, figure.ten, figure.in_ra, figure.loai.value, figure.cong_thuc


def _as_table(tong_hop: TongHop) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*_HEADS, box=None, pad_edge=False)
    for figure in tong_hop.tat_ca():
        table.add_row(*_row(figure))
    with console.printing():
        Console().print(table)


def _as_json(tong_hop: TongHop) -> str:
    figures = [_as_dict(figure) for figure in tong_hop.tat_ca()]
    return reporter.dumped({"schema_version": reporter.SCHEMA_VERSION, "period": tong_hop.ky.ma, "figures": figures})


def _as_dict(figure: SoLieu) -> dict[str, Any]:
    return {
        "path": figure.duong_dan,
        "title": figure.ten,
        "kind": figure.loai.value,
        "value": reporter.exact(figure.gia_tri),
        "text": figure.in_ra,
        "formula": figure.cong_thuc or None,
    }
