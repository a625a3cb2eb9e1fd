"""Jinja, closed down to what a report needs, and taught to remember lines.

Only our filters, no builtin ones, no globals, no attributes but the names that ``values`` offers. Every piece of
template text carries the line it was written on through rendering, as a mark that ``lines`` takes out again.
"""

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import LoopContext, Macro, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cqtt.template.values import Both, Commune, Communes, Fault, Figures, Names, Number, Unit, unknown

LINE_OPEN, LINE_CLOSE = "\ue002", "\ue003"
_GROUPS = (Figures, Names, Both, Communes, Commune, Unit)
_LOOP = frozenset(("index", "index0", "first", "last", "length", "revindex", "revindex0"))


def line_mark(source: int, line: int) -> str:
    """The mark for *line* of file number *source*."""
    return f"{LINE_OPEN}{source}:{line}{LINE_CLOSE}"


class RememberLines(Extension):
    """Puts a line mark at the head of every piece and every line of template text."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """The tokens, with marks in the text between the tags."""
        source = int((stream.name or "0").partition(":")[0])
        for token in stream:
            if token.type != "data":
                yield token
                continue
            lines = token.value.split("\n")
            marked = "\n".join(line_mark(source, token.lineno + i) + line for i, line in enumerate(lines))
            yield Token(token.lineno, "data", marked)


class Sandbox(ImmutableSandboxedEnvironment):
    """The template's environment. *finalize* sees every value that is about to be printed."""

    def __init__(
        self, filters: dict[str, Callable[..., str]], finalize: Callable[..., Any], names: Iterable[str]
    ) -> None:
        super().__init__(
            undefined=StrictUndefined,
            extensions=[RememberLines],
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
            cache_size=0,
        )
        self.filters = dict(filters)
        self.tests = {"co_so_lieu": has_value}
        self.globals = {}
        self.names = list(names)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What stands under *attribute* in one of our groups; in anything else there is nothing to see."""
        if isinstance(obj, _GROUPS):
            return obj.get(attribute)
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, Undefined):
            raise undefined_name(obj, self.names)
        if isinstance(obj, Number):
            raise unknown(f"{obj.figure.duong_dan}.{attribute}", [obj.figure.duong_dan], attribute)
        raise Fault(
            "KHUON04", f"không lấy được “.{attribute}” ở đây", "chỉ dùng tên trong lệnh: cqtt figures", attribute
        )

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As ``getattr``, for ``xa_phuong['huong-mai']``."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        raise Fault("KHUON04", f"không lấy được phần tử [{argument}] ở đây", "dùng tên, ví dụ xa_phuong['huong-mai']")

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Macros of the template only (Jinja's own signature, whose names cannot clash with the macro's)."""
        if isinstance(__obj, Macro | LoopContext):
            return __obj(*args, **kwargs)
        raise SecurityError("call")


def has_value(value: object) -> bool:
    """The test ``co_so_lieu``: whether the figure exists in this period (``{% if kinh_phi is co_so_lieu %}``)."""
    return isinstance(value, Number) and value.value is not None


def undefined_name(value: Undefined, known: Iterable[str]) -> Fault:
    """The fault of using a name that the template does not have."""
    name = value._undefined_name or "?"
    return unknown(name, list(known), name)


def pieces(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """What stands before a rendered *line*'s first mark; then each mark's file number and line, and the text behind."""
    head, *marked = line.split(LINE_OPEN)
    out = []
    for piece in marked:
        mark, _, text = piece.partition(LINE_CLOSE)
        source, _, number = mark.partition(":")
        out.append((int(source), int(number), text))
    return head, out
