"""One answer by itself, as a record, for whoever checks it without importing it."""

from pathlib import Path

from cqtt.collect.form import AUTHORITY
from cqtt.collect.read_form import Marked, read_form
from cqtt.collect.sheets import sheets
from cqtt.disk import read_bytes
from cqtt.models.ban_ghi import BanGhi
from cqtt.models.du_lieu import CoNguon
from cqtt.models.ky import Ky, doc_ky
from cqtt.models.question import of_unit
from cqtt.models.report_type import ReportType
from cqtt.problems import Position, Problem, has_errors
from cqtt.source.validated import validated
from cqtt.source.yaml_reader import Value


def answer_alone(
    root: Path, path: str, report: ReportType, ky: Ky | None
) -> tuple[CoNguon[BanGhi] | None, list[Problem], Ky | None]:
    """The record of the answer *path* below *root*, None where it is wrong; what is wrong; the period it names.

    *ky* is the period that is asked about, None for whichever the form is of (PH02 for another one).
    """
    found = sheets(path, read_bytes(root / path) or b"")
    if isinstance(found, Problem):
        return None, [found], None
    identity = found[0].identity
    of = doc_ky(identity.ky)
    if identity.ma == AUTHORITY:
        hint = f"xem bằng: cqtt import {identity.ky} {path} --dry-run"
        return None, [Problem(Position(path), "PH03", "phiếu số liệu riêng của cơ quan", hint)], of
    if of is None or ky not in (None, of):
        message = f"phiếu của kỳ {identity.ky}" + (f", đang kiểm tra kỳ {ky.ma}" if ky else "")
        return None, [Problem(Position(path), "PH02", message, "kiểm tra cùng kỳ của phiếu")], of
    lists_too = not path.lower().endswith(".csv")
    answer = read_form(path, found, of_unit(report, None, of), lists_too=lists_too)
    if has_errors(answer.problems):
        return None, answer.problems, of
    empty: dict[str, Value] = {block.name: [] for block in report.lists}
    content = empty | answer.nested() | {report.unit_name: _name(found[0], report)}
    record = validated(report.record, content, answer)
    if not isinstance(record, BanGhi):
        return None, [*answer.problems, *record], of
    return CoNguon(record, answer), answer.problems, of


def _name(sheet: Marked, report: ReportType) -> str:
    """The unit's name as it stands at the head of the form, without its kind."""
    above = [cell.shown for (row, _), cell in sorted(sheet.grid.cells.items()) if row < sheet.row]
    name = above[1] if len(above) > 1 else sheet.identity.ma
    kind = next((kind for kind in report.kinds if name.lower().startswith(f"{kind} ")), "")
    return name[len(kind) :].strip()
