"""``cqtt import 2025Q3 tra_loi``: what units sent back, checked, into their files."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger, shown
from cqtt.cli.vietnamese import Command
from cqtt.disk import remove
from cqtt.faults import UsageFault
from cqtt.models.ky import Ky
from cqtt.pipeline.importing import Imported, import_answers, undo
from cqtt.pipeline.read import Reader
from cqtt.pipeline.received import Received
from cqtt.sealing.seal import unseal_call


@click.command("import", cls=Command)
@options.period
@click.argument("paths", metavar="[TỆP|THƯ MỤC]...", nargs=-1)
@click.option("--dry-run", "dry", is_flag=True, help="Chỉ xem sẽ nhập gì, không ghi gì.")
@click.option("--replace", is_flag=True, help="Thay cả số đã được sửa tay trong tệp YAML.")
@click.option(
    "--return", "back", metavar="THƯ MỤC", help="Ghi vào đây bản sao phiếu còn lỗi, ô sai có màu và lời bình."
)
@click.option("--undo", "undoing", is_flag=True, help="Hoàn tác lần nhập cuối của KỲ.")
@options.form
@options.color
@options.workspace
@click.pass_obj
def command(
    ledger: Ledger, /, ky: str, paths: tuple[str, ...], form: str, workspace: str | None, color: str, **more: Any
) -> int:
    """Nhập phiếu (.xlsx, .csv, bảng trong .docx) các đơn vị gửi về vào tệp YAML của KỲ; phiếu có lỗi thì không nhập.

    Số đã sửa tay trong tệp YAML thì giữ, trừ khi có --replace. Chú thích trong tệp còn nguyên.
    """
    reader = options.found_reader(workspace)
    period = options.found_period(reader, ky)
    now = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}"
    _refuse_sealed(reader, period)
    if more["undoing"]:
        if paths:
            raise UsageFault("--undo không đi cùng tệp", f"ví dụ cqtt import --undo {period.ma}")
        return _undo(ledger, reader, period, now)
    if not paths:
        raise UsageFault("thiếu tệp hoặc thư mục để nhập", f"ví dụ cqtt import {period.ma} tra_loi")
    if period not in reader.periods:
        hint = "nhập vào từng kỳ ngắn; kỳ mới thì tạo trước bằng cqtt new"
        raise UsageFault(f"kỳ {period.ma} không có tệp của từng đơn vị để nhập phiếu vào", hint)
    found = import_answers(reader, period, [Path(p) for p in paths], shown, replace=more["replace"], time=now)
    if found.files and not more["dry"]:
        ledger.put_quietly(found.files, keep=False)
    if form == "json":
        console.out_json(_as_json(found, period, written=not more["dry"]))
    else:
        options.tell(found.problems, color)
        _tell(found, period, dry=more["dry"])
    if more["back"]:
        _give_back(ledger, found, Path(more["back"]), quiet=form == "json")
    return int(bool(found.refused) or not found.received)


def _refuse_sealed(reader: Reader, period: Ky) -> None:
    """Raise ``UsageFault`` where *period* was signed and sealed: its files stay as they are."""
    if reader.seal(period) is not None:
        hint = f"đúng là phải nhập lại thì mở niêm phong trước: {unseal_call(period)}"
        raise UsageFault(f"kỳ {period.ma} đã niêm phong, không nhập phiếu nữa", hint)


def _tell(found: Imported, period: Ky, *, dry: bool) -> None:
    """A line for each answer, then how many were taken."""
    if not found.received and not found.problems:
        console.say("không có tệp nào để nhập ở đó")
        return
    does = "sẽ nhập" if dry else "đã nhập"
    for made in found.ready:
        console.out(f"{made.received.file}: {does} {len(made.taken)} số của {_who(made.received)} vào {made.path}\n")
        if made.received.answer and made.received.answer.partial:
            console.out("".join(f"  {path} = {taken.value}  <- {taken.where}\n" for path, taken in made.taken.items()))
    for file in found.refused:
        console.out(f"{file.file}: không nhập{f', {_who(file)}' if file.unit or file.own else ''}: sửa các lỗi trên\n")
    asked = len(found.ready) + len(found.refused)
    console.out(f"{does} {len(found.ready)}/{asked} phiếu; xem: cqtt status {period.ma}\n")


def _who(file: Received) -> str:
    return file.unit.ten_day_du if file.unit else "cơ quan"


def _as_json(found: Imported, period: Ky, *, written: bool) -> str:
    ready = {id(made.received): made for made in found.ready}
    files = [
        {
            "file": file.file,
            "commune": file.unit.ma if file.unit else None,
            "written": written and id(file) in ready,
            "values": len(ready[id(file)].taken) if id(file) in ready else 0,
        }
        for file in found.received
    ]
    told = reporter.problems_data(found.problems)
    return reporter.dumped(
        {"schema_version": reporter.SCHEMA_VERSION, "period": period.ma, "files": files, "problems": told}
    )


def _undo(ledger: Ledger, reader: Reader, period: Ky, now: str) -> int:
    found = undo(reader.root, period, now)
    ledger.put_quietly(found.files, keep=False)
    for path in found.gone:
        remove(path)
    restored = len(found.files) - 2
    gone = f", bỏ {len(found.gone)} tệp do lần nhập tạo ra" if found.gone else ""
    console.out(f"đã hoàn tác lần nhập #{found.run} của {period.ma}: {restored} tệp như trước khi nhập{gone}\n")
    return 0


def _give_back(ledger: Ledger, found: Imported, folder: Path, *, quiet: bool) -> None:
    from cqtt.collect.give_back import marked_copy

    copies: dict[Path, bytes] = {}
    for file in found.refused:
        if copy := marked_copy(file.data, file.told):
            copies[folder / file.path.name] = copy
    if copies:
        ledger.put_quietly(copies, elsewhere="--return")
    if not quiet:
        left = len(found.refused) - len(copies)
        more = f"; {left} tệp không mở được nên không có bản sao" if left else ""
        console.out(f"trả lại {len(copies)} phiếu có đánh dấu ô sai trong {shown(folder)}{more}\n")
