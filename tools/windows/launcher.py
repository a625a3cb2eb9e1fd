"""``cqtt.exe``: a launcher of distlib's that starts the Python beside it, as ``pip`` makes one for every command.

Such a file is the launcher's program, a line ``#!`` with what to start, and a zip with ``__main__.py``.
"""

import io
import zipfile
from pathlib import Path

from tools.windows.archive import STAMP

SHEBANG = rb"#!<launcher_dir>\{folder}\python.exe -X utf8 -X cqtt-exe"
"""Relative to the launcher, so that the folder may be moved; UTF-8 because Python reads no environment here; the last
option is ``console.LAUNCHED``."""
_MAIN = "from cqtt.__main__ import main\n\nmain()\n"


def launcher(distlib: Path, folder: str) -> bytes:
    """The file ``cqtt.exe`` beside the *folder* with Python, made from the wheel *distlib*."""
    with zipfile.ZipFile(distlib) as archive:
        program = archive.read("distlib/t64.exe")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("__main__.py", STAMP), _MAIN)
    return program + SHEBANG.replace(b"{folder}", folder.encode()) + b"\r\n" + packed.getvalue()
