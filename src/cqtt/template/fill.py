"""Filling the template: figures and prose become text; each line, and each mistake, knows where it came from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, Undefined, pass_context
from jinja2.runtime import Context
from msgspec import Struct
from msgspec.structs import replace

from cqtt.manuscript import Manuscript, Origin
from cqtt.models.tong_hop import TongHop
from cqtt.problems import Extent, Locator, Position, Problem, dotted
from cqtt.template import syntax
from cqtt.template.arguments import USUAL
from cqtt.template.citations import Cited
from cqtt.template.columns import MADE
from cqtt.template.compiled import compiled
from cqtt.template.context import context
from cqtt.template.environment import Sandbox, undefined_name
from cqtt.template.extent import MOST, extent, too_long
from cqtt.template.filters import Printer
from cqtt.template.lines import Place, notes_last, unmarked
from cqtt.template.marks import LINE_OPEN, line_mark
from cqtt.template.tables import Tables
from cqtt.template.values import Day, Number, Prose, TemplateFault, Words


class Source(Struct):
    """A file that template text comes from; *first* is the line of the file on which the text's line 1 stands."""

    path: str
    lines: Sequence[str]
    first: int = 1
    extent: Extent | None = None
    """Where the text stands that does not keep the file's lines; it is then placed at its first."""

    def origin(self, number: int) -> Origin:
        """Where the text's line *number* (from 1) was written."""
        if self.extent:
            return Origin(self.path, self.first, self.extent.last, self.extent.before)
        return Origin(self.path, self.first + number - 1)


class Filling:
    """One filling: the environment, what was printed, and the files in play."""

    def __init__(self, names: Mapping[str, Any], printer: Printer) -> None:
        @pass_context  # so that Jinja does not fold constants past us when it compiles
        def finalize(_context: Context, value: object) -> str:
            return self.printed(value)

        self.names = {**names, "danh_sach_don_vi": printer.naming.moved}
        self.printer = printer
        self.sources: list[Source] = []
        self.sandbox = Sandbox(printer.filters(), finalize, self.names)
        self.tables = Tables(printer, self.sandbox.reach)
        self.sandbox.filters[MADE] = self.table
        self.left = MOST
        """How much more prose there may be."""
        self.in_prose = False
        """Whether prose is being filled, and not the template."""

    def render(self, text: str, source: Source) -> str:
        """*text* filled, with line marks in it."""
        self.sources.append(source)
        number = len(self.sources) - 1
        if "{" not in text:
            return "\n".join(line_mark(number, i) + line for i, line in enumerate(text.split("\n"), start=1))
        name = f"{number}:{source.path}"
        code = compiled(self.sandbox, text, name)
        template = self.sandbox.template_class.from_code(self.sandbox, code, {})
        return template.render(self.names)

    def printed(self, value: object) -> str:
        """What is printed for *value*: here a bare number or a missing name is refused."""
        if isinstance(value, str):
            return value
        if isinstance(value, Words):
            return self.printer.words(value)
        if isinstance(value, Prose):
            return self.prose(value)
        if isinstance(value, Undefined):
            raise undefined_name(value, self.names)
        raise _bare(value)

    def table(self, columns: str, rows: object, mark: str, **options: object) -> str:
        """The slot of the table that ``bang`` says; *mark* is that of its line."""
        return self.tables.put(columns, self.sandbox.items(rows, "bang", "{% bang cac_ky %}"), mark, **options)

    def prose(self, prose: Prose) -> str:
        """Prose of the authority, filled in its turn; its lines count in its own file."""
        name = dotted(prose.key)
        if self.in_prose:
            raise TemplateFault(
                "KHUON06", f"văn xuôi không in được {name}", "chỉ khuôn mẫu in văn xuôi; bỏ chỗ này", name
            )
        stands = prose.source.text_extent(prose.key)
        number = len(self.sources)
        source = Source(prose.source.path, prose.source.lines, stands.first, None if stands.as_typed else stands)
        written = prose.text.rstrip("\n")
        if row := too_long(written, self.left):
            self.sources.append(source)
            message = "đến đây văn xuôi của kỳ đã dài quá mức một báo cáo"
            raise TemplateFault("VB14", message, "xem có chép nhầm nội dung khác vào đây không", place=(number, row))
        self.left -= extent(written)
        self.in_prose = True
        text = self.render(written, source)
        self.in_prose = False
        return text if text.startswith(LINE_OPEN) else line_mark(number, 1) + text

    def told(self, here: Position, code: str, message: str, hint: str) -> Problem:
        """The finding *code*; with a fix that prose may use, where it is in prose."""
        in_prose = here.path != self.sources[0].path
        return Problem(here, code, message, syntax.for_prose(hint) if in_prose and "văn xuôi" not in hint else hint)

    def problems(self) -> list[Problem]:
        """What is wrong with columns of tables, as far as they were made."""
        return [
            Problem(self.at(*place, fault.needle), fault.code, fault.message, fault.hint)
            for fault, place in self.tables.faults
        ]

    def manuscript(self, marked: str) -> Manuscript:
        """The filled text without its marks, with an origin for each line."""
        found = notes_last(unmarked(marked))
        files = {source.path: source.lines for source in self.sources}
        lines, origins = [line for line, _ in found], [self.origin(places) for _, places in found]
        return Manuscript(lines, origins, self.printer.inserts, files, self.printer.declared)

    def origin(self, places: tuple[Place, ...]) -> Origin:
        """Where a line of the text was written that was put together from *places*."""
        first, *others = (self.sources[number].origin(row) for number, row in places)
        return replace(first, also=tuple(others)) if others else first

    def place(self, error: BaseException, needle: str) -> Position:
        """The template line on which *error* arose: of the innermost template on the way to it."""
        number, line = 0, 1
        for name, at in _frames(error.__traceback__):
            if found := re.match(r"(\d+):", name):
                number, line = int(found[1]), at
        return self.at(number, line, needle)

    def at(self, number: int, line: int, needle: str) -> Position:
        """The place of *needle* in line *line* of file number *number*."""
        source = self.sources[number]
        return Manuscript((), (source.origin(line),), (), {source.path: source.lines}).position(0, needle)


def _bare(value: object) -> TemplateFault:
    """The fault of printing *value*, which needs a filter or cannot be printed at all."""
    if isinstance(value, Number):
        path, name = value.figure.duong_dan, USUAL[value.figure.don_vi_tinh]
        return TemplateFault("KHUON03", f"số liệu {path} in ra mà không qua bộ lọc", f"thêm | {name}", path)
    if isinstance(value, Day):
        return TemplateFault("KHUON03", f"ngày {value.path} in ra mà không qua bộ lọc", "thêm | ngay", value.path)
    if isinstance(value, Cited):
        return TemplateFault(
            "KHUON03", f"văn bản {value.path} in ra mà không qua bộ lọc", "thêm | vien_dan", value.path
        )
    if isinstance(value, bool):
        return TemplateFault("KHUON04", "true/false không in ra được", "thêm | dau_x, hoặc dùng {% if … %}")
    if isinstance(value, int | float):
        hint = 'số thứ tự thêm | stt; số liệu: {{ so_don_vi | so }}; số gõ tay: {{ "17" | ghi_tay("vì sao") }}'
        return TemplateFault("KHUON03", f"số {value} in ra mà không qua bộ lọc", hint)
    if isinstance(value, list):
        return TemplateFault("KHUON04", "danh sách không in ra được", "in từng mục: {% for … in … %} … {% endfor %}")
    return TemplateFault("KHUON04", "giá trị này không in ra được", "ghi tiếp tên bên trong, xem lệnh: cqtt figures")


def fill(tong_hop: TongHop, nguon: Locator, template: str, path: str) -> tuple[Manuscript | None, list[Problem]]:
    """The report's text, or the mistakes in the template or the prose (KHUON01-KHUON06, VB11, VB14) that forbid it.

    The first one ends the filling, unless it is of a column of a table: those of all columns are reported.

    *template* is the text of the file *path*; *nguon* is the period's file, whose prose the template prints.
    """
    filling = Filling(context(tong_hop, nguon), Printer(tong_hop))
    try:
        marked = filling.render(template, Source(path, re.split(r"\r\n|\r|\n", template)))
    except TemplateFault as fault:
        here = filling.at(*fault.place, fault.needle) if fault.place else filling.place(fault, fault.needle)
        return None, [*filling.problems(), filling.told(here, fault.code, fault.message, fault.hint)]
    except (TemplateError, SyntaxError, TypeError, ValueError, ArithmeticError, RecursionError, MemoryError) as error:
        if not _is_template_error(error):
            raise
        return None, [*filling.problems(), _problem(error, filling)]
    problems = filling.problems()
    return None if problems else filling.manuscript(marked), problems


def _problem(error: Exception, filling: Filling) -> Problem:
    """What Jinja or Python said, in the author's words and at the author's line."""
    if isinstance(error, TemplateSyntaxError):
        said = syntax.told(error)
        number = int((error.name or "0").partition(":")[0])
        return filling.told(filling.at(number, said.line, said.needle), said.code, said.message, said.hint)
    said = syntax.told_at_run_time(error, filling.names)
    return filling.told(filling.place(error, said.needle), said.code, said.message, said.hint)


def _frames(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


def _is_template_error(error: BaseException) -> bool:
    """Whether *error* arose in template code or in Jinja, and not in a bug of ours."""
    *_, (last, _line) = _frames(error.__traceback__)
    told = isinstance(error, TemplateError | RecursionError | MemoryError)
    return told or bool(re.match(r"\d+:", last)) or "jinja2" in last
