"""``cqtt diff 2024Q1 2024Q2``: what changed between two periods, largest change first."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger
from cqtt.cli.output import Output
from cqtt.cli.vietnamese import Command
from cqtt.comparison.compare import GROUPS, Alone, Comparison, compare, largest_first
from cqtt.comparison.words import (
    ALONE,
    ALONE_HEADS,
    alone_rows,
    change_cells,
    change_heads,
    key_cells,
    key_heads,
    notes,
)
from cqtt.faults import UsageFault
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import DonViTinh
from cqtt.models.so_sanh import ChenhLech
from cqtt.names import nearest
from cqtt.numerals import ABSENT
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader

_ENDINGS = (".docx", ".xlsx")
_SHORT = 24
"""Names up to here stay on one line of a terminal; the heads beside them rather break."""


class Block(Struct, frozen=True):
    """A table with its title. The first cell of a row is what programs call it; a terminal does not show it."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


@click.command("diff", cls=Command)
@click.argument("ky_truoc", metavar="KỲ_TRƯỚC")
@click.argument("ky_sau", metavar="KỲ_SAU")
@click.option("--figure", "path", metavar="SỐ_LIỆU", help="Chỉ so một số liệu, của từng đơn vị.")
@options.form
@click.option("-o", "--output", metavar="TỆP", help="Ghi bảng so sánh vào tệp .docx hoặc .xlsx thay cho in ra.")
@options.color
@options.workspace
@click.pass_obj
def command(
    ledger: Ledger,
    /,
    ky_truoc: str,
    ky_sau: str,
    path: str | None,
    form: str,
    output: str | None,
    workspace: str | None,
    color: str,
) -> int:
    """So sánh hai kỳ: số liệu nào thay đổi, bao nhiêu, ở xã, phường nào; thay đổi lớn nhất trước.

    Hai kỳ viết theo thứ tự nào cũng được; không ghi vào số liệu.
    """
    reader = options.found_reader(workspace)
    periods = _periods(reader, ky_truoc, ky_sau)
    target = _target(output, path, form)
    comparison = _compared(reader, periods, color)
    if comparison is None:
        return 1
    if target is not None:
        ledger.put({target: _output(comparison, target)}, elsewhere="--output")
    elif form == "json":
        console.out_json(reporter.dumped(_as_data(comparison, _known(comparison, path))))
    else:
        _show(comparison, _known(comparison, path))
    return 0


def _periods(reader: Reader, first: str, second: str) -> list[Ky]:
    """The two periods, the earlier one first; they must differ."""
    periods = sorted(options.found_period(reader, given) for given in (first, second))
    if periods[0] == periods[1]:
        raise UsageFault(f"hai kỳ giống nhau: {periods[0].ma}", "ghi hai kỳ khác nhau, ví dụ: cqtt diff 2024Q1 2024Q2")
    return periods


def _target(output: str | None, path: str | None, form: str) -> Path | None:
    """The file to write; None where the comparison is to be printed."""
    if output is None:
        return None
    if Path(output).suffix.lower() not in _ENDINGS:
        raise UsageFault(f"--output phải là tệp .docx hoặc .xlsx: {output}", "ví dụ --output so_sanh.docx")
    if path is not None or form != "text":
        raise UsageFault("--output không đi cùng --figure, --format json", "gọi hai lần: một lần ghi tệp, một lần in")
    return Path(output)


def _compared(reader: Reader, periods: Sequence[Ky], color: str) -> Comparison | None:
    """The comparison; None where one of the two periods has errors. All findings are reported, each once."""
    both = [gather(reader, period, among=periods) for period in periods]
    told: set[Any] = set()
    for gathered in both:
        options.tell([p for p in gathered.told if p not in told], color, gathered)
        told.update(gathered.told)
    before, after = (None if options.failed(g.problems, strict=False) else g.tong_hop for g in both)
    return compare(before, after) if before and after else None


def _output(comparison: Comparison, target: Path) -> Output:
    # The libraries that write are loaded only when there is something to write.
    from cqtt.pipeline.difference import as_document, as_workbook

    make = as_document if target.suffix.lower() == ".docx" else as_workbook
    return Output(make(comparison), f": {comparison.after.ky.ma} so với {comparison.before.ky.ma}")


def _known(comparison: Comparison, path: str | None) -> str | None:
    """*path*, which must be a figure of the units where it is given."""
    known = dict.fromkeys(name for commune in comparison.communes for name in commune.changes)
    if path is None or path in known:
        return path
    near = nearest(path, known)
    hint = f"có phải ý bạn là “{near}”?" if near else "xem tên các số liệu bằng lệnh: cqtt figures"
    raise UsageFault(f"xã, phường không có số liệu “{path}”", hint)


def _show(comparison: Comparison, path: str | None) -> None:
    before, after = comparison.before.ky, comparison.after.ky
    console.out(f"{after.ma} ({after.ten}) so với {before.ma} ({before.ten})\n")
    blocks = _blocks(comparison) if path is None else iter([_one_figure(comparison, path)])
    for block in blocks:
        console.out(f"\n{block.title}\n")
        if sys.stdout.isatty():
            _as_table(block)
        else:
            console.out("".join("\t".join(row) + "\n" for row in (block.heads, *block.rows)))
    if path is None:
        console.out(f"\n{comparison.unchanged} số liệu không đổi.\n")
    for note in notes(comparison):
        console.out(f"{note}\n")


def _blocks(comparison: Comparison) -> Iterator[Block]:
    for name in GROUPS:
        if changes := comparison.changed(name):
            rows = [(c.sau.duong_dan, c.sau.ten, *change_cells(c)) for c in changes]
            yield Block(name, ("Đường dẫn", "Tên", *_heads(comparison, changes[0].sau.don_vi_tinh)), rows)
    if comparison.communes:
        report = comparison.after.report
        rows = [(c.unit.ma, c.unit.ten_day_du, *key_cells(c, report)) for c in comparison.communes]
        title = f"Từng {report.kinds_noun}: {comparison.after.ky.ma}, thay đổi so với {comparison.before.ky.ma}"
        yield Block(title, ("Mã", report.kinds_noun.capitalize(), *key_heads(report)), rows)
    if alone := alone_rows(comparison):
        yield Block(ALONE, ALONE_HEADS, alone)


def _one_figure(comparison: Comparison, path: str) -> Block:
    """The figure at *path*: of the authority where it has one, then of each unit."""
    found = [(commune.unit, change) for commune in comparison.communes if (change := commune.changes.get(path))]
    ordered = largest_first(found, lambda pair: pair[1])
    rows = [(unit.ma, unit.ten_day_du, *change_cells(change)) for unit, change in ordered]
    whole = [change for change in comparison.figures if change.sau.duong_dan == path]
    rows = [("", comparison.after.don_vi.ten_day_du, *change_cells(change)) for change in whole] + rows
    figure = found[0][1].sau
    return Block(f"{figure.ten} ({path})", ("Mã", "Đơn vị", *_heads(comparison, figure.don_vi_tinh)), rows)


def _heads(comparison: Comparison, unit: DonViTinh) -> tuple[str, ...]:
    return (comparison.before.ky.ma, comparison.after.ky.ma, *change_heads(unit, "điểm %"))


def _as_table(block: Block) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    first, *heads = block.heads[1:]
    table.add_column(first, no_wrap=all(len(row[1]) <= _SHORT for row in block.rows))
    for head in heads:
        table.add_column(head, justify="right", vertical="bottom")
    for row in block.rows:
        table.add_row(*row[1:])
    with console.printing():
        Console().print(table)


def _as_data(comparison: Comparison, path: str | None) -> dict[str, Any]:
    communes = [
        {
            "commune": commune.unit.ma,
            "name": commune.unit.ten_day_du,
            "merged_from": [unit.ma for unit in commune.former],
            "figures": [_figure(c) for inner, c in commune.changes.items() if path in (None, inner)],
        }
        for commune in comparison.communes
    ]
    return {
        "schema_version": reporter.SCHEMA_VERSION,
        "periods": [comparison.before.ky.ma, comparison.after.ky.ma],
        "figures": [_figure(c) for c in comparison.figures if path in (None, c.sau.duong_dan)],
        "communes": communes,
        "only_before": [
            _alone(xa) | {"merged_into": xa.kin[0].ma if xa.kin else None} for xa in comparison.only_before
        ],
        "only_after": [_alone(xa) | {"merged_from": [unit.ma for unit in xa.kin]} for xa in comparison.only_after],
    }


def _figure(change: ChenhLech) -> dict[str, Any]:
    return {
        "path": change.sau.duong_dan,
        "title": change.sau.ten,
        "kind": change.sau.loai.value,
        "before": reporter.exact(change.truoc.gia_tri),
        "after": reporter.exact(change.sau.gia_tri),
        "change": reporter.exact(change.chenh),
        "text": change.loi() or ABSENT,
    }


def _alone(xa: Alone) -> dict[str, Any]:
    return {"commune": xa.unit.ma, "name": xa.unit.ten_day_du}
