"""What Pydantic says of one value, with all that a sentence about it may need; and the sentence."""

from types import NoneType
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from cqtt.models.truong import truong_tai
from cqtt.problems import Key


class Rejection(NamedTuple):
    """One finding of Pydantic's with all that a sentence about it may need."""

    code: str
    key: Key
    given: Any
    limits: dict[str, Any]
    typed: str
    quoted: bool
    model: type[BaseModel]

    @property
    def shown(self) -> str:
        """The value as typed, short enough for a message."""
        if isinstance(self.given, dict):
            return "một khối"
        if isinstance(self.given, list):
            return "một danh sách"
        text = " ".join((self.typed or ("" if self.given is None else str(self.given))).splitlines())
        return f'"{text[:57]}..."' if len(text) > 60 else f'"{text}"' if text else "trống"

    @property
    def absent(self) -> str:
        """What to write where there is no value."""
        info = truong_tai(self.model, self.key)
        return "null" if info and NoneType in get_args(info.annotation) else "0"

    @property
    def name(self) -> str:
        """The last word of the key."""
        return str(self.key[-1]) if self.key else ""


class Wording(NamedTuple):
    """A finding in our words."""

    code: str
    message: str
    hint: str
