"""One YAML file that has been read, and can say where each of its values stands.

Places are worked out only when something asks for one: a good file is read once and never again.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from cqtt.problems import Extent, Key, Position
from cqtt.source.refusals import Mark
from cqtt.source.text import split_lines
from cqtt.source.yaml_reader import Reading, read

Place: TypeAlias = tuple[int, int]
"""Line and column, counted from 0."""

_COMMENT = re.compile(r"(?<!\S)#")


class SourceFile(Struct, eq=False):
    """The text of the file at *path* (relative to the workspace, forward slashes); a ``Locator``."""

    path: str
    text: str
    _lines: list[str] | None = None
    _places: Reading | None = None

    @property
    def lines(self) -> list[str]:
        """The file's lines without their breaks."""
        if self._lines is None:
            self._lines = split_lines(self.text)
        return self._lines

    def position(self, key: Key) -> Position:
        """The place of the value at *key*; for a block its key; the nearest existing ancestor where there is none."""
        places = self._read_places()
        marks, key_marks = places.marks or {}, places.key_marks
        while key:
            mark = marks.get(key)
            if mark and (isinstance(key[-1], int) or self._is_written(mark, key)):
                return self._at(mark)
            if key in key_marks:
                return self._at(key_marks[key])
            key = key[:-1]
        return self._at(marks[()]) if () in marks else Position(self.path, 1, 1, self.lines[0])

    def key_position(self, key: Key) -> Position:
        """The place of the key itself, for findings about keys."""
        mark = self._read_places().key_marks.get(key)
        return self._at(mark) if mark else self.position(key)

    def source_text(self, key: Key) -> tuple[str, bool]:
        """The value at *key* as it was typed, and whether it stands in quotes or a text block; empty where absent."""
        mark = (self._read_places().marks or {}).get(key)
        if mark is None:
            return "", False
        return self.lines[mark.line][mark.column : mark.end] if mark.line < len(self.lines) else "", bool(mark.style)

    def value_places(self, keys: Iterable[Key] | None = None) -> dict[Key, tuple[Place, Place]]:
        """Where the single values at *keys* (or all) begin and end that have characters of their own."""
        places = self._read_places()
        marks, ends = places.marks or {}, places.ends
        found = {key: marks[key] for key in (ends if keys is None else keys) if key in ends}
        spans = {key: ((mark.line, mark.column), self._end(mark, ends[key])) for key, mark in found.items()}
        return {key: span for key, span in spans.items() if span[0] < span[1]}

    def top_level(self) -> dict[str, int]:
        """The line (from 0) of each key of the file itself; empty where they stand in braces."""
        places = self._read_places()
        whole = (places.marks or {}).get(())
        if whole is None or whole.end > whole.column:
            return {}
        return {str(key[0]): mark.line for key, mark in places.key_marks.items() if len(key) == 1}

    def has(self, key: Key) -> bool:
        """Whether the key at *key* is written."""
        return key in self._read_places().key_marks

    def end_of_block(self, key: Key) -> tuple[int, int] | None:
        """The line (from 0) after the block at *key* (``()`` for the file itself), and how far its keys are indented.

        None where there is no such block, or where it stands in braces.
        """
        places = self._read_places()
        inside = {k: mark for k, mark in places.key_marks.items() if k[: len(key)] == key and len(k) > len(key)}
        own = [mark for k, mark in inside.items() if len(k) == len(key) + 1]
        if not own or len({mark.line for mark in own}) < len(own) or own[0].line == self._line_of(key):
            return None
        values = [span[1] for k, span in self.value_places().items() if k[: len(key)] == key]
        last = max([mark.line for mark in inside.values()] + [row - (column == 0) for row, column in values])
        return last + 1, own[0].column

    def _line_of(self, key: Key) -> int:
        mark = self._read_places().key_marks.get(key)
        return mark.line if mark else -1

    def comments(self) -> Iterator[tuple[int, int]]:
        """The line and the column (from 0) where each comment begins."""
        spans = sorted(self.value_places().values())
        for row, line in enumerate(self.lines):
            if "#" in line:
                inside = [span for span in spans if span[0][0] <= row <= span[1][0]]
                for found in _COMMENT.finditer(line):
                    if not any(start <= (row, found.start()) < end for start, end in inside):
                        yield row, found.start()
                        break

    def text_extent(self, key: Key) -> Extent:
        """Where the text at *key* stands; its lines are as typed in a block (``|``)."""
        mark = (self._read_places().marks or {}).get(key)
        if mark is None:
            line = self.position(key).line
            return Extent(line, line, 0, as_typed=False)
        block = mark.style in ("|", ">")
        first = mark.line + 1 + block
        last = self._end(mark, self._read_places().ends.get(key, (mark.line, 0)))[0] + 1
        return Extent(first, max(first, last), 0 if block else mark.column, as_typed=mark.style == "|")

    def commented(self, line: int) -> tuple[Key, Position] | None:
        """The key whose text ends on *line* (from 0) and is followed by a comment, with the comment's place."""
        for key, mark in (self._read_places().marks or {}).items():
            if mark.line == line and not mark.style and mark.end <= len(self.lines[line]):
                rest = self.lines[line][mark.end :]
                if rest.lstrip().startswith("#"):
                    column = mark.end + rest.index("#")
                    return key, Position(self.path, line + 1, column + 1, self.lines[line], len(rest.strip()))
        return None

    def _is_written(self, mark: Mark, key: Key) -> bool:
        """Whether the value is a scalar with characters of its own, and not a block or nothing at all."""
        own = self._read_places().key_marks.get(key)
        return mark.end > mark.column and (own is None or mark.line == own.line or bool(mark.style))

    def _end(self, mark: Mark, end: Place) -> Place:
        """Where a value ends; a text block with its last line, and not where the parser came to the next key."""
        row, column = end
        if mark.style in ("|", ">") and row > mark.line:
            row -= column == 0 or row >= len(self.lines)
            while row > mark.line and not self.lines[row].strip():
                row -= 1
            column = len(self.lines[row])
        return row, column

    def _at(self, mark: Mark) -> Position:
        text = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return Position(self.path, mark.line + 1, mark.column + 1, text, max(1, mark.end - mark.column))

    def _read_places(self) -> Reading:
        if self._places is None:
            self._places = read(self.text, self.path, self.lines, with_marks=True)
        return self._places
