"""What ends a command and is no fault of the data, nor of ours: the call was wrong, or the machine refused.

These are exceptions; what is wrong in the data is a value (``problems``). Nothing is imported here: even ``--help``
needs this module.
"""


class CqttError(Exception):
    """Base of the errors that end a command; *hint* is the fix."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageFault(CqttError):
    """The command was called wrongly or the workspace is not one (exit code 2)."""


class EnvironmentFault(CqttError):
    """The machine refused: file locked, disk full, no permission (exit code 3). *why* is the reason alone."""

    def __init__(self, message: str, hint: str = "", why: str = "") -> None:
        super().__init__(message, hint)
        self.why = why or message
