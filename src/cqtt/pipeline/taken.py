"""What of an answer goes into the log, and how a file's value is compared with what the log has of it."""

from cqtt.collect.answer import Answer
from cqtt.collect.log import Entry, Taken
from cqtt.problems import Key, dotted
from cqtt.source.fill_in import written
from cqtt.source.yaml_reader import Value


def taken(answer: Answer) -> dict[str, Taken]:
    """The values as they are written, with the cells they stood in; of a list each value of each item."""
    out: dict[str, Taken] = {}
    for key, value in answer.values.items():
        if not isinstance(value, list):
            out[dotted(key)] = _of_cell(answer, key, value)
            continue
        for i, item in enumerate(value):
            for name, inner in item.items() if isinstance(item, dict) else ():
                out[dotted((*key, i, name))] = _of_cell(answer, (*key, i, name), inner)
    return out


def _of_cell(answer: Answer, key: Key, value: Value) -> Taken:
    at = answer.position(key)
    return Taken(written(value), "!".join(part for part in (at.sheet, at.cell) if part) or "-")


def as_taken(value: Value) -> object:
    """*value* as the log has it: its text, or the items of a list."""
    return value if isinstance(value, list) else written(value)


def of_entry(entry: Entry, key: Key) -> object:
    """What the entry put at *key*: the text of a value, or the items of a list."""
    if one := entry.taken.get(dotted(key)):
        return one.value
    items: dict[int, dict[str, str]] = {}
    head = f"{dotted(key)}["
    for path, taken in entry.taken.items():
        if path.startswith(head):
            number, _, name = path.removeprefix(head).partition("].")
            items.setdefault(int(number), {})[name] = taken.value
    return [items[i] for i in sorted(items)] if items else None


def as_said(value: Value) -> str:
    """*value* in a message."""
    if isinstance(value, list):
        return f"{len(value)} mục"
    return "một khối" if isinstance(value, dict) else written(value)
