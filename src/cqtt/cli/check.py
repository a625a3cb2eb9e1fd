"""``cqtt check 2024Q1``: everything that can be wrong, all at once."""

import sys

import click

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather


@click.command("check", cls=Command)
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
        console.out(reporter.summary(problems, gathered.good, gathered.expected) + "\n")
    return int(options.failed(problems, strict=strict))
