"""How far a period has come: who has reported, what the figures say so far, what is still to be done."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum

from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.collect.log import Entry, latest, log_text, read_log
from cqtt.models import places
from cqtt.models.ban_ghi import BanGhi
from cqtt.models.don_vi import DonVi
from cqtt.models.ky import Ky, sau_ngay_lam_viec
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import SoLieu, Unit
from cqtt.models.so_sanh import ChenhLech
from cqtt.models.theo_ban_ghi import FiguresOfRecord
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Period, Reader
from cqtt.problems import NOT_FILLED_IN, Problem, Severity, has_errors
from cqtt.sealing.seal import Seal
from cqtt.source.communes import Register


class Stage(Enum):
    """What has come of a unit."""

    GOOD = "đã gửi"
    MISSING = "thiếu"
    UNFILLED = "chưa điền"
    WRONG = "sai"


class Row(Struct, frozen=True):
    """One unit, or with *unit* None all that have reported: its key figures (empty where there are none yet).

    *change* is that of the report's main figure from the period before; None where there is nothing to compare.
    """

    unit: Unit | None
    state: Stage
    errors: int = 0
    warnings: int = 0
    figures: Mapping[str, SoLieu] = field(default_factory=dict)
    change: ChenhLech | None = None
    answer: Entry | None = None
    """The answer that was imported last for the unit; None where none was."""


class Status(Struct, frozen=True):
    """A period's state on the day *today*. *cut_off* is its last day, *deadline* the last day for sending."""

    ky: Ky
    report: ReportType
    rows: tuple[Row, ...]
    total: Row
    todo: tuple[str, ...]
    cut_off: date
    deadline: date
    today: date
    don_vi: DonVi
    seal: Seal | None = None
    since_sealed: tuple[Problem, ...] = ()
    """What was changed in it since it was sealed, and in the sealed periods that its figures come from."""

    @property
    def any_answers(self) -> bool:
        """Whether anything was imported for the period."""
        return any(row.answer for row in self.rows)


def status(reader: Reader, ky: Ky, today: date) -> tuple[Status | None, list[Problem]]:
    """The state of *ky*; None, with the findings, where even the authority's own file cannot be read."""
    period, before, report = reader.period(ky), _before(reader, ky), reader.report
    if period.don_vi is None:
        return None, period.problems
    period.problems = _found(reader, ky)
    units = Register(period.don_vi, ky).units
    found = _by_unit(period.problems, report, {unit.ma for unit in units})
    since = dict.fromkeys((*period.since_sealed, *(before.since_sealed if before else ())))
    earlier = {xa.don_vi.ma: xa.so_lieu for xa in before.units} if before else {}
    records = {xa.don_vi.ma: xa.so_lieu for xa in period.units}
    answers = latest(read_log(log_text(reader.root, ky)))
    rows = [
        replace(
            _row(report, unit, found.get(unit.ma, []), records.get(unit.ma), earlier.get(unit.ma)),
            answer=answers.get(unit.ma),
        )
        for unit in units
    ]
    total = _total(report, period, records, earlier if len(records) == len(rows) else _of(records, earlier))
    cut_off = ky.thoi_gian(period.don_vi.chot(ky))[1]
    deadline = sau_ngay_lam_viec(cut_off, period.don_vi.so_ngay_gui(ky))
    todo = tuple(_todo(rows, [p for p in found.get(None, []) if p not in since]))
    told = Status(
        ky, report, tuple(rows), total, todo, cut_off, deadline, today, period.don_vi, reader.signed, tuple(since)
    )
    return told, period.problems


def _found(reader: Reader, ky: Ky) -> list[Problem]:
    """What ``build`` would find: of the template and the text only where the files are without errors."""
    gathered = gather(reader, ky)
    return gathered.told if has_errors(gathered.problems) else compose(gathered, reader.template_root).problems


def _by_unit(
    problems: Sequence[Problem], report: ReportType, known: Collection[str]
) -> dict[str | None, list[Problem]]:
    """*problems* by the unit whose file they are about; those about no listed unit's file stand at None."""
    found: dict[str | None, list[Problem]] = {}
    for problem in problems:
        ma = places.unit_of(problem.path, report.group)
        found.setdefault(ma if ma in known else None, []).append(problem)
    return found


def _before(reader: Reader, ky: Ky) -> Period | None:
    """The period just before, where it is there and without errors."""
    if ky.ky_truoc is None or ky.ky_truoc not in reader.periods:
        return None
    period = reader.period(ky.ky_truoc)
    return None if has_errors(period.problems) else period


def _row(report: ReportType, unit: Unit, found: Sequence[Problem], now: BanGhi | None, then: BanGhi | None) -> Row:
    """The row of *unit*; *found* is wrong with its files, in each part of a longer period."""
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    warnings = sum(problem.severity is Severity.WARNING for problem in found)
    if any(problem.code == "TEP04" for problem in errors) or (now is None and not errors):
        state = Stage.MISSING
    elif errors:
        state = Stage.UNFILLED if all(p.message == NOT_FILLED_IN for p in errors) else Stage.WRONG
    else:
        state = Stage.GOOD
    return Row(unit, state, len(errors), warnings, _figures(report, now), _change(report, now, then))


def _figures(report: ReportType, record: BanGhi | None) -> dict[str, SoLieu]:
    every = FiguresOfRecord(report.danh_muc, record, "") if record else {}
    return {key.path: every[key.path] for key in report.status if record}


def _change(report: ReportType, now: BanGhi | None, then: BanGhi | None) -> ChenhLech | None:
    """The change of the report's main figure; None where one of the two periods has no record."""
    if now is None or then is None or not report.main:
        return None
    before, after = (FiguresOfRecord(report.danh_muc, record, "")[report.main] for record in (then, now))
    return ChenhLech(before, after)


def _of(records: Mapping[str, BanGhi], earlier: Mapping[str, BanGhi]) -> dict[str, BanGhi]:
    """The *earlier* records of those that have reported now; the change is theirs, and not that of who is missing."""
    return {ma: record for ma, record in earlier.items() if ma in records}


def _total(report: ReportType, period: Period, records: Mapping[str, BanGhi], earlier: Mapping[str, BanGhi]) -> Row:
    errors = sum(problem.severity is Severity.ERROR for problem in period.problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in period.problems)
    now = report.record.cong(records.values()) if records else None
    then = report.record.cong(earlier.values()) if earlier else None
    state = Stage.WRONG if errors else Stage.GOOD
    return Row(None, state, errors, warnings, _figures(report, now), _change(report, now, then))


def _todo(rows: Sequence[Row], others: Sequence[Problem]) -> Iterator[str]:
    """What is to be done before the report can be built, in the order in which it is best done.

    *others* are the findings that are of no unit's file.
    """
    for state, words in (
        (Stage.MISSING, "chưa gửi"),
        (Stage.UNFILLED, "chưa điền hết"),
        (Stage.WRONG, "có lỗi phải sửa"),
    ):
        names = [row.unit.ten_day_du for row in rows if row.state is state and row.unit]
        if names:
            yield f"{len(names)} đơn vị {words}: {', '.join(names)}"
    own = [problem for problem in others if problem.severity is not Severity.NOTICE]
    waiting = [problem for problem in own if problem.message == NOT_FILLED_IN]
    if waiting:
        yield f"{waiting[0].position.path}: {len(waiting)} chỗ chưa điền"
    for problem in own:
        if problem not in waiting:
            line = f":{problem.position.line}" if problem.position.line else ""
            yield f"{problem.path}{line}: {problem.message}"


def days_left(status: Status) -> int:
    """Days from today to the deadline; negative once it has passed."""
    return (status.deadline - status.today).days
