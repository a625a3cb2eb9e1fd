"""A file that a command has made and means to write."""

from msgspec import Struct


class Output(Struct, frozen=True):
    """A finished file; *about* is said behind its name, *note* below it. Of a *report* that is kept, because somebody
    edited it, is said how to look at the edits.
    """

    data: bytes
    about: str = ""
    note: str = ""
    report: bool = False
