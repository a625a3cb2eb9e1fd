"""``cqtt build 2024Q1``: check, then write the report."""

from dataclasses import dataclass
from pathlib import Path

import click

from cqtt import reporter
from cqtt.atomic import replace_file
from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.markup.nodes import Report
from cqtt.models.ky import Ky
from cqtt.pipeline.compose import Composed, compose
from cqtt.pipeline.gather import Gathered, gather
from cqtt.problems import UsageFault


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the call asks for."""

    output: str | None
    with_review: bool
    allow_missing: bool
    draft: bool
    charts: bool | None
    pdf: bool
    check: bool
    strict: bool
    color: str


@click.command("build", cls=Command)
@options.maybe_period
@click.option("--all", "every", is_flag=True, help="Mọi kỳ; kỳ nào không đổi thì để yên.")
@click.option("-o", "--output", metavar="TỆP", help="Ghi vào tệp này thay cho out/<kỳ>/bao_cao.docx.")
@click.option(
    "--review",
    "with_review",
    is_flag=True,
    help="Ghi thêm bản rà soát: mỗi số một lời bình; và bảng số liệu .figures.json.",
)
@click.option("--pdf", is_flag=True, help="Ghi thêm bản PDF, cần LibreOffice.")
@click.option(
    "--allow-missing",
    is_flag=True,
    help="Lập bản dự thảo khi còn đơn vị chưa gửi hoặc chưa điền; ghi rõ trên trang đầu.",
)
@click.option("--draft", is_flag=True, help="In lời văn đã điền số ra màn hình; không ghi gì.")
@click.option(
    "--charts/--no-charts", default=None, help="Có hay không có phụ lục biểu đồ, thay cho bieu_do trong bao_cao.yaml."
)
@click.option("--check", is_flag=True, help="Không ghi; mã thoát 1 nếu báo cáo đang có khác số liệu.")
@options.strict
@options.color
@options.workspace
def command(ky: str | None, workspace: str | None, *, every: bool, **asked: object) -> int:
    """Kiểm tra mọi tệp của KỲ rồi lập out/KỲ/bao_cao.docx.

    Có lỗi thì không ghi gì và báo cáo cũ giữ nguyên. Báo cáo đã sửa tay trong Word được giữ lại dưới tên khác.
    """
    wanted = Wanted(**asked)  # type: ignore[arg-type]  # click's own names and types
    root = options.found_workspace(workspace)
    if every and (ky is not None or wanted.output):
        raise UsageFault("--all không đi cùng KỲ hay --output", "ví dụ cqtt build --all, cqtt build 2024Q1")
    if ky is None and not every:
        raise UsageFault("thiếu KỲ", "ví dụ cqtt build 2024Q1; mọi kỳ: cqtt build --all")
    if ky is not None:
        return _build(root, options.found_period(root, ky), wanted)
    return max(_build(root, period, wanted) for period in options.all_periods(root))


def _build(root: Path, period: Ky, wanted: Wanted) -> int:
    gathered = gather(root, period, console.progress, allow_missing=wanted.allow_missing)
    name = "bao_cao.du-thao.docx" if gathered.missing else "bao_cao.docx"
    target = _target(root, period.ma, wanted.output, name)
    composed = compose(gathered, root, charts=wanted.charts)
    options.tell(composed.problems, wanted.color, gathered)
    if wanted.draft and composed.manuscript is not None:
        console.out(composed.manuscript.readable())
    if options.failed(composed.problems, strict=wanted.strict) or composed.report is None:
        return 1
    if wanted.draft:
        return 0
    if wanted.check:
        return _check(composed.report, target, period)
    _write(gathered, composed.report, target)
    if wanted.with_review:
        _review(gathered, composed, composed.report, target, period.ma)
    if wanted.pdf:
        _pdf(target)
    return 0


def _check(report: Report, target: Path, period: Ky) -> int:
    """Whether the report that lies there is what the data give."""
    from cqtt.pipeline.publish import stands

    if stands(report, target):
        console.out(f"{_shown(target)} đúng với số liệu\n")
        return 0
    said = "khác với số liệu" if target.exists() else "chưa có"
    console.out(f"{_shown(target)} {said}; lập lại bằng: cqtt build {period.ma}\n")
    return 1


def _write(gathered: Gathered, report: Report, target: Path) -> None:
    """Write the report, and say so."""
    from cqtt.pipeline.publish import publish  # python-docx is loaded only when there is something to write

    published = publish(report, target)
    did = "đã ghi" if published.changed else "không đổi:"
    console.out(f"{did} {_shown(target)} từ {gathered.good}/{gathered.expected} {gathered.kinds}\n")
    if published.kept:
        console.out(f"  bản cũ đã được sửa tay, giữ ở {_shown(published.kept)}\n")
    if gathered.missing:
        console.out(f"  bản dự thảo, chưa có: {', '.join(unit.ten_day_du for unit in gathered.missing)}\n")


def _review(gathered: Gathered, composed: Composed, report: Report, target: Path, period: str) -> None:
    """Write the review copy and the table of figures beside *target*."""
    from cqtt.pipeline.publish import publish
    from cqtt.pipeline.review import review

    if gathered.explainer is None:
        return
    told = review(report, gathered.explainer, composed.manuscript, composed.accepted)
    copy, table = target.with_suffix(".ra-soat.docx"), target.with_suffix(".figures.json")
    publish(report, copy, told.remarks())
    replace_file(table, reporter.dumped(told.as_data(period)).encode())
    console.out(f"đã ghi {_shown(copy)}: {len(told.figures)} số liệu có lời bình\nđã ghi {_shown(table)}\n")


def _pdf(target: Path) -> None:
    """Write the PDF beside *target*, and tell where its letters are not those of one font like Times New Roman."""
    from cqtt.pipeline.fonts import strange
    from cqtt.pipeline.pdf import to_pdf

    made = to_pdf(target)
    console.out(f"đã ghi {_shown(made)}\n")
    if fonts := strange(made.read_bytes()):
        several = "trộn các phông" if len(fonts) > 1 else "không in bằng Times New Roman mà bằng"
        console.say(f"cảnh báo: bản PDF {several} {', '.join(fonts)}\n  xem máy thiếu gì bằng: cqtt doctor")


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
