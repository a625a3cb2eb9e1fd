"""Warnings that somebody has acknowledged in the data: they are reported as notices, with the reason given."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cqtt.models.chap_nhan import ChapNhan
from cqtt.models.du_lieu import DuLieu, UnitReport
from cqtt.problems import Key, Locator, Problem, Severity

NAMED = 5
"""Places that a finding names."""

_NEVER = ("XN01", "NP")
"""Warnings that nobody acknowledges: of entries themselves, of a sealed file that was changed."""


class Acknowledgement(Struct, frozen=True):
    """One entry of a file's ``chap_nhan``; it holds for warnings in the files *paths*.

    One that was written *for_part* of a rolled-up period may speak of what only that part shows, its prose for example.
    """

    entry: ChapNhan
    key: Key
    source: Locator
    paths: tuple[str, ...]
    for_part: bool = False

    def covers(self, problem: Problem) -> bool:
        """Whether it speaks of *problem*."""
        same = problem.code == self.entry.ma and problem.path in self.paths
        return same and self.entry.tai in (None, problem.key)


class Accepted(Struct, frozen=True):
    """An acknowledged warning, and the reason."""

    problem: Problem
    reason: str


def acknowledgements(data: DuLieu) -> Iterator[Acknowledgement]:
    """Every entry in the period's file, which also speaks for ``don_vi.yaml``, and in the units' files."""
    for part in (*data.cac_ky, data):
        source, for_part = part.bao_cao.nguon, part is not data
        for i, entry in enumerate(part.bao_cao.gia_tri.chap_nhan):
            paths = (source.path, part.don_vi.nguon.path)
            yield Acknowledgement(entry, ("chap_nhan", i, "ma"), source, paths, for_part)
        for xa in part.units:
            if not xa.cac_ky:
                yield from of_unit(xa, for_part=for_part)


def of_unit(xa: UnitReport, *, for_part: bool = False) -> Iterator[Acknowledgement]:
    """Every entry in the file of *xa*, which was read."""
    for i, entry in enumerate(getattr(xa.so_lieu, "chap_nhan", ())):
        yield Acknowledgement(entry, ("chap_nhan", i, "ma"), xa.nguon, (xa.nguon.path,), for_part)


def settle(
    problems: Sequence[Problem], entries: Sequence[Acknowledgement], *, all_known: bool
) -> tuple[list[Problem], list[Accepted]]:
    """*problems* with the acknowledged warnings turned into notices, and these warnings with their reasons.

    An entry that speaks of an error is a warning itself (XN01), and where *all_known* warnings are there one that
    speaks of none.
    """
    told: list[Problem] = []
    accepted: list[Accepted] = []
    used: set[int] = set()
    for problem in problems:
        warns = problem.severity is Severity.WARNING
        by = next((i for i, entry in enumerate(entries) if warns and entry.covers(problem)), None)
        if by is None:
            told.append(problem)
            continue
        used.add(by)
        reason = entries[by].entry.ly_do
        accepted.append(Accepted(problem, reason))
        told.append(replace(problem, message=f"{problem.message} (đã chấp nhận: {reason})", severity=Severity.NOTICE))
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    unused = [entry for i, entry in enumerate(entries) if i not in used and not entry.for_part]
    of_errors = [entry for entry in unused if any(map(entry.covers, errors))]
    idle = [_idle(entry, problems, is_error=entry in of_errors) for entry in unused if all_known or entry in of_errors]
    return [*told, *idle], accepted


def _idle(entry: Acknowledgement, problems: Sequence[Problem], *, is_error: bool) -> Problem:
    """XN01: *entry* speaks of no warning; of an error it cannot."""
    ma, tai = entry.entry.ma, entry.entry.tai
    there = [p for p in problems if p.severity is Severity.WARNING and p.path in entry.paths]
    keys = list(dict.fromkeys(p.key for p in there if p.code == ma and p.key))
    if is_error:
        message, hint = f"{ma} là lỗi, không chấp nhận được", "sửa số liệu, rồi bỏ mục này"
    elif tai and keys:
        message = f"không có cảnh báo {ma} tại {tai}"
        hint = f"cảnh báo {ma} trong tệp này ở: {', '.join(keys[:NAMED])}; sửa tai, hoặc bỏ mục này"
    else:
        codes = list(dict.fromkeys(p.code for p in there))
        message = f"không có cảnh báo {ma} nào"
        known = f"tệp này đang có cảnh báo: {', '.join(codes[:NAMED])}; " if codes else ""
        hint = f"{known}bỏ mục này, hoặc sửa ma, tai cho đúng"
    here = entry.source.position(entry.key)
    return Problem(here, "XN01", message, hint, "chap_nhan", Severity.WARNING)


def how_to_acknowledge(problems: Sequence[Problem], entries_in: Mapping[str, str]) -> str:
    """What is said below findings: how the first warning that can be acknowledged is; empty where none can.

    *entries_in* is the file in which entries stand, for each file that warnings may be about.
    """
    for problem in sorted(problems, key=lambda problem: problem.sort_key):
        file = entries_in.get(problem.path)
        if problem.severity is Severity.WARNING and not problem.code.startswith(_NEVER) and file:
            at = f", tai: {problem.key}" if problem.key else ""
            return (
                "cảnh báo đã xem mà số đúng như vậy: ghi vào cuối tệp, từ đó chỉ là lưu ý. Ví dụ trong "
                f"{file}:\n  chap_nhan:\n    - {{ma: {problem.code}{at}, ly_do: vì sao đúng, ai đã kiểm tra}}"
            )
    return ""


def files_of(data: DuLieu) -> dict[str, str]:
    """For each file of *data* the one in which its warnings are acknowledged: its own, or the period's."""
    own = data.bao_cao.nguon.path
    return {own: own, data.don_vi.nguon.path: own} | {
        xa.nguon.path: xa.nguon.path for xa in data.units if not xa.cac_ky
    }
