"""``cqtt doctor``: what this machine and this folder lack for building a report."""

import sys

import click

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.faults import CqttError
from cqtt.pipeline.doctor import Item, Outcome, of_machine, of_workspace

LACKING = 3
_WIDTH = max(len(state.value) for state in Outcome)


@click.command("doctor", cls=Command)
@options.form
@options.workspace
def command(form: str, workspace: str | None) -> int:
    """Xem máy và thư mục này đã đủ để lập báo cáo chưa; không sửa gì.

    Mỗi dòng là ok, thiếu (chưa lập được báo cáo; mã thoát 3) hoặc nên (lập được, nhưng sửa thì tốt hơn).
    """
    found = [*of_machine(sys.stdout.encoding or "ascii"), *_of_workspace(workspace)]
    ready = all(finding.state is not Outcome.MISSING for finding in found)
    if form == "json":
        told = {"schema_version": reporter.SCHEMA_VERSION, "ready": ready, "findings": [_as_data(f) for f in found]}
        console.out_json(reporter.dumped(told))
    else:
        console.out("".join(_line(finding) for finding in found))
    return 0 if ready else LACKING


def _of_workspace(given: str | None) -> list[Item]:
    try:
        return list(of_workspace(options.found_workspace(given)))
    except CqttError as fault:
        return [Item("thư mục", Outcome.MISSING, fault.message, fault.hint)]


def _line(finding: Item) -> str:
    hint = f"{' ' * _WIDTH}  {finding.hint}\n" if finding.hint else ""
    return f"{finding.state.value:<{_WIDTH}}  {finding.name}: {finding.seen}\n{hint}"


def _as_data(finding: Item) -> dict[str, str]:
    state = finding.state.name.lower()
    return {"name": finding.name, "state": state, "seen": finding.seen, "hint": finding.hint}
