"""``cqtt schema``: the schemas from which editors complete."""

import click

from cqtt import reporter
from cqtt.atomic import replace_file
from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.source.schema import MODELS, schema


@click.command("schema", cls=Command)
@options.workspace
def command(workspace: str | None) -> int:
    """Ghi schema/*.schema.json cạnh thư mục data; dòng đầu mỗi tệp YAML trỏ đến đó."""
    root = options.found_workspace(workspace)
    for name in MODELS:
        replace_file(root / "schema" / f"{name}.schema.json", reporter.dumped(schema(name)).encode())
    console.out(f"đã ghi {len(MODELS)} lược đồ vào schema/\n")
    return 0
