"""One call of ``cqtt import``: what was read, what it writes, and what it replaced, so that it can be undone."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, field

from cqtt.collect.log import NOBODY, Entry, added, log_text, next_run, read_log, undone
from cqtt.disk import read_bytes
from cqtt.faults import UsageFault
from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.pipeline.answers import Import, Ready
from cqtt.pipeline.intake import Intake
from cqtt.pipeline.read import Reader
from cqtt.pipeline.received import Received
from cqtt.problems import Problem, Severity
from cqtt.reporter import dumped


class Imported(Struct):
    """What an import found: every file received, and those that may be written, as new bytes by path."""

    received: list[Received] = field(default_factory=list)
    ready: list[Ready] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: dict[Path, bytes] = field(default_factory=dict)

    @property
    def refused(self) -> list[Received]:
        """The answers that are not written although they should be."""
        done = {id(made.received) for made in self.ready}
        return [file for file in self.received if id(file) not in done and _has_error(file)]


def _has_error(file: Received) -> bool:
    return not file.good and any(problem.severity is Severity.ERROR for problem in file.told)


def import_answers(
    reader: Reader, ky: Ky, paths: Sequence[Path], shown: Callable[[Path], str], *, replace: bool, time: str
) -> Imported:
    """The answers below *paths* for *ky*; nothing is written yet. *time* stands in the log."""
    authority, problems = reader.authority
    if authority is None:
        return Imported(problems=problems)
    log = log_text(reader.root, ky)
    received = Intake(reader.report, authority.gia_tri, ky).received(paths, shown)
    ready = Import(reader, ky, read_log(log), replace).ready(received)
    found = Imported(received, ready, [problem for file in received for problem in file.told])
    if ready:
        run = next_run(log)
        entries = [_entry(run, time, made) for made in ready]
        texts = {made.path: made.text for made in ready} | {places.intake(ky): added(log, entries)}
        texts[places.intake_undo(ky)] = _undo(run, ready)
        found.files = {reader.root / path: text.encode() for path, text in texts.items()}
    return found


def _entry(run: int, time: str, made: Ready) -> Entry:
    file = made.received
    unit = (file.unit.ma, file.unit.ten_day_du) if file.unit else (NOBODY, "số liệu riêng")
    return Entry(run, time, unit[0], unit[1], file.file, file.sha256, made.taken)


def _undo(run: int, ready: Sequence[Ready]) -> str:
    files = {
        made.path: {
            "before": made.before.decode() if made.before is not None else None,
            "after": _sha256(made.text.encode()),
        }
        for made in ready
    }
    return dumped({"run": run, "files": files})


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Undone(Struct):
    """The files of the last import as they were: those to be written, and those that it had made and that go."""

    run: int
    files: dict[Path, bytes] = field(default_factory=dict)
    gone: list[Path] = field(default_factory=list)


def undo(root: Path, ky: Ky, time: str) -> Undone:
    """What undoes the last import into *ky*.

    Raises ``UsageFault`` where there is none, and where one of its files was changed since.
    """
    raw = read_bytes(root / places.intake_undo(ky))
    kept = json.loads(raw) if raw else {}
    if not kept.get("files"):
        raise UsageFault(f"kỳ {ky.ma} không có lần nhập nào để hoàn tác", "chỉ hoàn tác được lần nhập cuối")
    found = Undone(kept["run"])
    changed = [path for path, file in kept["files"].items() if _now(root, path) != file["after"]]
    if changed:
        hint = "sửa tay, hoặc nhập lại phiếu đúng với --replace"
        raise UsageFault(f"không hoàn tác: tệp đã được sửa sau lần nhập: {', '.join(changed)}", hint)
    for path, file in kept["files"].items():
        if file["before"] is None:
            found.gone.append(root / path)
        else:
            found.files[root / path] = file["before"].encode()
    found.files[root / places.intake(ky)] = undone(log_text(root, ky), found.run, time).encode()
    found.files[root / places.intake_undo(ky)] = dumped({"run": found.run, "files": {}}).encode()
    return found


def _now(root: Path, path: str) -> str:
    return _sha256(read_bytes(root / path) or b"")
