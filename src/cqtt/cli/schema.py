"""``cqtt schema``: the schemas from which editors complete."""

import click

from cqtt.cli import options
from cqtt.cli.ledger import Ledger
from cqtt.cli.output import Output
from cqtt.cli.vietnamese import Command
from cqtt.pipeline.setup import schema_files


@click.command("schema", cls=Command)
@options.workspace
@click.pass_obj
def command(ledger: Ledger, /, workspace: str | None) -> int:
    """Ghi schema/*.schema.json cạnh thư mục data; dòng đầu mỗi tệp YAML trỏ đến đó."""
    reader = options.found_reader(workspace)
    ledger.put({reader.root / name: Output(data) for name, data in schema_files(reader.report).items()})
    return 0
