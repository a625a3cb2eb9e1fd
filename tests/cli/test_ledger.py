"""What a call has written is told, whatever comes after."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.cli import ledger as cli_ledger
from cqtt.cli.ledger import Ledger, shown
from cqtt.cli.output import Output
from cqtt.faults import EnvironmentFault
from cqtt.fingerprint import PLACE, sealed
from tests.cli.conftest import Ended
from tests.cli.tien_trinh import names
from tests.conftest import shortened

Cqtt = Callable[..., Ended]
FOREIGN = b"a scan, or somebody's own table"
ONE, TWO = (Output(sealed(f"{text} {PLACE}".encode()), f": {text}") for text in ("one", "two"))
COMMANDS = {
    "out/2024Q1/bao_cao.docx": ("build", "2024Q1"),
    "a.docx": ("build", "2024Q1", "-o", "a.docx"),
    "out/2024Q1/bao_cao.ra-soat.docx": ("build", "2024Q1", "--review"),
    "out/2024Q1/bao_cao.figures.json": ("build", "2024Q1", "--review"),
    "k.docx": ("diff", "2024Q1", "2024Q2", "-o", "k.docx"),
    "k.xlsx": ("diff", "2024Q1", "2024Q2", "-o", "k.xlsx"),
    "moi/K.XLSX": ("diff", "2024Q1", "2024Q2", "-o", "moi/K.XLSX"),
    "schema/don_vi.schema.json": ("schema",),
}
"""Every file that a command writes, but the PDF; new folders are never written to."""


@pytest.fixture
def workspace(workspace: Path) -> Path:
    """With a short report."""
    return shortened(workspace)


@pytest.mark.usefixtures("two_quarters")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_foreign_file_is_kept_and_said_by_every_command_that_writes(cqtt: Cqtt, name: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(FOREIGN)
    os.utime(path, (1712300000, 1712300000))
    ended = cqtt(*COMMANDS[name])
    kept = path.with_name(f"{path.stem}.sua-tay-2024-04-05{path.suffix}")
    assert (ended.code, ended.err) == (0, "")
    told = ended.out.splitlines()
    assert f"  tệp cũ không do cqtt ghi, hoặc đã được sửa: giữ ở {kept.as_posix()}" in told
    assert sum("giữ ở" in line for line in told) == 1
    assert kept.read_bytes() == FOREIGN


@pytest.mark.usefixtures("two_quarters")
@pytest.mark.parametrize("name", COMMANDS)
def test_our_own_file_is_left_alone_as_long_as_nothing_changes(cqtt: Cqtt, name: str) -> None:
    assert cqtt(*COMMANDS[name]).code == 0
    before = names(Path(name).parent)
    os.utime(name, (1712300000, 1712300000))
    ended = cqtt(*COMMANDS[name])
    assert (ended.code, ended.err) == (0, "")
    assert f"không đổi: {name}" in ended.out
    assert Path(name).stat().st_mtime == 1712300000
    assert names(Path(name).parent) == before


@pytest.mark.usefixtures("two_quarters")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_stale_file_of_ours_is_replaced_silently(
    cqtt: Cqtt, edit: Callable[[str, str, str], None], name: str
) -> None:
    assert cqtt(*COMMANDS[name]).code == 0
    before = names(Path(name).parent)
    edit("data/2024Q1/bao_cao.yaml", "so_phieu: 1596", "so_phieu: 1597")
    ended = cqtt(*COMMANDS[name])
    assert (ended.code, ended.err, "giữ ở" in ended.out) == (0, "", False)
    assert f"đã ghi {name}" in ended.out or name.startswith("schema")
    assert names(Path(name).parent) == before


def test_nothing_is_written_where_one_place_of_several_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("b").mkdir()
    ledger = Ledger()
    with pytest.raises(EnvironmentFault):
        ledger.put({Path("a"): ONE, Path("b"): TWO})
    assert ledger.several
    assert ledger.account() == "không ghi gì"
    assert capsys.readouterr().out == ""
    assert names(tmp_path) == ["b"]


def test_what_is_lacking_is_accounted_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = Ledger()
    ledger.put({tmp_path / "a": ONE}, [tmp_path / "a.pdf"])
    assert ledger.account() == f"đã ghi {tmp_path.as_posix()}/a; chưa ghi {tmp_path.as_posix()}/a.pdf"
    assert capsys.readouterr().out == f"đã ghi {tmp_path.as_posix()}/a: one\n"


def test_what_stood_there_already_is_neither_written_nor_lacking(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(ONE.data)
    ledger = Ledger()
    ledger.put({tmp_path / "a": ONE, tmp_path / "b": TWO})
    assert ledger.account() == f"đã ghi {tmp_path.as_posix()}/b"


def test_a_folder_is_accounted_for(tmp_path: Path) -> None:
    ledger = Ledger()
    assert ledger.account() == "không ghi gì"
    ledger.put_folder(tmp_path / "moi", {"a": "1"})
    assert (ledger.account(), ledger.several) == (f"đã ghi {tmp_path.as_posix()}/moi", False)


@pytest.mark.skipif(os.name == "nt", reason="a folder in use stays there")
def test_paths_are_shown_as_seen_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert [shown(p) for p in (here / "a", Path("b/c"), tmp_path / "d")] == ["a", "b/c", (tmp_path / "d").as_posix()]
    here.rmdir()
    assert shown(here / "a") == (here / "a").as_posix()


def test_a_bug_behind_the_writing_does_not_claim_that_nothing_was_written(
    cqtt: Cqtt, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> str:
        raise ZeroDivisionError("our bug")

    monkeypatch.setattr(cli_ledger, "_told", broken)
    ended = cqtt("build", "2024Q1", "--review")
    first, second = ended.err.splitlines()
    folder = "out/2024Q1/bao_cao"
    told = f"đã ghi {folder}.docx, {folder}.ra-soat.docx, {folder}.figures.json"
    assert (ended.code, ended.out) == (70, "")
    assert first == f"xin lỗi: phần mềm gặp lỗi của chính nó; {told}"
    Path(second.partition(": ")[2]).unlink()
