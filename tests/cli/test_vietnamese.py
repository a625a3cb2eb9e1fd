"""Every kind of wrong call that click knows has a Vietnamese sentence."""

import click
import pytest
from click.exceptions import NoSuchCommand

from cqtt.cli.vietnamese import Command, Group, usage_fault

CONTEXT = click.Context(Command("build", params=[click.Option(["--output"])]), info_name="build")
GROUP = click.Context(Group("cqtt", lazy={"build": ("", ""), "check": ("", "")}))


@pytest.mark.parametrize(
    ("error", "message", "hint"),
    [
        (NoSuchCommand("biuld", ctx=GROUP), "không có lệnh “biuld”", "có phải ý bạn là “build”?"),
        (NoSuchCommand("xyz", ctx=GROUP), "không có lệnh “xyz”", "các lệnh có: build, check"),
        (NoSuchCommand("xyz"), "không có lệnh “xyz”", "các lệnh có: "),
        (click.NoSuchOption("--ouput", ctx=CONTEXT), "không có tùy chọn --ouput", "có phải ý bạn là --output?"),
        (click.NoSuchOption("--zzz", ctx=CONTEXT), "không có tùy chọn --zzz", "xem: build --help"),
        (click.NoSuchOption("--zzz"), "không có tùy chọn --zzz", "xem: cqtt --help"),
        (
            click.MissingParameter(param=click.Argument(["ky"], metavar="KỲ"), ctx=CONTEXT),
            "thiếu KỲ",
            "xem: build --help",
        ),
        (
            click.BadParameter("x", param=click.Option(["--color"], type=click.Choice(["auto", "never"]))),
            "giá trị của --color không có trong danh sách",
            "chọn một trong: auto, never",
        ),
        (
            click.BadParameter("x", param=click.Option(["--n"], type=int)),
            "giá trị của --n không hợp lệ",
            "xem: cqtt --help",
        ),
        (click.BadParameter("x"), "giá trị của tham số không hợp lệ", "xem: cqtt --help"),
        (click.BadOptionUsage("--output", "x"), "tùy chọn --output dùng sai", "xem: cqtt --help"),
        (click.UsageError("x"), "gọi lệnh sai: thừa hoặc thiếu tham số", "xem: cqtt --help"),
    ],
)
def test_a_wrong_call_is_told_in_our_words(error: click.UsageError, message: str, hint: str) -> None:
    fault = usage_fault(error)
    assert (fault.message, fault.hint) == (message, hint)


def test_a_command_that_is_not_there_is_none() -> None:
    assert GROUP.command.get_command(GROUP, "khac") is None  # type: ignore[attr-defined]
