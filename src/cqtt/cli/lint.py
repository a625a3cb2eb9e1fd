"""``cqtt lint FILE.docx``: any Word document against the layout that Decree 30 asks for."""

import sys
from pathlib import Path

import click

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.disk import is_folder, read_bytes
from cqtt.faults import UsageFault

SUFFIX = ".docx"


@click.command("lint", cls=Command)
@click.argument("tep", metavar="TỆP.docx")
@options.form_for_ci
@options.strict
@options.color
def command(tep: str, form: str, color: str, *, strict: bool) -> int:
    """Soát thể thức một văn bản Word bất kỳ theo Nghị định 30/2020/NĐ-CP; không sửa gì trong tệp."""
    data = _read(Path(tep))
    # lxml is loaded only for a call that is right.
    from cqtt.word.decree.lint import lint

    problems = lint(data, Path(tep).as_posix())
    if form == "json":
        console.out_json(reporter.document_json(problems))
    else:
        painted = reporter.text(problems, console.painter(color, sys.stdout))
        console.out(reporter.github(problems) if form == "github" else painted, raw=form != "github")
        console.out(reporter.summary(problems, 0, 0) + "\n")
    return int(options.failed(problems, strict=strict))


def _read(path: Path) -> bytes:
    """The bytes of the file that the call names."""
    if path.suffix.lower() != SUFFIX:
        hint = "mở bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx)"
        raise UsageFault(f"chỉ soát được tệp .docx: {path}", hint)
    data = None if is_folder(path) else read_bytes(path)
    if data is None:
        raise UsageFault(f"không có tệp {path}", "kiểm tra tên tệp và thư mục")
    return data
