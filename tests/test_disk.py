"""What the disk refuses is told in Vietnamese, with the path."""

import errno
import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.disk import entries, exists, here, is_file, is_folder, read_bytes, reason
from cqtt.faults import EnvironmentFault
from tests.refusals import OPEN, refusing


@given(st.sampled_from(sorted(errno.errorcode)))
def test_no_reason_is_english_alone(number: int) -> None:
    english = os.strerror(number)
    told = reason(OSError(number, english))
    assert told == f"máy báo “{english}”" or english not in told


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EPERM, "không có quyền"), (errno.ENOSPC, "đĩa đầy"), (errno.EROFS, "ổ đĩa chỉ cho đọc")],
)
def test_what_happens_often_has_its_words(number: int, words: str) -> None:
    assert reason(OSError(number, "English")) == words


def test_an_error_without_a_number_tells_what_it_has() -> None:
    assert reason(OSError("strange")) == "máy báo “strange”"


def test_a_file_that_is_not_there_has_no_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    assert read_bytes(tmp_path / "a") == b"1"
    assert read_bytes(tmp_path / "b") is None
    assert read_bytes(tmp_path / "a" / "b") is None


def test_what_stands_there_is_told_by_its_kind(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").mkdir()
    places = [tmp_path / name for name in ("a", "b", "c", "a/d")]
    assert [exists(place) for place in places] == [True, True, False, False]
    assert [is_file(place) for place in places] == [True, False, False, False]
    assert [is_folder(place) for place in places] == [False, True, False, False]
    assert entries(tmp_path) == [tmp_path / "a", tmp_path / "b"]


@pytest.mark.skipif(os.name == "nt", reason="pipes, sockets and devices of Unix")
@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "link"])
def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    place = Path("/dev/zero" if kind == "device" else "a")
    if kind == "socket":
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("a")
    elif kind != "device":
        os.mkfifo("a" if kind == "pipe" else "b")
    if kind == "link":
        place.symlink_to("b")
    with pytest.raises(EnvironmentFault, match=f"^không đọc được {place}: không phải tệp thường$") as caught:
        read_bytes(place)
    assert caught.value.hint == "thay nó bằng một tệp thường, hoặc chỉ tệp khác"


@pytest.mark.parametrize("look", [read_bytes, exists, is_file, is_folder, entries])
def test_a_name_that_the_disk_refuses_is_the_environments_fault(look: object) -> None:
    assert callable(look)
    name = "a" * 300
    with pytest.raises(EnvironmentFault, match=f"^không đọc được {name}: tên quá dài$") as caught:
        look(Path(name))
    assert caught.value.hint == "đóng tệp nếu đang mở; kiểm tra tên, quyền đọc và ổ đĩa rồi chạy lại"


@pytest.mark.skipif(os.name == "nt", reason="a folder in use stays there")
def test_a_folder_that_is_gone_under_our_feet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    told = "^không dùng được thư mục đang đứng: không có tệp hoặc thư mục này$"
    with pytest.raises(EnvironmentFault, match=told):
        here()


@pytest.mark.parametrize("number", [None, 32, 33, 1224])
def test_a_file_that_is_open_elsewhere_for_a_moment_is_read(tmp_path: Path, number: int | None) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with refusing(OPEN, winerror=number, times=2) as refused:
        assert read_bytes(tmp_path / "a") == b"x"
    assert refused == [2]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (19, "ổ đĩa chỉ cho đọc"),
        (39, "đĩa đầy"),
        (64, "ổ đĩa hỏng hoặc mất kết nối"),
        (206, "tên quá dài"),
        (225, "phần mềm diệt vi-rút chặn tệp này"),
        (362, "tệp còn ở trên mạng (OneDrive), chưa tải về máy"),
        (9999, "không có quyền"),
    ],
)
def test_what_windows_says_more_exactly_is_told(tmp_path: Path, number: int, said: str) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with refusing(OPEN, winerror=number, times=1), pytest.raises(EnvironmentFault) as caught:
        read_bytes(tmp_path / "a")
    assert caught.value.message == f"không đọc được {tmp_path / 'a'}: {said}"


@pytest.mark.skipif(os.name != "nt", reason="what Windows makes of names")
@pytest.mark.parametrize("name", ["con.yaml", "so:lieu.yaml", "a.yaml.", "a?.yaml"])
def test_a_name_that_windows_understands_otherwise_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(EnvironmentFault, match=r"^không đọc được "):
        read_bytes(tmp_path / name)
