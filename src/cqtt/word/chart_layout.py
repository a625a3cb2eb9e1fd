"""How large a chart is and how much of it fits on a page: every label on its line, the drawing in what is left.

In twips, measured as Word sets Times New Roman; a row is as high and a column as wide as its labels need.
"""

from decimal import Decimal

from cqtt.markup.nodes import ChartKind
from cqtt.word.chart_data import ChartData
from cqtt.word.chart_part import Plot
from cqtt.word.chart_shapes import SIZE_PT
from cqtt.word.metrics import text_width

LINE = 240
"""The height of a line of labels."""
GAP = 120
TITLE = 320
"""The room of an axis title."""
LEGEND = 400
ROW, BAR = 60, 240
"""The height of a row of bars, and what each bar with its label adds to it."""
HEAD = 2800
"""What else a page may have to hold: an appendix's head, the caption, a note."""
COLUMNS_HEIGHT = 3400
"""The height of a drawing with columns or lines: 6 cm, so that one with the bars of 17 units shares a page."""
WIDEST_NAME = 40
"""Percent of the width for the names beside bars; longer ones take further lines."""


def capacity(data: ChartData, width: int, height: int) -> int:
    """How many categories one chart may have on a page whose text is *width* by *height*; at least one."""
    if data.kind is ChartKind.BARS:
        return max(1, (height - HEAD - _below(data, 1)) // _row(data, width))
    return max(1, (width - _left_of_columns(data) - GAP) // _column(data))


def size(data: ChartData, width: int) -> tuple[int, Plot]:
    """The height of a chart *width* wide, and where its axes lie."""
    if data.kind is ChartKind.BARS:
        left, right, top, below = (
            _names(data, width) + TITLE + GAP,
            _widest_number(data) + 2 * GAP,
            GAP,
            _below(data, 1),
        )
        drawn = _row(data, width) * len(data.categories)
    else:
        left, right, top = _left_of_columns(data), GAP, LINE + GAP
        room = (width - left - right) // len(data.categories)
        below = _below(data, max(_lines(name, room) for name in data.categories))
        drawn = COLUMNS_HEIGHT
    high = top + drawn + below
    return high, Plot(
        *(_share(left, width), _share(top, high), _share(width - left - right, width), _share(drawn, high))
    )


def _row(data: ChartData, width: int) -> int:
    """The height of one row: of its bars, or of its name where that takes several lines."""
    room = _names(data, width)
    lines = max(_lines(name, room) for name in data.categories)
    return ROW + max(LINE * lines, BAR * len(data.series))


def _names(data: ChartData, width: int) -> int:
    return min(max(map(_width, data.categories)) + GAP, width * WIDEST_NAME // 100)


def _column(data: ChartData) -> int:
    """The width of one category: the numbers above its columns side by side, and the longest word of its name."""
    beside = len(data.series) if data.kind is ChartKind.COLUMNS else 1
    word = max((_width(word) for name in data.categories for word in name.split()), default=0)
    return max(beside * (_widest_number(data) + GAP // 2) + GAP, word + GAP)


def _left_of_columns(data: ChartData) -> int:
    return TITLE + _widest_number(data) + 2 * GAP


def _below(data: ChartData, lines: int) -> int:
    """The room below the drawing: labels of so many *lines*, the axis title, the legend."""
    return LINE * lines + GAP + TITLE + LEGEND * (len(data.series) > 1)


def _lines(name: str, room: int) -> int:
    return max(1, -(-_width(name) // room))


def _widest_number(data: ChartData) -> int:
    return max((_width(point.text) for point in data.points), default=0)


def _width(words: str) -> int:
    return text_width(words, size_pt=SIZE_PT)


def _share(part: int, whole: int) -> int:
    """*part* in thousandths of *whole*."""
    return int(Decimal(part * 1000) / whole)
