"""A strict subset of YAML, read from parser events straight into plain values.

    truc_tuyen: 280            # int: plain digits only
    camera: true               # bool: true or false only
    nam: null                  # None: null, ~ or nothing
    ten: Ngày thứ 6 tốc ký     # everything else is text, and stays as typed

Nothing is guessed: ``012``, ``5.007``, ``1:30`` and ``yes`` are text here, and the models refuse text where a count
must stand. Refused outright: duplicate keys, anchors, aliases, tags, merge keys, directives, several documents.
libyaml is used where PyYAML has it; what it refuses is read again in pure Python, so that the findings are the same.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from cqtt.names import nfc
from cqtt.problems import Key, Position, Problem, dotted
from cqtt.source.parsers import PARSERS
from cqtt.source.syntax import odd_key, syntax_problem, too_deep
from cqtt.source.text import FORBIDDEN

Value: TypeAlias = "int | bool | str | dict[str, Value] | list[Value] | None"

Event: TypeAlias = Any
"""One of PyYAML's parser events; its stubs leave half of their attributes out."""

MAX_DEPTH = 12
MAX_DIGITS = 18
_INT = re.compile(rf"0|[1-9][0-9]{{0,{MAX_DIGITS - 1}}}", re.ASCII)
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_SWALLOWED = re.compile(r"\s+#\S.*")
_READ_OTHERWISE = re.compile(r"[|>][0-9+-]*#|\t")  # libyaml takes it, the parser in Python does not
MEND_COMMENT = 'đặt cả giá trị trong dấu nháy "…"; nếu là chú thích thì chuyển lên dòng riêng phía trên'


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value stands, counted from 0: *line*, *column* to *end*; *style* is ``|``, ``>``, a quote, or empty."""

    line: int
    column: int
    end: int
    style: str = ""


@dataclass(slots=True)
class Reading:
    """One pass over a file: its value, its findings and, where asked for, the place of every key and value."""

    path: str
    lines: list[str]
    normalized: bool
    next_event: Callable[[], Event]
    value: Value = None
    marks: dict[Key, Mark] | None = None
    key_marks: dict[Key, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    commented: list[int] = field(default_factory=list)
    """Lines (from 0) on which a comment follows unquoted text."""

    def document(self) -> Value:
        """The file's value; None for an empty file."""
        self.next_event()
        event = self.next_event()
        if isinstance(event, StreamEndEvent):
            return None
        if self.lines[event.start_mark.line].startswith("%"):
            self.add("YAML05", event, "không dùng chỉ dẫn % trong tệp số liệu", "bỏ dòng bắt đầu bằng %")
        value = self.node(self.next_event(), ())
        self.next_event()
        event = self.next_event()
        if isinstance(event, DocumentStartEvent):
            self.add("YAML08", event, "có nhiều tài liệu YAML trong một tệp", "bỏ dòng “---” thứ hai trở đi")
        return value

    def node(self, event: Event, key: Key) -> Value:
        """The value that starts with *event* and stands at *key*."""
        if isinstance(event, ScalarEvent):
            if event.anchor or event.tag:
                self.refuse_machinery(event)
            return self.scalar(event, key)
        if isinstance(event, AliasEvent):
            self.refuse_machinery(event)
            return None
        if len(key) >= MAX_DEPTH:
            raise TooDeep(event)
        if event.anchor or event.tag:
            self.refuse_machinery(event)
        if self.marks is not None:
            self.marks[key] = _mark(event)
        return self.mapping(key) if isinstance(event, MappingStartEvent) else self.sequence(key)

    def mapping(self, key: Key) -> dict[str, Value]:
        """A mapping, up to its end; of a duplicate key the first value counts."""
        out: dict[str, Value] = {}
        first: dict[str, Event] = {}
        while not isinstance(event := self.next_event(), MappingEndEvent):
            name = self.key_name(event, key)
            child = (*key, name)
            if name in first:
                self.duplicate(name, event, first[name], key)
                self.read_over(child)
                continue
            first[name] = event
            if self.marks is not None:
                self.key_marks[child] = _mark(event)
            out[name] = self.node(self.next_event(), child)
        return out

    def read_over(self, key: Key, event: Event = None) -> None:
        """Read the value at *key* (starting with *event*, or the next one) without keeping its places."""
        marks, self.marks = self.marks, None
        self.node(event or self.next_event(), key)
        self.marks = marks

    def sequence(self, key: Key) -> list[Value]:
        """A list, up to its end."""
        out: list[Value] = []
        while not isinstance(event := self.next_event(), SequenceEndEvent):
            out.append(self.node(event, (*key, len(out))))
        return out

    def key_name(self, event: Event, key: Key) -> str:
        """A key's name; a list or mapping as a key is refused and read over."""
        if isinstance(event, ScalarEvent):
            if event.anchor or event.tag or (event.value == "<<" and not event.style):
                self.refuse_machinery(event)
            return self.unescaped(event, key)
        self.add("YAML03", event, *odd_key(self.lines[event.start_mark.line]))
        self.read_over((*key, ""), event)
        return ""

    def scalar(self, event: Event, key: Key) -> Value:
        """A single value: see the module's table."""
        text: str = event.value
        if self.marks is not None:
            self.marks[key] = _mark(event)
        if event.style == '"':
            return self.unescaped(event, key)
        if event.style:
            return text if self.normalized else nfc(text)
        if _INT.fullmatch(text):
            return int(text)
        self.look_behind(event, text, key)
        return _WORDS[text] if text in _WORDS else text if self.normalized else nfc(text)

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
        elif text not in _WORDS:
            self.commented.append(line)

    def duplicate(self, name: str, event: Event, first: Event, key: Key) -> None:
        """Report a key written twice in one mapping, with both places."""
        where = f"dòng {first.start_mark.line + 1}"
        self.add(
            "YAML04", event, f'khóa "{name}" đã có ở {where}', f"giữ một trong hai: {where} hoặc dòng này", (*key, name)
        )

    def refuse_machinery(self, event: Any) -> None:
        """Refuse what lets a small file become a big one, or a value become something else."""
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
        mark = _mark(event)
        here = Position(self.path, mark.line + 1, mark.column + 1, self.lines[mark.line], mark.end - mark.column or 1)
        self.problems.append(Problem(here, code, message, hint, dotted(key)))


class TooDeep(Exception):
    """The file is nested deeper than any of ours can be; caught where the reading starts."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.line: int = event.start_mark.line
        self.column: int = event.start_mark.column


def _mark(event: Event) -> Mark:
    start, end = event.start_mark, event.end_mark
    width_end = end.column if end.line == start.line else start.column + 1
    return Mark(start.line, start.column, width_end, getattr(event, "style", None) or "")


def read(
    text: str, path: str, lines: list[str], *, parsers: tuple[Any, ...] = PARSERS, with_marks: bool = False
) -> Reading:
    """Read *text* to its end. Findings YAML03-YAML09 stand in the result; after a syntax error its value is None."""
    for parser in parsers[-1:] if _READ_OTHERWISE.search(text) else parsers:
        reading = _start(text, path, lines, parser, with_marks=with_marks)
        try:
            reading.value = reading.document()
        except TooDeep as deep:
            reading.problems.append(too_deep(path, lines, deep.line, deep.column))
        except yaml.YAMLError as error:
            told = syntax_problem(error, path, lines)
            if all(p.position.line != told.position.line for p in reading.problems):
                reading.problems.append(told)
            continue
        return reading
    return reading


def _start(text: str, path: str, lines: list[str], parser: Any, *, with_marks: bool) -> Reading:
    return Reading(
        path=path,
        lines=[*lines, ""],  # libyaml ends a key without a value one line below the last
        normalized=text.isascii() or unicodedata.is_normalized("NFC", text),
        next_event=parser(text).get_event,
        marks={} if with_marks else None,
    )
