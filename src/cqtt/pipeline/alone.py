"""One unit's file by itself: what is wrong in it, and beside the other units and the last period where those are there.

What a file is written in decides who reads it (``READERS``, by the ending); everything after that is the same.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.checks import check_units
from cqtt.checks.chap_nhan import of_unit, settle
from cqtt.checks.ky import is_copied, joins
from cqtt.models import places
from cqtt.models.ban_ghi import BanGhi
from cqtt.models.don_vi import DonVi
from cqtt.models.du_lieu import CoNguon, ReportOf, UnitReport
from cqtt.models.ke_tiep import theo_don_vi_sau
from cqtt.models.ky import NAM_CUOI, Ky, doc_ky
from cqtt.models.registry import DEFAULT, report_of, report_type
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import Unit
from cqtt.names import fold, identifier, nearest, nfc
from cqtt.pipeline.gather import beside
from cqtt.pipeline.read import Period, Reader
from cqtt.problems import Problem, Severity, has_errors
from cqtt.source.communes import Register
from cqtt.source.one_file import read_file

_UNKNOWN = Ky(NAM_CUOI, 1, 12)
"""Stands for a period that nothing names: so late that nothing comes after it."""
_ASKS = (Severity.ERROR, Severity.WARNING)
_NO_WORKSPACE = f"chưa so với danh sách đơn vị, các đơn vị khác và kỳ trước: không thấy {places.AUTHORITY}"
_NO_AUTHORITY = f"chưa so với danh sách đơn vị, các đơn vị khác và kỳ trước: {places.AUTHORITY} có lỗi"
_NO_PERIOD = "chưa so với các đơn vị khác và kỳ trước: ghi tên kỳ trước tên tệp, ví dụ cqtt check 2024Q1 tep.yaml"


class Answer(Struct, frozen=True):
    """What a file says: its *record*, None where it is wrong, the *problems* of reading it, and the period that it
    names itself, None where it names none."""

    record: CoNguon[BanGhi] | None
    problems: list[Problem]
    ky: Ky | None = None


Read = Callable[[Path, str, ReportType, Ky | None], Answer]
"""Reads the file at a path below a folder, for a report, and for a period where that is known."""


def _yaml(root: Path, path: str, report: ReportType, ky: Ky | None) -> Answer:
    found: list[Problem] = []
    return Answer(read_file(root, path, report.record, found, ky), found)


def _form(root: Path, path: str, report: ReportType, ky: Ky | None) -> Answer:
    from cqtt.pipeline.form_alone import answer_alone  # with openpyxl, for who asks

    return Answer(*answer_alone(root, path, report, ky))


READERS: dict[str, Read] = {".yaml": _yaml, ".yml": _yaml, ".xlsx": _form, ".csv": _form}


class Looked(Struct):
    """What was found in a file. *unit* and *ky* are whose it is and for which period, None where nothing says so.

    *left_out* says what could not be looked at, and why; empty where all of it was.
    """

    path: str
    problems: list[Problem] = field(default_factory=list)
    unit: Unit | None = None
    ky: Ky | None = None
    left_out: str = ""


def in_place(reader: Reader, path: str) -> Ky | None:
    """The period whose unit's file *path*, relative to the workspace, is; None for any other path."""
    parts = path.split("/")
    ky = doc_ky(parts[1]) if len(parts) == len(("data", "period", "group", "file")) else None
    return ky if ky and path.startswith(f"{places.units(ky, reader.report.group)}/") else None


def look_in_place(reader: Reader, path: str, ky: Ky) -> Looked:
    """Everything that the whole check of *ky* finds in the unit's file *path* of the workspace, in the same words.

    What is wrong elsewhere keeps none of it back, as far as it does not depend on it.
    """
    period = reader.period(ky)
    if period.don_vi is None:
        return look(reader.root, path, reader, ky)
    units = Register(period.don_vi, ky).units
    unit = next((unit for unit in units if places.unit(ky, reader.report.group, unit.ma) == path), None)
    found = [problem for problem in period.problems if problem.path == path]
    read = next((xa for xa in period.units if xa.nguon.path == path), None)
    return Looked(path, _beside(reader, ky, read, found) if read else found, unit, ky)


def look(root: Path, path: str, reader: Reader | None, ky: Ky | None) -> Looked:
    """What is wrong in the file *path* below *root*: an answer of one of the workspace's units for *ky*.

    Without a workspace, or a period, what needs it is left out.
    """
    report = reader.report if reader else report_type(DEFAULT)
    answer = READERS[Path(path).suffix.lower()](root, path, report, ky)
    looked = Looked(path, list(answer.problems), None, ky or answer.ky)
    don_vi = reader.authority[0] if reader else None
    if don_vi is None:
        looked.left_out = _NO_AUTHORITY if reader else _NO_WORKSPACE
    elif looked.ky is None:
        looked.left_out = _NO_PERIOD
    if answer.record is None:
        return looked
    looked.unit, wrong = _whose(answer.record, report, don_vi.gia_tri if don_vi else None, looked.ky, Path(path).stem)
    looked.problems.extend(wrong)
    if looked.unit and not has_errors(looked.problems):
        read = ReportOf(looked.unit, answer.record.gia_tri, answer.record.nguon, report.danh_muc)
        if reader is None or don_vi is None or looked.ky is None:
            found = [*looked.problems, *check_units(report, (read,), looked.ky or _UNKNOWN)]
            looked.problems = settle([p for p in found if p.path == path], [*of_unit(read)], all_known=False)[0]
        else:
            looked.problems = _beside(reader, looked.ky, read, looked.problems)
    return looked


def _whose(
    record: CoNguon[BanGhi], report: ReportType, don_vi: DonVi | None, ky: Ky | None, stem: str
) -> tuple[Unit | None, list[Problem]]:
    """The unit that the *record* is of, by the file's name *stem* or the name in it; and TEP06 where that is not clear.

    Without an authority it is whoever it says.
    """
    name: str = getattr(record.gia_tri, report.unit_name)
    if don_vi is None:
        return Unit(identifier(name), name, report.noun), []
    units = _units(don_vi, ky)
    meant = next((unit for unit in units if unit.ma == stem), None)
    if meant:
        told = Register(don_vi, ky).check_name(record.gia_tri, meant, record.nguon) if ky is not None else ()
        return meant, list(told)
    named = [unit for unit in units if fold(name) in (fold(unit.ten), fold(unit.ten_day_du))]
    exact = [unit for unit in named if nfc(name) in (nfc(unit.ten), nfc(unit.ten_day_du))] or named
    if len(exact) == 1:
        return exact[0], []
    near = nearest(name, [unit.ten for unit in units])
    message = f"“{name}” không có trong don_vi.yaml"
    hint = f"có phải ý bạn là “{near}”?" if near else "ghi đúng tên trong don_vi.yaml"
    if exact:
        message = f"có {len(exact)} đơn vị tên “{name}”: {', '.join(unit.ten_day_du for unit in exact)}"
        hint = f"đặt tên tệp theo mã của đơn vị: {' hoặc '.join(f'{unit.ma}.yaml' for unit in exact)}"
    return None, [Problem(record.nguon.position((report.unit_name,)), "TEP06", message, hint, report.unit_name)]


def _units(don_vi: DonVi, ky: Ky | None) -> list[Unit]:
    """The units of the period; where that is not known every one that there ever was, as it is called now."""
    now = Register(don_vi, _UNKNOWN if ky is None else ky).units
    return (
        now
        if ky is not None
        else [*({xa.ma: xa.don_vi for xa in don_vi.units} | {unit.ma: unit for unit in now}).values()]
    )


def _beside(reader: Reader, ky: Ky, read: UnitReport, found: Sequence[Problem]) -> list[Problem]:
    """What was *found* in the file that *read* comes from, and what the others and the last period say of it.

    The rules hear of it last, so that of two that are alike it is the one that is told; not where that is acknowledged
    in the other one.
    """
    period, path = reader.period(ky), read.nguon.path
    others = [xa for xa in period.units if xa.don_vi.ma != read.don_vi.ma]
    ruled = [p for p in check_units(reader.report, (*others, read), ky) if p.path == path]
    if any(read is xa for xa in period.units):
        entries = [entry for xa in others for entry in of_unit(xa)]
        open_ones = {p.code for p in settle(period.problems, entries, all_known=False)[0] if p.severity in _ASKS}
        ruled = [p for p in ruled if p.code in open_ones]
    earlier = reader.period(ky.ky_truoc) if ky.ky_truoc and reader.has(ky.ky_truoc) else None
    beside_last = _beside_last(period, ky, earlier, ky.ky_truoc, read) if earlier and ky.ky_truoc else ()
    known = not has_errors([*period.problems, *(earlier.problems if earlier else ())])
    unlike = _unlike(period, earlier, read)
    return settle([*dict.fromkeys([*found, *ruled, *beside_last, *unlike])], [*of_unit(read)], all_known=known)[0]


def _unlike(period: Period, earlier: Period | None, read: UnitReport) -> Iterator[Problem]:
    """What the rules over two periods, and over all units, find in *read*; nothing where the period cannot be read."""
    if period.data is None:
        return
    units = tuple(read if xa.don_vi.ma == read.don_vi.ma else xa for xa in period.units)
    data = replace(period.data, units=units if read in units else (*units, read))
    before = earlier.data if earlier and not has_errors(earlier.problems) else None
    yield from (problem for problem in beside(before, data) if problem.path == read.nguon.path)


def _beside_last(period: Period, ky: Ky, earlier: Period, truoc: Ky, read: UnitReport) -> Iterator[Problem]:
    """KY01, KY02: what *read* says beside the good files of the last period, whatever is wrong with the others there.

    A unit that others were merged into is not compared where one of them may be missing.
    """
    assert period.don_vi is not None, "the caller has looked"
    ma, listed = read.don_vi.ma, period.don_vi
    wrong = {problem.path for problem in earlier.problems if problem.severity is Severity.ERROR}
    units = [xa for xa in earlier.units if xa.nguon.path not in wrong]
    merged = any(unit.nhap_vao == ma for unit in listed.units)
    reports = theo_don_vi_sau(listed, units, {unit.ma for unit in Register(listed, ky).units})[0].get(ma, [])
    if reports and not (merged and has_errors(earlier.problems)):
        yield from joins(truoc, reports, read)
    for before in units:
        if before.don_vi.ma == ma:
            several = listed.nguong_canh_bao.tren(report_of(listed).bounds).so_trung
            yield from is_copied(truoc, before, read, several)
