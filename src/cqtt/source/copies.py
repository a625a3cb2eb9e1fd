"""Files that a program made beside another one: ``nenh (1)``, ``Copy of nenh``, ``nenh (bản xung đột của …)``."""

import re
from collections.abc import Collection

from cqtt.names import identifier

_WORDS = (
    *("copy", "of", "copies", "ban", "sao", "chep", "cua", "so", "moi", "cu", "final", "cuoi", "chot", "sua", "lan"),
    *("conflict", "conflicted", "xung", "dot", "sync", "backup", "bak", "old", "new", "tmp", "temp", "goc", "luu", "v"),
    *(
        "yaml",
        "yml",
        "txt",
        "may",
        "tinh",
        "pc",
        "case",
        "edited",
        "du",
        "thao",
        "nhap",
        "gui",
        "lai",
        "zalo",
        "download",
    ),
)
_WORD = re.compile(rf"(?:{'|'.join(_WORDS)})\d*|[a-z]?\d[a-z\d]*")
_BY_A_PROGRAM = re.compile(r"\(.*\)|~|conflict|\.sync|[A-Z]{3}|[A-Z0-9]{5}")


def copied_from(stem: str, known: Collection[str]) -> str:
    """The identifier of *known* of whose file the one called *stem* is a copy by its name; empty where it is none.

    What stands before and behind the identifier must be words of copying, numbers, or what only a program writes: a
    computer's name, brackets. ``hoa-binh`` is no copy of ``hoa``.
    """
    words = identifier(stem).split("-")
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            found = "-".join(words[start : start + length])
            rest = [*words[:start], *words[start + length :]]
            if found in known and (_BY_A_PROGRAM.search(stem) or all(_WORD.fullmatch(word) for word in rest)):
                return found
    return ""
