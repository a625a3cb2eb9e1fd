"""A strict subset of YAML, read from parser events straight into plain values.

    so_luong: 280              # int: plain digits only
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
from typing import Any, TypeAlias

import yaml
from msgspec import field
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
from cqtt.problems import Key
from cqtt.source.parsers import PARSERS
from cqtt.source.refusals import WORDS, Event, Mark, Refusals, mark_of
from cqtt.source.syntax import odd_key, syntax_problem, too_deep

Value: TypeAlias = "int | bool | str | dict[str, Value] | list[Value] | None"

MAX_DEPTH = 12
MAX_DIGITS = 18
_INT = re.compile(rf"0|[1-9][0-9]{{0,{MAX_DIGITS - 1}}}", re.ASCII)
_BLOCK_WITH_COMMENT = re.compile(r"[|>][0-9+-]*#")


class Reading(Refusals, kw_only=True):
    """One pass over a file: its value, its findings and, where asked for, the place of every key and value."""

    normalized: bool
    next_event: Callable[[], Event]
    value: Value = None
    broken: int = 0
    """The line (from 1) of the error of syntax that ended the reading; 0 where it came to its end."""
    marks: dict[Key, Mark] | None = None
    key_marks: dict[Key, Mark] = field(default_factory=dict)
    ends: dict[Key, tuple[int, int]] = field(default_factory=dict)
    """Where each single value ends: line and column after it, counted from 0."""

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
            self.marks[key] = mark_of(event)
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
                self.key_marks[child] = mark_of(event)
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
            if event.style == '"':
                return self.unescaped(event, key)
            return event.value if self.normalized else nfc(event.value)
        self.add("YAML03", event, *odd_key(self.lines[event.start_mark.line]))
        self.read_over((*key, ""), event)
        return ""

    def scalar(self, event: Event, key: Key) -> Value:
        """A single value: see the module's table."""
        text: str = event.value
        if self.marks is not None:
            self.marks[key] = mark_of(event)
            self.ends[key] = (event.end_mark.line, event.end_mark.column)
        if event.style == '"':
            return self.unescaped(event, key)
        if event.style:
            return text if self.normalized else nfc(text)
        if _INT.fullmatch(text):
            return int(text)
        self.look_behind(event, text, key)
        return WORDS[text] if text in WORDS else text if self.normalized else nfc(text)


class TooDeep(Exception):
    """The file is nested deeper than any of ours can be; caught where the reading starts."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.line: int = event.start_mark.line
        self.column: int = event.start_mark.column


def read(
    text: str, path: str, lines: list[str], *, parsers: tuple[Any, ...] = PARSERS, with_marks: bool = False
) -> Reading:
    """Read *text* to its end. Findings YAML03-YAML09 stand in the result; after a syntax error its value is None."""
    for parser in parsers[-1:] if _read_otherwise(text) else parsers:
        reading = _start(text, path, lines, parser, with_marks=with_marks)
        try:
            reading.value = reading.document()
        except TooDeep as deep:
            reading.problems.append(too_deep(path, lines, deep.line, deep.column))
        except yaml.YAMLError as error:
            told = syntax_problem(error, path, lines)
            reading.broken = max(1, told.position.line)
            if all(p.position.line != told.position.line for p in reading.problems):
                reading.problems.append(told)
            continue
        return reading
    return reading


def _read_otherwise(text: str) -> bool:
    """Whether libyaml takes *text* where the parser in Python does not."""
    return "\t" in text or (("|" in text or ">" in text) and bool(_BLOCK_WITH_COMMENT.search(text)))


def _start(text: str, path: str, lines: list[str], parser: Any, *, with_marks: bool) -> Reading:
    return Reading(
        path=path,
        lines=[*lines, ""],  # libyaml ends a key without a value one line below the last
        normalized=text.isascii() or unicodedata.is_normalized("NFC", text),
        next_event=parser(text).get_event,
        marks={} if with_marks else None,
    )
