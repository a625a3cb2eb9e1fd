"""A PDF through LibreOffice, or the reason why there is none; programs of our own stand in for a bad LibreOffice."""

import os
import select
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cqtt.pipeline import pdf
from cqtt.pipeline.pdf import to_pdf
from cqtt.problems import EnvironmentFault

ROOT = Path(__file__).parents[2]
OOR = "{http://openoffice.org/2001/registry}"
posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


@pytest.fixture
def docx(tmp_path: Path) -> Path:
    """A file that is only looked at by name."""
    path = tmp_path / "out" / "bao_cao.docx"
    path.parent.mkdir()
    path.write_bytes(b"PK")
    return path


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Make *script* the machine's ``soffice``."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")


@posix
def test_what_libreoffice_makes_is_put_beside_the_report(
    docx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real one is asked in tests/real."""
    stand_in(tmp_path, monkeypatch, '#!/bin/sh\n[ "$3 $4" = "--convert-to pdf" ] && cp "$7" "$6/bao_cao.pdf"\n')
    assert to_pdf(docx) == docx.with_suffix(".pdf")
    assert docx.with_suffix(".pdf").read_bytes() == b"PK"


def test_without_libreoffice_the_way_by_word_is_told(docx: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "PLACES", ())
    with pytest.raises(EnvironmentFault, match=r"^không lập được PDF: máy này không có LibreOffice$") as caught:
        to_pdf(docx)
    assert caught.value.hint == "cài LibreOffice rồi chạy lại, hoặc mở tệp .docx bằng Word và lưu thành PDF"


@posix
def test_a_libreoffice_that_does_not_end_is_ended_with_all_that_it_started(
    docx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    stand_in(tmp_path, monkeypatch, f"#!/bin/sh\nsleep 600 > {alive} &\nwait\n")
    reader = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with pytest.raises(EnvironmentFault, match=r"^LibreOffice không xong sau 1 giây$") as caught:
            to_pdf(docx, seconds=1)
        assert select.select([reader], [], [], 60)[0], "its child still lives"
        assert os.read(reader, 1) == b""
    finally:
        os.close(reader)
    assert caught.value.hint == "chạy lại, hoặc mở tệp .docx bằng Word và lưu thành PDF"
    assert [entry.name for entry in docx.parent.iterdir()] == ["bao_cao.docx"]


@posix
def test_a_libreoffice_that_fails_leaves_the_old_pdf(
    docx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docx.with_suffix(".pdf").write_bytes(b"old")
    stand_in(tmp_path, monkeypatch, "#!/bin/sh\nexit 1\n")
    with pytest.raises(EnvironmentFault, match=r"^LibreOffice không lập được PDF$") as caught:
        to_pdf(docx)
    assert caught.value.hint == "mở tệp .docx bằng Word và lưu thành PDF"
    assert docx.with_suffix(".pdf").read_bytes() == b"old"


@posix
def test_libreoffice_is_told_the_region_and_to_tag_the_pdf(
    docx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen.xcu"
    profile = '"${1#-env:UserInstallation=file://}"'
    script = f'#!/bin/sh\ncp {profile}/user/registrymodifications.xcu {seen}\nprintf %%PDF > "$6/bao_cao.pdf"\n'
    stand_in(tmp_path, monkeypatch, script)
    assert to_pdf(docx).read_bytes() == b"%PDF"
    said = {node.get(f"{OOR}name"): node.findtext("value") for node in ElementTree.parse(seen).iter("prop")}
    assert said == {"ooSetupSystemLocale": "vi-VN", "UseTaggedPDF": "true"}


@posix
def test_a_libreoffice_that_does_not_start(docx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "#!/khong/co\n")
    with pytest.raises(EnvironmentFault, match=r"^không chạy được LibreOffice: No such file or directory$") as caught:
        to_pdf(docx)
    assert caught.value.hint == "cài lại LibreOffice"
