"""What several commands share: the period, the workspace, and how findings are reported."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cqtt import reporter
from cqtt.cli import console
from cqtt.disk import entries, exists, here, is_folder
from cqtt.faults import CqttError, UsageFault
from cqtt.models import places
from cqtt.models.ky import Ky, doc_ky, hieu_ky
from cqtt.pipeline.gather import Gathered
from cqtt.pipeline.read import Reader
from cqtt.problems import Problem, Severity, has_errors

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

MARKER = Path(places.AUTHORITY)


def _periods(ctx: click.Context, _: click.Parameter, typed: str) -> list[str]:
    """The names of the periods below data/ that begin with what is *typed*, for the shell's completion."""
    try:
        root = found_workspace(ctx.params.get("workspace"))
        folders = _folders(root)
    except CqttError:  # nobody waits for a message there
        return []
    return [name for name in folders if name.startswith(typed)]


def _periods_or_files(ctx: click.Context, param: click.Parameter, typed: str) -> "list[CompletionItem]":
    """The periods that begin so; what does not begin like one is a file, which the shell finds itself."""
    from click.shell_completion import CompletionItem  # not needed otherwise

    file = [] if typed[:1].isdigit() else [CompletionItem(typed, type="file")]
    return [CompletionItem(ma) for ma in _periods(ctx, param, typed)] + (file if typed else [])


def _folders(root: Path) -> list[str]:
    """The names of the folders below data/ that may hold a period, in order."""
    return [folder.name for folder in entries(root / places.DATA) if doc_ky(folder.name) and is_folder(folder)]


period = click.argument("ky", metavar="KỲ", shell_complete=_periods)
period_or_files = click.argument("words", metavar="[KỲ] [TỆP]...", nargs=-1, shell_complete=_periods_or_files)
maybe_period = click.argument("ky", metavar="KỲ", required=False, shell_complete=_periods)
workspace = click.option(
    "-C",
    "--workspace",
    metavar="THƯ MỤC",
    help="Thư mục có data/don_vi.yaml; mặc định tìm từ thư mục hiện tại trở lên.",
)
form = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Dạng in ra: text hoặc json."
)
form_for_ci = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default=lambda: default_format(),
    help="Dạng in ra: text, json hoặc github.",
)
strict = click.option("--strict", is_flag=True, help="Coi cảnh báo là lỗi.")
color = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Tô màu: auto, always hoặc never."
)


def split(words: Sequence[str]) -> tuple[str | None, list[Path]]:
    """The period that *words* begin with, None for none, and the files that they name after it.

    A single word that is neither a period nor like a file's name is a slip in a period.
    """
    first, *rest = words or ("",)
    if not first:
        return None, []
    is_file = rest or Path(first).suffix or exists(Path(first))
    if doc_ky(first) is None and is_file:
        return None, [Path(word) for word in words]
    return first, [Path(word) for word in rest]


def workspace_above(path: Path) -> Path | None:
    """The nearest folder above *path* that holds ``data/don_vi.yaml``; None where there is none."""
    return next((root for root in path.parents if exists(root / MARKER)), None)


def found_workspace(given: str | None) -> Path:
    """The folder that holds ``data/don_vi.yaml``: *given*, or the nearest one from here upwards."""
    if given == "":
        raise UsageFault("--workspace để trống", "chỉ đúng thư mục của bộ số liệu")
    if given is not None:
        root = Path(given)
        if exists(root / MARKER):
            return root
        raise UsageFault(f"thư mục {root} không có data/don_vi.yaml", "chỉ đúng thư mục của bộ số liệu")
    if (above := workspace_above(here() / MARKER.name)) is not None:
        return above
    raise UsageFault(
        "không thấy data/don_vi.yaml ở thư mục này và các thư mục phía trên",
        "chuyển vào thư mục của bộ số liệu rồi chạy lại, hoặc dùng --workspace",
    )


def found_reader(given: str | None) -> Reader:
    """Reads the workspace *given*, or the nearest one; a slow reading shows how far it is."""
    return Reader(found_workspace(given), console.progress)


def named_period(given: str) -> Ky:
    """The period that *given* names, whether or not there is anything of it."""
    ky = hieu_ky(given)
    if ky is None:
        raise UsageFault(f"“{given}” không phải kỳ báo cáo", "viết như 2024Q1, 2024H1, 2024M09, 2024 hoặc 2024-03")
    return ky


def found_period(reader: Reader, given: str) -> Ky:
    """The period that *given* names, for which there must be a folder."""
    ky = named_period(given)
    if not is_folder(reader.root / places.folder(ky)) and not ky.phu(reader.periods)[0]:
        there = _folders(reader.root)
        meant = next((stray for stray in reader.strays if stray.key == ky.ma), None)
        if meant:
            raise UsageFault(f"chưa có kỳ {ky.ma}: có thư mục {meant.path}", meant.hint)
        known = f"các kỳ đang có: {', '.join(there)}" if there else "chưa có kỳ nào trong thư mục data"
        raise UsageFault(f"chưa có kỳ {ky.ma}: không thấy thư mục {places.folder(ky)}", known)
    return ky


def all_periods(reader: Reader) -> tuple[Ky, ...]:
    """Every period with files of its own; there must be one."""
    there = reader.reportable
    if not there:
        raise UsageFault("chưa có kỳ nào trong thư mục data", "tạo bằng: cqtt new 2024Q1")
    return there


def default_format() -> str:
    """``github`` where GitHub runs us, ``text`` elsewhere."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def failed(problems: list[Problem], *, strict: bool) -> bool:
    """Whether *problems* forbid going on; warnings do where the call is strict."""
    return has_errors(problems) or (strict and any(p.severity is Severity.WARNING for p in problems))


def tell(problems: list[Problem], color: str, gathered: Gathered | None = None) -> None:
    """Report errors and warnings on standard error, where there are any; GitHub gets them as annotations.

    Notices are for ``cqtt check``: they ask nothing of whoever builds. *gathered* has the number of good units.
    """
    problems = [problem for problem in problems if problem.severity is not Severity.NOTICE]
    if not problems:
        return
    if default_format() == "github":
        console.note(reporter.github(problems))
    else:
        console.note(reporter.text(problems, console.painter(color, sys.stderr)), raw=True)
    if gathered and (how := gathered.how_to_acknowledge(problems)):
        console.say(how)
    console.say(summary(problems, gathered))


def summary(problems: list[Problem], gathered: Gathered | None) -> str:
    """The last line of a report on findings: how many there are, and how many units are without."""
    if gathered is None:
        return reporter.summary(problems, 0, 0)
    return reporter.summary(problems, gathered.good, gathered.expected, gathered.kinds)
