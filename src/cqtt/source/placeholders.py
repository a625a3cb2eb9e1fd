"""Values that still have to be filled in: ``so_luong: chưa điền``, as ``cqtt new`` writes them."""

from collections.abc import Iterator

from cqtt.names import nfc
from cqtt.problems import NOT_FILLED_IN, Key, Problem, dotted
from cqtt.source.source_file import SourceFile
from cqtt.source.yaml_reader import Value

PLACEHOLDER = NOT_FILLED_IN


def placeholders(value: Value, source: SourceFile) -> Iterator[Problem]:
    """SO09 for every value that is a placeholder, whatever should stand there."""
    if PLACEHOLDER not in nfc(source.text).casefold():
        return
    for key in _waiting(value, ()):
        hint = "điền số liệu của kỳ này"
        yield Problem(source.position(key), "SO09", NOT_FILLED_IN, hint, dotted(key))


def _waiting(value: Value, key: Key) -> Iterator[Key]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _waiting(inner, (*key, name))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _waiting(inner, (*key, i))
    elif isinstance(value, str) and value.strip().casefold() == PLACEHOLDER:
        yield key
