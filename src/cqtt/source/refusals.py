"""What the strict reader refuses, each with its place: the findings YAML02-YAML06 and YAML08."""

import re
from typing import Any, TypeAlias

from msgspec import Struct, field
from yaml.events import AliasEvent

from cqtt.names import nfc
from cqtt.problems import Key, Position, Problem, dotted
from cqtt.source.text import FORBIDDEN

Event: TypeAlias = Any
"""One of PyYAML's parser events; its stubs leave half of their attributes out."""

WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_SWALLOWED = re.compile(r"\s+#\S.*")
MEND_COMMENT = 'đặt cả giá trị trong dấu nháy "…"; nếu là chú thích thì chuyển lên dòng riêng phía trên'


class Mark(Struct, frozen=True):
    """Where a value stands, counted from 0: *line*, *column* to *end*; *style* is ``|``, ``>``, a quote, or empty."""

    line: int
    column: int
    end: int
    style: str = ""


class Refusals(Struct):
    """The findings of one pass over a file."""

    path: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    commented: list[tuple[int, Key]] = field(default_factory=list)
    """Lines (from 0) on which a comment follows unquoted text, and that text's key."""

    def unescaped(self, event: Event, key: Key) -> str:
        """Text that may hold escapes (``\\u0007``): what could not be typed may not be written so either (YAML02)."""
        text: str = event.value
        found = FORBIDDEN.search(text) or re.search("\t", text)
        if found:
            hint = "viết thẳng chữ cần in, không viết dấu \\ trong nháy kép"
            self.add("YAML02", event, f"có ký tự không in được U+{ord(found[0]):04X}", hint, key)
        return FORBIDDEN.sub("", nfc(text))

    def look_behind(self, event: Event, text: str, key: Key) -> None:
        """Find text that an unquoted ``#`` turned into a comment: ``ten: Kế hoạch #152``."""
        line = event.end_mark.line
        rest = self.lines[line][event.end_mark.column :]
        if "#" not in rest:
            return
        if found := _SWALLOWED.fullmatch(rest.rstrip()):
            column = event.end_mark.column + rest.index("#")
            self.problems.append(
                Problem(
                    Position(self.path, line + 1, column + 1, self.lines[line], len(found[0].lstrip())),
                    "YAML06",
                    f'dấu # làm mất phần chữ sau nó: "{found[0].strip()}"',
                    MEND_COMMENT,
                    dotted(key),
                )
            )
        elif text not in WORDS:
            self.commented.append((line, key))

    def duplicate(self, name: str, event: Event, first: Event, key: Key) -> None:
        """Report a key written twice in one mapping, with both places."""
        where = f"dòng {first.start_mark.line + 1}"
        self.add(
            "YAML04", event, f'khóa "{name}" đã có ở {where}', f"giữ một trong hai: {where} hoặc dòng này", (*key, name)
        )

    def refuse_machinery(self, event: Any) -> None:
        """Refuse aliases, anchors, tags and merge keys (YAML05).

        A small file could expand to a big one, and a value would no longer be what was typed.
        """
        if isinstance(event, AliasEvent):
            what = f"bí danh *{event.anchor}"
        elif event.anchor:
            what = f"neo &{event.anchor}"
        elif event.tag:
            what = "thẻ kiểu dữ liệu (!)"
        else:
            what = "khóa gộp <<"
        self.add(
            "YAML05",
            event,
            f"không dùng {what} trong tệp số liệu",
            "viết thẳng giá trị; chữ có ký tự đặc biệt thì đặt trong dấu nháy",
        )

    def add(self, code: str, event: Event, message: str, hint: str, key: Key = ()) -> None:
        """Note a finding at *event*."""
        mark = mark_of(event)
        here = Position(self.path, mark.line + 1, mark.column + 1, self.lines[mark.line], mark.end - mark.column or 1)
        self.problems.append(Problem(here, code, message, hint, dotted(key)))


def mark_of(event: Event) -> Mark:
    """Where *event* stands; of a text over several lines its first character."""
    start, end = event.start_mark, event.end_mark
    width_end = end.column if end.line == start.line else start.column + 1
    return Mark(start.line, start.column, width_end, getattr(event, "style", None) or "")
