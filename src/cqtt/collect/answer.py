"""What one unit sent back: its values, where each of them stands, and everything that is wrong with it at once.

An ``Answer`` is a ``Locator``, so that rules over valid data name its cells as they name the lines of a file.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from cqtt.collect.form import Identity
from cqtt.collect.grid import Cell, letters
from cqtt.problems import Extent, Key, Position, Problem, Severity, dotted, has_errors
from cqtt.source.yaml_reader import Value


class Answer(Struct, eq=False):
    """One answer. *values* are those that may be written, by key; a None is written as ``null``.

    *left_out* are blocks and values that need not be given and are not. One that is *partial* was read out of a text:
    what it does not give stays to be filled in.
    """

    path: str
    identity: Identity | None = None
    values: dict[Key, Value] = field(default_factory=dict)
    left_out: set[Key] = field(default_factory=set)
    places: dict[Key, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    partial: bool = False

    @property
    def good(self) -> bool:
        """Whether nothing forbids writing it."""
        return not has_errors(self.problems)

    @property
    def text(self) -> str:
        """A table has no text of its own."""
        return ""

    @property
    def lines(self) -> Sequence[str]:
        """A table has no lines of text."""
        return ()

    def position(self, key: Key) -> Position:
        """The cell of the value at *key*, or the first cell of the block; of an unknown one the file."""
        if key in self.places:
            return self.places[key]
        inside = (at for name, at in self.places.items() if key and name[: len(key)] == key)
        return next(inside, self.position(key[:-1]) if len(key) > 1 else Position(self.path))

    def key_position(self, key: Key) -> Position:
        """As ``position``: keys stand beside their values."""
        return self.position(key)

    def source_text(self, key: Key) -> tuple[str, bool]:
        """What stands in the cell of *key*, and that it is in no quotes."""
        at = self.places.get(key)
        return (at.text[at.column - 1 :], False) if at else ("", False)

    def text_extent(self, key: Key) -> Extent:
        """The row of the cell."""
        line = self.position(key).line
        return Extent(line, line, 0, as_typed=False)

    def add(self, key: Key, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        """Note the finding *code* about the value at *key*, whose place is known."""
        self.problems.append(Problem(self.position(key), code, message, hint, dotted(key), severity))

    def nested(self) -> dict[str, Value]:
        """The values as the content of a file: blocks within blocks."""
        out: dict[str, Value] = {}
        for key, value in self.values.items():
            _put(out, key, value)
        for key in self.left_out:
            _put(out, key, None)
        return out


def _put(out: dict[str, Value], key: Key, value: Value) -> None:
    block = out
    for part in key[:-1]:
        inner = block.setdefault(str(part), {})
        assert isinstance(inner, dict), "a block"
        block = inner
    block[str(key[-1])] = value


BLANK = "(trống)"


def cell_position(path: str, sheet: str, at: tuple[int, int], label: str, cell: Cell | None) -> Position:
    """The place of a cell, with what its row says: ``Hồ sơ tiếp nhận | 5.007``, the caret below the value."""
    shown = " ".join(cell.shown.split()) if cell else BLANK
    head = f"{label} | "
    name = f"{letters(at[1])}{at[0]}"
    return Position(path, at[0], len(head) + 1, head + shown, len(shown), sheet, name)


def by_unit(answers: Sequence[Answer]) -> Iterator[tuple[str, list[Answer]]]:
    """The answers of each unit, in the order in which units first come."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        if answer.identity:
            found.setdefault(answer.identity.ma, []).append(answer)
    yield from found.items()
