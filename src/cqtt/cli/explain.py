"""``cqtt explain 2024Q1 so_don_vi`` (or ``"96,6%"``): where a figure comes from, and where it is printed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import click

from cqtt import reporter
from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.explanation import Explainer, Explanation, Operand
from cqtt.faults import UsageFault
from cqtt.markup.occurrences import Occurrence, occurrences
from cqtt.markup.search import Place, number_in, places, search
from cqtt.models.so_lieu import SoLieu
from cqtt.names import nearest
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.origins import Origins
from cqtt.pipeline.review import as_data, text_on_paper

_NEGATIVE = re.compile(r"-\s*\d")


class Explain(Command):
    """The command whose argument may be a number below zero, which is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the call; ``-2,1`` is what is asked for."""
        numbers = [arg for arg in args if _NEGATIVE.match(arg)]
        rest = [arg for arg in args if arg not in numbers]
        return super().parse_args(ctx, [*rest, "--", *numbers] if numbers and "--" not in args else args)


@click.command("explain", cls=Explain)
@options.period
@click.argument("so_lieu", metavar="SỐ_LIỆU")
@options.form
@options.color
@options.workspace
def command(ky: str, so_lieu: str, form: str, workspace: str | None, color: str) -> int:
    """Cho biết một số liệu của KỲ từ đâu ra: cách tính, từng đơn vị góp bao nhiêu, ở tệp nào, dòng nào.

    SỐ_LIỆU là đường dẫn trong lệnh cqtt figures, hoặc số như trên giấy ("96,6%", 4554, "14 xã, phường").
    """
    reader = options.found_reader(workspace)
    period = options.found_period(reader, ky)
    reader = reader.as_signed(period)
    gathered = gather(reader, period)
    composed = compose(gathered, reader.template_root)
    options.tell(composed.problems, color, gathered)
    explainer = gathered.explainer
    if composed.report is None or composed.manuscript is None or gathered.tong_hop is None or explainer is None:
        return 1
    printed = list(occurrences(composed.report.document))
    paper = list(places(printed))
    found, typed = _found(so_lieu, explainer, paper, composed.manuscript.declared)
    by_hand = "".join(_by_hand(typed, composed.manuscript.declared))
    if not found and not by_hand:
        raise _unknown(so_lieu, [figure.duong_dan for figure in gathered.tong_hop.cua_chung()], paper)
    stands: dict[str, list[Occurrence]] = {}
    for occurrence in printed:
        stands.setdefault(occurrence.path, []).append(occurrence)
    explained = [(explainer.explain(figure), stands.get(figure.duong_dan, [])) for figure in found]
    origins = Origins(reader.root, reader.report.group)
    if form == "json":
        console.out_json(reporter.dumped(as_data(explained, period.ma, origins.of)))
    else:
        told = ["".join(_told(explanation, where, origins)) for explanation, where in explained]
        console.out("\n".join([*told, by_hand] if by_hand else told))
    return 0


def _found(
    asked: str, explainer: Explainer, paper: Sequence[Place], declared: Mapping[str, str]
) -> tuple[list[SoLieu], list[Occurrence]]:
    """The figure with the path *asked*, or every figure that stands on paper so, and every number typed by hand."""
    figure = explainer.figure(asked)
    if figure is not None:
        return [figure], []
    for meant in search(asked, paper):
        paths = dict.fromkeys(occurrence.path for occurrence in meant)
        found = [figure for path in paths if (figure := explainer.figure(path)) is not None]
        typed = [occurrence for occurrence in meant if occurrence.path in declared]
        if found or typed:
            return found, typed
    return [], []


def _unknown(asked: str, paths: Sequence[str], paper: Sequence[Place]) -> UsageFault:
    near = nearest(asked, paths)
    hint = f"có phải ý bạn là “{near}”?" if near else "xem tên các số liệu bằng lệnh: cqtt figures"
    number = number_in(asked)
    if number and (alone := next(search(number, paper), None)):
        hint = f"trên giấy có “{alone[0].text}”, không đi với chữ như vậy; hỏi riêng số: {number}"
    return UsageFault(f"không có số liệu nào là “{asked}”, và trên giấy cũng không in số nào như vậy", hint)


def _by_hand(typed: Sequence[Occurrence], declared: Mapping[str, str]) -> Iterator[str]:
    """What is printed about numbers that were typed by hand."""
    for occurrence in typed:
        yield f"{occurrence.text}: số gõ tay, lý do: {declared[occurrence.path]}\n"
        yield f"  in ở {occurrence.section or 'đầu văn bản'}: {occurrence.sentence}\n"


def _told(explanation: Explanation, where: Sequence[Occurrence], origins: Origins) -> Iterator[str]:
    figure = explanation.figure
    exact = f" ({_exact(figure)})" if isinstance(figure.gia_tri, Decimal) else ""
    yield f"{figure.duong_dan}: {figure.ten}\n"
    yield f"  giá trị: {text_on_paper(figure, where)}{exact}\n"
    if figure.cong_thuc:
        yield f"  cách tính: {figure.cong_thuc}\n"
    if explanation.not_counted is not None:
        yield f"  được tính: {_names(figure.don_vi or ())}\n  không được tính: {_names(explanation.not_counted)}\n"
    for operand in explanation.operands:
        yield from _told_operand(operand, explanation.reporting(operand), origins)
    for occurrence in where:
        yield f"  in ở {occurrence.section or 'đầu văn bản'}: {occurrence.sentence}\n"


def _told_operand(operand: Operand, reporting: str, origins: Origins) -> Iterator[str]:
    named = f"{operand.figure.ten}; {reporting}" if reporting else operand.figure.ten
    yield f"  {operand.figure.duong_dan} = {operand.figure.in_ra} ({named})\n"
    width = max((len(share.unit.ten_day_du) for share in operand.shares if share.unit), default=0)
    for share in operand.shares:
        name = share.unit.ten_day_du if share.unit else "báo cáo của kỳ"
        origin = origins.of(share)
        place = f"{share.position.path}:{share.position.line}{f' <- {origin}' if origin else ''}"
        yield f"    {name:<{width}}  {share.figure.in_ra:>8}  {place}\n"


def _names(units: Sequence[Any]) -> str:
    return ", ".join(unit.ten_day_du for unit in units) or "không có"


def _exact(figure: SoLieu) -> str:
    return f"{figure.gia_tri:.6f}".replace(".", ",")
