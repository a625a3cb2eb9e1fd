"""The numbers of a chart, read from what its cells print: the drawing, the workbook and the words all take these."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from msgspec import Struct

from cqtt import numerals
from cqtt.markup.nodes import Chart, ChartKind
from cqtt.markup.walk import plain

SHEET = "SoLieu"
"""The workbook's one sheet: categories in column A, series behind it, their names in row 1."""

FULL = 100
"""Where the axis of a percentage ends, so that no difference looks greater than it is."""
_FIRST_LETTER = ord("A")
_STEPS = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)


class Point(NamedTuple):
    """A figure of the chart: its *text* is what the cell prints, of ``96,6%`` the *value* is 96.6."""

    text: str
    value: Decimal
    decimals: int
    percent: bool


class Series(Struct, frozen=True):
    """One column of figures, None where one does not exist; *letter* is the workbook's name for it."""

    name: str
    letter: str
    points: tuple[Point | None, ...]

    @property
    def format(self) -> str:
        """The number format of most of its points."""
        formats = [number_format(point) for point in self.points if point]
        return max(formats, key=formats.count, default="General")


class ChartData(Struct, frozen=True):
    """What a chart shows. *top* is where its value axis must end; None where Word may choose."""

    kind: ChartKind
    heading: str
    """What the categories are."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    top: Decimal | None = None

    @property
    def points(self) -> list[Point]:
        """Every figure there is."""
        return [point for series in self.series for point in series.points if point]

    @property
    def percent(self) -> bool:
        """Whether the numbers are percentages; a chart has either these or counts."""
        return any(point.percent for point in self.points)

    @property
    def highest(self) -> Decimal:
        """The greatest value, 0 where there is none."""
        return max((point.value for point in self.points), default=Decimal(0))


def number_format(point: Point) -> str:
    """The number format of *point* in a workbook: ``[$-42A]#,##0.0"%"``.

    LibreOffice sets the separators of the language named in front (042A is Vietnamese), Office those of its machine.
    """
    return "[$-42A]#,##0" + ("." + "0" * point.decimals) * bool(point.decimals) + '"%"' * point.percent


def whole_format(highest: Decimal, *, percent: bool) -> str:
    """A number format that prints whole numbers up to *highest* with the report's own separators on every machine.

    ``[>=1000000]#"."000"."000;[>=1000]#"."000;0``: the points are quoted, as Office puts the separators of the machine
    for others. A format has room for two conditions (ECMA-376-1, clause 18.8.31), so beyond a thousand million only
    numbers near *highest* are set off. No format can do the same for decimals.
    """
    sign = '"%"' * percent
    groups = max(2, highest.adjusted() // 3)
    tiers = (f"[>={1000**n}]#" + '"."000' * n + f"{sign};" for n in (groups, groups - 1))
    return "".join(tiers) + f"0{sign}"


def _point(text: str) -> Point | None:
    number = numerals.printed(text)
    return Point(text, *number) if number else None


def chart_data(chart: Chart) -> ChartData:
    """The numbers of *chart*, all of its rows."""
    heading, *names = (plain(cell) for cell in chart.head)
    columns = [tuple(plain(row[i]) for row in chart.body) for i in range(len(chart.head))]
    series = (
        Series(name, chr(_FIRST_LETTER + i), tuple(map(_point, columns[i]))) for i, name in enumerate(names, start=1)
    )
    return ChartData(chart.kind, heading, columns[0], tuple(series))


def parts(data: ChartData, rows: int) -> Iterator[ChartData]:
    """*data* in charts of at most *rows* consecutive categories, as even as can be; all on the same scale."""
    total = len(data.categories)
    count = -(-total // rows)
    top = Decimal(FULL) if data.percent and data.highest <= FULL else _rounded_up(data.highest) if count > 1 else None
    for i in range(count):
        first, last = total * i // count, total * (i + 1) // count
        series = tuple(Series(s.name, s.letter, s.points[first:last]) for s in data.series)
        yield ChartData(data.kind, data.heading, data.categories[first:last], series, top)


def _rounded_up(value: Decimal) -> Decimal:
    """The next round number for the end of an axis, a whole one."""
    whole = max(Decimal(1), value.to_integral_value(ROUND_CEILING))
    tenth = Decimal(10) ** (whole.adjusted() - 1)
    return next(step * tenth for step in map(Decimal, _STEPS) if step * tenth >= whole)
