"""``cqtt build 2024Q1``: check, then write the report."""

from pathlib import Path

import click

from cqtt import reporter
from cqtt.atomic import replace_file
from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.explanation import Explainer
from cqtt.markup.nodes import Report
from cqtt.pipeline.compose import Composed, compose
from cqtt.pipeline.gather import Gathered, gather
from cqtt.pipeline.review import review
from cqtt.problems import UsageFault


@click.command("build", cls=Command)
@options.period
@click.option("-o", "--output", metavar="TỆP", help="Ghi vào tệp này thay cho out/<kỳ>/bao_cao.docx.")
@click.option(
    "--review",
    "with_review",
    is_flag=True,
    help="Ghi thêm bản rà soát: mỗi số một lời bình; và bảng số liệu .figures.json.",
)
@click.option(
    "--allow-missing",
    is_flag=True,
    help="Lập bản dự thảo khi còn đơn vị chưa gửi hoặc chưa điền; ghi rõ trên trang đầu.",
)
@click.option("--draft", is_flag=True, help="In lời văn đã điền số ra màn hình; không ghi gì.")
@click.option(
    "--charts/--no-charts", default=None, help="Có hay không có phụ lục biểu đồ, thay cho bieu_do trong bao_cao.yaml."
)
@options.strict
@options.color
@options.workspace
def command(
    ky: str,
    output: str | None,
    workspace: str | None,
    color: str,
    *,
    with_review: bool,
    allow_missing: bool,
    draft: bool,
    charts: bool | None,
    strict: bool,
) -> int:
    """Kiểm tra mọi tệp của KỲ rồi lập out/KỲ/bao_cao.docx.

    Có lỗi thì không ghi gì và báo cáo cũ giữ nguyên.
    """
    root = options.found_workspace(workspace)
    period = options.found_period(root, ky)
    gathered = gather(root, period, console.progress, allow_missing=allow_missing)
    target = _target(root, period.ma, output, "bao_cao.du-thao.docx" if gathered.missing else "bao_cao.docx")
    composed = compose(gathered, root, charts=charts)
    options.tell(composed.problems, gathered.good, gathered.expected, color)
    if draft and composed.manuscript is not None:
        console.out(composed.manuscript.readable())
    if options.failed(composed.problems, strict=strict) or composed.report is None:
        return 1
    if draft:
        return 0
    _write(gathered, composed.report, target)
    if with_review and gathered.explainer is not None:
        _review(composed, composed.report, gathered.explainer, target, period.ma)
    return 0


def _write(gathered: Gathered, report: Report, target: Path) -> None:
    """Write the report, and say so."""
    from cqtt.pipeline.publish import publish  # python-docx is loaded only when there is something to write

    publish(report, target)
    console.out(f"đã ghi {_shown(target)} từ {gathered.good}/{gathered.expected} xã, phường\n")
    if gathered.missing:
        console.out(f"  bản dự thảo, chưa có: {', '.join(unit.ten_day_du for unit in gathered.missing)}\n")


def _review(composed: Composed, report: Report, explainer: Explainer, target: Path, period: str) -> None:
    """Write the review copy and the table of figures beside *target*."""
    from cqtt.pipeline.publish import publish

    told = review(report, explainer, composed.manuscript, composed.accepted)
    copy, table = target.with_suffix(".ra-soat.docx"), target.with_suffix(".figures.json")
    publish(report, copy, told.remarks())
    replace_file(table, reporter.dumped(told.as_data(period)).encode())
    console.out(f"đã ghi {_shown(copy)}: {len(told.figures)} số liệu có lời bình\nđã ghi {_shown(table)}\n")


def _target(root: Path, period: str, output: str | None, name: str) -> Path:
    """Where the report goes, by default under *name*; ``--output`` may name a folder."""
    if output is None:
        return root / "out" / period / name
    path = Path(output)
    if path.is_dir():
        return path / name
    if path.suffix.lower() != ".docx":
        raise UsageFault(f"--output phải là tệp .docx: {output}", "ví dụ --output bao_cao.docx")
    return path


def _shown(path: Path) -> str:
    """*path* as short as it can be said from here."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
