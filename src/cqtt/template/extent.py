"""VB14: how much text the prose of a YAML file makes.

What a file of data costs is bounded where it enters. The reader bounds the file (``source/text``), the models each of
its texts, and ``environment`` lets prose hold nothing that repeats, so that what it prints is linear in what was typed.
That is measured here before it is filled: filling, reading, setting and checking take their time with each paragraph,
mark and figure in it. The template is the office's own, and prints as much as it likes.
"""

from itertools import accumulate

MOST = 5_000
"""What all prose of a report may come to, as ``extent`` counts: ten times what the longest known one has."""
_MARKS = ("|", "*", "[", "]", "<", "://")
_LINE = _FIGURE = 4
_BLOCK = 40


def too_long(text: str, left: int) -> int | None:
    """The line of *text* (from 1) at which it comes to more than *left*; None where it does not."""
    sizes = accumulate(map(extent, text.split("\n")))
    return next((number for number, size in enumerate(sizes, start=1) if size > left), None)


def extent(text: str) -> int:
    """The size of *text*: one for a blank line and for each mark, four for a line of words and for each pair of braces.

    The frame of a chart counts as ten lines of words.
    """
    size = sum(map(text.count, _MARKS)) + _FIGURE * (text.count("{{") + text.count("{%"))
    for line in map(str.strip, text.split("\n")):
        size += _BLOCK if line.startswith(":::") else _LINE if line and not line.startswith("|") else 1
    return size
