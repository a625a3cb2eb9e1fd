"""Rows of a table made from data: kept column by column, turned into nodes only for who asks for nodes."""

from collections.abc import Sequence
from typing import Any

from cqtt.markup.nodes import Figure, Inlines, Row, Text


class DataRows(Sequence[Row]):
    """Rows made from data, kept column by column, and *totals* below them; a row of nodes is made when asked for.

    *texts* and *paths* have a sequence for each column. All stand on one *line* of the manuscript.
    """

    __slots__ = ("line", "paths", "texts", "totals")

    def __init__(
        self,
        texts: Sequence[Sequence[str]],
        paths: Sequence[Sequence[str]],
        line: int,
        totals: tuple[Row, ...] = (),
    ) -> None:
        self.texts = texts
        self.paths = paths
        self.line = line
        self.totals = totals

    def __len__(self) -> int:
        return len(self.texts[0]) + len(self.totals)

    def __getitem__(self, at: Any) -> Any:
        number = range(len(self))[at]
        if isinstance(number, range):
            return tuple([self[i] for i in number])
        if number >= len(self.texts[0]):
            return self.totals[number - len(self.texts[0])]
        cells = zip(self.texts, self.paths, strict=True)
        return tuple([cell_of(texts[number], paths[number], self.line) for texts, paths in cells])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


def cell_of(text: str, path: str, line: int) -> Inlines:
    """The words or the figure that a cell prints; none where it prints nothing."""
    return (Figure(text, path, line) if path else Text(text),) if text else ()
