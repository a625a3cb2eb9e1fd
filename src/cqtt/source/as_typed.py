"""A file of the workspace as it was typed, valid or not: its values by key, and where they stand.

Whoever writes into a file that a person keeps starts from this; ``one_file`` gives the validated record instead.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from cqtt.disk import read_bytes
from cqtt.problems import Key, Problem, has_errors
from cqtt.source.blanks import odd_blanks, tabs
from cqtt.source.placeholders import PLACEHOLDER
from cqtt.source.source_file import SourceFile
from cqtt.source.text import decode, split_lines
from cqtt.source.yaml_reader import Value, read


class AsTyped(Struct):
    """*raw* are the file's bytes, None where there is no file; *problems* forbid writing into it."""

    path: str
    raw: bytes | None = None
    source: SourceFile | None = None
    value: Value = None
    problems: list[Problem] = field(default_factory=list)

    def at(self, key: Key) -> Value:
        """What stands at *key*; None where nothing does."""
        value = self.value
        for part in key:
            if isinstance(value, dict) and isinstance(part, str):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value

    def waits(self, key: Key) -> bool:
        """Whether nothing stands at *key*, or only that it is still to be filled in."""
        return is_waiting(self.at(key))


def is_waiting(value: Value) -> bool:
    """Whether *value* is none: a placeholder, nothing at all, or a block of such."""
    if isinstance(value, dict):
        return all(map(is_waiting, value.values()))
    return value is None or (isinstance(value, str) and value.strip().casefold() == PLACEHOLDER)


def as_typed(root: Path, path: str) -> AsTyped:
    """The file at *path* of the workspace *root*."""
    raw = read_bytes(root / path)
    return typed(path, raw) if raw is not None else AsTyped(path)


def typed(path: str, raw: bytes) -> AsTyped:
    """The file with the bytes *raw*."""
    text, problems = decode(raw, path)
    problems.extend([*tabs(text, path), *odd_blanks(text, path)])
    if problems:
        return AsTyped(path, raw, problems=problems)
    reading = read(text, path, split_lines(text))
    wrong = reading.problems if has_errors(reading.problems) else []
    return AsTyped(path, raw, SourceFile(path, text), reading.value, wrong)


def leaves(value: Value, key: Key = ()) -> Iterator[tuple[Key, Value]]:
    """Every single value below *value*, and every list as a whole, by key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*key, name))
    elif key:
        yield key, value
