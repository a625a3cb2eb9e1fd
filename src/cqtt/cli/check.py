"""``cqtt check 2024Q1``: everything that can be wrong, all at once; ``cqtt check nenh.yaml``: one unit's file alone."""

import sys

import click
from msgspec import Struct

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.faults import UsageFault
from cqtt.models.ky import Ky
from cqtt.models.registry import all_codes
from cqtt.names import nearest
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import Gathered, gather
from cqtt.pipeline.read import Reader
from cqtt.pipeline.sealed import settled
from cqtt.problems import Problem


def _explain(ctx: click.Context, _: click.Parameter, code: str | None) -> None:
    """Print what *code* means and end the call; nothing where no code is asked for."""
    if code is None:
        return
    codes = all_codes()
    known = codes.get(code.upper())
    if known is None:
        near = nearest(code.upper(), codes)
        raise UsageFault(f"không có mã “{code}”", f"có phải ý bạn là {near}?" if near else "xem docs/ma_loi.md")
    console.out(f"{code.upper()}: {known.title}\n  vì sao: {known.why}\n  làm gì: {known.mend}\n")
    ctx.exit()


class Checked(Struct, frozen=True):
    """What was found in a period: *problems* are those of its files and those of the text."""

    period: Ky
    gathered: Gathered
    problems: list[Problem]


@click.command("check", cls=Command)
@click.option(
    "--explain", metavar="MÃ", is_eager=True, expose_value=False, callback=_explain, help="Mã lỗi nghĩa là gì."
)
@options.period_or_files
@click.option("--all", "every", is_flag=True, help="Mọi kỳ; chỗ sai chung chỉ nói một lần.")
@options.form_for_ci
@options.strict
@options.color
@options.workspace
def command(words: tuple[str, ...], form: str, workspace: str | None, color: str, *, every: bool, strict: bool) -> int:
    """Kiểm tra mọi tệp của KỲ và khuôn mẫu; in mọi lỗi cùng lúc, không ghi gì.

    Ghi tên TỆP thì chỉ kiểm tra tệp ấy của một đơn vị, đứng ở đâu cũng được. Tệp ở ngoài thư mục số liệu thì ghi cả KỲ
    trước tên tệp để so với các đơn vị khác và kỳ trước.
    """
    ky, files = options.split(words)
    if every and words:
        raise UsageFault("--all không đi cùng KỲ", "ví dụ cqtt check --all, cqtt check 2024Q1")
    if files:
        from cqtt.cli.check_files import check_files

        return check_files(ky, files, form, workspace, color, strict=strict)
    reader = options.found_reader(workspace)
    if ky is None and not every:
        raise UsageFault("thiếu KỲ", "ví dụ cqtt check 2024Q1; mọi kỳ: cqtt check --all")
    asked = [options.found_period(reader, ky)] if ky is not None else options.all_periods(reader)
    checked = [_checked(reader, period) for period in asked]
    if form == "json":
        told = [reporter.as_data(c.problems, c.period.ma, c.gathered.good, c.gathered.expected) for c in checked]
        several = {"schema_version": reporter.SCHEMA_VERSION, "periods": told}
        console.out_json(reporter.dumped(several if every else told[0]))
    else:
        _tell(checked, form, color, every=every)
    return max(int(options.failed(c.problems, strict=strict)) for c in checked)


def _checked(reader: Reader, period: Ky) -> Checked:
    signed, seal = reader.as_signed(period), reader.seal(period)
    gathered = gather(signed, period)
    composed = compose(gathered, signed.template_root, charts=seal.record.bieu_do if seal else None)
    return Checked(period, gathered, settled(seal, composed.problems))


def _tell(checked: list[Checked], form: str, color: str, *, every: bool) -> None:
    """All findings by file, then a line for each period."""
    problems = [problem for c in checked for problem in c.problems]
    painted = reporter.text(problems, console.painter(color, sys.stdout))
    console.out(reporter.github(problems) if form == "github" else painted, raw=form != "github")
    hows = (c.gathered.how_to_acknowledge(c.problems) for c in checked)
    if form == "text" and (how := next(filter(None, hows), "")):
        console.out(f"{how}\n")
    for c in checked:
        named = f"{c.period.ma}: " if every else ""
        console.out(f"{named}{options.summary(c.problems, c.gathered)}\n")
