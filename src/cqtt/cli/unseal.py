"""``cqtt unseal 2024Q1 --reason "…"``: a sealed period may be changed again; why is written down."""

from datetime import date

import click

from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger
from cqtt.cli.output import Output
from cqtt.cli.vietnamese import Command
from cqtt.disk import exists
from cqtt.faults import UsageFault
from cqtt.models import places
from cqtt.models.niem_phong import MoNiemPhong
from cqtt.numerals import day
from cqtt.sealing.record import one_line, unsealed_file
from cqtt.sealing.seal import last_seal


@click.command("unseal", cls=Command)
@options.period
@click.option("--reason", metavar="LÝ DO", required=True, help="Vì sao phải sửa kỳ đã ký; được ghi lại.")
@options.workspace
@click.pass_obj
def command(ledger: Ledger, /, ky: str, reason: str, workspace: str | None) -> int:
    """Mở niêm phong KỲ để sửa số liệu đã ký; lý do ghi vào thư mục niêm phong, các bản giữ lại còn nguyên."""
    reader = options.found_reader(workspace)
    period = options.found_period(reader, ky)
    if not reason.strip():
        raise UsageFault("--reason để trống", f'ví dụ cqtt unseal {period.ma} --reason "số hồ sơ của Nếnh sai"')
    number = last_seal(reader.root, period)
    opened = reader.root / places.seal(period, number) / places.UNSEALED
    if not number or exists(opened):
        raise UsageFault(
            f"{period.ma} không niêm phong, sửa được ngay", f"niêm phong kỳ đã ký bằng: cqtt seal {period.ma}"
        )
    today = date.today()  # noqa: DTZ011  # the clerk's own day
    text = unsealed_file(MoNiemPhong(ngay=day(today), ly_do=one_line(reason)), period)
    ledger.put({opened: Output(text.encode())})
    console.out(f"đã mở niêm phong {period.ma}; sửa xong, ký lại thì: cqtt seal {period.ma}\n")
    return 0
