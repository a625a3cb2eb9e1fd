"""What a file says otherwise than the data: words, figures, comments, each with its place and its source line."""

from enum import Enum

from msgspec import Struct, field

from cqtt.problems import Position


class Kind(Enum):
    """What became of a sentence or a paragraph; the value is the word in JSON."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Reason(Enum):
    """Why the file says otherwise: somebody edited it, or the data, or the template and the prose, are others since."""

    EDITED = "edited"
    DATA = "data"
    SOURCE = "source"


class WordChange(Struct, frozen=True):
    """Sentences that differ: *old* is what the data give, *new* what the file says. *position* is the line of the
    template or of the file from which it is printed; its path is empty for words that are in none. *author* is that of
    a tracked change. *reason* is None where it cannot be told.
    """

    kind: Kind
    section: str
    old: str
    new: str
    position: Position
    author: str | None = None
    reason: Reason | None = None


class FigureChange(Struct, frozen=True):
    """A figure that the file prints otherwise; *data* is what would be printed now, from the line *written* of the
    data, None where it is computed. *position* is where the template or the prose prints it.
    """

    path: str
    printed: str
    data: str
    section: str
    sentence: str
    position: Position
    written: Position | None = None
    author: str | None = None
    reason: Reason | None = None


class Comment(Struct, frozen=True):
    """A comment in the file, and the words of the paragraph at which it stands."""

    author: str
    text: str
    section: str
    words: str


class Verdict(Struct):
    """All that differs. *formatting* counts paragraphs that only look different."""

    changes: list[WordChange] = field(default_factory=list)
    figures: list[FigureChange] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    formatting: int = 0
    anchored: bool = False
    """Whether the file still knows what was built."""

    @property
    def agrees(self) -> bool:
        """Whether the file says what the data say; looks, comments, number, date and signature do not matter."""
        return not self.changes and not self.figures
