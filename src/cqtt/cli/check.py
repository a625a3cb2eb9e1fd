"""``cqtt check 2024Q1``: everything that can be wrong, all at once."""

import sys

import click

from cqtt import reporter
from cqtt.catalogue import CODES
from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.names import nearest
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.problems import UsageFault


def _explain(ctx: click.Context, _: click.Parameter, code: str | None) -> None:
    """Tell what *code* means and end the call; nothing where no code is asked for."""
    if code is None:
        return
    known = CODES.get(code.upper())
    if known is None:
        near = nearest(code.upper(), CODES)
        raise UsageFault(f"không có mã “{code}”", f"có phải ý bạn là {near}?" if near else "xem docs/ma_loi.md")
    console.out(f"{code.upper()}: {known.title}\n  vì sao: {known.why}\n  làm gì: {known.mend}\n")
    ctx.exit()


@click.command("check", cls=Command)
@click.option(
    "--explain", metavar="MÃ", is_eager=True, expose_value=False, callback=_explain, help="Mã lỗi nghĩa là gì."
)
@options.period
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default=options.default_format,
    help="Dạng in ra: text, json hoặc github.",
)
@options.strict
@options.color
@options.workspace
def command(ky: str, form: str, workspace: str | None, color: str, *, strict: bool) -> int:
    """Kiểm tra mọi tệp của KỲ và khuôn mẫu; in mọi lỗi cùng lúc, không ghi gì."""
    root = options.found_workspace(workspace)
    period = options.found_period(root, ky)
    gathered = gather(root, period, console.progress)
    problems = compose(gathered, root).problems
    if form == "json":
        console.out_json(reporter.as_json(problems, period.ma, gathered.good, gathered.expected))
    else:
        painted = reporter.text(problems, console.painter(color, sys.stdout))
        console.out(reporter.github(problems) if form == "github" else painted)
        console.out(options.summary(problems, gathered) + "\n")
    return int(options.failed(problems, strict=strict))
