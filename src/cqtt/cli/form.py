"""``cqtt form 2025Q3``: one workbook for each unit to fill in and send back."""

from pathlib import Path

import click

from cqtt.atomic import Written
from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger, shown
from cqtt.cli.vietnamese import Command
from cqtt.faults import UsageFault
from cqtt.pipeline.forms import forms, own_form

FOLDER = "phieu"
OWN = "so_lieu_rieng"
"""The name of the form of the authority's own figures; no identifier of a unit has an underscore."""


@click.command("form", cls=Command)
@options.period
@click.argument("units", metavar="[MÃ]...", nargs=-1)
@click.option("--own", is_flag=True, help="Phiếu số liệu riêng của cơ quan (bao_cao.yaml), thay cho phiếu các đơn vị.")
@click.option("-o", "--output", metavar="THƯ MỤC", help="Ghi vào đây; mặc định out/KỲ/phieu.")
@options.color
@options.workspace
@click.pass_obj
def command(
    ledger: Ledger,
    /,
    ky: str,
    units: tuple[str, ...],
    output: str | None,
    workspace: str | None,
    color: str,
    *,
    own: bool,
) -> int:
    """Ghi phiếu số liệu .xlsx của KỲ cho từng đơn vị điền rồi gửi lại; MÃ: chỉ những đơn vị này.

    Số còn nguyên từ kỳ trước được điền sẵn. Nhập phiếu gửi về: cqtt import KỲ THƯ_MỤC.
    """
    from cqtt.collect.write_xlsx import write  # with what it needs, a third of the time of the call

    reader = options.found_reader(workspace)
    period = options.found_period(reader, ky)
    don_vi, problems = reader.authority
    if don_vi is None:
        options.tell(problems, color)
        return 1
    if own and units:
        raise UsageFault("--own không đi cùng MÃ", f"ví dụ cqtt form {period.ma} --own")
    made = (
        [own_form(reader.root, don_vi.gia_tri, reader.report, period)]
        if own
        else forms(reader.root, don_vi.gia_tri, reader.report, period, units)
    )
    folder = Path(output) if output else reader.root / "out" / period.ma / FOLDER
    files = {folder / f"{form.unit.ma if form.unit else OWN}.xlsx": write(form) for form in made}
    _tell(ledger.put_quietly(files, elsewhere="--output"), folder)
    return 0


def _tell(written: list[Written], folder: Path) -> None:
    """What was written, in a line; and each form that somebody had edited, with the name it has now."""
    new = sum(file.changed for file in written)
    same = f", {len(written) - new} phiếu không đổi" if new < len(written) else ""
    console.out(f"đã ghi {new} phiếu vào {shown(folder)}{same}\n")
    for file in written:
        if file.kept:
            console.out(f"  {shown(file.path)} đã có người sửa: giữ ở {shown(file.kept)}\n")
