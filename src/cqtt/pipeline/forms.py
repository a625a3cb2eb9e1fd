"""The forms of a period: one for each unit that must report, with what stays from the period before filled in."""

from collections.abc import Sequence
from pathlib import Path

from cqtt.collect.form import Form, form_of
from cqtt.faults import UsageFault
from cqtt.models import places
from cqtt.models.don_vi import DonVi
from cqtt.models.ky import Ky
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import Loai, Unit
from cqtt.names import fold, nearest
from cqtt.problems import Key
from cqtt.source.as_typed import AsTyped, as_typed, is_waiting, leaves
from cqtt.source.communes import Register
from cqtt.source.yaml_reader import Value


def forms(root: Path, don_vi: DonVi, report: ReportType, ky: Ky, asked: Sequence[str]) -> list[Form]:
    """The form of each unit *asked* for, by identifier or name; of every unit where none is.

    Raises ``UsageFault`` for a unit that does not exist at the end of *ky*.
    """
    return [_form(root, don_vi, report, ky, unit) for unit in _units(Register(don_vi, ky).units, asked)]


def own_form(root: Path, don_vi: DonVi, report: ReportType, ky: Ky) -> Form:
    """The form of the authority's own figures."""
    known = _kept(report, as_typed(root, places.document(ky)))
    return form_of(report, don_vi, ky, None, known)


def _form(root: Path, don_vi: DonVi, report: ReportType, ky: Ky, unit: Unit) -> Form:
    known = _kept(report, as_typed(root, places.unit(ky, report.group, unit.ma)))
    return form_of(report, don_vi, ky, unit, known)


def _units(units: Sequence[Unit], asked: Sequence[str]) -> list[Unit]:
    known = {name: unit for unit in units for name in (unit.ma, fold(unit.ten), fold(unit.ten_day_du))}
    chosen: dict[str, Unit] = {}
    for name in asked:
        unit = known.get(name) or known.get(fold(name))
        if unit is None:
            near = nearest(name, [unit.ma for unit in units])
            hint = f"có phải ý bạn là {near}?" if near else f"các mã: {', '.join(unit.ma for unit in units[:20])}"
            raise UsageFault(f"không có đơn vị nào mang mã “{name}” trong kỳ này", hint)
        chosen[unit.ma] = unit
    return [unit for unit in units if unit.ma in chosen] if asked else list(units)


def _kept(report: ReportType, file: AsTyped) -> dict[Key, Value]:
    """What stays from period to period, as *file* has it: stocks, opening stocks, choices; no flow, and no closing
    stock that is counted anew (it becomes the next period's opening stock)."""
    anew = {path for closing in report.danh_muc.chuyen_ky.values() for path in _with_parts(report, closing)}
    flows = {muc.duong_dan for muc in report.danh_muc.cac_muc if muc.loai is Loai.LUONG}
    flows |= set(own_flows(report))
    values = {key: value for key, value in leaves(file.value) if not is_waiting(value) or value is None}
    return {key: value for key, value in values.items() if ".".join(map(str, key)) not in flows | anew}


def _with_parts(report: ReportType, path: str) -> tuple[str, ...]:
    return path, *report.danh_muc.theo_ten[path][0].cac_phan


def own_flows(report: ReportType) -> list[str]:
    """The paths of the authority's own flows, which begin anew in each period."""
    found = []
    for name, part in report.document.so_lieu_rieng():
        if isinstance(part, Loai):
            found += [name] if part is Loai.LUONG else []
        else:
            found += [f"{name}.{inner}" for inner, loai in part.cac_phan() if loai is Loai.LUONG]
    return found
