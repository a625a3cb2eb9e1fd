"""Nothing is lost: what a disk, a hand, a signal or a second run does to a build leaves the old report or the new one.

Every fault is a real one, on a real disk; what this machine cannot do is skipped with its reason.
"""

import os
import random
import shutil
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cqtt.fingerprint import is_ours
from tests.cli.tien_trinh import IN_MAIN, as_anybody, names, run, start, unix
from tests.conftest import ROOT, lay_out, shortened
from tests.template.mau import framed

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("CQTT_KILLS", "6"))
"""How many builds are killed; ``make fuzz`` kills more."""
REPORT = "out/2024Q1/bao_cao.docx"
THREE = ("bao_cao.docx", "bao_cao.ra-soat.docx", "bao_cao.figures.json")
"""What ``--review`` writes, in this order."""
Edit = Callable[[str, str, str], None]
LIMITED = f"""
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
{IN_MAIN}
"""

WITHOUT_LIBREOFFICE = f"""
import cqtt.pipeline.pdf as pdf
pdf.PROGRAMS = pdf.PLACES = ()
{IN_MAIN}
"""
BROKEN_PACKAGE = f"""
import pathlib
import cqtt.word.package as package
package.files = lambda _: pathlib.Path("khong", "co")
{IN_MAIN}
"""


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


@pytest.fixture
def changed(built: Path, edit: Edit) -> Path:
    """As *built*, with other data since."""
    edit("templates/bao_cao.docx.j2", "Trên đây là báo cáo", "Trên đây chính là báo cáo")
    return built


def test_a_report_edited_by_hand_is_kept_and_told(changed: Path) -> None:
    report = changed / REPORT
    with zipfile.ZipFile(report) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("Thân Văn Thuận".encode(), b"X")
    with zipfile.ZipFile(report, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    edited = report.read_bytes()
    code, out, err = run(changed, "build", "2024Q1")
    (kept,) = (name for name in names(report.parent) if "sua-tay" in name)
    assert (code, err) == (0, "")
    assert out.endswith(
        f"  tệp cũ không do cqtt ghi, hoặc đã được sửa: giữ ở out/2024Q1/{kept}\n"
        f"  xem đã sửa gì bằng: cqtt verify out/2024Q1/{kept}\n"
    )
    assert (report.parent / kept).read_bytes() == edited
    assert is_ours(report.read_bytes())
    assert names(report.parent) == ["bao_cao.docx", kept]


@pytest.mark.parametrize(("lock", "program"), [("~$o_cao.docx", ""), ("~$ao_cao.docx", "Word")])
def test_a_report_open_in_word_stays(changed: Path, lock: str, program: str) -> None:
    """The lock of another file is none of ours."""
    report = changed / REPORT
    old = report.read_bytes()
    (report.parent / lock).write_bytes(b"")
    code, _, err = run(changed, "build", "2024Q1")
    assert (code, report.read_bytes() == old) == ((3, True) if program else (0, False))
    assert ("tệp đang mở trong Word" in err) == bool(program)


def test_a_report_open_in_libreoffice_stays(changed: Path) -> None:
    report = changed / REPORT
    old = report.read_bytes()
    (report.parent / ".~lock.bao_cao.docx#").write_bytes(b"")
    code, out, err = run(changed, "build", "2024Q1")
    assert (code, out, report.read_bytes()) == (3, "", old)
    assert "tệp đang mở trong LibreOffice" in err


@pytest.fixture
def lengthy(built: Path) -> Path:
    """With the real report, which is larger than a stream's buffer and than the small disk."""
    shutil.copy(ROOT / "templates/bao_cao.docx.j2", built / "templates")
    shutil.copy(ROOT / "data/2024Q1/bao_cao.yaml", built / "data/2024Q1")
    return built


@unix
def test_a_file_that_cannot_grow_leaves_the_old_one(lengthy: Path) -> None:
    report = lengthy / REPORT
    old = report.read_bytes()
    code, out, err = run(lengthy, "build", "2024Q1", code=LIMITED)
    assert (code, out) == (3, "")
    assert "lỗi: không ghi được " in err
    assert "tệp lớn quá mức cho phép" in err
    assert report.read_bytes() == old
    assert names(report.parent) == ["bao_cao.docx"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 KiB, less than a report."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@unix
def test_a_full_disk_is_told_and_leaves_nothing(lengthy: Path, small_disk: Path) -> None:
    code, out, err = run(lengthy, "build", "2024Q1", "-o", str(small_disk / "a.docx"))
    assert (code, out) == (3, "")
    assert err == f"lỗi: không ghi được {small_disk / 'a.docx'}: đĩa đầy\n  dọn bớt đĩa rồi chạy lại\n"
    assert names(small_disk) == []


@unix
def test_a_folder_that_may_not_be_written_to(changed: Path) -> None:
    report = changed / REPORT
    old = report.read_bytes()
    report.parent.chmod(0o555)
    code, out, err = as_anybody(changed, "build", "2024Q1")
    report.parent.chmod(0o755)
    told = f"lỗi: không ghi được {report}: không có quyền ghi vào thư mục\n  chọn nơi khác bằng --output\n"
    assert (code, out, err) == (3, "", told)
    assert report.read_bytes() == old


@unix
def test_a_report_that_may_not_be_read_is_not_replaced(changed: Path) -> None:
    """Nobody can tell whether it was edited."""
    report = changed / REPORT
    report.chmod(0o000)
    code, out, err = as_anybody(changed, "build", "2024Q1")
    assert (code, out) == (3, "")
    told = f"lỗi: không ghi được {report}: tệp đang mở, không có quyền đọc, hoặc không có quyền ghi\n"
    assert err == f"{told}  đóng tệp trong Word rồi chạy lại\n"
    assert names(report.parent) == ["bao_cao.docx"]


def test_a_report_that_is_read_only_is_replaced(changed: Path) -> None:
    """So marked by us or by hand, its folder may be written to: on Unix that is what counts."""
    report = changed / REPORT
    old = report.read_bytes()
    report.chmod(0o444)
    code = run(changed, "build", "2024Q1")[0]
    report.chmod(0o644)
    assert (code, report.read_bytes() == old) in ((0, False), (3, True))
    assert names(report.parent) == ["bao_cao.docx"]


def test_names_of_any_kind(built: Path) -> None:
    for name in ("báo cáo (quý I) – bản 2.docx", "日本 🙂.docx", "-a.docx", f"{'a' * 240}.docx"):
        code, _, err = run(built, "build", "2024Q1", f"--output={name}")
        assert (code, err, (built / name).is_file()) == (0, "", True)


@pytest.mark.parametrize("name", ["a" * 300 + ".docx", "a" * 300 + "/b.docx"])
def test_a_name_too_long_is_told(built: Path, name: str) -> None:
    code, out, err = run(built, "build", "2024Q1", "-o", name)
    assert (code, out) == (3, "")
    assert "tên quá dài" in err


@unix
def test_a_link_is_followed(built: Path) -> None:
    (built / "elsewhere").mkdir()
    (built / "a.docx").symlink_to("elsewhere/b.docx")
    for _ in range(2):
        assert run(built, "build", "2024Q1", "-o", "a.docx")[0] == 0
        assert (built / "a.docx").is_symlink()
        assert is_ours((built / "elsewhere/b.docx").read_bytes())
    assert names(built / "elsewhere") == ["b.docx"]


@unix
def test_a_link_to_itself_is_told(built: Path) -> None:
    (built / "a.docx").symlink_to("a.docx")
    code, _, err = run(built, "build", "2024Q1", "-o", "a.docx")
    assert (code, err.splitlines()[0]) == (3, "lỗi: không đọc được a.docx: liên kết dẫn vòng tròn")


@unix
def test_a_pipe_is_not_waited_for(built: Path) -> None:
    os.mkfifo(built / "a.docx")
    code, _, err = run(built, "build", "2024Q1", "-o", "a.docx")
    assert (code, "không phải tệp thường" in err) == (3, True)


PIPES = {
    "data/2024Q1/xa_phuong/nenh.yaml": "check 2024Q1",
    "data/2024Q1/bao_cao.yaml": "build 2024Q1",
    "data/don_vi.yaml": "status 2024Q1",
    "templates/bao_cao.docx.j2": "build 2024Q1 --draft",
    "a.docx": "build 2024Q1 --check -o a.docx",
    "b.docx": "lint b.docx",
    "ds.txt": "init moi --loai tỉnh --ten A --ky 2025Q3 --danh-sach ds.txt",
}
FINDINGS = ("data/2024Q1/xa_phuong/nenh.yaml", "data/2024Q1/bao_cao.yaml")


@unix
@pytest.mark.parametrize("place", PIPES)
def test_a_pipe_in_the_place_of_a_file_that_is_read_is_told_at_once(built: Path, place: str) -> None:
    (built / place).unlink(missing_ok=True)
    os.mkfifo(built / place)
    code, out, err = run(built, *PIPES[place].split())
    path = place if "/" not in place else built / place
    why, fix = "không phải tệp thường", "  thay nó bằng một tệp thường, hoặc chỉ tệp khác\n"
    if place in FINDINGS:  # one file that cannot be read does not hide what is wrong in the others
        assert (code, (out + err).startswith(f"{place}: lỗi TEP12: không đọc được tệp: {why}\n{fix}")) == (1, True)
    else:
        assert (code, out, err) == (3, "", f"lỗi: không đọc được {path}: {why}\n{fix}")


@unix
def test_a_link_to_itself_among_the_communes_files_is_named(built: Path) -> None:
    link = built / "data/2024Q1/xa_phuong/nenh.yaml"
    link.unlink()
    link.symlink_to(link.name)
    code, out, err = run(built, "check", "2024Q1")
    told = "data/2024Q1/xa_phuong/nenh.yaml: lỗi TEP12: không đọc được tệp: liên kết dẫn vòng tròn"
    assert (code, out.splitlines()[0], err) == (1, told, "")


@unix
def test_a_link_to_itself_that_is_no_communes_file_is_a_finding(built: Path) -> None:
    link = built / "data/2024Q1/xa_phuong/ghi-chu.txt"
    link.symlink_to(link.name)
    code, out, _ = run(built, "check", "2024Q1")
    assert (code, "data/2024Q1/xa_phuong/ghi-chu.txt: cảnh báo TEP09: " in out) == (0, True)


@unix
def test_doctor_tells_of_a_folder_that_may_not_be_read_among_the_rest(built: Path) -> None:
    (built / "data").chmod(0o311)
    code, out, err = as_anybody(built, "doctor")
    (built / "data").chmod(0o755)
    assert (code, err) == (3, "")
    assert f"thiếu  các kỳ: không đọc được {built / 'data'}: không có quyền\n" in out
    assert "\nok     khuôn mẫu: " in out
    (built / "data").chmod(0o000)
    code, out, err = as_anybody(built, "doctor")
    (built / "data").chmod(0o755)
    assert (code, err) == (3, "")
    assert f"thiếu  thư mục: không đọc được {built / 'data/don_vi.yaml'}: không có quyền\n" in out
    assert "ok     Python: " in out


INIT = ("--loai", "xã", "--ten", "A", "--ky", "2025Q3")


@unix
def test_a_new_workspace_where_nobody_may_write(built: Path) -> None:
    """An empty folder of that name is no reason."""
    (built / "kin/trong").mkdir(parents=True)
    (built / "kin").chmod(0o555)
    for name in ("kin/trong", "kin/moi"):
        code, out, err = as_anybody(built, "init", name, *INIT)
        why = "không có quyền ghi vào thư mục\n  xin quyền ghi, hoặc chép bộ số liệu sang nơi khác\n"
        assert (code, out, err) == (3, "", f"lỗi: không ghi được {built / name}: {why}")
    (built / "kin").chmod(0o755)


@unix
def test_a_new_workspace_on_a_full_disk(built: Path, small_disk: Path) -> None:
    (small_disk / "trong").mkdir()
    for name in ("trong", "moi"):
        code, out, err = run(built, "init", str(small_disk / name), *INIT)
        told = f"lỗi: không ghi được {small_disk / name}: đĩa đầy\n  dọn bớt đĩa rồi chạy lại\n"
        assert (code, out, err) == (3, "", told)
    assert names(small_disk) == ["trong"]


def test_of_three_that_make_a_period_at_once_one_makes_it_whole(built: Path) -> None:
    children = [start(built, "new", "2024Q2") for _ in range(3)]
    ends = [(*child.communicate(timeout=120), child.returncode) for child in children]
    assert sorted(code for _, _, code in ends) == [0, 2, 2]
    taken = (
        "lỗi: đã có data/2024Q2: không ghi đè\n"
        "  sửa tệp trong đó, hoặc đổi tên thư mục cũ trước; thiếu tệp của một đơn vị thì: cqtt new 2024Q2 MÃ\n"
    )
    assert all(err.decode() == taken for _, err, code in ends if code)
    assert names(built / "data/2024Q2/xa_phuong") == names(built / "data/2024Q1/xa_phuong")
    assert names(built / "data") == ["2024Q1", "2024Q2", "don_vi.yaml"]


def sound(report: Path) -> None:
    """It is whole, and no other's."""
    with zipfile.ZipFile(report) as archive:
        assert archive.testzip() is None
    assert is_ours(report.read_bytes())


STOPPED = f"""
import os, signal, sys
how, moment, touched = int(sys.argv.pop()), int(sys.argv.pop()), 0
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
def note(event, args):
    global touched
    if (event == "open" or event.startswith("os.")) and "/out/" in str(args):
        touched += 1
        if touched == moment:
            os.kill(os.getpid(), how)
sys.addaudithook(note)
try:
    {IN_MAIN}
finally:
    sys.stderr.write(f"\\n{{touched}}" if how == 0 else "")
"""
"""A build that sends itself a signal the moment before it touches something below out/ for the n-th time; with
the signal 0 it says how often it does."""


def stopped(root: Path, how: int, moment: int) -> tuple[int, str]:
    code, _, err = run(root, "build", "2024Q1", "--review", str(moment), str(how), code=STOPPED)
    return code, err


def stopped_at_any_time(root: Path, how: int, after: float) -> tuple[int, str]:
    """A build that is sent a signal after some time."""
    child = start(root, "build", "2024Q1", "--review")
    time.sleep(after)
    child.send_signal(how)
    _, err = child.communicate(timeout=60)
    return child.returncode, err.decode()


@unix
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGKILL", 9)], ids=str)
def test_a_build_that_is_stopped_leaves_a_whole_report(changed: Path, how: int) -> None:
    """Before it touches the disk for whichever time, and at any other; what it leaves is gone after the next build."""
    report, chance = changed / REPORT, random.Random(how)
    template = changed / "templates/bao_cao.docx.j2"
    template.write_text(framed("Có {{ so_don_vi | so }} đơn vị."), "utf-8")
    touches = int(stopped(changed, 0, 0)[1].split()[-1])
    assert touches > len(THREE)
    steps = KILLS if how == signal.SIGKILL else KILLS // 2
    moments = sorted({round(1 + i * (touches - 1) / steps) for i in range(steps + 1)})
    for number, moment in enumerate([*moments, *[0] * (steps // 2)]):
        if number % 2:
            template.write_text(framed(f"Có {'x' * number} {{{{ so_don_vi | so }}}} đơn vị."), "utf-8")
        before = {path.name: path.read_bytes() for path in report.parent.iterdir()}
        some = chance.uniform(0.1, 0.8)
        code, err = stopped(changed, how, moment) if moment else stopped_at_any_time(changed, how, some)
        assert code in (0, -how, 130 if how == signal.SIGINT else 0)
        assert how != signal.SIGINT or code != 130 or "Traceback" not in err
        sound(report)
        now = {path.name: path.read_bytes() for path in report.parent.iterdir()}
        if "không ghi gì" in err or "chưa ghi gì" in err:
            assert now == before
        elif "đã ghi" in err:
            written = (f"out/2024Q1/{name}" for name in THREE if now[name] != before.get(name))
            assert err.endswith(f"đã dừng; đã ghi {', '.join(written)}\n")
        if how == signal.SIGINT:
            assert [name for name in names(report.parent) if name.startswith(".")] == []
    assert run(changed, "build", "2024Q1", "--review")[0] == 0
    sound(report)
    assert names(report.parent) == ["bao_cao.docx", "bao_cao.figures.json", "bao_cao.ra-soat.docx"]


def test_two_builds_at_once_leave_one_whole_report(changed: Path) -> None:
    for _ in range(2):
        (changed / REPORT).unlink(missing_ok=True)
        children = [start(changed, "build", "2024Q1") for _ in range(2)]
        ends = [(child.communicate(timeout=120), child.returncode) for child in children]
        assert {code for _, code in ends} <= {0, 3}
        assert all(err.startswith(b"l") for (_, err), code in ends if code)
        sound(changed / REPORT)
        assert names((changed / REPORT).parent) == ["bao_cao.docx"]


def test_a_review_copy_that_is_open_keeps_all_from_being_written(changed: Path) -> None:
    old = {path.name: path.read_bytes() for path in (changed / REPORT).parent.iterdir()}
    (changed / "out/2024Q1/~$o_cao.ra-soat.docx").write_bytes(b"")
    code, out, err = run(changed, "build", "2024Q1", "--review")
    assert (code, out) == (3, "")
    first, _, last = err.splitlines()
    assert first == f"lỗi: không ghi được {changed / 'out/2024Q1/bao_cao.ra-soat.docx'}: tệp đang mở trong Word"
    assert last == "  không ghi gì"
    (changed / "out/2024Q1/~$o_cao.ra-soat.docx").unlink()
    assert {path.name: path.read_bytes() for path in (changed / REPORT).parent.iterdir()} == old


def test_a_period_that_is_refused_keeps_all_periods_from_being_written(changed: Path) -> None:
    shutil.copytree(ROOT / "data/2024Q2", changed / "data/2024Q2")
    old = (changed / REPORT).read_bytes()
    (changed / "out/2024Q2/bao_cao.docx").mkdir(parents=True)
    code, out, err = run(changed, "build", "--all")
    assert (code, out) == (3, "")
    assert err.endswith("\n  đổi tên thư mục\n  không ghi gì\n")
    assert (changed / REPORT).read_bytes() == old


@pytest.fixture
def pinned(changed: Path) -> Iterator[Path]:
    """The table of figures, which can be read and written, and not be replaced: a disk of its own is mounted there."""
    table = changed / "out/2024Q1/bao_cao.figures.json"
    table.write_bytes(b"{}")
    mount = ["mount", "--bind", str(table), str(table)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a file")
    yield table
    subprocess.run(["umount", str(table)], check=True)


@unix
def test_a_fault_at_the_last_moment_says_what_is_written_and_what_is_not(changed: Path, pinned: Path) -> None:
    old = (changed / REPORT).read_bytes()
    code, out, err = run(changed, "build", "2024Q1", "--review")
    assert code == 3
    assert [line.partition(" từ ")[0].partition(": 3")[0] for line in out.splitlines()] == [
        f"đã ghi out/2024Q1/{name}" for name in THREE[:2]
    ]
    assert err == (
        f"lỗi: không ghi được {pinned}: đang được chương trình khác dùng\n"
        "  đóng tệp ở chương trình đang mở nó rồi chạy lại, hoặc dùng --output\n"
        f"  đã ghi out/2024Q1/{THREE[0]}, out/2024Q1/{THREE[1]}; chưa ghi out/2024Q1/{THREE[2]}\n"
    )
    assert (changed / REPORT).read_bytes() != old
    assert pinned.read_bytes() == b"{}"
    assert names(pinned.parent) == sorted(THREE)


@unix
def test_without_a_pdf_the_others_are_written_and_said(changed: Path) -> None:
    pdf = changed / "out/2024Q1/bao_cao.pdf"
    pdf.write_bytes(b"%PDF-1.4 a scan that is signed")
    code, out, err = run(changed, "build", "2024Q1", "--review", "--pdf", code=WITHOUT_LIBREOFFICE)
    assert (code, len(out.splitlines())) == (3, 3)
    told = ", ".join(f"out/2024Q1/{name}" for name in THREE)
    assert err.startswith("lỗi: không lập được PDF: máy này không có LibreOffice\n")
    assert err.endswith(f"\n  đã ghi {told}; chưa ghi out/2024Q1/bao_cao.pdf\n")
    assert pdf.read_bytes() == b"%PDF-1.4 a scan that is signed"
    assert names(pdf.parent) == sorted([*THREE, "bao_cao.pdf"])


def test_what_is_missing_in_our_own_package_is_a_bug_of_ours(changed: Path) -> None:
    """A file that the program itself looks for is none that a clerk could bring back."""
    old = (changed / REPORT).read_bytes()
    code, out, err = run(changed, "build", "2024Q1", code=BROKEN_PACKAGE)
    first, second = err.splitlines()
    assert (code, out, first) == (70, "", "xin lỗi: phần mềm gặp lỗi của chính nó; không ghi gì")
    saved = Path(second.partition(": ")[2])
    assert "FileNotFoundError" in saved.read_text(encoding="utf-8")
    saved.unlink()
    assert (changed / REPORT).read_bytes() == old
