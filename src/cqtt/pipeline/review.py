"""For the one who signs: what each printed figure is made of, as remarks for Word and as a file for programs."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from cqtt.checks.chap_nhan import Accepted
from cqtt.explanation import Explainer, Explanation, Operand, Share
from cqtt.manuscript import Manuscript
from cqtt.markup.nodes import WHOLE, Report
from cqtt.markup.occurrences import Occurrence, occurrences
from cqtt.models.so_lieu import SoLieu
from cqtt.numerals import ABSENT
from cqtt.pipeline.origins import Origin
from cqtt.reporter import exact

LARGEST = 3
"""Shares named in a remark."""


class Declared(Struct, frozen=True):
    """A number typed by hand, why it stands there, and where it is printed."""

    path: str
    reason: str
    places: tuple[Occurrence, ...]


class Review(Struct, frozen=True):
    """All there is to know of a report: each printed figure, each number typed by hand, each acknowledged warning."""

    figures: tuple[tuple[Explanation, tuple[Occurrence, ...]], ...]
    declared: tuple[Declared, ...] = ()
    accepted: tuple[Accepted, ...] = ()

    def remarks(self) -> dict[str, str]:
        """A remark for each figure, by its path: title, formula, operands and the three largest shares with file:line.

        Numbers typed by hand have their reason; acknowledged warnings are a remark on the whole document.
        """
        told = {e.figure.duong_dan: "\n".join(_remark(e, places)) for e, places in self.figures}
        told |= {declared.path: f"Số gõ tay, lý do: {declared.reason}" for declared in self.declared}
        if self.accepted:
            told[WHOLE] = "\n".join(["Cảnh báo đã xem và chấp nhận:", *map(_accepted, self.accepted)])
        return told

    def as_data(self, period: str) -> dict[str, Any]:
        """The same in plain words for JSON."""
        return as_data(self.figures, period) | {
            "declared": [
                {"reason": declared.reason, "printed": [_place(o) for o in declared.places]}
                for declared in self.declared
            ],
            "accepted": [_accepted_data(accepted) for accepted in self.accepted],
        }


def review(
    report: Report, explainer: Explainer, manuscript: Manuscript | None = None, accepted: Sequence[Accepted] = ()
) -> Review:
    """What the *report* prints, in the order of the pages, with the places where it is printed."""
    where: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences(report.document):
        where.setdefault(occurrence.path, []).append(occurrence)
    found = ((explainer.figure(path), places) for path, places in where.items())
    figures = tuple((explainer.explain(figure), tuple(places)) for figure, places in found if figure is not None)
    reasons = manuscript.declared if manuscript else {}
    declared = tuple(Declared(path, reasons[path], tuple(where[path])) for path in where if path in reasons)
    return Review(figures, declared, tuple(accepted))


def _accepted(accepted: Accepted) -> str:
    problem = accepted.problem
    at = problem.position
    return f"- {problem.code}: {problem.message} ({at.path}:{at.line}). Lý do: {accepted.reason}"


def _accepted_data(accepted: Accepted) -> dict[str, Any]:
    problem = accepted.problem
    at = problem.position
    return {
        "code": problem.code,
        "message": problem.message,
        "file": at.path,
        "line": at.line or None,
        "reason": accepted.reason,
    }


def text_on_paper(figure: SoLieu, places: Sequence[Occurrence]) -> str:
    """The words by which the report prints *figure*, where it has one wording for it; else the figure's usual text.

    A template may print a count as ``05``, a rate as ``trên 96%``, a change with what is counted. Names of the units
    counted are no wording of their count.
    """
    wordings = dict.fromkeys(place.text for place in places)
    names = [unit.ten for unit in figure.don_vi or ()]
    only = next(iter(wordings)) if len(wordings) == 1 else figure.in_ra
    return figure.in_ra if figure.don_vi is not None and _are_names(only, names) else only


def _are_names(text: str, names: Sequence[str]) -> bool:
    return any(name in text for name in names) or (text == ABSENT and not names)


def _remark(explanation: Explanation, places: Sequence[Occurrence]) -> Iterator[str]:
    figure = explanation.figure
    told = text_on_paper(figure, places)
    yield f"{figure.ten}: {told} ({figure.duong_dan})"
    known = told, ", ".join(unit.ten for unit in figure.don_vi or ())
    others = dict.fromkeys(place.text for place in places if place.text not in known)
    if others:
        yield f"Trên giấy còn in là: {'; '.join(f'“{text}”' for text in others)}"
    if figure.cong_thuc:
        yield f"Cách tính: {figure.cong_thuc}"
    if explanation.not_counted is not None:
        yield f"Được tính: {', '.join(unit.ten for unit in figure.don_vi or ()) or 'không có'}"
        yield f"Không được tính: {', '.join(unit.ten for unit in explanation.not_counted) or 'không có'}"
    for operand in explanation.operands:
        reporting = explanation.reporting(operand)
        yield f"{operand.figure.duong_dan} = {operand.figure.in_ra}{f' ({reporting})' if reporting else ''}"
        yield from map(_share, operand.shares[:LARGEST])
        if len(operand.shares) > LARGEST:
            yield f"… và {len(operand.shares) - LARGEST} đơn vị khác"


def _share(share: Share) -> str:
    name = share.unit.ten_day_du if share.unit else "báo cáo của kỳ"
    return f"- {name}: {share.figure.in_ra} ({share.position.path}:{share.position.line})"


def as_data(
    figures: Sequence[tuple[Explanation, Sequence[Occurrence]]],
    period: str,
    origin: Callable[[Share], Origin | None] = lambda _: None,
) -> dict[str, Any]:
    """*figures* with their operands, shares and places, in plain words for JSON; *origin* says where a share was
    imported from."""
    return {"schema_version": 1, "period": period, "figures": [_figure(*pair, origin) for pair in figures]}


def _figure(
    explanation: Explanation, where: Sequence[Occurrence], origin: Callable[[Share], Origin | None]
) -> dict[str, Any]:
    figure = explanation.figure
    return {
        "path": figure.duong_dan,
        "title": figure.ten,
        "value": exact(figure.gia_tri),
        "text": text_on_paper(figure, where),
        "formula": figure.cong_thuc or None,
        "counted": None if figure.don_vi is None else [unit.ma for unit in figure.don_vi],
        "not_counted": None if explanation.not_counted is None else [unit.ma for unit in explanation.not_counted],
        "operands": [_operand(operand, origin) for operand in explanation.operands],
        "printed": [_place(occurrence) for occurrence in where],
    }


def _place(occurrence: Occurrence) -> dict[str, str]:
    return {"section": occurrence.section, "text": occurrence.text, "sentence": occurrence.sentence}


def _operand(operand: Operand, origin: Callable[[Share], Origin | None]) -> dict[str, Any]:
    shares = [
        {
            "commune": share.unit.ma if share.unit else None,
            "value": exact(share.value),
            "text": share.figure.in_ra,
            "file": share.position.path,
            "line": share.position.line,
            **({"answer": asdict(found)} if (found := origin(share)) else {}),
        }
        for share in operand.shares
    ]
    reporting = operand.reporting
    return {
        "path": operand.figure.duong_dan,
        "value": exact(operand.figure.gia_tri),
        "text": operand.figure.in_ra,
        "communes_reporting": reporting.communes if reporting else None,
        "communes_asked": reporting.of if reporting else None,
        "reporting_by_part": [
            {"period": ma, "communes_reporting": communes, "communes_asked": of}
            for ma, communes, of in (reporting.by_part if reporting else ())
        ],
        "shares": shares,
    }
