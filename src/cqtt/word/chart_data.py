"""The numbers of a chart, read from what its cells print: the drawing, the workbook and the words all take these."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cqtt import numerals
from cqtt.markup.nodes import Chart, ChartKind
from cqtt.markup.walk import plain
from cqtt.numerals import Printed

SHEET = "SoLieu"
"""The workbook's one sheet: categories in column A, series behind it, their names in row 1."""

FULL = 100
"""Where the axis of a percentage ends, so that no difference looks greater than it is."""
_FIRST_LETTER = ord("A")
_STEPS = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class Series:
    """One column of numbers, None where the figure does not exist; *letter* is the workbook's name for it."""

    name: str
    letter: str
    points: tuple[Printed | None, ...]

    @property
    def format(self) -> str:
        """The number format of most of its points."""
        formats = [number_format(point) for point in self.points if point]
        return max(formats, key=formats.count, default="General")


@dataclass(frozen=True, slots=True)
class ChartData:
    """What a chart shows. *top* is where its value axis must end; None where Word may choose."""

    kind: ChartKind
    heading: str
    """What the categories are."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    top: Decimal | None = None

    @property
    def points(self) -> list[Printed]:
        """Every number there is."""
        return [point for series in self.series for point in series.points if point]

    @property
    def percent(self) -> bool:
        """Whether the numbers are percentages; a chart has either these or counts."""
        return any(point.percent for point in self.points)

    @property
    def decimals(self) -> int:
        """As many as the most exact number prints."""
        return max((point.decimals for point in self.points), default=0)

    @property
    def highest(self) -> Decimal:
        """The greatest value, 0 where there is none."""
        return max((point.value for point in self.points), default=Decimal(0))


def number_format(point: Printed) -> str:
    """The number format that prints *point* as the report does: ``0.0"%"``; separators are the reader's own."""
    return "#,##0" + ("." + "0" * point.decimals) * bool(point.decimals) + '"%"' * point.percent


def shown(point: Printed) -> str:
    """*point* as the report prints it."""
    whole, _, tenths = str(point.value).partition(".")
    return numerals.count(int(whole)) + f",{tenths}" * bool(tenths) + "%" * point.percent


def chart_data(chart: Chart) -> ChartData:
    """The numbers of *chart*, all of its rows."""
    heading, *names = (plain(cell) for cell in chart.head)
    columns = [tuple(plain(row[i]) for row in chart.body) for i in range(len(chart.head))]
    series = (
        Series(name, chr(_FIRST_LETTER + i), tuple(map(numerals.printed, columns[i])))
        for i, name in enumerate(names, start=1)
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
    """The next round number for the end of an axis."""
    tenth = Decimal(10) ** (value.adjusted() - 1)
    return next(step * tenth for step in map(Decimal, _STEPS) if step * tenth >= value)
