"""A period's seal as it lies on the disk, and what of the period is no longer as it was sealed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from cqtt.disk import entries, exists, is_folder, read_bytes
from cqtt.models import places
from cqtt.models.ky import Ky, doc_ky
from cqtt.models.niem_phong import MoNiemPhong, NiemPhong
from cqtt.problems import Position, Problem, Severity
from cqtt.sealing.changes import Change, changes
from cqtt.sealing.digest import digest, plain
from cqtt.source.one_file import read_file

LINES = 10
"""Lines that are named of a file that others share."""


class Seal(Struct, frozen=True):
    """The seal of *ky*; *place* is its folder's path in the workspace *root*."""

    root: Path
    ky: Ky
    place: str
    record: NiemPhong
    changed: tuple[Problem, ...]
    """What was changed in the period's own files, or in those that it was put together from (NP01, warnings)."""
    beside: tuple[Problem, ...]
    """What was changed in the files that it shares with others: it is made from the copies that were kept (NP01)."""
    damaged: tuple[Problem, ...]
    """The kept copies that are not as they were sealed (NP04)."""

    @property
    def holds(self) -> bool:
        """Whether the period can be made again as it was sealed."""
        return not (self.changed or self.damaged)

    @property
    def kept(self) -> Path:
        """The workspace of the kept copies."""
        return self.root / self.place / places.KEPT

    @property
    def report(self) -> bytes | None:
        """The kept report; None where it is gone, or is not the one that was sealed."""
        data = read_bytes(self.root / self.place / places.SEALED_REPORT)
        return data if data is not None and digest(data) == self.record.bao_cao else None


def seal_of(root: Path, ky: Ky, group: str) -> tuple[Seal | None, list[Problem]]:
    """The seal that holds for *ky*, None where it is not sealed; and what is wrong in the seal's own files.

    *group* is the name of the units' folder.
    """
    number = last_seal(root, ky)
    if not number:
        return None, []
    place, problems = places.seal(ky, number), list[Problem]()
    opened = f"{place}/{places.UNSEALED}"
    if exists(root / opened):
        read_file(root, opened, MoNiemPhong, problems)
        return None, problems
    read = read_file(root, f"{place}/{places.SEAL}", NiemPhong, problems)
    if read is None:
        return None, problems
    return _compared(root, ky, place, read.gia_tri, group), []


def last_seal(root: Path, ky: Ky) -> int:
    """The number of the last seal of *ky*; 0 where it was never sealed."""
    folder = root / places.seals(ky)
    if not is_folder(folder):
        return 0
    names = [entry.name.removeprefix("lan_") for entry in entries(folder) if entry.name.startswith("lan_")]
    return max((int(name) for name in names if name.isascii() and name.isdecimal()), default=0)


def files_of(root: Path, ky: Ky, group: str) -> list[str]:
    """The files of *ky* that are read: its own document, and those of its units."""
    document, units = places.document(ky), places.units(ky, group)
    found = [document] if exists(root / document) else []
    if is_folder(root / units):
        names = [entry.name for entry in entries(root / units)]
        found += [f"{units}/{name}" for name in names if name.endswith(".yaml") and not name.startswith(".")]
    return found


def _compared(root: Path, ky: Ky, place: str, record: NiemPhong, group: str) -> Seal:
    own = {ky.ma, *record.ghep_tu}
    changed, beside, damaged = list[Problem](), list[Problem](), list[Problem]()
    shared = dict.fromkeys((places.AUTHORITY, places.TEMPLATE), "")  # of which there must be a digest
    for path, sealed in (shared | record.tep).items():
        copy = f"{place}/{places.KEPT}/{path}"
        old, new = read_bytes(root / copy), read_bytes(root / path)
        if old is None or digest(plain(old)) != sealed:
            damaged.append(_damaged(copy, ky, gone=old is None))
        if new is not None and digest(plain(new)) == sealed:
            continue
        period = places.period_of(path)
        if period in own:
            changed += _changed(path, copy, ky, old or b"", new)
        else:
            beside.append(_beside(path, ky, old or b"", new, shared=period is None))
    for part in filter(None, map(doc_ky, sorted(own))):
        changed += [_added(path, ky) for path in files_of(root, part, group) if path not in record.tep]
    return Seal(root, ky, place, record, tuple(changed), tuple(beside), tuple(damaged))


def _changed(path: str, copy: str, ky: Ky, old: bytes, new: bytes | None) -> Iterator[Problem]:
    hint = f"lấy lại từ {copy}; đúng là phải sửa thì: {unseal_call(ky)}"
    if new is None:
        yield _problem(Position(path), ky, "tệp không còn", hint)
        return
    for change in changes(path, old, new):
        yield _problem(change.position, ky, change.said, hint)


def _added(path: str, ky: Ky) -> Problem:
    hint = f"chuyển tệp này đi nơi khác; đúng là phải thêm thì: {unseal_call(ky)}"
    return _problem(Position(path), ky, "tệp được thêm vào", hint)


def _beside(path: str, ky: Ky, old: bytes, new: bytes | None, *, shared: bool) -> Problem:
    """One finding for the file, at its first change: whoever edits it may do so, and should only know of it."""
    found = [] if new is None else list(changes(path, old, new))
    position = found[0].position if found else Position(path)
    message = f"{_several(found) if found else 'tệp không còn'}; {ky.ma} vẫn được lập từ bản giữ lại"
    if shared:
        return _problem(position, ky, message, "không phải sửa gì", Severity.NOTICE)
    hint = f"báo cáo đã ký so sánh với số cũ; phải ký lại thì: {unseal_call(ky)}"
    return _problem(position, ky, message, hint)


def _several(found: Sequence[Change]) -> str:
    if len(found) == 1:
        return found[0].said
    lines = ", ".join(str(change.position.line) for change in found[:LINES])
    return f"đã đổi ở {len(found)} chỗ, dòng {lines}{' …' if len(found) > LINES else ''}"


def _problem(position: Position, ky: Ky, said: str, hint: str, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(position, "NP01", f"từ khi niêm phong {ky.ma}: {said}", hint, severity=severity)


def _damaged(copy: str, ky: Ky, *, gone: bool) -> Problem:
    message = f"bản giữ lại của {ky.ma} {'không còn' if gone else 'khác với lúc niêm phong'}"
    hint = f"lấy lại từ bản sao lưu hoặc git; không còn bản nào thì: {unseal_call(ky)}"
    return Problem(Position(copy), "NP04", message, hint, severity=Severity.WARNING)


def unseal_call(ky: Ky) -> str:
    """The call that opens the period again."""
    return f'cqtt unseal {ky.ma} --reason "vì sao"'
