"""A file is put in its place whole or not at all."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cqtt.atomic import Written, _fault, _uninterrupted, new_folder, replace_files
from cqtt.disk import PAUSES
from cqtt.faults import EnvironmentFault
from cqtt.fingerprint import PLACE, sealed
from tests.refusals import RENAME, refusing

ONE, TWO = sealed(f"one {PLACE}".encode()), sealed(f"two {PLACE}".encode())
"""Files of ours."""


def replace_file(path: Path, data: bytes) -> Written:
    """What becomes of one file."""
    written: list[Written] = []
    replace_files({path: data}, written.append, elsewhere="--output")
    return written[0]


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def dated(path: Path, data: bytes) -> None:
    """Write *data* to *path* as on 5 April 2024."""
    path.write_bytes(data)
    os.utime(path, (1712300000, 1712300000))


def test_the_folder_is_made_and_nothing_else_is_left_behind(tmp_path: Path) -> None:
    target = tmp_path / "out" / "2024Q1" / "bao_cao.docx"
    replace_file(target, ONE)
    replace_file(target, TWO)
    assert target.read_bytes() == TWO
    assert [entry.name for entry in target.parent.iterdir()] == ["bao_cao.docx"]


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    target = tmp_path / "bao_cao.docx"
    target.mkdir()
    with pytest.raises(EnvironmentFault, match="đã có thư mục mang tên này") as caught:
        replace_file(target, b"x")
    assert caught.value.hint == "đổi tên thư mục, hoặc dùng --output"
    assert [entry.name for entry in tmp_path.iterdir()] == ["bao_cao.docx"]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of Unix")
def test_a_link_is_followed_and_a_pipe_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    replace_file(tmp_path / "a", b"x")
    assert (tmp_path / "a").is_symlink()
    assert (tmp_path / "b").read_bytes() == b"x"
    os.mkfifo(tmp_path / "p")
    with pytest.raises(EnvironmentFault, match="không phải tệp thường"):
        replace_file(tmp_path / "p", b"x")


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(EnvironmentFault, match="một tệp đứng ở chỗ cần thư mục"):
        replace_file(tmp_path / "out" / "bao_cao.docx", b"x")


def test_a_refused_move_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    """A name too long for the disk is found out only at the move."""
    (tmp_path / "bao_cao.docx").write_bytes(b"old")
    with pytest.raises(EnvironmentFault, match=r"không ghi được .*: tên quá dài$"):
        replace_file(tmp_path / ("a" * 300), b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["bao_cao.docx"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only an ordinary user is refused")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(EnvironmentFault, match="không có quyền ghi vào thư mục"):
        replace_file(tmp_path / "bao_cao.docx", b"x")


def test_a_file_that_is_not_ours_stays_beside_the_new_one_under_a_dated_name(tmp_path: Path) -> None:
    target = tmp_path / "bao_cao.docx"
    dated(target, b"edited")
    assert replace_file(target, ONE) == Written(target, changed=True, kept=tmp_path / KEPT)
    dated(target, ONE + b"edited again")
    again = tmp_path / KEPT.replace(".docx", "-2.docx")
    assert replace_file(target, TWO) == Written(target, changed=True, kept=again)
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {
        "bao_cao.docx": TWO,
        KEPT: b"edited",
        again.name: ONE + b"edited again",
    }


def test_the_same_edit_is_kept_once(tmp_path: Path) -> None:
    target = tmp_path / "bao_cao.docx"
    for _ in range(2):
        dated(target, b"edited")
        assert replace_file(target, ONE).kept == tmp_path / KEPT
    assert names(tmp_path) == ["bao_cao.docx", KEPT]


def test_what_nobody_edited_is_replaced_and_what_stands_there_already_is_not_touched(tmp_path: Path) -> None:
    target = tmp_path / "bao_cao.docx"
    assert replace_file(target, ONE) == Written(target, changed=True)
    assert replace_file(target, TWO) == Written(target, changed=True)
    dated(target, TWO)
    (tmp_path / "~$ao_cao.docx").write_bytes(b"")  # even while it is open
    assert replace_file(target, TWO) == Written(target, changed=False)
    assert target.stat().st_mtime == 1712300000
    assert names(tmp_path) == ["bao_cao.docx", "~$ao_cao.docx"]


def test_a_file_larger_than_any_of_ours_is_kept_without_being_read(tmp_path: Path) -> None:
    target = tmp_path / "bao_cao.pdf"
    with target.open("wb") as file:
        file.truncate(1 << 40)
    os.utime(target, (1712300000, 1712300000))
    kept = replace_file(target, ONE).kept
    assert kept == tmp_path / "bao_cao.sua-tay-2024-04-05.pdf"
    assert kept.stat().st_size == 1 << 40


def test_a_fault_at_any_file_is_found_before_the_first_one_is_replaced(tmp_path: Path) -> None:
    dated(tmp_path / "a", b"foreign")
    (tmp_path / "d").mkdir()
    written: list[Written] = []
    files = {tmp_path / "a": ONE, tmp_path / "new" / "deep" / "b": ONE}
    with pytest.raises(EnvironmentFault, match=r"không ghi được .*[/\\]d: đã có thư mục mang tên này"):
        replace_files({**files, tmp_path / "d": TWO}, written.append)
    assert written == []
    assert (tmp_path / "a").read_bytes() == b"foreign"
    assert names(tmp_path) == ["a", "d"]


@pytest.mark.skipif(os.name == "nt", reason="needs a name that the disk refuses at the last moment")
def test_a_fault_at_the_last_moment_leaves_the_rest_and_says_what_is_written(tmp_path: Path) -> None:
    """What a place looked like when everything was made ready need not be true when the file is put there."""
    dated(tmp_path / "b", b"foreign")
    written: list[Written] = []

    def spoil(one: Written) -> None:
        written.append(one)
        (tmp_path / "b").rename(tmp_path / "b.old")
        (tmp_path / "b").mkdir()

    with pytest.raises(EnvironmentFault, match="đã có thư mục mang tên này"):
        replace_files({tmp_path / "a": ONE, tmp_path / "b": TWO, tmp_path / "c": TWO}, spoil)
    assert written == [Written(tmp_path / "a", changed=True)]
    assert names(tmp_path) == ["a", "b", "b.old"]


def test_a_second_name_that_was_of_no_use_goes_again(tmp_path: Path) -> None:
    """A file on which a disk is mounted can be read, and not be replaced."""
    target = tmp_path / "a"
    target.write_bytes(b"foreign")
    mount = ["mount", "--bind", str(target), str(target)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a file")
    try:
        with pytest.raises(EnvironmentFault, match="đang được chương trình khác dùng"):
            replace_file(target, ONE)
        assert names(tmp_path) == ["a"]
        assert target.read_bytes() == b"foreign"
    finally:
        subprocess.run(["umount", str(target)], check=True)


def test_a_file_that_changes_while_the_new_one_is_made_is_kept_as_it_is_then(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(ONE)
    written: list[Written] = []

    def edit(one: Written) -> None:
        written.append(one)
        dated(tmp_path / "b", b"edited just now")

    replace_files({tmp_path / "a": ONE, tmp_path / "b": TWO}, edit)
    assert written[1].kept == tmp_path / "b.sua-tay-2024-04-05"
    assert written[1].kept.read_bytes() == b"edited just now"


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_ctrl_c_waits_until_all_files_are_in_their_places(tmp_path: Path) -> None:
    files = {tmp_path / name: ONE for name in "abc"}
    written: list[Written] = []

    def interrupt(one: Written) -> None:
        written.append(one)
        signal.raise_signal(signal.SIGINT)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            replace_files(files, interrupt)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert [one.path for one in written] == list(files)
    assert names(tmp_path) == ["a", "b", "c"]


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_ctrl_c_that_the_shell_wants_to_be_ignored_is_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with _uninterrupted():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("name", "lock", "program"),
    [
        ("bao_cao.docx", "~$ao_cao.docx", "Word"),
        ("bao.docx", "~$bao.docx", "Word"),
        ("bao_cao_quy_i.docx", "~$o_cao_quy_i.docx", "Word"),
        ("bao_cao.docx", ".~lock.bao_cao.docx#", "LibreOffice"),
        ("so_sanh_quy.xlsx", "~$so_sanh_quy.xlsx", "Excel"),
    ],
)
def test_a_file_that_is_open_is_left_alone(tmp_path: Path, name: str, lock: str, program: str) -> None:
    (tmp_path / name).write_bytes(b"old")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(EnvironmentFault, match=f"tệp đang mở trong {program}") as caught:
        replace_file(tmp_path / name, b"new")
    assert lock in caught.value.hint
    assert (tmp_path / name).read_bytes() == b"old"


KEPT = "bao_cao.sua-tay-2024-04-05.docx"


def test_a_folder_is_made_whole(tmp_path: Path) -> None:
    assert new_folder(tmp_path / "2024Q2", {"bao_cao.yaml": "so: null\n", "xa_phuong/nenh.yaml": "phuong_xa: Nếnh\n"})
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.yaml")) == [
        "2024Q2/bao_cao.yaml",
        "2024Q2/xa_phuong/nenh.yaml",
    ]
    assert [entry.name for entry in tmp_path.iterdir()] == ["2024Q2"]


FILES = {"bao_cao.yaml": "so: null\n", "xa_phuong/nenh.yaml": "phuong_xa: Nếnh\r\n"}


def test_a_new_folder_has_all_its_files_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "data" / "2024Q2"
    new_folder(target, FILES)
    assert {name: (target / name).read_bytes().decode() for name in FILES} == FILES
    assert [entry.name for entry in target.parent.iterdir()] == ["2024Q2"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "2024Q2").mkdir()
    assert new_folder(tmp_path / "2024Q2", FILES)
    assert {name: (tmp_path / "2024Q2" / name).read_bytes().decode() for name in FILES} == FILES
    assert names(tmp_path) == ["2024Q2"]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_of_many_that_make_a_folder_at_once_one_makes_it_whole(tmp_path: Path) -> None:
    """Each makes a file that tells whose it is, a hundred times over; they begin together."""
    for turn in range(5):
        target = tmp_path / f"{turn}"
        words = [sys.executable, "-c", MAKE, str(target)]
        children = [subprocess.Popen([*words, name], stdin=subprocess.PIPE) for name in "abcd"]
        for child in children:
            child.communicate(b"go")
        (won,) = (name for name, child in zip("abcd", children, strict=True) if child.returncode == 0)
        assert sorted(child.returncode for child in children) == [0, 9, 9, 9]
        assert {path.read_text() for path in target.iterdir()} == {won}
        assert len(names(target)) == 100
    assert names(tmp_path) == ["0", "1", "2", "3", "4"]


MAKE = """
import sys
from pathlib import Path
from cqtt.atomic import new_folder
from cqtt.disk import PAUSES
sys.stdin.read()
sys.exit(0 if new_folder(Path(sys.argv[1]), {f"{n}": sys.argv[2] for n in range(100)}) else 9)
"""


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "2024Q2").mkdir()
    (tmp_path / "2024Q2" / "a").write_bytes(b"old")
    assert not new_folder(tmp_path / "2024Q2", FILES)
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == ["2024Q2", "2024Q2/a"]


def test_a_file_where_the_new_folders_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(EnvironmentFault, match="một tệp đứng ở chỗ cần thư mục") as caught:
        new_folder(tmp_path / "data" / "2024Q2", FILES)
    assert caught.value.hint == "đổi tên tệp đó"


def test_a_file_that_cannot_be_written_leaves_no_half_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"(tên|đường dẫn) quá dài") as caught:
        new_folder(tmp_path / "2024Q2", FILES | {"a" * 300: ""})
    assert caught.value.hint == "xin quyền ghi, hoặc chép bộ số liệu sang nơi khác"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only an ordinary user is refused")
def test_a_new_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(EnvironmentFault, match="không có quyền ghi vào thư mục"):
        new_folder(tmp_path / "2024Q2", FILES)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    """The folder's name leads to a device on which nothing fits."""
    (tmp_path / "full").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left") as full, (tmp_path / "full").open("wb", buffering=0) as file:
        file.write(b"x")
    assert str(_fault(tmp_path / "a", full.value)).endswith("đĩa đầy")
    assert str(_fault(tmp_path, full.value, folder=True)).endswith("đĩa đầy")


@pytest.mark.skipif(os.name == "nt", reason="links of Unix")
def test_two_names_of_one_file_are_not_written_over_each_other(tmp_path: Path) -> None:
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(EnvironmentFault, match=f"^không ghi được {tmp_path}/b: liên kết dẫn tới") as caught:
        replace_files({tmp_path / "a": ONE, tmp_path / "b": TWO}, lambda _: None)
    assert caught.value.hint == "xóa liên kết đó"
    assert names(tmp_path) == ["b"]


@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
def test_advice_names_an_option_only_where_the_call_has_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for place in ("file/a", "folder", "pipe", "a" * 300):
        hints = []
        for elsewhere in ("", "--khac"):
            with pytest.raises(EnvironmentFault) as caught:
                replace_files({tmp_path / place: ONE}, lambda _: None, elsewhere=elsewhere)
            hints.append(caught.value.hint)
        assert "--" not in hints[0]
        assert hints[0]
        assert hints[1].endswith(" --khac")


@pytest.mark.parametrize("number", [5, 32])
def test_a_move_that_windows_refuses_for_a_moment_is_tried_again(tmp_path: Path, number: int) -> None:
    (tmp_path / "a").write_bytes(ONE)
    with refusing(RENAME, winerror=number, times=2) as refused:
        assert replace_file(tmp_path / "a", TWO) == Written(tmp_path / "a", changed=True)
    assert refused == [2]
    assert names(tmp_path) == ["a"]
    with refusing(RENAME, winerror=number, times=2):
        assert new_folder(tmp_path / "2024Q2", FILES)
    assert names(tmp_path) == ["2024Q2", "a"]


@pytest.mark.slow
def test_a_move_that_is_refused_to_the_end_is_told_and_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"edited")
    with refusing(RENAME, winerror=32, times=99) as refused, pytest.raises(EnvironmentFault) as caught:
        replace_file(tmp_path / "a", TWO)
    assert refused == [len(PAUSES) + 1]
    assert caught.value.message == f"không ghi được {tmp_path / 'a'}: đang được chương trình khác dùng"
    assert caught.value.hint == "đóng tệp ở chương trình đang mở nó rồi chạy lại, hoặc dùng --output"
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"edited"


def test_what_is_refused_for_good_is_told_at_once(tmp_path: Path) -> None:
    with refusing(RENAME, winerror=9999, times=1), pytest.raises(EnvironmentFault):
        replace_file(tmp_path / "a", TWO)
    assert names(tmp_path) == []
