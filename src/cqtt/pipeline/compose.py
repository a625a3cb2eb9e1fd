"""Second stage: put the figures into the template, read the text as a document, set it in its official frame."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.checks.chap_nhan import Accepted, settle
from cqtt.checks.day_du import compares_the_same_communes
from cqtt.checks.vien_dan import every_document_is_cited
from cqtt.disk import read_bytes
from cqtt.frame import report
from cqtt.manuscript import Manuscript
from cqtt.markup.nodes import Report
from cqtt.markup.parse import parse
from cqtt.markup.walk import Passage, passages
from cqtt.models.duong_dan import XEP_HANG, DuongDan
from cqtt.models.places import TEMPLATE
from cqtt.models.so_lieu import SoLieu
from cqtt.models.tong_hop import TongHop
from cqtt.names import nfc
from cqtt.pipeline.gather import Gathered
from cqtt.problems import Position, Problem, has_errors
from cqtt.prose import check_prose
from cqtt.source.text import decode
from cqtt.template.fill import fill


class Composed(Struct):
    """The report's text and tree, each None where a finding in *problems* forbids it; *problems* holds all findings."""

    problems: list[Problem] = field(default_factory=list)
    accepted: list[Accepted] = field(default_factory=list)
    """The acknowledged warnings."""
    manuscript: Manuscript | None = None
    report: Report | None = None


def compose(gathered: Gathered, root: Path, *, charts: bool | None = None) -> Composed:
    """The report of what was *gathered*, with *charts* or without where the call decides it and not the file.

    Wrong data do not keep mistakes of the template from being found as well.
    """
    if gathered.tong_hop is not None and charts is not None:
        bao_cao = gathered.tong_hop.bao_cao.model_copy(update={"bieu_do": charts})
        gathered = replace(gathered, tong_hop=replace(gathered.tong_hop, bao_cao=bao_cao))
    composed = _composed(gathered, root)
    all_known = not has_errors(composed.problems)  # an error may have kept us from looking for warnings
    composed.problems, composed.accepted = settle(composed.problems, gathered.acknowledged, all_known=all_known)
    return composed


def _composed(gathered: Gathered, root: Path) -> Composed:
    composed = Composed(list(gathered.problems))
    tong_hop, nguon = gathered.tong_hop, gathered.nguon
    template, problems = _template(root)
    composed.problems.extend(problems)
    if problems or tong_hop is None or nguon is None:
        return composed
    composed.manuscript, problems = fill(tong_hop, nguon, template, TEMPLATE)
    composed.problems.extend(problems)
    if composed.manuscript is None:
        return composed
    document, problems = parse(composed.manuscript)
    composed.problems.extend(problems)
    if document is not None:  # a text that is no document yet has no sentences and no columns to look at
        read, van_ban = list(passages(document, data=False)), tong_hop.bao_cao.van_ban
        figures = {**tong_hop.so_lieu, **_made_when_printed(read, tong_hop)}
        composed.problems.extend(check_prose(read, composed.manuscript, figures, tong_hop.report, van_ban))
        composed.problems.extend(every_document_is_cited(read, tong_hop.bao_cao, nguon))
        if not has_errors(composed.problems):  # a file with errors is no missing report
            composed.problems.extend(compares_the_same_communes(read, composed.manuscript, tong_hop, nguon))
            composed.report = replace(report(document, tong_hop), period=tong_hop.ky.ma)
    return composed


def _made_when_printed(read: Iterable[Passage], tong_hop: TongHop) -> dict[str, SoLieu]:
    """The figures of rankings and of single kinds of units that the text prints; the others are not made."""
    paths = {figure.path for passage in read for _, figure in passage.figures}
    asked = [path for path in paths if path.startswith(f"{XEP_HANG}.") or DuongDan.doc(path).cua_loai()]
    found = {path: tong_hop.tim(path) for path in asked}
    return {path: figure for path, figure in found.items() if figure is not None}


def _template(root: Path) -> tuple[str, list[Problem]]:
    raw = read_bytes(root / TEMPLATE)
    if raw is None:
        return "", [
            Problem(Position(TEMPLATE), "TEP04", "chưa có tệp khuôn mẫu", "lấy lại tệp này từ bản gốc của phần mềm")
        ]
    text, problems = decode(raw, TEMPLATE)
    return nfc(text).replace("\t", " "), problems
