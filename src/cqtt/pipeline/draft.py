"""A period as a draft: units without a good file are set aside, each by name and with what is wrong."""

from collections.abc import Sequence

from msgspec.structs import replace

from cqtt.checks import check_units
from cqtt.models import places
from cqtt.models.du_lieu import Thieu
from cqtt.models.ky import Ky
from cqtt.models.registry import all_codes, report_of
from cqtt.names import identifier
from cqtt.pipeline.read import Period
from cqtt.problems import Position, Problem, Severity, has_errors
from cqtt.source.communes import Register

_WAITING = ("TEP04", "SO09")


def as_draft(period: Period, ky: Ky) -> Period:
    """*period* as if those units had not to report that have no good file; ``DuLieu.thieu`` names them.

    What is wrong with them is not reported, as ``cqtt check`` does; the rules are asked again of the units that are
    left. A file that is no unit's stays a warning; whatever else is wrong stays wrong. TEP04 where no unit is left.
    A longer period is as it was: its parts are whole.
    """
    if period.data is None or period.data.cac_ky:
        return period
    report = report_of(period.data.don_vi.gia_tri)
    folder = places.units(ky, report.group)
    of: dict[str, list[Problem]] = {}
    for problem in period.problems:
        of.setdefault(_unit_of(problem.path, folder), []).append(problem)
    read = {xa.don_vi.ma: xa for xa in period.data.units}
    aside = {
        unit.ma: Thieu(unit, _reason(of.get(unit.ma, ())))
        for unit in Register(period.data.don_vi.gia_tri, ky).units
        if unit.ma not in read or has_errors(of.get(unit.ma, ()))
    }
    left = tuple(xa for ma, xa in read.items() if ma not in aside)
    again = set(check_units(report, period.data.units, ky))
    kept = [p for p in period.problems if _unit_of(p.path, folder) not in aside and p not in again]
    problems = [_of_no_unit(p, folder) for p in kept] + check_units(report, left, ky)
    if not left and not any(problem.path == folder for problem in problems):  # or it is said that all are missing
        message, hint = "chưa đơn vị nào có tệp đúng, nên chưa có gì để tổng hợp", f"xem: cqtt status {ky.ma}"
        problems.append(Problem(Position(folder), "TEP04", message, hint))
    data = replace(period.data, units=left, thieu=tuple(aside.values()))
    return replace(period, problems=problems, data=data, units=left)


def _unit_of(path: str, folder: str) -> str:
    """The identifier of the unit whose file *path* is or is meant to be (``nenh.yml``); empty for any other path."""
    inside, name = path.rpartition("/")[::2]
    return identifier(name.partition(".")[0]) if inside == folder else ""


def _reason(found: Sequence[Problem]) -> str:
    """What is wrong with a file, for the face of the draft; empty where it is not there or not filled in."""
    errors = [p for p in found if p.severity is Severity.ERROR and p.code not in _WAITING]
    if not errors:
        return ""
    first = min(errors, key=lambda problem: problem.sort_key)
    others = f", và {len(errors) - 1} lỗi khác" if len(errors) > 1 else ""
    return f"{first.code}: {all_codes()[first.code].title}{others}"


def _of_no_unit(problem: Problem, folder: str) -> Problem:
    """*problem*, which is a warning only where it is of a file among the units' that is no unit's."""
    return replace(problem, severity=Severity.WARNING) if problem.path.startswith(f"{folder}/") else problem
