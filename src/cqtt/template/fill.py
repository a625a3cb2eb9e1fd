"""Filling the template: figures and prose become text; each line, and each mistake, knows where it came from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, Undefined, UndefinedError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

from cqtt.manuscript import Manuscript, Origin
from cqtt.models.tong_hop import TongHop
from cqtt.names import nearest
from cqtt.problems import Locator, Position, Problem
from cqtt.template.context import context
from cqtt.template.environment import Sandbox, line_mark, undefined_name
from cqtt.template.filters import NAMES, Printer
from cqtt.template.lines import notes_last, unmarked
from cqtt.template.values import Fault, Number, Prose, Words

_TAGS = ("for", "if", "elif", "else", "endif", "endfor", "set", "macro", "endmacro", "endset")


@dataclass(slots=True)
class Source:
    """A file that template text comes from; *first* is the line of the file on which the text's line 1 stands."""

    path: str
    lines: Sequence[str]
    first: int = 1
    exact: bool = True
    """Whether the text keeps the file's lines; folded prose does not, and is placed at its first line."""

    def line(self, number: int) -> int:
        """The file's line for the text's line *number* (from 1)."""
        return self.first + number - 1 if self.exact else self.first


@dataclass(slots=True)
class Filling:
    """One filling: the environment, what was printed, and the files in play."""

    names: Mapping[str, Any]
    printer: Printer = field(default_factory=Printer)
    sources: list[Source] = field(default_factory=list)
    sandbox: Sandbox = field(init=False)

    def __post_init__(self) -> None:
        @pass_context  # so that Jinja does not fold constants past us when it compiles
        def finalize(_context: Context, value: object) -> str:
            return self.printed(value)

        self.sandbox = Sandbox(self.printer.filters(), finalize, self.names)

    def render(self, text: str, source: Source) -> str:
        """*text* filled, with line marks in it."""
        self.sources.append(source)
        number = len(self.sources) - 1
        if "{" not in text:
            return "\n".join(line_mark(number, i) + line for i, line in enumerate(text.split("\n"), start=1))
        name = f"{number}:{source.path}"
        code = self.sandbox.compile(text, name, name)
        template = self.sandbox.template_class.from_code(self.sandbox, code, {})
        return template.render(self.names)

    def printed(self, value: object) -> str:
        """What is printed for *value*: the edge where a bare number or a missing name is stopped."""
        if isinstance(value, str):
            return value
        if isinstance(value, Words):
            return self.printer.words(value)
        if isinstance(value, Prose):
            return self.prose(value)
        if isinstance(value, Undefined):
            raise undefined_name(value, self.names)
        if isinstance(value, Number):
            path = value.figure.duong_dan
            raise Fault("KHUON03", f"số liệu {path} in ra mà không qua bộ lọc", f"ví dụ {{{{ {path} | so }}}}", path)
        if isinstance(value, int | float):
            raise Fault(
                "KHUON03", f"số {value} in ra mà không qua bộ lọc", "số phải lấy từ số liệu, ví dụ {{ so_don_vi | so }}"
            )
        raise Fault("KHUON04", "giá trị này không in ra được", "in từng mục của danh sách, hoặc dùng bộ lọc")

    def prose(self, prose: Prose) -> str:
        """Prose of the authority, filled in its turn; its lines count in its own file."""
        first, exact = prose.source.text_line(prose.key)
        lines = prose.source.lines
        return self.render(prose.text.rstrip("\n"), Source(prose.source.path, lines, first, exact))

    def manuscript(self, marked: str) -> Manuscript:
        """The filled text without its marks, with an origin for each line."""
        found = notes_last(unmarked(marked))
        origins = [self.origin(number, row) for _, number, row in found]
        files = {source.path: source.lines for source in self.sources}
        return Manuscript([line for line, _, _ in found], origins, self.printer.inserts, files)

    def origin(self, number: int, line: int) -> Origin:
        """Where line *line* of text number *number* was written."""
        source = self.sources[number]
        return Origin(source.path, source.line(line), folded=not source.exact)

    def place(self, error: BaseException, needle: str) -> Position:
        """The template line on which *error* arose: of the innermost template on the road to it."""
        number, line = 0, 1
        for name, at in _frames(error.__traceback__):
            if found := re.match(r"(\d+):", name):
                number, line = int(found[1]), at
        return self.at(number, line, needle)

    def at(self, number: int, line: int, needle: str) -> Position:
        """The place of *needle* in line *line* of file number *number*."""
        files = {source.path: source.lines for source in self.sources}
        return Manuscript((), (self.origin(number, line),), (), files).position(0, needle)


def fill(tong_hop: TongHop, nguon: Locator, template: str, path: str) -> tuple[Manuscript | None, list[Problem]]:
    """The report's text, or the mistake in the template or the prose (KHUON01-KHUON06) that forbids it.

    *template* is the text of the file *path*; *nguon* is the period's file, whose prose the template prints.
    """
    filling = Filling(context(tong_hop, nguon))
    try:
        marked = filling.render(template, Source(path, template.split("\n")))
    except Fault as fault:
        return None, [Problem(filling.place(fault, fault.needle), fault.code, fault.message, fault.hint)]
    except TemplateSyntaxError as error:
        return None, [_syntax(error, filling)]
    except UndefinedError as error:
        return None, [_undefined(error, filling)]
    except SecurityError as error:
        return None, [
            _other(error, filling, "không gọi được thứ này trong khuôn mẫu", "chỉ gọi macro khai báo trong khuôn mẫu")
        ]
    except (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
        if not _is_template_error(error):
            raise
        return None, [
            _other(
                error, filling, "không tính được biểu thức này", "chỉ so sánh số liệu và dùng bộ lọc; không cộng trừ"
            )
        ]
    return filling.manuscript(marked), []


def _frames(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


_SYNTAX: tuple[tuple[str, str, str], ...] = (
    (r"unknown tag '(?P<name>\w+)'", "không có lệnh {{% {name} %}}", "các lệnh có: " + ", ".join(_TAGS)),
    (r"No filter named '(?P<name>\w+)'", "không có bộ lọc “{name}”", "các bộ lọc có: " + ", ".join(NAMES)),
    (r"No test named '(?P<name>\w+)'", "không có phép thử “{name}”", "phép thử có: co_so_lieu"),
    (
        r"[Uu]nexpected end of|end of print statement",
        "biểu thức {{{{ … }}}} viết sai",
        "ví dụ {{ ho_so.tiep_nhan.tong | so }}",
    ),
    (
        r"unexpected char '(?P<name>.)'",
        "ký tự {name} không dùng được trong biểu thức",
        "trong {{ … }} chỉ dùng nháy thẳng \" hoặc '",
    ),
)


def _syntax(error: TemplateSyntaxError, filling: Filling) -> Problem:
    said = error.message or ""
    number = int((error.name or "0").partition(":")[0])
    if "nexpected end of template" in said:
        row, tag = _unclosed(filling.sources[number].lines) or (error.lineno, "")
        return Problem(
            filling.at(number, row, tag),
            "KHUON01",
            "lệnh mở ra mà không đóng lại",
            f"thêm {{% end{tag} %}} ở chỗ kết thúc",
        )
    for pattern, message, hint in _SYNTAX:
        if found := re.search(pattern, said):
            name = found.groupdict().get("name") or ""
            known = NAMES if "filter" in said else _TAGS if "tag" in said else ()
            near = nearest(name, known) if name else None
            code = "KHUON05" if "No filter" in said or "No test" in said else "KHUON01"
            hint = f"có phải ý bạn là “{near}”?" if near else hint
            return Problem(filling.at(number, error.lineno, name), code, message.format(name=name), hint)
    return Problem(
        filling.at(number, error.lineno, ""), "KHUON01", "cú pháp khuôn mẫu sai", "so với các dòng khác của khuôn mẫu"
    )


def _unclosed(lines: Sequence[str]) -> tuple[int, str] | None:
    """The line and the name of the innermost tag that nothing closes, or None where every one is closed."""
    open_tags: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        for tag in re.findall(r"\{%-?\s*(\w+)", line):
            if tag in ("if", "for", "macro"):
                open_tags.append((number, tag))
            elif tag in ("endif", "endfor", "endmacro") and open_tags and open_tags[-1][1] == tag.removeprefix("end"):
                open_tags.pop()
    return open_tags[-1] if open_tags else None


def _undefined(error: UndefinedError, filling: Filling) -> Problem:
    found = re.search(r"'(\w+)' is undefined", error.message or "")
    name = found[1] if found else ""
    near = nearest(name, filling.names) if name else None
    hint = f"có phải ý bạn là “{near}”?" if near else "xem tên các số liệu bằng lệnh: cqtt figures"
    return Problem(filling.place(error, name), "KHUON02", f"không có “{name}”", hint)


def _other(error: BaseException, filling: Filling, message: str, hint: str) -> Problem:
    return Problem(filling.place(error, ""), "KHUON06", message, hint)


def _is_template_error(error: BaseException) -> bool:
    """Whether *error* arose in template code or in Jinja, and not in a bug of ours."""
    *_, (last, _line) = _frames(error.__traceback__)
    return bool(re.match(r"\d+:", last)) or "jinja2" in last
