"""Line breaks after a tag: Jinja would swallow every one, which joins the words, or the table's rows, on both sides.

Here a tag swallows the break only where no words stand before it on its line, so that a line of tags leaves no blank
line. Every other tag gets Jinja's sign to keep it: ``| {{ x }} |{% endif %}`` becomes ``| {{ x }} |{% endif +%}``.
"""

import re
from collections.abc import Iterator

_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BREAK = re.compile(r"\r\n|\n|\r")


def kept(source: str) -> str:
    """The template text *source* with its breaks kept so; no line of it moves."""
    return "".join(_pieces(source))


def _pieces(source: str) -> Iterator[str]:
    last, alone = 0, True
    for tag in _TAG.finditer(source):
        words = source[last : tag.start()]
        *above, before = _BREAK.split(words)
        alone = (alone or bool(above)) and not before.strip()
        keep = not alone and _BREAK.match(source, tag.end()) is not None and tag[0][-3] not in "+-"
        yield words
        yield f"{tag[0][:-2]}+{tag[0][-2:]}" if keep else tag[0]
        last = tag.end()
    yield source[last:]
