"""The choices of a double click: what they offer, and that each does what the command of its name does."""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.cli import console
from cqtt.cli.main import _meant
from tests.cli.conftest import Ended

Typing = Callable[..., None]

FIRST = """
Thư mục số liệu: {root}
Kỳ: 2024Q1

  1  Tình hình 2024Q1: đơn vị nào đã gửi, thiếu, sai
  2  Kiểm tra 2024Q1: số liệu, khuôn mẫu, lời văn
  3  Lập báo cáo 2024Q1
  4  Lập báo cáo 2024Q1 kèm bản rà soát
  5  Tạo kỳ mới
  6  Chọn kỳ khác
  7  Chọn thư mục số liệu khác
  8  Máy và thư mục này đã đủ chưa
  0  Thoát
Gõ số rồi bấm Enter: """


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Lets lines be typed, one for each question."""

    def typed(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return typed


def test_the_choices_of_a_workspace(cqtt: Callable[..., Ended], typing: Typing, workspace: Path) -> None:
    typing("0")
    assert cqtt("menu") == (0, FIRST.format(root=workspace), "")


def test_where_nobody_types_the_choices_are_shown_and_that_is_all(
    cqtt: Callable[..., Ended], typing: Typing, workspace: Path
) -> None:
    typing()
    assert cqtt("menu") == (0, FIRST.format(root=workspace) + "\n", "")


def test_what_is_no_choice_is_told_and_asked_again(cqtt: Callable[..., Ended], typing: Typing, workspace: Path) -> None:
    typing("9", "", " x ", "-1", "0")
    told = "".join(f"không có mục “{typed}”; gõ một số từ 0 đến 8\n" for typed in ("9", "x", "-1"))
    assert cqtt("menu") == (0, FIRST.format(root=workspace) + "Gõ số rồi bấm Enter: " * 4, told)


@pytest.mark.parametrize(
    ("number", "words"),
    [("1", ("status", "2024Q1")), ("2", ("check", "2024Q1")), ("3", ("build", "2024Q1")), ("8", ("doctor",))],
)
def test_a_choice_does_what_its_command_does(
    cqtt: Callable[..., Ended], typing: Typing, workspace: Path, number: str, words: tuple[str, ...]
) -> None:
    alone = cqtt(*words, "-C", str(workspace))
    shutil.rmtree(workspace / "out", ignore_errors=True)
    typing(number, "0")
    chosen = cqtt("menu")
    first = FIRST.format(root=workspace)
    assert (chosen.code, chosen.out, chosen.err) == (0, f"{first}\n{alone.out}{first}", alone.err)


def test_a_period_is_chosen_and_made(
    cqtt: Callable[..., Ended], typing: Typing, workspace: Path, two_quarters: None
) -> None:
    typing("6", "2024Q1", "6", "abc", "5", "2024Q3", "5", "", "0")
    ended = cqtt("menu")
    assert ended.code == 0
    assert [line for line in ended.out.splitlines() if line.startswith("Kỳ: ")] == [
        f"Kỳ: {ky}" for ky in ("2024Q2", "2024Q1", "2024Q1", "2024Q3", "2024Q3")
    ]
    assert "Kỳ (2024Q1, 2024Q2): " in ended.out
    assert ended.err == "lỗi: “abc” không phải kỳ báo cáo\n  viết như 2024Q1, 2024H1, 2024M09, 2024 hoặc 2024-03\n"
    assert (workspace / "data/2024Q3/bao_cao.yaml").is_file()


def test_without_a_workspace_one_is_shown_or_typed_in_quotes(
    cqtt: Callable[..., Ended], typing: Typing, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "nơi khác"
    for name in ("mot", "hai"):
        shutil.copytree(workspace / "data", empty / name / "data")
    (workspace / "data/don_vi.yaml").unlink()
    monkeypatch.chdir(empty)
    typing("3", str(tmp_path), "3", f'"{empty / "hai"}"', "0")
    ended = cqtt("menu")
    told = f"""
Chưa có thư mục số liệu (thư mục có data và templates)

  1  Dùng {empty / "hai"}
  2  Dùng {empty / "mot"}
  3  Chỉ thư mục số liệu
  4  Tạo thư mục số liệu mới
  5  Máy này đã đủ chưa
  0  Thoát
"""
    assert ended.out.startswith(told)
    assert ended.out.count(told) == 2
    assert f"Thư mục số liệu: {empty / 'hai'}\nKỳ: 2024Q1\n" in ended.out
    assert ended.err == f"{tmp_path} không phải thư mục số liệu: không có data/don_vi.yaml\n"


def test_a_workspace_beside_the_programs_folder_is_found(
    cqtt: Callable[..., Ended], typing: Typing, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "so lieu"
    beside.mkdir()
    (workspace / "data").rename(beside / "data")
    (tmp_path / "cqtt").mkdir()
    monkeypatch.chdir(tmp_path / "cqtt")
    typing("0")
    assert f"Thư mục số liệu: {beside}\n" in cqtt("menu").out


def test_a_document_that_is_dropped_can_be_checked(
    cqtt: Callable[..., Ended], typing: Typing, built: Path, tmp_path: Path
) -> None:
    typing("1", "0")
    ended = cqtt("menu", str(built / "out/2024Q1/bao_cao.docx"))
    assert "  1  Soát thể thức tệp bao_cao.docx\n  2  Tình hình 2024Q1" in ended.out
    assert "\nkhông có lỗi\n" in ended.out


def test_a_file_that_is_dropped_says_the_period(
    cqtt: Callable[..., Ended], typing: Typing, workspace: Path, two_quarters: None
) -> None:
    typing("0")
    ended = cqtt("menu", str(workspace / "data/2024Q1/xa_phuong/nenh.yaml"))
    assert ended.out == FIRST.format(root=workspace)


def test_paths_alone_are_a_call_of_the_menu_and_words_are_not(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "check").mkdir()
    monkeypatch.chdir(tmp_path)
    assert _meant([str(workspace)]) == ["menu", str(workspace)]
    assert _meant([str(workspace / "data"), "templates"]) == ["menu", str(workspace / "data"), "templates"]
    for words in ([], ["check"], ["buld"], ["--help"], ["check", "templates"], [str(workspace), "x"]):
        assert _meant(words) == words


def test_no_window_is_ours_where_no_launcher_started_us() -> None:
    assert not console.is_own_window()
