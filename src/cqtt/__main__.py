"""The program, as ``cqtt`` and as ``python -m cqtt``: what holds before anything else is imported."""

import os
import signal
import sys
from types import FrameType

INTERRUPTED = 130


def main() -> None:
    """The program; Ctrl-C while it is still being loaded ends it without a traceback, as later."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # or the shell wants it to be ignored
        signal.signal(signal.SIGINT, _stop)
    from cqtt.cli.main import main as program

    if signal.getsignal(signal.SIGINT) is _stop:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    program()


def _stop(_number: int, _frame: FrameType | None) -> None:
    """End at once: nothing has been written yet, and an exception would be printed by whoever is being imported."""
    os.write(2, "đã dừng; chưa ghi gì\n".encode(getattr(sys.stderr, "encoding", None) or "utf-8", "replace"))
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
