"""Writing an answer into a unit's file: every value in its place, every other character as it was.

What the file lacks is written at the end of the block it belongs to; a file that is not there is made anew.
"""

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct, field

from cqtt.models.ban_ghi import MoHinh
from cqtt.models.ky import Ky
from cqtt.models.truong import khoi_trong, truong_tai
from cqtt.problems import Key
from cqtt.source.as_typed import AsTyped, leaves, typed
from cqtt.source.rewrite import inserted, opened, removed, rewritten, scalar
from cqtt.source.skeleton import entry, with_lines
from cqtt.source.source_file import SourceFile
from cqtt.source.yaml_reader import Value

_BOM = "\ufeff"
"""The byte order mark that Notepad writes; it stays where it is."""


class Filling(Struct, frozen=True):
    """What is to stand in a file of the class *model*: *values* by key, lists whole; *left_out* need not be given.

    *totals* are sums that are written anew where the file has them.
    """

    model: type[MoHinh]
    ky: Ky
    values: Mapping[Key, Value]
    left_out: Collection[Key] = ()
    totals: Mapping[Key, int] = field(default_factory=dict)


def filled_in(path: str, text: str, filling: Filling) -> str | None:
    """*text* with the values in it; None where they cannot be written so that the file then says just them.

    Lists are replaced whole where they differ; of a block that is left out the lines go.
    """
    mark, text = text[: text.startswith(_BOM)], text.removeprefix(_BOM)
    before = typed(path, text.encode())
    made = text
    for key in filling.left_out:
        made = _without(made, key)
    for key, value in filling.values.items():
        if isinstance(value, list) and before.at(key) != value:
            made = _with_list(made, str(key[0]), value)
    single = {key: value for key, value in filling.values.items() if not isinstance(value, list)}
    made = _replaced(made, single | dict(filling.totals))
    made = _inserted(made, single, filling)
    return mark + made if _says(typed(path, made.encode()), before, filling) else None


def written(value: Value) -> str:
    """*value* as the file has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else scalar(value if isinstance(value, str) else None)


def _replaced(text: str, values: Mapping[Key, Value]) -> str:
    """*text* with the values whose keys are written; one that has nothing behind its colon gets it there."""
    now = typed("", text.encode())
    source = now.source
    assert source is not None, "read before"
    changed = {key: written(value) for key, value in values.items() if source.has(key) and now.at(key) != value}
    places = source.value_places(changed)
    empty = {key: value for key, value in changed.items() if key not in places}
    return rewritten(SourceFile("", opened(source, empty)), {key: changed[key] for key in places}, {})


def _inserted(text: str, values: Mapping[Key, Value], filling: Filling) -> str:
    known = {key: written(value) for key, value in values.items()}
    source = SourceFile("", text)
    for key in [key for key in values if not source.has(key)]:
        source = SourceFile("", text)
        if source.has(key):  # with its block
            continue
        top = next(key[:i] for i in range(1, len(key) + 1) if not source.has(key[:i]))
        info = truong_tai(filling.model, top)
        if info is not None:
            lines = list(entry(top, info, known, filling.ky))
            text = with_lines(text, top, ["", *lines] if len(top) == 1 and khoi_trong(info) else lines)
    return text


def _without(text: str, key: Key) -> str:
    """*text* without the block at *key*; a single value becomes ``null``."""
    now = typed("", text.encode())
    if now.source is None or not now.source.has(key):
        return text
    if not isinstance(now.at(key), dict):
        return text if now.at(key) is None else _replaced(text, {key: None})
    if len(key) == 1:
        return rewritten(now.source, {}, {str(key[0]): None})
    place = now.source.end_of_block(key)
    if place is None:
        return text
    first = now.source.key_position(key).line - 1
    return removed(now.source, first, place[0])


def _with_list(text: str, name: str, items: list[Value]) -> str:
    """*text* with the list *name* of the file itself; items that only come after those there are added to them."""
    now = typed("", text.encode())
    source, old = now.source, now.at((name,))
    if source is None:
        return text
    place = _behind_items(source, name) if isinstance(old, list) and old and items[: len(old)] == old else None
    if isinstance(old, list) and place:
        more = [line for item in items[len(old) :] for line in _item(item)]
        return inserted(source, place[0], (place[1] + line.removeprefix("  ") for line in more))
    lines = [line for item in items for line in _item(item)]
    if not source.has((name,)):
        block = [f"{name}:", *lines] if items else [f"{name}: []"]
        return with_lines(text, (name,), block)
    cleared = rewritten(source, {}, {name: "[]"})
    if not items:
        return cleared
    emptied = SourceFile("", cleared)
    row = emptied.top_level()[name]
    key, _, comment = emptied.lines[row].partition(" []")
    return inserted(SourceFile("", removed(emptied, row, row + 1)), row, [key + comment, *lines])


def _behind_items(source: SourceFile, name: str) -> tuple[int, str] | None:
    """The line behind the list *name*, and the blanks before its dashes; None where it stands in brackets."""
    rows = [place for key, place in source.value_places().items() if key[0] == name]
    first = source.lines[min(start[0] for start, _ in rows)] if rows else ""
    indent = first[: len(first) - len(first.lstrip())]
    return (max(end[0] for _, end in rows) + 1, indent) if first.lstrip().startswith("- ") else None


def _item(item: Value) -> Iterator[str]:
    assert isinstance(item, dict), "an item of a list of blocks"
    for i, (name, value) in enumerate(item.items()):
        yield f"  {' ' if i else '-'} {name}: {written(value)}"


def _says(now: AsTyped, before: AsTyped, filling: Filling) -> bool:
    """Whether the file says what was to be filled in, and all else as before."""
    if now.problems or now.source is None:
        return False
    if any(now.at(key) != value for key, value in filling.values.items()):
        return False
    if any(now.at(key) is not None for key in filling.left_out):
        return False
    touched = {*filling.values, *filling.left_out, *filling.totals}
    then, kept = dict(leaves(before.value)), dict(leaves(now.value))
    return all(kept.get(key) == value for key, value in then.items() if not _below(key, touched))


def _below(key: Key, touched: Collection[Key]) -> bool:
    return any(key[:i] in touched for i in range(1, len(key) + 1))
