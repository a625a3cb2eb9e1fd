"""``cqtt redline OLD.docx NEW.docx --output OUT.docx``: a Word file with tracked changes from one text to the other."""

from pathlib import Path

import click

from cqtt.cli import options
from cqtt.cli.ledger import Ledger
from cqtt.cli.output import Output
from cqtt.cli.verify import WORD, opened
from cqtt.cli.vietnamese import Command
from cqtt.faults import UsageFault


@click.command("redline", cls=Command)
@click.argument("cu", metavar="CŨ.docx")
@click.argument("moi", metavar="MỚI.docx")
@click.option("-o", "--output", metavar="TỆP.docx", required=True, help="Ghi vào tệp này.")
@options.color
@click.pass_obj
def command(ledger: Ledger, /, cu: str, moi: str, output: str, color: str) -> int:  # noqa: ARG001  # every command has it
    """Ghi một tệp Word có dấu sửa (track changes) từ bản CŨ sang bản MỚI.

    Từ chối hết thì ra bản CŨ, nhận hết thì ra lời của bản MỚI. Cách trình bày, hình, đầu trang là của bản CŨ.
    """
    target = Path(output)
    if target.suffix.lower() != WORD:
        raise UsageFault(f"--output phải là tệp .docx: {output}", "ví dụ --output sua.docx")
    old, new = (opened(Path(name), (WORD,)) for name in (cu, moi))
    from cqtt.verify.redline.document import redlined  # lxml is loaded for a call that is right

    ledger.put({target: Output(redlined(old, new))}, elsewhere="--output")
    return 0
