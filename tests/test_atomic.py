"""A file is put in its place whole or not at all."""

import os
from pathlib import Path

import pytest

from cqtt.atomic import replace_file
from cqtt.problems import EnvironmentFault


def test_the_folder_is_made_and_nothing_else_is_left_behind(tmp_path: Path) -> None:
    target = tmp_path / "out" / "2024Q1" / "bao_cao.docx"
    replace_file(target, b"one")
    replace_file(target, b"two")
    assert target.read_bytes() == b"two"
    assert [entry.name for entry in target.parent.iterdir()] == ["bao_cao.docx"]


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    target = tmp_path / "bao_cao.docx"
    target.mkdir()
    with pytest.raises(EnvironmentFault, match="đã có thư mục mang tên này") as caught:
        replace_file(target, b"x")
    assert caught.value.hint == "đổi tên thư mục, hoặc dùng --output"
    assert [entry.name for entry in tmp_path.iterdir()] == ["bao_cao.docx"]


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(EnvironmentFault, match="một tệp đứng ở chỗ cần thư mục"):
        replace_file(tmp_path / "out" / "bao_cao.docx", b"x")


def test_a_refused_move_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    """A name too long for the disk is found out only at the move."""
    (tmp_path / "bao_cao.docx").write_bytes(b"old")
    with pytest.raises(EnvironmentFault, match=r"không ghi được .*: File name too long"):
        replace_file(tmp_path / ("a" * 300), b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["bao_cao.docx"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only an ordinary user is refused")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(EnvironmentFault, match="không có quyền ghi vào thư mục"):
        replace_file(tmp_path / "bao_cao.docx", b"x")
