"""A PDF of the report, made by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from cqtt.disk import reason
from cqtt.faults import EnvironmentFault
from cqtt.fingerprint import sealed_pdf

PROGRAMS = ("soffice", "libreoffice")
PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Setup/L10N">
    <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop>
  </item>
  <item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
    <prop oor:name="UseTaggedPDF" oor:op="fuse"><value>true</value></prop>
  </item>
</oor:items>
"""
"""The settings of LibreOffice: Vietnamese separators whatever the machine's region; headings, tables and the words for
drawings in the PDF, for screen readers."""
SECONDS = 180
"""What a conversion may take; the first one of a fresh LibreOffice is slow."""


def libreoffice() -> str | None:
    """The program, or None where it is not installed."""
    found = (shutil.which(name) for name in PROGRAMS)
    there = (place for place in PLACES if os.path.exists(place))  # noqa: PTH110  # a foreign path on other systems
    return next((name for name in found if name), None) or next(there, None)


def to_pdf(docx: bytes, *, seconds: int = SECONDS) -> bytes:
    """The PDF of the file *docx*, with our mark in it (``fingerprint``).

    Raises ``EnvironmentFault`` where LibreOffice is missing, too slow or fails.
    """
    program = libreoffice()
    if program is None:
        hint = "cài LibreOffice rồi chạy lại, hoặc mở tệp .docx bằng Word và lưu thành PDF"
        raise EnvironmentFault("không lập được PDF: máy này không có LibreOffice", hint)
    try:
        with tempfile.TemporaryDirectory(prefix="cqtt-", ignore_cleanup_errors=True) as folder:
            made = _converted(program, docx, Path(folder), seconds)
    except OSError as error:
        hint = "dọn bớt đĩa, xem quyền ghi vào thư mục tạm của máy rồi chạy lại"
        raise EnvironmentFault(f"không lập được PDF: {reason(error)}", hint) from error
    sealed = sealed_pdf(made)
    if sealed is None:
        raise EnvironmentFault("LibreOffice không lập được PDF", "mở tệp .docx bằng Word và lưu thành PDF")
    return sealed


def _converted(program: str, docx: bytes, folder: Path, seconds: int) -> bytes:
    """What *program* makes of *docx* in *folder*; empty where it makes nothing."""
    source = folder / "bao_cao.docx"
    source.write_bytes(docx)
    profile = folder / "profile"  # of its own, so that a running LibreOffice is not disturbed
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    own = f"-env:UserInstallation={profile.as_uri()}"
    command = [program, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    try:
        _run(command, seconds)
    except subprocess.TimeoutExpired as error:
        hint = "chạy lại, hoặc mở tệp .docx bằng Word và lưu thành PDF"
        raise EnvironmentFault(f"LibreOffice không xong sau {seconds} giây", hint) from error
    except OSError as error:
        raise EnvironmentFault(f"không chạy được LibreOffice: {reason(error)}", "cài lại LibreOffice") from error
    made = source.with_suffix(".pdf")
    return made.read_bytes() if made.is_file() else b""


def _run(command: list[str], seconds: int) -> None:
    """Run *command* and all that it starts, silently; none of it is left behind."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            process.wait(seconds)
        finally:
            if process.poll() is None:
                _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End *process*; LibreOffice's command is only the starter of the program itself."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
