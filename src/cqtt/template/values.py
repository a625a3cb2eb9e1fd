"""What a template sees, one by one: figures, words, days and prose. None of them can be printed by accident.

A figure prints through a filter only; words print as typed and are never read as markup; prose is template text.
"""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from cqtt.models.so_lieu import SoLieu
from cqtt.problems import Key, Locator


class TemplateFault(Exception):
    """A mistake in the template or the prose; caught in ``fill``, which knows the line unless *place* says it.

    *place* is the number of a text and a line of it, as ``Filling.at`` takes them.
    """

    def __init__(
        self, code: str, message: str, hint: str, needle: str = "", place: tuple[int, int] | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.needle = needle
        self.place = place


class Words(Struct, frozen=True):
    """Words from the data, printed exactly as typed; *path* says what they are. Empty ones were left out."""

    text: str
    path: str = ""

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __eq__(self, other: object) -> bool:
        return self.text == (other.text if isinstance(other, Words) else other)

    def __hash__(self) -> int:
        return hash(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)


class Day(Struct, frozen=True):
    """A date; printed by the filter ``ngay``."""

    value: date
    path: str


class Prose(Struct, frozen=True):
    """Prose of the authority: template text, with the place it was written at."""

    text: str
    key: Key
    source: Locator


class Number(Struct, frozen=True, eq=False):
    """A figure: it can be compared and tested, and printed by a filter."""

    figure: SoLieu

    @property
    def value(self) -> int | Decimal | None:
        """The exact value; None where the figure does not exist."""
        return self.figure.gia_tri

    def __bool__(self) -> bool:
        return bool(self.value)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __eq__(self, other: object) -> bool:
        return self.value == _value(other)

    def __hash__(self) -> int:
        return hash(self.value)

    def __lt__(self, other: object) -> bool:
        return self._order(other) < 0

    def __le__(self, other: object) -> bool:
        return self._order(other) <= 0

    def __gt__(self, other: object) -> bool:
        return self._order(other) > 0

    def __ge__(self, other: object) -> bool:
        return self._order(other) >= 0

    def _order(self, other: object) -> int:
        mine, theirs = self.value, _value(other)
        if mine is None or not isinstance(theirs, int | Decimal):
            raise TemplateFault(
                "KHUON04",
                f"không so sánh được {self.figure.duong_dan}: một bên không có số liệu",
                "kiểm tra trước bằng {% if … %}",
                self.figure.duong_dan,
            )
        return (mine > theirs) - (mine < theirs)


def _value(other: object) -> object:
    return other.value if isinstance(other, Number) else other
