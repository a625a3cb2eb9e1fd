"""What a console cannot write it gets in the nearest form."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from cqtt.cli import console
from cqtt.problems import Severity
from tests.cli.tien_trinh import IN_MAIN, run, unix
from tests.conftest import lay_out, shortened


@pytest.fixture
def workspace(workspace: Path) -> Path:
    """With a short report."""
    return shortened(workspace)


@pytest.fixture(scope="module")
def once_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``cqtt build`` writes there."""
    root = shortened(lay_out(tmp_path_factory.mktemp("built")))
    assert run(root, "build", "2024Q1")[0] == 0
    return root / "out"


@pytest.mark.parametrize(
    ("encoding", "text", "written"),
    [
        ("ascii", "Số hồ sơ đã giải quyết", b"So ho so da giai quyet"),
        ("cp1252", "“trên 96%” – lỗi", "“trên 96%” – loi".encode("cp1252")),
        ("cp437", "đạt 96,6%…", b"dat 96,6%..."),
        ("cp1258", "đặc khu", "đac khu".encode("cp1258")),
        ("ascii", "中", b"?"),
    ],
)
def test_letters_lose_their_marks(encoding: str, text: str, written: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    console.prepare()
    console.out(text)
    sys.stdout.flush()
    assert raw.getvalue() == written


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_long_reading_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    for done in range(1, 301):
        console.progress(done, 300)
    assert terminal.getvalue().startswith("\rđang đọc 50/300 tệp\r")
    assert terminal.getvalue().endswith("\rđang đọc 300/300 tệp\n")
    monkeypatch.setattr(sys, "stderr", quiet := io.StringIO())
    console.progress(300, 300)
    assert quiet.getvalue() == ""


def test_short_reading_is_not_worth_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    console.progress(17, 17)
    assert terminal.getvalue() == ""


def test_a_terminal_gets_colours_unless_it_declines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert console.painter("auto", Terminal())(Severity.ERROR, "lỗi") == "\x1b[31mlỗi\x1b[0m"
    assert console.painter("never", Terminal())(Severity.ERROR, "lỗi") == "lỗi"
    monkeypatch.setenv("NO_COLOR", "1")
    assert console.painter("auto", Terminal())(Severity.WARNING, "x") == "x"
    assert console.painter("always", io.StringIO())(Severity.NOTICE, "x") == "\x1b[36mx\x1b[0m"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("build", "--help"),
        ("check", "--explain", "HS01"),
        ("check", "2024Q1"),
        ("figures", "2024Q1"),
        ("figures", "2024Q1", "--format", "json"),
        ("build", "2024Q1", "--draft"),
    ],
)
def test_a_full_stream_is_no_bug_of_ours(built: Path, words: Sequence[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        code, _, err = run(built, *words, stdout=full.fileno())
    told = "lỗi: không in ra được kết quả: đĩa đầy\n  dọn bớt đĩa rồi chạy lại\n"
    assert (code, err) == (3, told)


@pytest.mark.slow
@unix
def test_closed_streams_are_no_bug_of_ours(built: Path) -> None:
    for fd in (1, 2):
        again = f"{sys.executable!r}, '-c', {IN_MAIN!r}, 'check', '2024Q1'"
        code = f"import os; os.close({fd}); os.execv({sys.executable!r}, [{again}])"
        assert run(built, code=code)[0] == 0


@pytest.mark.slow
@unix
def test_an_exit_code_needs_no_words(built: Path) -> None:
    code = f"import os; os.dup2(os.open('/dev/full', os.O_WRONLY), 2)\n{IN_MAIN}"
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    assert run(built, "build", "2031Q1", code=code)[0] == 2


def test_a_files_name_commands_no_terminal(built: Path) -> None:
    xa = built / "data/2024Q1/xa_phuong"
    (xa / "a\x1b[31mb.yaml").touch()
    code, out, err = run(built, "check", "2024Q1")
    assert code == 1
    assert "\x1b" not in out + err
    assert "xa_phuong/a�[31mb.yaml: lỗi TEP05" in out
    code, out, err = run(built, "check", "2024Q1", "-C", "x\x1b[2Jy")
    assert (code, out) == (2, "")
    assert "\x1b" not in err
