"""``cqtt completion bash``: what teaches a shell to complete commands, options and periods."""

import click
from click.shell_completion import ShellComplete, get_completion_class

from cqtt.cli import console
from cqtt.cli.vietnamese import Command


@click.command("completion", cls=Command)
@click.argument("shell", metavar="SHELL", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """In đoạn lệnh để SHELL (bash, zsh, fish) gợi ý lệnh, tùy chọn và tên kỳ khi bấm phím Tab.

    \b
    bash  thêm vào ~/.bashrc:                    eval "$(cqtt completion bash)"
    zsh   thêm vào ~/.zshrc:                     eval "$(cqtt completion zsh)"
    fish  ~/.config/fish/completions/cqtt.fish:  cqtt completion fish | source
    """
    found = get_completion_class(shell)
    if found is None:
        raise AssertionError(f"click no longer completes for {shell}")
    # The class's own source() may start the shell to ask for its version.
    console.out(ShellComplete.source(found(ctx.find_root().command, {}, "cqtt", "_CQTT_COMPLETE")))
    return 0
