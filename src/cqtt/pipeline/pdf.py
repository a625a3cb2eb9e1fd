"""A PDF of the report, made by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from cqtt.atomic import replace_file
from cqtt.problems import EnvironmentFault

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
"""What LibreOffice is told: Vietnamese separators whatever the machine's region; headings, tables and the words for
drawings in the PDF, for screen readers."""
SECONDS = 180
"""What a conversion may take; the first one of a fresh LibreOffice is slow."""


def libreoffice() -> str | None:
    """The program, or None where it is not installed."""
    found = (shutil.which(name) for name in PROGRAMS)
    there = (place for place in PLACES if os.path.exists(place))  # noqa: PTH110  # a foreign path on other systems
    return next((name for name in found if name), None) or next(there, None)


def to_pdf(docx: Path, *, seconds: int = SECONDS) -> Path:
    """The PDF beside *docx*. Raises ``EnvironmentFault`` where LibreOffice is missing, too slow or fails."""
    program = libreoffice()
    if program is None:
        hint = "cài LibreOffice rồi chạy lại, hoặc mở tệp .docx bằng Word và lưu thành PDF"
        raise EnvironmentFault("không lập được PDF: máy này không có LibreOffice", hint)
    with tempfile.TemporaryDirectory(prefix="cqtt-", ignore_cleanup_errors=True) as folder:
        made = Path(folder) / docx.with_suffix(".pdf").name
        profile = Path(folder, "profile")  # of its own, so that a running LibreOffice is not disturbed
        settings = profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS, encoding="utf-8")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(docx),
        ]
        try:
            _run(command, seconds)
        except subprocess.TimeoutExpired as error:
            hint = "chạy lại, hoặc mở tệp .docx bằng Word và lưu thành PDF"
            raise EnvironmentFault(f"LibreOffice không xong sau {seconds} giây", hint) from error
        except OSError as error:
            raise EnvironmentFault(f"không chạy được LibreOffice: {error.strerror}", "cài lại LibreOffice") from error
        if not made.is_file():
            raise EnvironmentFault("LibreOffice không lập được PDF", "mở tệp .docx bằng Word và lưu thành PDF")
        target = docx.with_suffix(".pdf")
        replace_file(target, made.read_bytes())
    return target


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
