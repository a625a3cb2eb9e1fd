"""For the one who signs: what each printed figure is made of, as remarks for Word and as a file for programs."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from cqtt.explanation import Explainer, Explanation, Operand, Share
from cqtt.markup.nodes import Report
from cqtt.markup.occurrences import Occurrence, occurrences
from cqtt.numerals import count

LARGEST = 3
"""Shares named in a remark."""


def printed_figures(report: Report, explainer: Explainer) -> list[tuple[Explanation, list[Occurrence]]]:
    """Every figure that the report prints, in the order of the pages, with the places where it is printed."""
    where: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences(report.document):
        where.setdefault(occurrence.path, []).append(occurrence)
    found = ((explainer.figure(path), places) for path, places in where.items())
    return [(explainer.explain(figure), places) for figure, places in found if figure is not None]


def remarks(figures: Iterable[tuple[Explanation, list[Occurrence]]]) -> dict[str, str]:
    """A remark for each figure, by its path: title, formula, operands and the three largest shares with file:line."""
    return {explanation.figure.duong_dan: "\n".join(_remark(explanation)) for explanation, _ in figures}


def _remark(explanation: Explanation) -> Iterator[str]:
    figure = explanation.figure
    yield f"{figure.ten}: {figure.in_ra} ({figure.duong_dan})"
    if figure.cong_thuc:
        yield f"Cách tính: {figure.cong_thuc}"
    if explanation.not_counted is not None:
        yield f"Được tính: {', '.join(unit.ten for unit in figure.don_vi or ()) or 'không có'}"
        yield f"Không được tính: {', '.join(unit.ten for unit in explanation.not_counted) or 'không có'}"
    for operand in explanation.operands:
        yield f"{operand.figure.duong_dan} = {operand.figure.in_ra}"
        yield from (_share(share) for share in operand.shares[:LARGEST])
        if len(operand.shares) > LARGEST:
            yield f"… và {len(operand.shares) - LARGEST} đơn vị khác"


def _share(share: Share) -> str:
    name = share.unit.ten_day_du if share.unit else "báo cáo của kỳ"
    value = "–" if share.value is None else count(int(share.value))
    return f"- {name}: {value} ({share.position.path}:{share.position.line})"


def as_data(figures: Iterable[tuple[Explanation, Sequence[Occurrence]]], period: str) -> dict[str, Any]:
    """*figures* with their operands, shares and places, in plain words for JSON."""
    return {"schema_version": 1, "period": period, "figures": [_figure(*pair) for pair in figures]}


def _figure(explanation: Explanation, where: Sequence[Occurrence]) -> dict[str, Any]:
    figure = explanation.figure
    return {
        "path": figure.duong_dan,
        "title": figure.ten,
        "value": _value(figure.gia_tri),
        "text": figure.in_ra,
        "formula": figure.cong_thuc or None,
        "counted": None if figure.don_vi is None else [unit.ma for unit in figure.don_vi],
        "not_counted": None if explanation.not_counted is None else [unit.ma for unit in explanation.not_counted],
        "operands": [_operand(operand) for operand in explanation.operands],
        "printed": [{"section": o.section, "text": o.text, "sentence": o.sentence} for o in where],
    }


def _operand(operand: Operand) -> dict[str, Any]:
    shares = [
        {
            "commune": share.unit.ma if share.unit else None,
            "value": _value(share.value),
            "file": share.position.path,
            "line": share.position.line,
        }
        for share in operand.shares
    ]
    return {"path": operand.figure.duong_dan, "value": _value(operand.figure.gia_tri), "shares": shares}


def _value(value: int | Decimal | None) -> int | str | None:
    return f"{value:.6f}" if isinstance(value, Decimal) else value
