"""Comparing the names people type: without marks, in any case, and the nearest known one."""

import re
import unicodedata
from collections.abc import Iterable

_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""The blocks of combining diacritical marks."""


def nfc(text: str) -> str:
    """The composed form (Unicode NFC) of *text*: what Word needs, and the only form in which names are compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters but for tab and line feed, and what turns the direction of writing."""


def printable(text: str) -> str:
    """*text* with “�” for each character that a terminal obeys instead of showing it."""
    return _COMMANDS.sub("�", text)


def without_marks(text: str) -> str:
    """*text* with Vietnamese letters replaced by their base letters: ``Tự Lạn`` becomes ``Tu Lan``."""
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFD", text)).replace("đ", "d").replace("Đ", "D")


def fold(text: str) -> str:
    """The form in which two spellings of one name are equal: no marks, lower case, single blanks."""
    return " ".join(without_marks(text).casefold().split())


def title_key(title: str) -> str:
    """The form in which two spellings of one title are equal: as ``fold`` has it, without the mark at its end."""
    return fold(title).rstrip(" .,;:!?…")


def identifier(name: str) -> str:
    """The ASCII identifier of a unit's name: ``Hương Mai`` gives ``huong-mai``."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split())


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that *word* was most likely meant to be, or None where nothing is near."""
    from difflib import get_close_matches  # needed after a slip only

    by_fold: dict[str, str] = {}
    for name in known:
        by_fold.setdefault(fold(name), name)
    found = get_close_matches(fold(word), by_fold, n=1, cutoff=0.7)
    return by_fold[found[0]] if found else None


def closing_mark(text: str) -> str:
    """The mark at the end of *text* behind which no other may stand; empty where there is none, as behind “...”."""
    return text[-1:] if text.endswith((".", ",", ";", ":")) and not text.endswith("...") else ""


def ends_itself(text: str) -> bool:
    """Whether *text* ends a sentence or an item by itself: with a mark, or with a full stop within what it closes."""
    return text.endswith((".", "!", "?", "…", ";", ",", ":")) or text.rstrip("”’»\"')]").endswith((".", "…"))
