"""What Windows does to files and calls, done to the unpacked folder: each fault is one of Windows' own, under Wine."""

import os
import pty
import re
import select
import subprocess
import time
import tty
from pathlib import Path

import pytest

from tests.real.programs import program
from tests.real.windows.conftest import Call
from tests.real.wine import SECONDS, Wine

REPORT = "out/2024Q1/bao_cao.docx"
HOLD = """
import _winapi, sys, time
_winapi.CreateFile(sys.argv[1], _winapi.GENERIC_READ, 0, 0, _winapi.OPEN_EXISTING, 0, 0)  # 0: shared with nobody
print("held", flush=True)
sys.stdin.read() if sys.argv[2] == "0" else time.sleep(float(sys.argv[2]))
"""
STOP = """
import sys, time
def stop(event, arguments):
    if event == "os.rename":
        print("stopped", flush=True)
        time.sleep(600)
sys.addaudithook(stop)
from cqtt.__main__ import main
main()
"""


@pytest.fixture
def changed(cqtt: Call, place: Path) -> Path:
    """The workspace with its report, and other data since."""
    assert cqtt("build", "2024Q1").code == 0
    template = place / "templates/bao_cao.docx.j2"
    text = template.read_text(encoding="utf-8").replace("Trên đây là báo cáo", "Trên đây chính là báo cáo")
    template.write_text(text, encoding="utf-8")
    return place


def held(wine: Wine, python: Path, path: str, root: Path, seconds: str = "0") -> subprocess.Popen[bytes]:
    """A program of Windows that has *path* open and shares it with nobody, for so long or until its input ends."""
    process = wine.start(python, "-c", HOLD, path, seconds, cwd=root)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"held"
    return process


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_report_that_a_program_holds_stays_and_the_program_is_told(
    wine: Wine, python: Path, cqtt: Call, changed: Path
) -> None:
    old = (changed / REPORT).read_bytes()
    holder = held(wine, python, REPORT, changed)
    code, out, err = cqtt("build", "2024Q1")
    holder.communicate(timeout=SECONDS)
    assert (code, out) == (3, "")
    assert re.fullmatch(
        r"lỗi: không ghi được .*bao_cao\.docx: tệp đang mở, không có quyền đọc, hoặc không có quyền ghi\n"
        r"  đóng tệp trong Word rồi chạy lại\n",
        err,
    )
    assert (changed / REPORT).read_bytes() == old
    assert names(changed / "out/2024Q1") == ["bao_cao.docx"]
    assert cqtt("build", "2024Q1").code == 0
    assert (changed / REPORT).read_bytes() != old


def test_a_report_that_is_held_for_a_moment_is_waited_for(wine: Wine, python: Path, cqtt: Call, changed: Path) -> None:
    """The program that holds it lets it go while the build asks again and again."""
    code = f"""
import subprocess, sys
from pathlib import Path
from cqtt.atomic import replace_files
holder = subprocess.Popen([sys.executable, "-c", {HOLD!r}, {REPORT!r}, "0.4"], stdout=subprocess.PIPE)
assert holder.stdout.readline().strip() == b"held"
replace_files({{Path({REPORT!r}): b"new"}}, print)
"""
    ended = wine.run(python, "-c", code, cwd=changed)
    assert (ended.code, ended.err) == (0, "")
    assert (changed / REPORT).read_bytes() == b"new"


def test_data_that_a_program_holds_are_told(wine: Wine, python: Path, cqtt: Call, place: Path) -> None:
    holder = held(wine, python, "data/2024Q1/xa_phuong/nenh.yaml", place)
    code, out, err = cqtt("check", "2024Q1")
    holder.communicate(timeout=SECONDS)
    assert (code, err) == (1, "")  # a finding like any other: it does not hide what is wrong elsewhere
    why = "không đọc được tệp: đang được chương trình khác dùng, hoặc không có quyền"
    assert f"nenh.yaml: lỗi TEP12: {why}\n  đóng tệp nếu đang mở" in out


def test_what_a_killed_run_leaves_goes_with_the_next_one(wine: Wine, python: Path, cqtt: Call, changed: Path) -> None:
    old = (changed / REPORT).read_bytes()
    process = wine.start(python, "-X", "utf8", "-c", STOP, "build", "2024Q1", cwd=changed)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"stopped"
    left = names(changed / "out/2024Q1")
    assert [re.sub(r"-\w+\.", "-….", name) for name in left] == [".cqtt-….tmp", ".cqtt-….tmp.d", "bao_cao.docx"]
    assert cqtt("build", "2024Q1", "--output", "out/2024Q1/khac.docx").code == 0
    assert names(changed / "out/2024Q1") == [*left, "khac.docx"]  # what a running one holds stays
    process.kill()
    process.communicate(timeout=SECONDS)
    assert (changed / REPORT).read_bytes() == old
    assert cqtt("build", "2024Q1").code == 0
    assert (changed / REPORT).read_bytes() != old
    assert names(changed / "out/2024Q1") == ["bao_cao.docx", "khac.docx"]


def test_a_reader_that_stops_early_is_no_error(wine: Wine, exe: Path, place: Path) -> None:
    with wine.start(exe, "figures", "2024Q1", cwd=place) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("con.docx", "Windows giữ riêng tên con"),
        ("a<b.docx", "tên có ký tự < mà Windows không dùng được"),
        ("so:lieu.docx", "tên có ký tự : mà Windows không dùng được"),
        ("x \\b.docx", "tên kết thúc bằng dấu chấm hoặc dấu cách, Windows sẽ bỏ mất"),
        (f"{'a' * 300}.docx", "tên quá dài"),
    ],
)
def test_a_name_that_windows_refuses_is_told(cqtt: Call, place: Path, name: str, why: str) -> None:
    code, out, err = cqtt("build", "2024Q1", "--output", name)
    assert (code, out) == (3, "")
    assert re.fullmatch(rf"lỗi: không (đọc|ghi) được {re.escape(name)}: {re.escape(why)}\n  .+\n", err)
    assert names(place) == ["data", "templates"]


def test_a_reserved_name_among_the_data_is_told(cqtt: Call, place: Path) -> None:
    file = place / "data/don_vi.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("ma: nenh", "ma: nul"), encoding="utf-8")
    code, out, err = cqtt("check", "2024Q1")
    assert code in (1, 3)
    assert "Windows giữ riêng tên nul" in out + err


def in_window(wine: Wine, exe: Path, *words: str, cwd: Path, typed: bytes) -> tuple[int, str]:
    """The exit code of a call in a window of its own, and what the window shows; *typed* answers the first question."""
    child, window = pty.fork()
    if child == 0:
        tty.setraw(0)  # or the Enter key would come as a line feed
        os.chdir(cwd)
        os.execve(program("wine"), ["wine", str(exe), *words], wine.environment())
    shown, answered = b"", False
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if not select.select([window], [], [], 1)[0]:
            continue
        try:
            shown += os.read(window, 65536)
        except OSError:  # closed: the call has ended
            break
        if not answered and b"Enter" in shown:
            answered = os.write(window, typed) > 0
    os.close(window)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", shown).decode(errors="replace")


def test_a_double_click_shows_what_can_be_done_here(wine: Wine, exe: Path, place: Path) -> None:
    code, shown = in_window(wine, exe, cwd=place, typed=b"0\r")
    assert code == 0
    assert "Thư mục số liệu: Z:" in shown
    assert "Lập báo cáo 2024Q1" in shown
    assert "Gõ số rồi bấm Enter:" in shown


def test_a_window_of_its_own_waits_where_something_went_wrong(wine: Wine, exe: Path, place: Path) -> None:
    code, shown = in_window(wine, exe, "status", "2030Q1", cwd=place, typed=b"\r")
    assert code == 2
    assert "chưa có kỳ 2030Q1" in shown
    assert "Bấm Enter để đóng cửa sổ." in shown
