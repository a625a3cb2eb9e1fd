"""A PDF through LibreOffice, or the reason why there is none; programs of our own stand in for a bad LibreOffice."""

import os
import select
import tempfile
from pathlib import Path

import pytest

from cqtt.fingerprint import is_ours
from cqtt.models.ky import Ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.pdf import libreoffice, to_pdf
from cqtt.pipeline.publish import made
from cqtt.problems import EnvironmentFault

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


DOCX = b"PK"
"""What stand-ins do not look at."""


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Make *script* the machine's ``soffice``."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")


@pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")
def test_a_report_becomes_a_pdf_that_is_known_as_ours() -> None:
    report = compose(gather(ROOT, Ky(2024, 1, 3)), ROOT).report
    assert report is not None
    pdf = to_pdf(made(report))
    assert pdf.startswith(b"%PDF-")
    assert is_ours(pdf)


@pytest.mark.skipif(libreoffice() not in ("/usr/bin/soffice", None), reason="LibreOffice is found without PATH")
def test_without_libreoffice_the_way_by_word_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EnvironmentFault, match=r"^không lập được PDF: máy này không có LibreOffice$") as caught:
        to_pdf(DOCX)
    assert caught.value.hint == "cài LibreOffice rồi chạy lại, hoặc mở tệp .docx bằng Word và lưu thành PDF"


@posix
def test_a_libreoffice_that_does_not_end_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    stand_in(tmp_path, monkeypatch, f"#!/bin/sh\nsleep 600 > {alive} &\nwait\n")
    reader = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with pytest.raises(EnvironmentFault, match=r"^LibreOffice không xong sau 1 giây$") as caught:
            to_pdf(DOCX, seconds=1)
        assert select.select([reader], [], [], 60)[0], "its child still lives"
        assert os.read(reader, 1) == b""
    finally:
        os.close(reader)
    assert caught.value.hint == "chạy lại, hoặc mở tệp .docx bằng Word và lưu thành PDF"


@posix
@pytest.mark.parametrize("script", ["exit 1", 'echo no PDF > "$6/bao_cao.pdf"', 'mkdir "$6/bao_cao.pdf"'])
def test_a_libreoffice_that_makes_no_pdf(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, f"#!/bin/sh\n{script}\n")
    with pytest.raises(EnvironmentFault, match=r"^LibreOffice không lập được PDF$") as caught:
        to_pdf(DOCX)
    assert caught.value.hint == "mở tệp .docx bằng Word và lưu thành PDF"


@posix
def test_a_machine_without_room_for_what_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "#!/bin/sh\n")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(EnvironmentFault, match=r"^không lập được PDF: không có tệp hoặc thư mục này$") as caught:
        to_pdf(DOCX)
    assert caught.value.hint == "dọn bớt đĩa, xem quyền ghi vào thư mục tạm của máy rồi chạy lại"


@posix
def test_a_libreoffice_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "#!/khong/co\n")
    with pytest.raises(
        EnvironmentFault, match=r"^không chạy được LibreOffice: không có tệp hoặc thư mục này$"
    ) as caught:
        to_pdf(DOCX)
    assert caught.value.hint == "cài lại LibreOffice"
