"""``cqtt verify FILE 2024Q1``: does this file, signed or edited, say what the data say?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger
from cqtt.cli.output import Output
from cqtt.cli.vietnamese import Command
from cqtt.disk import is_folder, read_bytes
from cqtt.faults import UsageFault
from cqtt.models.ky import Ky
from cqtt.problems import Position
from cqtt.verify.verdict import Comment, FigureChange, Kind, Reason, Verdict, WordChange

WORD, PDF = ".docx", ".pdf"
QUOTED = 60
"""Letters of a paragraph by which a comment is found again."""
_DID = {Kind.CHANGED: "sửa", Kind.ADDED: "thêm", Kind.REMOVED: "bỏ", Kind.MOVED: "chuyển chỗ"}
_WHY = {
    Reason.EDITED: "sửa tay",
    Reason.DATA: "số liệu đổi sau khi lập",
    Reason.SOURCE: "khuôn mẫu hoặc bao_cao.yaml đổi sau khi lập",
    None: "không rõ sửa tay hay nguồn đổi",
}


@click.command("verify", cls=Command)
@click.argument("tep", metavar="TỆP")
@options.maybe_period
@click.option("--redline", metavar="TỆP.docx", help="Ghi bản Word có dấu sửa (track changes), từ bản của số liệu.")
@options.form
@options.color
@options.workspace
@click.pass_obj
def command(
    ledger: Ledger, /, tep: str, ky: str | None, redline: str | None, form: str, color: str, workspace: str | None
) -> int:
    """Tệp .docx hoặc .pdf này có nói đúng như số liệu không: câu nào sửa, thêm, bỏ, chuyển chỗ; số nào khác, vì sao.

    Số, ngày và chữ ký của văn thư, cách trình bày, lời bình không tính là khác. KỲ không ghi thì lấy ở tệp.
    """
    path = Path(tep)
    data = opened(path, (WORD, PDF))
    if redline is not None and (path.suffix.lower() != WORD or Path(redline).suffix.lower() != WORD):
        raise UsageFault("--redline chỉ dùng cho tệp .docx và ghi ra tệp .docx", "ví dụ --redline sua.docx")
    reader = options.found_reader(workspace)
    period = options.found_period(reader, ky) if ky else None
    from cqtt.pipeline import verify as pipeline  # python-docx is loaded for a call that is right

    found = (pipeline.verify_pdf if path.suffix.lower() == PDF else pipeline.verify)(reader, data, period, path.name)
    if found.verdict is None:
        options.tell(found.problems, color, found.gathered)
        console.say(f"chưa so được: số liệu kỳ {found.ky.ma} còn lỗi")
        return 1
    if redline is not None:
        from cqtt.verify.redline.document import redlined

        ledger.put({Path(redline): Output(redlined(found.report, data))}, elsewhere="--redline")
    if form == "json":
        console.out_json(reporter.dumped(as_data(found.verdict, path.as_posix(), found.ky)))
    else:
        console.out("".join(f"{line}\n" for line in _lines(found.verdict, path.name, found.ky)))
    return int(not found.verdict.agrees)


def opened(path: Path, kinds: tuple[str, ...]) -> bytes:
    """The bytes of the file that the call names, one of the *kinds*."""
    if path.suffix.lower() not in kinds:
        hint = "mở bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx)"
        raise UsageFault(f"chỉ đọc được tệp {' hoặc '.join(kinds)}: {path}", hint)
    data = None if is_folder(path) else read_bytes(path)
    if data is None:
        raise UsageFault(f"không có tệp {path}", "kiểm tra tên tệp và thư mục")
    return data


def _lines(verdict: Verdict, name: str, ky: Ky) -> Iterator[str]:
    for change in verdict.changes:
        yield from _change(change)
    for figure in verdict.figures:
        yield from _figure(figure)
    for comment in verdict.comments:
        yield from _comment(comment)
    if verdict.formatting:
        yield f"Chỉ khác cách trình bày: {verdict.formatting} đoạn"
    if verdict.agrees:
        yield f"{name} đúng với số liệu kỳ {ky.ma}"
        return
    counts = ((len(verdict.changes), "chỗ lời văn"), (len(verdict.figures), "số liệu"))
    yield f"{name} khác với số liệu kỳ {ky.ma}: {', '.join(f'{count} {what}' for count, what in counts if count)}"


def _where(position: Position, section: str) -> str:
    line = f"{position.path}:{position.line}: " if position.path else ""
    return f"{line}{f'mục {section}' if (section[:1] in 'IVX' and section.isupper()) or '.' in section else section}"


def _change(change: WordChange) -> Iterator[str]:
    by = f", {change.author}" if change.author else ""
    yield f"{_where(change.position, change.section)}: {_DID[change.kind]} ({_WHY[change.reason]}{by})"
    if change.kind is not Kind.ADDED:
        yield f"  - {change.old}"
    if change.kind in (Kind.CHANGED, Kind.ADDED) or (change.old != change.new and change.new):
        yield f"  + {change.new}"


def _figure(figure: FigureChange) -> Iterator[str]:
    by = f", {figure.author}" if figure.author else ""
    told = f"tệp in “{figure.printed}”, số liệu là “{figure.data}”"
    yield f"{_where(figure.position, figure.section)}: {figure.path}: {told} ({_WHY[figure.reason]}{by})"
    yield f"  trong câu: {figure.sentence}"
    if figure.written:
        yield f"  số liệu ghi ở {figure.written.path}:{figure.written.line}"


def _comment(comment: Comment) -> Iterator[str]:
    at = comment.words if len(comment.words) <= QUOTED else f"{comment.words[:QUOTED]}…"
    section = f"{comment.section}: " if comment.section else ""
    yield f"Lời bình của {comment.author}, {section}“{at}”"
    yield f"  {comment.text}"


def as_data(verdict: Verdict, file: str, ky: Ky) -> dict[str, Any]:
    """The same for programs."""
    return {
        "schema_version": reporter.SCHEMA_VERSION,
        "file": file,
        "period": ky.ma,
        "agrees": verdict.agrees,
        "anchored": verdict.anchored,
        "changes": [
            {
                "kind": change.kind.value,
                "section": change.section,
                "old": change.old,
                "new": change.new,
                **_source(change.position),
                "author": change.author,
                "reason": change.reason and change.reason.value,
            }
            for change in verdict.changes
        ],
        "figures": [
            {
                "path": figure.path,
                "printed": figure.printed,
                "data": figure.data,
                "section": figure.section,
                "sentence": figure.sentence,
                **_source(figure.position),
                "written": f"{figure.written.path}:{figure.written.line}" if figure.written else None,
                "author": figure.author,
                "reason": figure.reason and figure.reason.value,
            }
            for figure in verdict.figures
        ],
        "formatting": verdict.formatting,
        "comments": [
            {"author": c.author, "text": c.text, "section": c.section, "words": c.words} for c in verdict.comments
        ],
    }


def _source(position: Position) -> dict[str, Any]:
    return {"source": position.path or None, "line": position.line or None}
