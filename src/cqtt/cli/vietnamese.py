"""click in Vietnamese: headings of the help, and the message about a wrong call, by the exception's class."""

import importlib
from contextlib import _GeneratorContextManager
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import NoSuchCommand

from cqtt.cli import console
from cqtt.faults import UsageFault
from cqtt.names import nearest

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_SECTIONS = {"Options": "Tùy chọn", "Commands": "Lệnh", "Positional arguments": "Tham số"}


class Formatter(click.HelpFormatter):
    """Help with Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how to call."""
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def section(self, name: str) -> _GeneratorContextManager[None]:
        """A part of the help under its heading."""
        return super().section(_SECTIONS.get(name, name))


class Context(click.Context):
    """A context whose help is Vietnamese."""

    formatter_class = Formatter


class Command(click.Command):
    """A command with Vietnamese help."""

    context_class = Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[TÙY CHỌN]")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option ``--help``, described in Vietnamese."""
        return _in_vietnamese(super().get_help_option(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the call; ``--help`` prints."""
        with console.printing():
            return super().parse_args(ctx, args)
        raise click.exceptions.Exit  # the reader of what is printed has gone


class Group(click.Group):
    """A group whose commands are imported only when they are called; *lazy* gives each one's place and short help."""

    context_class = Context

    def __init__(self, *args: Any, lazy: dict[str, tuple[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy or {}

    def invoke(self, ctx: click.Context) -> Any:
        """What the called command returns. Ctrl-C becomes click's ``Abort`` here, before click prints a blank line."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as interrupt:
            raise click.Abort from interrupt

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of a quarter's work."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command *cmd_name*, imported now; None where there is none."""
        if cmd_name not in self.lazy:
            return None
        command: click.Command = importlib.import_module(self.lazy[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in self.lazy.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The commands that begin so, without importing any; options as click completes them."""
        from click.shell_completion import CompletionItem  # not needed otherwise

        fits = [(name, short) for name, (_, short) in self.lazy.items() if name.startswith(incomplete)]
        return [CompletionItem(n, help=short) for n, short in fits] or click.Command.shell_complete(
            self, ctx, incomplete
        )

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option ``--help``, described in Vietnamese."""
        return _in_vietnamese(super().get_help_option(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the call; ``--help`` and ``--version`` print."""
        with console.printing():
            return super().parse_args(ctx, args)
        raise click.exceptions.Exit  # the reader of what is printed has gone


def _in_vietnamese(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Xem hướng dẫn này rồi thoát."
    return option


def usage_fault(error: click.UsageError) -> UsageFault:
    """*error* in our words: what was wrong with the call, and the nearest right one."""
    match error:
        case NoSuchCommand():
            known = (
                list(error.ctx.command.list_commands(error.ctx))
                if error.ctx and isinstance(error.ctx.command, Group)
                else []
            )
            near = nearest(error.command_name, known)
            hint = f"có phải ý bạn là “{near}”?" if near else f"các lệnh có: {', '.join(known)}"
            return UsageFault(f"không có lệnh “{error.command_name}”", hint)
        case click.NoSuchOption():
            near = nearest(error.option_name, _options(error.ctx))
            return UsageFault(
                f"không có tùy chọn {error.option_name}", f"có phải ý bạn là {near}?" if near else _help(error)
            )
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return UsageFault(f"thiếu {name}", _help(error))
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            choices = ", ".join(str(choice) for choice in error.param.type.choices)
            return UsageFault(
                f"giá trị của {error.param.opts[0]} không có trong danh sách", f"chọn một trong: {choices}"
            )
        case click.BadParameter():
            return UsageFault(
                f"giá trị của {error.param.opts[0] if error.param else 'tham số'} không hợp lệ", _help(error)
            )
        case click.BadOptionUsage():
            return UsageFault(f"tùy chọn {error.option_name} dùng sai", _help(error))
        case _:
            return UsageFault("gọi lệnh sai: thừa hoặc thiếu tham số", _help(error))


def _options(ctx: click.Context | None) -> list[str]:
    return [name for param in ctx.command.get_params(ctx) for name in param.opts] if ctx else []


def _help(error: click.UsageError) -> str:
    return f"xem: {error.ctx.command_path if error.ctx else 'cqtt'} --help"
