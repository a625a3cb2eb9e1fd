"""Jinja, restricted to what a report needs, and extended to remember lines.

Only our filters, no builtin ones, no globals, no attributes but the names that ``values`` offers. Every piece of
template text carries the line it was written on through rendering, as one of the ``marks`` that ``lines`` takes out.
"""

import inspect
import re
from collections.abc import Callable, Collection, Iterable
from typing import Any

from jinja2 import TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, LoopContext, Macro, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cqtt.template.breaks import kept
from cqtt.template.columns import TableTag
from cqtt.template.earlier import Absent
from cqtt.template.groups import Both, Figures, Later, Names, UnitList, UnitNames, UnitWords, unknown
from cqtt.template.marks import line_mark
from cqtt.template.values import Number, TemplateFault

TAGS = ("for", "if", "elif", "else", "endif", "endfor", "set", "macro", "endmacro", "endset", "bang", "endbang")
IN_PROSE = ("if", "elif", "else", "endif")
"""The commands that prose may use: none that repeats, so that what it prints is linear in what was typed."""

_OPERATORS = frozenset(("add", "sub", "mul", "div", "floordiv", "mod", "pow", "tilde", "colon", "lbrace", "float"))
"""Figures are compared and printed, not calculated with; a slice or a ``~`` would cut a slot or print what it hides."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\uf8ff\U000f0000-\U0010ffff]")
_EACH = "each item"
"""The filter behind every ``for``; a name with a space, so that no template can use it."""
_GROUPS = (Figures, Names, Later, Both, UnitList, UnitNames, UnitWords, Absent)
_LOOP = frozenset(("index", "index0", "first", "last", "length", "revindex", "revindex0"))


class RememberLines(Extension):
    """Puts a line mark at the head of every piece and every line of template text; refuses what is not for templates.

    What is refused is reported as Jinja would report it, so that ``syntax`` puts both into the author's words.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  # Jinja's signature
        """The template with the line breaks that Jinja would swallow."""
        return kept(source)

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """The tokens, with marks in the text between the tags."""
        source = int((stream.name or "0").partition(":")[0])
        before, row, allowed = "", 0, IN_PROSE if source else TAGS
        for token in stream:
            if said := _refusal(token, before, allowed):
                raise TemplateSyntaxError(said, token.lineno, stream.name, stream.filename)
            if token.type == "data":
                lines = token.value.split("\n")
                marked = "\n".join(line_mark(source, token.lineno + i) + line for i, line in enumerate(lines))
                row = token.lineno + len(lines) - 1
                yield Token(token.lineno, "data", marked)
            else:
                if token.type == "variable_begin" and (before == "block_end" or row != token.lineno):
                    row = token.lineno
                    yield Token(row, "data", line_mark(source, row))
                yield token
            before = token.type


def _refusal(token: Token, before: str, allowed: Collection[str]) -> str:
    """What Jinja would say if it did not know *token*, which follows one of type *before*; empty where it may.

    Of the commands those *allowed* may.
    """
    if token.type in _OPERATORS:
        return f"operator '{token.value}'"
    if token.type == "string" and (found := _UNPRINTABLE.search(token.value)):
        return f"unprintable U+{ord(found[0]):04X}"
    if token.type == "name" and before == "block_begin" and token.value not in allowed:
        return f"template tag '{token.value}'" if token.value in TAGS else f"Encountered unknown tag '{token.value}'."
    return ""


class Sandbox(ImmutableSandboxedEnvironment):
    """The template's environment. *finalize* sees every value that is about to be printed."""

    def __init__(
        self, filters: dict[str, Callable[..., str]], finalize: Callable[..., Any], names: Iterable[str]
    ) -> None:
        super().__init__(
            undefined=StrictUndefined,
            extensions=[RememberLines, TableTag],
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
            cache_size=0,
            optimized=False,  # a filter is called when its place is printed, not when the template is compiled
        )
        self.filters = {name: self._checked(name, filter_) for name, filter_ in filters.items()} | {_EACH: self.each}
        self.tests = {"co_so_lieu": has_value}
        self.globals = {}
        self.names = list(names)

    def _checked(self, name: str, filter_: Callable[..., str]) -> Callable[..., str]:
        """The filter *name*, which takes no name that does not exist and no more than it asks for."""
        signature = inspect.signature(filter_)
        bare = all(p.default is not p.empty for p in list(signature.parameters.values())[1:])

        def checked(value: object, *args: object, **kwargs: object) -> str:
            if isinstance(value, Undefined):
                raise undefined_name(value, self.names)
            if bare and not args and not kwargs:
                return filter_(value)
            try:
                signature.bind(value, *args, **kwargs)
            except TypeError:
                hint = "ví dụ {{ so_don_vi | so }}"
                raise TemplateFault("KHUON04", f"bộ lọc {name} không nhận các giá trị này", hint, f"| {name}") from None
            return filter_(value, *args, **kwargs)

        return checked

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        """Jinja's own hook before it writes Python: a ``for`` goes through ``each``, and no group is assigned to."""
        for node in source.find_all((nodes.NSRef, nodes.For)):
            if isinstance(node, nodes.NSRef):
                raise TemplateSyntaxError(f"can't assign to '{node.name}.{node.attr}'", node.lineno, *args)
            if isinstance(node, nodes.For):
                node.iter = nodes.Filter(node.iter, _EACH, [], [], None, None, lineno=node.lineno, environment=self)
        return super()._generate(source, *args, **kwargs)

    @pass_context  # so that Jinja does not call it when it compiles
    def each(__self, _context: Context, value: object) -> Iterable[Any]:  # noqa: N805
        """The items of a list, one by one."""
        return __self.items(value, "for", "{% for x in cac_ky %}")

    def items(self, value: object, tag: str, example: str) -> UnitList | list[Any]:
        """The list that *tag* is given; raises ``TemplateFault`` (KHUON02, KHUON04) where it is something else."""
        if isinstance(value, Undefined):
            raise undefined_name(value, self.names)
        if not isinstance(value, UnitList | list):
            raise TemplateFault("KHUON04", f"{tag} cần một danh sách", f"ví dụ {example}", tag)
        return value

    def reach(self, obj: Any, path: str) -> Any:
        """What stands under *path* in a row of a table; a unit knows its figures by their whole path."""
        if isinstance(obj, UnitNames):
            return obj.get(path)
        for name in path.split("."):
            obj = self.getattr(obj, name)
        return obj

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What stands under *attribute* in one of our groups; in anything else there is nothing to see."""
        if isinstance(obj, _GROUPS):
            return obj.get(attribute)
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, Undefined):
            raise undefined_name(obj, self.names)
        if isinstance(obj, Number):
            raise unknown(f"{obj.figure.duong_dan}.{attribute}", [obj.figure.duong_dan])
        raise TemplateFault(
            "KHUON04", f"không lấy được “.{attribute}” ở đây", "chỉ dùng tên trong lệnh: cqtt figures", f".{attribute}"
        )

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As ``getattr``, for ``x['huong-mai']``."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        by_name = "dùng mã đơn vị trong nháy: …['huong-mai']"
        hint = "đi qua danh sách bằng {% for … %}" if isinstance(obj, list) else by_name
        raise TemplateFault("KHUON04", f"không lấy được phần tử [{argument}] ở đây", hint, f"[{argument}]")

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Macros of the template only (Jinja's own signature, whose names cannot clash with the macro's)."""
        if isinstance(__obj, Undefined):
            raise undefined_name(__obj, __self.names)
        if not isinstance(__obj, Macro):
            hint = "chỉ gọi macro khai báo trong khuôn mẫu"
            raise TemplateFault("KHUON06", "không gọi được thứ này trong khuôn mẫu", hint, "(")
        names = {name for name in kwargs if name not in ("_loop_vars", "_block_vars")}  # Jinja's own
        if len(args) > len(__obj.arguments) or not names <= set(__obj.arguments):
            takes = ", ".join(__obj.arguments) or "không nhận gì"
            raise TemplateFault(
                "KHUON04", f"macro {__obj.name} không nhận các giá trị này", f"nhận: {takes}", f"{__obj.name}("
            )
        return __context.call(__obj, *args, **kwargs)


def has_value(value: object) -> bool:
    """The test ``co_so_lieu``: whether the figure exists in this period (``{% if x is co_so_lieu %}``)."""
    return isinstance(value, Number) and value.value is not None


def undefined_name(value: Undefined, known: Iterable[str]) -> TemplateFault:
    """The fault of using a name that the template does not have."""
    name = value._undefined_name
    if not name:
        return TemplateFault("KHUON02", "if ở đây không cho giá trị nào", "thêm else: {{ … if … else … }}", " if ")
    if value._undefined_hint:
        return TemplateFault("KHUON02", f"chỗ gọi macro không cho “{name}”", "ghi đủ các giá trị khi gọi macro", name)
    return unknown(name, list(known))
