"""What is looked at on a machine and in a folder, each once as it should be and once as it should not."""

import os
import platform
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from cqtt import __version__
from cqtt.pipeline.doctor import Item, Outcome, of_machine, of_workspace
from cqtt.pipeline.fonts import LETTERS
from tests.pipeline.test_fonts import font

WORD = "không ghi được {}: tệp đang mở trong Word"
posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts, the folders those of Linux")


def named(name: str, encoding: str = "utf-8") -> Item:
    return next(finding for finding in of_machine(encoding) if finding.name == name)


def distribution(folder: Path, name: str, *lines: str, number: str = "1.0") -> None:
    """An installed package, as far as its metadata tell."""
    info = folder / f"{name}-{number}.dist-info"
    info.mkdir(parents=True)
    head = [f"Metadata-Version: 2.1\nName: {name}\nVersion: {number}", *lines]
    (info / "METADATA").write_text("\n".join(head) + "\n", encoding="utf-8")


def test_python_is_told() -> None:
    told = f"{platform.python_version()}, cqtt {__version__}, {platform.system()}"
    assert named("Python") == Item("Python", Outcome.OK, told)


def test_packages_are_told_with_their_versions() -> None:
    found = named("gói")
    assert found.state is Outcome.OK
    assert f"click {version('click')}" in found.seen.split(", ")
    assert f"xlsxwriter {version('xlsxwriter')}" in found.seen.split(", ")


def test_packages_that_are_old_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distribution(tmp_path, "cqtt", "Requires-Dist: cu>=2.10.1", "Requires-Dist: mat>=1", "Requires-Dist: dung>=2.9")
    distribution(tmp_path, "cu", number="2.9.9")
    distribution(tmp_path, "dung", number="2.10")
    monkeypatch.syspath_prepend(tmp_path)
    assert named("gói") == Item(
        "gói", Outcome.MISSING, "cu 2.9.9 (cần 2.10.1), mat chưa có (cần 1)", "cài lại theo docs/cai_dat.md"
    )


def test_cqtt_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [])
    assert named("gói") == Item("gói", Outcome.BETTER, "cqtt chạy mà chưa được cài đặt", "cài theo docs/cai_dat.md")


def fonts_of(folder: Path, monkeypatch: pytest.MonkeyPatch, system: str) -> Path:
    """A home of its own on another *system*."""
    for name in ("HOME", "USERPROFILE", "WINDIR", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr("sys.platform", system)
    return folder


def test_no_font_like_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts_of(tmp_path, monkeypatch, "win32")
    assert named("phông chữ") == Item(
        "phông chữ",
        Outcome.BETTER,
        "không thấy Times New Roman",
        "cài Times New Roman hoặc Liberation Serif; tệp .docx vẫn đúng, chỉ hình trên máy này và PDF khác đi",
    )
    (tmp_path / "Fonts").mkdir()
    (tmp_path / "Fonts" / "times.ttf").write_bytes(font(LETTERS))
    assert named("phông chữ") == Item("phông chữ", Outcome.OK, "Times New Roman")


@pytest.mark.parametrize(
    ("file", "seen"),
    [
        ("Times_New_Roman.ttf", "Times New Roman"),
        ("Tinos-Regular.ttf", "Tinos (cùng bề rộng chữ với Times New Roman)"),
    ],
)
def test_fonts_of_a_mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, seen: str) -> None:
    folder = fonts_of(tmp_path, monkeypatch, "darwin") / "Library" / "Fonts" / "khac"
    folder.mkdir(parents=True)
    (folder / file).write_bytes(font(LETTERS))
    assert named("phông chữ") == Item("phông chữ", Outcome.OK, seen)


@pytest.mark.parametrize(
    ("letters", "seen"),
    [
        ("", "Liberation Serif thiếu 134 chữ Việt: à, á, ả, ã …"),
        (LETTERS.replace("ế", "").replace("ư", ""), "Liberation Serif thiếu 2 chữ Việt: ế, ư"),
    ],
)
def test_a_font_without_some_vietnamese_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, letters: str, seen: str
) -> None:
    folder = fonts_of(tmp_path, monkeypatch, "win32") / "Fonts"
    folder.mkdir()
    (folder / "LiberationSerif-Regular.ttf").write_bytes(font(letters))
    assert named("phông chữ") == Item(
        "phông chữ",
        Outcome.BETTER,
        seen,
        "cài bản mới của Liberation Serif (Debian, Ubuntu: fonts-liberation2 thay cho fonts-liberation) hoặc "
        "Times New Roman; tệp .docx vẫn đúng, chỉ hình trên máy này và PDF trộn hai phông",
    )


def test_fonts_of_this_machine_are_looked_for() -> None:
    assert named("phông chữ").state in (Outcome.OK, Outcome.BETTER)


@posix
@pytest.mark.parametrize(
    ("script", "state", "seen"),
    [
        ("#!/bin/sh\necho LibreOffice 24.8.1.2 abc\n", Outcome.OK, "24.8.1.2 ({})"),
        ("#!/bin/sh\nexit 1\n", Outcome.BETTER, "{} không chạy được"),
        ("#!/khong/co\n", Outcome.BETTER, "{} không chạy được"),
    ],
)
def test_libreoffice_and_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, state: Outcome, seen: str
) -> None:
    program = tmp_path / "soffice"
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = named("LibreOffice")
    assert (found.state, found.seen) == (state, seen.format(program))


@posix
def test_no_libreoffice_is_no_reason_not_to_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert named("LibreOffice") == Item("LibreOffice", Outcome.BETTER, "không có", "chỉ cần cho cqtt build --pdf")


@pytest.mark.slow
def test_a_console_with_and_without_room_for_vietnamese() -> None:
    assert named("màn hình") == Item("màn hình", Outcome.OK, "bảng mã utf-8 đủ chữ Việt")
    for encoding in ("cp1258", "ascii", "khong-co"):
        found = named("màn hình", encoding)
        assert (found.state, found.seen) == (Outcome.BETTER, f"bảng mã {encoding} không đủ chữ Việt")


def test_a_folder_that_has_everything(workspace: Path) -> None:
    folder, periods, template, output = of_workspace(workspace)
    assert {f.state for f in (folder, periods, template, output)} == {Outcome.OK}
    assert folder.seen == str(workspace)
    assert "2024Q1" in periods.seen.split(", ")
    assert template.seen == "templates/bao_cao.docx.j2"
    assert output == Item("ghi báo cáo", Outcome.OK, f"ghi được vào {workspace / 'out'}")
    assert not (workspace / "out").exists()


def test_a_folder_that_lacks_periods_and_template(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    _, periods, template, _ = of_workspace(tmp_path)
    assert periods == Item("các kỳ", Outcome.MISSING, "chưa có kỳ nào trong thư mục data", "tạo bằng: cqtt new 2024Q1")
    assert template == Item(
        "khuôn mẫu",
        Outcome.MISSING,
        "không có templates/bao_cao.docx.j2",
        "lấy lại tệp này từ bản gốc của phần mềm",
    )


def test_a_file_where_the_reports_should_go(workspace: Path) -> None:
    (workspace / "out").touch()
    *_, output = of_workspace(workspace)
    assert output == Item(
        "ghi báo cáo",
        Outcome.MISSING,
        f"không ghi được vào {workspace / 'out'}: một tệp đứng ở chỗ cần thư mục",
        "xin quyền ghi vào thư mục, hoặc lập ra chỗ khác: cqtt build KỲ --output TỆP",
    )


def test_a_lock_file_beside_a_report(workspace: Path, edit: Callable[[str, str, str], None]) -> None:
    report = workspace / "out" / "2024Q1" / "bao_cao.docx"
    report.parent.mkdir(parents=True)
    report.touch()
    free = workspace / "out" / "2024" / "bao_cao.docx"
    free.parent.mkdir()
    free.touch()
    (report.parent / "~$ao_cao.docx").touch()
    *_, lock = of_workspace(workspace)
    assert (lock.name, lock.state, lock.seen) == ("tệp khóa", Outcome.MISSING, WORD.format(report))
    assert lock.hint.startswith("đóng tệp rồi chạy lại; nếu không ai mở, xóa tệp khóa cạnh nó (~$ao_cao.docx, ")
