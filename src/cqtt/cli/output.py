"""A file that a command has made and means to write."""

from msgspec import Struct


class Output(Struct, frozen=True):
    """A finished file; *about* is said behind its name, *note* below it."""

    data: bytes
    about: str = ""
    note: str = ""
