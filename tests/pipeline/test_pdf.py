"""A PDF through LibreOffice, or the reason why there is none; programs of our own stand in for a bad LibreOffice."""

import os
import select
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cqtt.faults import EnvironmentFault
from cqtt.fingerprint import is_ours
from cqtt.pipeline import pdf
from cqtt.pipeline.pdf import to_pdf

OOR = "{http://openoffice.org/2001/registry}"
posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")

DOCX = b"PK"
"""What stand-ins do not look at."""
MAKE = "printf '%%PDF-1.7\\nstartxref\\n0\\n%%%%EOF\\n' > \"$6/bao_cao.pdf\""


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Make *script* the machine's ``soffice``."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")


@posix
def test_what_libreoffice_makes_is_known_as_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real one is asked in tests/real."""
    script = f'[ "$3 $4" = "--convert-to pdf" ] && cmp "$7" {tmp_path}/given && {MAKE}'
    (tmp_path / "given").write_bytes(DOCX)
    stand_in(tmp_path, monkeypatch, f"#!/bin/sh\n{script}\n")
    made = to_pdf(DOCX)
    assert made.startswith(b"%PDF-1.7\n")
    assert is_ours(made)


def test_without_libreoffice_the_way_by_word_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "PLACES", ())
    with pytest.raises(EnvironmentFault, match=r"^không lập được PDF: máy này không có LibreOffice$") as caught:
        to_pdf(DOCX)
    assert caught.value.hint == "cài LibreOffice rồi chạy lại, hoặc mở tệp .docx bằng Word và lưu thành PDF"


@pytest.mark.slow
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
def test_libreoffice_is_told_the_region_and_to_tag_the_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = tmp_path / "seen.xcu"
    profile = '"${1#-env:UserInstallation=file://}"'
    stand_in(tmp_path, monkeypatch, f"#!/bin/sh\ncp {profile}/user/registrymodifications.xcu {seen}\n{MAKE}\n")
    to_pdf(DOCX)
    said = {node.get(f"{OOR}name"): node.findtext("value") for node in ElementTree.parse(seen).iter("prop")}
    assert said == {"ooSetupSystemLocale": "vi-VN", "UseTaggedPDF": "true"}


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
