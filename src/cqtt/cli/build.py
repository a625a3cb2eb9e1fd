"""``cqtt build 2024Q1``: check, then write the report."""

from collections.abc import Iterable
from pathlib import Path

import click
from msgspec import Struct, field

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger
from cqtt.cli.output import Output
from cqtt.cli.vietnamese import Command
from cqtt.disk import is_folder, read_bytes
from cqtt.faults import EnvironmentFault, UsageFault
from cqtt.markup.nodes import Report
from cqtt.models.du_lieu import ke_thieu
from cqtt.models.ky import Ky
from cqtt.pipeline.compose import Composed, compose
from cqtt.pipeline.gather import Gathered, gather
from cqtt.pipeline.read import Reader
from cqtt.pipeline.sealed import again, settled
from cqtt.problems import has_errors
from cqtt.sealing.seal import Seal


class Wanted(Struct, frozen=True):
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


class Made(Struct, frozen=True):
    """What came of a period: the exit *code*, where its report goes, and the files, finished and not yet written."""

    code: int
    target: Path = Path()
    files: dict[Path, Output] = field(default_factory=dict)


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
    help="Lập bản dự thảo khi còn đơn vị chưa gửi, chưa điền hoặc có lỗi; ghi rõ trên trang đầu.",
)
@click.option("--draft", is_flag=True, help="In lời văn đã điền số ra màn hình; không ghi gì.")
@click.option(
    "--charts/--no-charts", default=None, help="Có hay không có phụ lục biểu đồ, thay cho bieu_do trong bao_cao.yaml."
)
@click.option("--check", is_flag=True, help="Không ghi; mã thoát 1 nếu báo cáo đang có khác số liệu.")
@options.strict
@options.color
@options.workspace
@click.pass_obj
def command(ledger: Ledger, /, ky: str | None, workspace: str | None, *, every: bool, **asked: object) -> int:
    """Kiểm tra mọi tệp của KỲ rồi lập out/KỲ/bao_cao.docx.

    Có lỗi thì không ghi gì và báo cáo cũ giữ nguyên. Tệp đã sửa tay, đã ký hoặc không do cqtt ghi thì được giữ lại
    dưới tên khác.
    """
    wanted = Wanted(**asked)  # type: ignore[arg-type]  # click's own names and types
    reader = options.found_reader(workspace)
    if every and (ky is not None or wanted.output is not None):
        raise UsageFault("--all không đi cùng KỲ hay --output", "ví dụ cqtt build --all, cqtt build 2024Q1")
    if ky is None and not every:
        raise UsageFault("thiếu KỲ", "ví dụ cqtt build 2024Q1; mọi kỳ: cqtt build --all")
    periods = [options.found_period(reader, ky)] if ky is not None else options.all_periods(reader)
    made = [_made(reader, period, wanted) for period in periods]
    if every and not (wanted.check or wanted.draft):
        for period, one in zip(periods, made, strict=True):
            if one.code:
                console.say(f"{period.ma}: không ghi, báo cáo cũ giữ nguyên")
    files = {path: output for one in made for path, output in one.files.items()}
    lacking, fault = _add_pdfs(made, files) if wanted.pdf else ([], None)
    ledger.put(files, lacking, elsewhere="" if every else "--output")
    if wanted.pdf:
        _tell_fonts(output for path, output in files.items() if path.suffix == ".pdf")
    if fault:
        raise fault
    return max(one.code for one in made)


def _made(reader: Reader, period: Ky, wanted: Wanted) -> Made:
    """The files of *period* in memory: nothing is written before everything is made, of all periods."""
    if (seal := reader.seal(period)) is not None:
        return _signed(reader, seal, wanted)
    root, gathered = reader.root, gather(reader, period, allow_missing=wanted.allow_missing)
    name = "bao_cao.du-thao.docx" if gathered.missing else "bao_cao.docx"
    target = _target(root, period.ma, wanted.output, name)
    composed = compose(gathered, root, charts=wanted.charts)
    options.tell(composed.problems, wanted.color, gathered)
    if wanted.draft and composed.manuscript is not None:
        console.out(composed.manuscript.readable())
    if options.failed(composed.problems, strict=wanted.strict) or composed.report is None:
        return Made(1)
    if wanted.draft:
        return Made(0)
    if wanted.check:
        return Made(_check(_report(gathered, composed.report), target, period, _again(period, wanted)))
    return Made(0, target, _files(_report(gathered, composed.report), gathered, composed, target, period, wanted))


def _signed(reader: Reader, seal: Seal, wanted: Wanted) -> Made:
    """The files of a sealed period: the report that was signed, byte for byte, or nothing."""
    signed = reader.as_signed(seal.ky)
    target = _target(reader.root, seal.ky.ma, wanted.output, "bao_cao.docx")
    gathered = gather(signed, seal.ky)
    composed = compose(gathered, signed.template_root, charts=seal.record.bieu_do)
    data, problems = None, settled(seal, composed.problems, charts=wanted.charts)
    if not has_errors(problems):
        data, more = again(seal, composed.report)
        problems += more
    options.tell(problems, wanted.color, gathered)
    if wanted.draft and composed.manuscript is not None:
        console.out(composed.manuscript.readable())
    if options.failed(problems, strict=wanted.strict) or data is None:
        return Made(1)
    if wanted.draft:
        return Made(0)
    output = Output(data, "", _as_sealed(seal))
    if wanted.check:
        return Made(_check(output, target, seal.ky, _again(seal.ky, wanted), sealed=True))
    return Made(0, target, _files(output, gathered, composed, target, seal.ky, wanted))


def _as_sealed(seal: Seal) -> str:
    """What is said below a sealed report: that it is, and which shared files were changed since, to no effect."""
    said = f"  {seal.ky.ma} đã niêm phong ngày {seal.record.ngay_niem_phong}: đúng bản đã ký\n"
    since = [f"{p.path}:{p.position.line}" if p.position.line else p.path for p in seal.beside]
    return f"{said}  đã đổi từ đó, báo cáo này không đổi theo: {', '.join(since)}\n" if since else said


def _files(
    output: Output, gathered: Gathered, composed: Composed, target: Path, period: Ky, wanted: Wanted
) -> dict[Path, Output]:
    """The report *output* for *target*, and the files that stand beside it where they are asked for."""
    files = {target: output}
    if wanted.with_review and composed.report is not None:
        files |= _review(gathered, composed, composed.report, target, period.ma)
    return files


def _check(output: Output, target: Path, period: Ky, again: str, *, sealed: bool = False) -> int:
    """Whether the report that lies there is what the data give; *again* is the call that makes it so."""
    from cqtt.cli.standing import told
    from cqtt.pipeline.standing import Standing, standing

    found = standing(output.data, None if is_folder(target) else read_bytes(target))
    console.out("".join(f"{line}\n" for line in told(found, target, period.ma, again, sealed=sealed)))
    return int(found is not Standing.SAME)


def _again(period: Ky, wanted: Wanted) -> str:
    """The call that writes what was asked for."""
    words = ["cqtt build", period.ma]
    if wanted.output is not None:
        words += ["-o", f'"{wanted.output}"' if " " in wanted.output else wanted.output]
    words += ["--allow-missing"] if wanted.allow_missing else []
    if wanted.charts is not None:
        words.append("--charts" if wanted.charts else "--no-charts")
    return " ".join(words)


def _report(gathered: Gathered, report: Report) -> Output:
    from cqtt.pipeline.publish import made  # python-docx is loaded only when there is something to write

    note = ""
    if gathered.missing:
        note = f"  bản dự thảo, chưa có: {ke_thieu(gathered.missing)}\n"
    return Output(made(report), f" từ {gathered.good}/{gathered.expected} {gathered.kinds}", note)


def _review(gathered: Gathered, composed: Composed, report: Report, target: Path, period: str) -> dict[Path, Output]:
    """The review copy and the table of figures, which stand beside *target*."""
    from cqtt.pipeline.publish import made
    from cqtt.pipeline.review import review

    if gathered.explainer is None:
        return {}
    told = review(report, gathered.explainer, composed.manuscript, composed.accepted)
    copy, table = target.with_suffix(".ra-soat.docx"), target.with_suffix(".figures.json")
    data, remarks, number = reporter.as_file(told.as_data(period)), told.remarks(), len(told.figures)
    del told  # of many units it is larger than the copy
    return {copy: Output(made(report, remarks), f": {number} số liệu có lời bình"), table: Output(data)}


def _add_pdfs(made: list[Made], files: dict[Path, Output]) -> tuple[list[Path], EnvironmentFault | None]:
    """Add the PDF of each report to *files*; those that cannot be made, and why: nobody waits for the others then."""
    from cqtt.pipeline.pdf import to_pdf

    targets = [one.target for one in made if one.files]
    for number, target in enumerate(targets):
        try:
            files[target.with_suffix(".pdf")] = Output(to_pdf(files[target].data))
        except EnvironmentFault as fault:
            return [target.with_suffix(".pdf") for target in targets[number:]], fault
    return [], None


def _tell_fonts(pdfs: Iterable[Output]) -> None:
    """Report where the letters of a PDF are not those of one font like Times New Roman."""
    from cqtt.pipeline.fonts import strange

    for fonts in dict.fromkeys(tuple(strange(pdf.data)) for pdf in pdfs):
        if fonts:
            several = "trộn các phông" if len(fonts) > 1 else "không in bằng Times New Roman mà bằng"
            console.say(f"cảnh báo: bản PDF {several} {', '.join(fonts)}\n  xem máy thiếu gì bằng: cqtt doctor")


def _target(root: Path, period: str, output: str | None, name: str) -> Path:
    """Where the report goes, by default under *name*; ``--output`` may name a folder."""
    if output is None:
        return root / "out" / period / name
    if not output:
        raise UsageFault("--output để trống", "ví dụ --output bao_cao.docx")
    path = Path(output)
    if is_folder(path):
        return path / name
    if path.suffix.lower() != ".docx":
        raise UsageFault(f"--output phải là tệp .docx: {output}", "ví dụ --output bao_cao.docx")
    return path
