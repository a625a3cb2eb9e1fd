"""A second name never takes the place of anything."""

import os
import tempfile
from pathlib import Path

import pytest

from cqtt.keeping import LONGEST, keep

NOON = 1712300000
KEPT = "a.sua-tay-2024-04-05.pdf"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"scan")
    os.utime(path, (NOON, NOON))
    return path


def test_the_second_name_has_the_day_of_the_file(scan: Path) -> None:
    assert keep(scan) == (scan.with_name(KEPT), True)
    assert scan.with_name(KEPT).read_bytes() == b"scan"


@pytest.mark.parametrize("taken", ["other", "folder", "dangling", "itself", "equal", "pipe"])
def test_a_name_that_is_taken_is_left_alone(scan: Path, taken: str) -> None:
    other = scan.with_name(KEPT)
    if taken == "other":
        other.write_bytes(b"another one of the same day")
    elif taken == "folder":
        other.mkdir()
    elif os.name == "nt":
        pytest.skip("links and pipes of Unix")
    elif taken == "dangling":
        other.symlink_to("elsewhere")
    elif taken == "itself":  # whose bytes are those of the file because it is the file
        other.symlink_to(scan.name)
    elif taken == "equal":  # a link to a copy, which may be changed without it
        (scan.parent / "b").mkdir()
        (scan.parent / "b" / "copy").write_bytes(b"scan")
        other.symlink_to("b/copy")
    else:
        os.mkfifo(other)
    assert keep(scan) == (scan.with_name("a.sua-tay-2024-04-05-2.pdf"), True)
    assert scan.with_name("a.sua-tay-2024-04-05-2.pdf").read_bytes() == b"scan"
    there = sorted(entry.name for entry in scan.parent.iterdir() if entry.name != "b")
    assert there == ["a.pdf", "a.sua-tay-2024-04-05-2.pdf", KEPT]
    assert taken != "other" or other.read_bytes() == b"another one of the same day"


def test_the_same_file_needs_no_third_name(scan: Path) -> None:
    keep(scan)
    assert keep(scan) == (scan.with_name(KEPT), False)


@pytest.mark.parametrize("stem", ["a" * 250, "ế" * 83, "🙂" * 62])
def test_a_long_name_is_cut_so_that_the_disk_takes_it(tmp_path: Path, stem: str) -> None:
    path = tmp_path / f"{stem}.pdf"
    path.write_bytes(b"scan")
    os.utime(path, (NOON, NOON))
    kept, _ = keep(path)
    assert kept.read_bytes() == b"scan"
    assert LONGEST - 3 <= len(os.fsencode(kept.name)) <= LONGEST
    assert kept.name.endswith(".sua-tay-2024-04-05.pdf")
    assert stem.startswith(kept.name.removesuffix(".sua-tay-2024-04-05.pdf"))


@pytest.mark.skipif(os.name == "nt" or not Path("/dev/shm").is_dir(), reason="needs a disk that takes any day")
def test_a_day_that_no_calendar_has_is_no_bug() -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        scan = Path(folder) / "a.pdf"
        scan.write_bytes(b"scan")
        os.utime(scan, (10**12, 10**12))
        assert keep(scan)[0].name == "a.sua-tay-khong-ro-ngay.pdf"


def test_a_disk_without_second_names_gets_a_copy(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as FAT of a memory stick; nothing else here has one, so the call of the system is taken away."""

    def refused(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    kept, new = keep(scan)
    assert (kept.name, new, kept.read_bytes()) == (KEPT, True, b"scan")
    assert kept.stat().st_ino != scan.stat().st_ino
    assert kept.stat().st_mtime == NOON
    assert keep(scan) == (kept, False)


def test_a_copy_that_does_not_come_to_its_end_leaves_nothing(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(OSError, match="No space left"):
        keep(scan)
    assert [entry.name for entry in scan.parent.iterdir()] == ["a.pdf"]
