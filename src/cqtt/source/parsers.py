"""PyYAML's parsers: libyaml's, where PyYAML was built with it, and the one in Python."""

from typing import Any

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

CParser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)
"""libyaml's parser, or None where PyYAML was built without it."""


class _PythonParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python, without the layers that build values."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


PARSERS: tuple[Any, ...] = (CParser, _PythonParser) if CParser else (_PythonParser,)
"""PyYAML's parsers, fastest first. The last one's errors are reported, so that they are the same on every machine."""
