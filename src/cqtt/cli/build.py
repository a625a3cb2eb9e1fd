"""``cqtt build 2024Q1``: check, then write the report."""

from pathlib import Path

import click

from cqtt import reporter
from cqtt.atomic import replace_file
from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.markup.nodes import Report
from cqtt.models.tong_hop import TongHop
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.problems import Locator, UsageFault


@click.command("build", cls=Command)
@options.period
@click.option("-o", "--output", metavar="TỆP", help="Ghi vào tệp này thay cho out/<kỳ>/bao_cao.docx.")
@click.option(
    "--review", is_flag=True, help="Ghi thêm bản rà soát: mỗi số một lời bình; và bảng số liệu .figures.json."
)
@click.option("--draft", is_flag=True, help="In lời văn đã điền số ra màn hình; không ghi gì.")
@options.strict
@options.color
@options.workspace
def command(
    ky: str, output: str | None, workspace: str | None, color: str, *, review: bool, draft: bool, strict: bool
) -> int:
    """Kiểm tra mọi tệp của KỲ rồi lập out/KỲ/bao_cao.docx.

    Có lỗi thì không ghi gì và báo cáo cũ giữ nguyên.
    """
    root = options.found_workspace(workspace)
    period = options.found_period(root, ky)
    target = _target(root, period.ma, output)
    gathered = gather(root, period, console.progress)
    composed = compose(gathered, root)
    options.tell(composed.problems, gathered.good, gathered.expected, color)
    if draft and composed.manuscript is not None:
        console.out(composed.manuscript.readable())
    if options.failed(composed.problems, strict=strict) or composed.report is None:
        return 1
    if draft:
        return 0
    # python-docx is loaded only when there is something to write.
    from cqtt.pipeline.publish import publish

    publish(composed.report, target)
    console.out(f"đã ghi {_shown(target)} từ {gathered.good}/{gathered.expected} xã, phường\n")
    if review and gathered.tong_hop is not None and gathered.nguon is not None:
        _review(composed.report, gathered.tong_hop, gathered.nguon, target)
    return 0


def _review(report: Report, tong_hop: TongHop, nguon: Locator, target: Path) -> None:
    """Write the review copy and the table of figures beside *target*."""
    from cqtt.explanation import Explainer
    from cqtt.pipeline.publish import publish
    from cqtt.pipeline.review import as_data, printed_figures, remarks

    figures = printed_figures(report, Explainer(tong_hop, nguon))
    copy, table = target.with_suffix(".ra-soat.docx"), target.with_suffix(".figures.json")
    publish(report, copy, remarks(figures))
    replace_file(table, reporter.dumped(as_data(figures, tong_hop.ky.ma)).encode())
    console.out(f"đã ghi {_shown(copy)}: {len(figures)} số liệu có lời bình\nđã ghi {_shown(table)}\n")


def _target(root: Path, period: str, output: str | None) -> Path:
    """Where the report goes; ``--output`` may name a folder."""
    if output is None:
        return root / "out" / period / "bao_cao.docx"
    path = Path(output)
    if path.is_dir():
        return path / "bao_cao.docx"
    if path.suffix.lower() != ".docx":
        raise UsageFault(f"--output phải là tệp .docx: {output}", "ví dụ --output bao_cao.docx")
    return path


def _shown(path: Path) -> str:
    """*path* as short as it can be said from here."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
