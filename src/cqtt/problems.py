"""What is wrong in the data, the template or the prose, as a value: where, which code, and the fix.

A ``Problem`` is never raised; functions collect and return problems, and ``reporter`` prints them.
For what is not data there are the exceptions of ``faults``.
"""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple, Protocol, TypeAlias

from msgspec import Struct, field

NOT_FILLED_IN = "chưa điền"
"""What is said of a value that ``cqtt new`` left to be filled in, and what it writes there."""

Key: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a YAML file: ``("khoi", "so_luong")``; list items by index."""


class Severity(Enum):
    """How bad a finding is; the value is the word printed before its code."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"
    NOTICE = "lưu ý"


class Position(Struct, frozen=True):
    """A place in a file. *line* and *column* count from 1; line 0 means the file as a whole.

    A Word file has no lines: there *line* is the number of the paragraph. In a table *cell* names the place (``C14``,
    on the sheet *sheet*); then *line* is the row, and *text* what the row says, its value last.

    *text* is the source line itself and *width* the number of its characters in question.
    """

    path: str
    line: int = 0
    column: int = 0
    text: str = ""
    width: int = 1
    sheet: str = ""
    cell: str = ""

    @property
    def where(self) -> str:
        """The place as people are told it: ``nenh.yaml:9:17``, ``nenh.xlsx!Phiếu!C14``."""
        if self.cell or self.sheet:
            return "!".join(part for part in (self.path, self.sheet, self.cell) if part)
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class Extent(NamedTuple):
    """Where a text stands: from line *first* to *last* (from 1), on the first behind *before* characters."""

    first: int
    last: int
    before: int
    as_typed: bool
    """Whether the lines of the text are those of the file."""


class Locator(Protocol):
    """A file that can say where one of its values stands."""

    @property
    def path(self) -> str:
        """The file's path relative to the workspace, with forward slashes."""

    def position(self, key: Key) -> Position:
        """The place of the value at *key*, or of its nearest existing ancestor."""

    @property
    def text(self) -> str:
        """The file's text."""

    @property
    def lines(self) -> Sequence[str]:
        """The file's lines without their breaks."""

    def text_extent(self, key: Key) -> Extent:
        """The lines on which the text at *key* stands."""


class TypedLocator(Locator, Protocol):
    """A file that can also say where a key stands, and what was typed there."""

    def key_position(self, key: Key) -> Position:
        """The place of the key itself."""

    def source_text(self, key: Key) -> tuple[str, bool]:
        """The value at *key* as typed, and whether it stands in quotes; empty where there is none."""


class Spot(Struct, frozen=True):
    """The place of the value at *key* in the file *source*, worked out when somebody asks for it."""

    source: Locator
    key: Key

    @property
    def path(self) -> str:
        """The file."""
        return self.source.path

    @property
    def position(self) -> Position:
        """The line, and what of it is in question."""
        return self.source.position(self.key)


class Problem(Struct, frozen=True):
    """One finding. *code* is stable and listed in ``catalogue``; *key* is the dotted path, empty where none applies."""

    place: Position | Spot
    code: str
    message: str
    hint: str = ""
    key: str = ""
    severity: Severity = field(default=Severity.ERROR)

    @property
    def path(self) -> str:
        """The file that it is in."""
        return self.place.path

    @property
    def position(self) -> Position:
        """Where it is, to be printed."""
        return self.place if isinstance(self.place, Position) else self.place.position

    @property
    def sort_key(self) -> tuple[str, str, int, int, str, str]:
        """The order in which findings are reported: by file, sheet, then line and column."""
        at = self.position
        return at.path, at.sheet, at.line, at.column, self.code, self.message


def dotted(key: Iterable[str | int]) -> str:
    """*key* as people write it: list items counted from 1, ``khoi[1].ten``."""
    out = ""
    for part in key:
        out += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if out else part
    return out


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether any of *problems* forbids writing the report."""
    return any(p.severity is Severity.ERROR for p in problems)
