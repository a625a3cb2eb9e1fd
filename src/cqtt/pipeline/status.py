"""How far a period has come: who has reported, what the figures say so far, what is still to be done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from cqtt.checks.chap_nhan import acknowledgements, settle
from cqtt.models.bao_cao import BaoCao, PhanVanXuoi
from cqtt.models.danh_muc import so_lieu
from cqtt.models.ky import Ky, sau_ngay_lam_viec
from cqtt.models.phuong_xa import PhuongXa
from cqtt.models.so_lieu import DonViCapXa, SoLieu
from cqtt.models.so_sanh import ChenhLech
from cqtt.pipeline.read import Period, Reader, periods
from cqtt.problems import NOT_FILLED_IN, Problem, Severity, has_errors
from cqtt.source.communes import Register

RECEIVED, ON_TIME, OVERDUE = "ho_so.tiep_nhan.tong", "ho_so.ty_le_dung_han", "ho_so.dang_giai_quyet.qua_han"
SHOWN = (RECEIVED, ON_TIME, OVERDUE)


class State(Enum):
    """What has come of a commune."""

    GOOD = "đã gửi"
    MISSING = "thiếu"
    UNFILLED = "chưa điền"
    WRONG = "sai"


@dataclass(frozen=True, slots=True)
class Row:
    """One commune, or with *unit* None all that have reported: its key figures (empty where there are none yet).

    *change* is that of the on-time rate from the period before; None where there is nothing to compare.
    """

    unit: DonViCapXa | None
    state: State
    errors: int = 0
    warnings: int = 0
    figures: Mapping[str, SoLieu] = field(default_factory=dict)
    change: ChenhLech | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """A period's state on the day *today*. *cut_off* is its last day, *deadline* the last day for sending."""

    ky: Ky
    rows: tuple[Row, ...]
    total: Row
    todo: tuple[str, ...]
    cut_off: date
    deadline: date
    today: date


def status(root: Path, ky: Ky, today: date) -> tuple[Status | None, list[Problem]]:
    """The state of *ky*; None, with the findings, where even the authority's own file cannot be read."""
    reader = Reader(root)
    period = reader.period(ky)
    if period.don_vi is None:
        return None, period.problems
    if period.data is not None:
        period.problems, _ = settle(period.problems, tuple(acknowledgements(period.data)), all_known=False)
    before = _before(reader, ky)
    earlier = {xa.don_vi.ma: xa.so_lieu for xa in before.xa_phuong} if before else {}
    records = {xa.don_vi.ma: xa.so_lieu for xa in period.xa_phuong}
    rows = [
        _row(unit, _findings(period, unit), records.get(unit.ma), earlier.get(unit.ma))
        for unit in Register(period.don_vi, ky).units
    ]
    total = _total(period, records, earlier if len(records) == len(rows) else _of(records, earlier))
    cut_off = ky.thoi_gian(period.don_vi.chot)[1]
    deadline = sau_ngay_lam_viec(cut_off, period.don_vi.han_gui)
    todo = tuple(_todo(period, rows, before))
    return Status(ky, tuple(rows), total, todo, cut_off, deadline, today), period.problems


def _before(reader: Reader, ky: Ky) -> Period | None:
    """The period just before, where it is there and without errors."""
    if ky.ky_truoc is None or ky.ky_truoc not in periods(reader.root):
        return None
    period = reader.period(ky.ky_truoc)
    return None if has_errors(period.problems) else period


def _findings(period: Period, unit: DonViCapXa) -> list[Problem]:
    """What is wrong with the commune's file, in each part of a longer period."""
    return [p for p in period.problems if p.position.path.endswith(f"/xa_phuong/{unit.ma}.yaml")]


def _row(unit: DonViCapXa, found: Sequence[Problem], now: PhuongXa | None, then: PhuongXa | None) -> Row:
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    warnings = sum(problem.severity is Severity.WARNING for problem in found)
    if any(problem.code == "TEP04" for problem in errors) or (now is None and not errors):
        state = State.MISSING
    elif errors:
        state = State.UNFILLED if all(p.message == NOT_FILLED_IN for p in errors) else State.WRONG
    else:
        state = State.GOOD
    figures = _figures(now)
    return Row(unit, state, len(errors), warnings, figures, _change(figures, _figures(then)))


def _figures(record: PhuongXa | None) -> dict[str, SoLieu]:
    return {f.duong_dan: f for f in so_lieu(record, "", "") if f.duong_dan in SHOWN} if record else {}


def _change(now: Mapping[str, SoLieu], then: Mapping[str, SoLieu]) -> ChenhLech | None:
    return ChenhLech(then[ON_TIME], now[ON_TIME]) if now and then else None


def _of(records: Mapping[str, PhuongXa], earlier: Mapping[str, PhuongXa]) -> dict[str, PhuongXa]:
    """The *earlier* records of those that have reported now; the change is theirs, and not that of who is missing."""
    return {ma: record for ma, record in earlier.items() if ma in records}


def _total(period: Period, records: Mapping[str, PhuongXa], earlier: Mapping[str, PhuongXa]) -> Row:
    errors = sum(problem.severity is Severity.ERROR for problem in period.problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in period.problems)
    now = _figures(PhuongXa.cong(records.values())) if records else {}
    then = _figures(PhuongXa.cong(earlier.values())) if earlier else {}
    return Row(None, State.WRONG if errors else State.GOOD, errors, warnings, now, _change(now, then))


def _todo(period: Period, rows: Sequence[Row], before: Period | None) -> Iterator[str]:
    """What is to be done before the report can be built, in the order in which it is best done."""
    for state, words in (
        (State.MISSING, "chưa gửi"),
        (State.UNFILLED, "chưa điền hết"),
        (State.WRONG, "có lỗi phải sửa"),
    ):
        names = [row.unit.ten_day_du for row in rows if row.state is state and row.unit]
        if names:
            yield f"{len(names)} đơn vị {words}: {', '.join(names)}"
    own = [p for p in period.problems if "/xa_phuong/" not in p.position.path and p.severity is not Severity.NOTICE]
    waiting = [problem for problem in own if problem.message == NOT_FILLED_IN]
    if waiting:
        yield f"{waiting[0].position.path}: {len(waiting)} chỗ chưa điền"
    for problem in own:
        if problem not in waiting:
            line = f":{problem.position.line}" if problem.position.line else ""
            yield f"{problem.position.path}{line}: {problem.message}"
    yield from _prose_left_over(period, before)


def _prose_left_over(period: Period, before: Period | None) -> Iterator[str]:
    if period.data and before and before.data:
        now, then = _texts(period.data.bao_cao.gia_tri), _texts(before.data.bao_cao.gia_tri)
        same = sum(text in then for text in now)
        if same:
            where = period.data.bao_cao.nguon.path
            yield f"{where}: {same}/{len(now)} đoạn văn xuôi giống hệt {before.data.ky.ma}; xem có phải sửa không"


def _texts(bao_cao: BaoCao) -> list[str]:
    texts: list[str] = []
    for name in PhanVanXuoi.model_fields:
        value = getattr(bao_cao.van_xuoi, name)
        texts += [value] if isinstance(value, str) else value or []
    return texts


def days_left(status: Status) -> int:
    """Days from today to the deadline; negative once it has passed."""
    return (status.deadline - status.today).days
