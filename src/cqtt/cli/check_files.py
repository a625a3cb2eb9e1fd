"""``cqtt check nenh.yaml``: the files of single units, each alone, wherever it and whoever asks stand."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.disk import exists, here, is_folder
from cqtt.faults import UsageFault
from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.pipeline.alone import READERS, Looked, in_place, look, look_in_place
from cqtt.pipeline.read import Reader
from cqtt.problems import Problem


class Readers(Struct):
    """The workspaces of one call, each read once. *given* is the one that the call names, None for none."""

    given: str | None
    _known: dict[Path, Reader] = field(default_factory=dict)

    def of(self, path: Path) -> Reader | None:
        """The workspace for the absolute *path*: the call's own, that around the file, that around the caller."""
        root = options.found_workspace(self.given) if self.given is not None else options.workspace_above(path)
        root = root or options.workspace_above(here() / places.DATA)
        return self._known.setdefault(_whole(root), Reader(_whole(root), console.progress)) if root else None


def check_files(
    ky: str | None, files: Sequence[Path], form: str, workspace: str | None, color: str, *, strict: bool
) -> int:
    """Report what is wrong in each of *files*; the exit code. *ky* is the period that the call names for them."""
    for path in files:
        _refuse(path)
    readers = Readers(workspace)
    looked = [_looked(path, readers, ky) for path in files]
    if form == "json":
        told = [_as_data(one) for one in looked]
        several = {"schema_version": reporter.SCHEMA_VERSION, "files": told}
        console.out_json(reporter.dumped(several if len(told) > 1 else told[0]))
    else:
        _tell(looked, form, color)
    return max(int(options.failed(one.problems, strict=strict)) for one in looked)


def _refuse(path: Path) -> None:
    """Raise ``UsageFault`` where *path* is nothing that can be looked at alone."""
    if is_folder(path):
        raise UsageFault(f"{path} là thư mục", "ghi tên tệp của một đơn vị; cả kỳ: cqtt check 2024Q1")
    if not exists(path):
        raise UsageFault(f"không có tệp {path}", "kiểm tra tên tệp và thư mục")
    if path.suffix.lower() not in READERS or path.name in (places.DOCUMENT, Path(places.AUTHORITY).name):
        raise UsageFault(f"{path} không phải tệp của một đơn vị", "tệp khác thì kiểm tra cùng cả kỳ: cqtt check 2024Q1")


def _looked(path: Path, readers: Readers, ky: str | None) -> Looked:
    whole = _whole(path)
    reader = readers.of(whole)
    asked = _period(reader, ky)
    if reader and whole.is_relative_to(reader.root):
        inside = whole.relative_to(reader.root).as_posix()
        own = in_place(reader, inside)
        if own and asked in (None, own):
            return look_in_place(reader, inside, own)
    return look(Path(), path.as_posix(), reader, asked)


def _period(reader: Reader | None, given: str | None) -> Ky | None:
    """The period that the call names, which must be there where there is a workspace."""
    if given is None:
        return None
    return options.found_period(reader, given) if reader else options.named_period(given)


def _whole(path: Path) -> Path:
    """*path* from the root of the disk on, without ``..``; links are not followed."""
    return Path(os.path.normpath(here() / path))


def _tell(looked: Sequence[Looked], form: str, color: str) -> None:
    """All findings by file, then a line for each file: whose it is, and what could not be looked at."""
    problems: list[Problem] = [problem for one in looked for problem in one.problems]
    painted = reporter.text(problems, console.painter(color, sys.stdout))
    console.out(reporter.github(problems) if form == "github" else painted)
    for one in looked:
        whose = [one.unit.ten_day_du if one.unit else one.path, *([one.ky.ten] if one.ky else [])]
        console.out(f"{', '.join(whose)}: {reporter.summary(one.problems, 0, 0)}\n")
        if one.left_out:
            console.out(f"  {one.left_out}\n")


def _as_data(looked: Looked) -> dict[str, Any]:
    head = {
        "file": looked.path,
        "period": looked.ky.ma if looked.ky else None,
        "commune": looked.unit.ma if looked.unit else None,
        "left_out": looked.left_out or None,
    }
    return reporter.file_as_data(looked.problems, head)
