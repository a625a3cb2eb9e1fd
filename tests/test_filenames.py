"""What Windows makes of names of files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.filenames import is_device, is_long, refused
from cqtt.names import identifier


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Users\Nguyễn Văn A\Số liệu (quý I) & nháp\bao_cao.docx",
        r"\\may-chu\chung\..\out\a.b.docx",
        "out/2024Q1/.cqtt-a.tmp.d",
        "con-minh.yaml",
        "console.docx",
        "com10.txt",
        "日本 🙂.docx",
        "a" * 255,
        "🙂" * 127,
        r"\\?\C:\a",
        ".",
        "",
    ],
)
def test_a_name_that_windows_takes_is_not_refused(path: str) -> None:
    assert refused(path) == ""


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("con.docx", "Windows giữ riêng tên con"),
        (r"C:\out\NUL\a.docx", "Windows giữ riêng tên NUL"),
        ("Aux .tar.gz", "Windows giữ riêng tên Aux"),
        ("lpt1", "Windows giữ riêng tên lpt1"),
        ("COM².docx", "Windows giữ riêng tên COM²"),
        ("a<b.docx", "tên có ký tự < mà Windows không dùng được"),
        ("so:lieu.docx", "tên có ký tự : mà Windows không dùng được"),
        ('out"', 'tên có ký tự " mà Windows không dùng được'),
        ("x?/b.docx", "tên có ký tự ? mà Windows không dùng được"),
        ("a\tb.docx", "tên có ký tự điều khiển mà Windows không dùng được"),
        ("bao_cao.docx.", "tên kết thúc bằng dấu chấm hoặc dấu cách, Windows sẽ bỏ mất"),
        ("kỳ 1 /a.docx", "tên kết thúc bằng dấu chấm hoặc dấu cách, Windows sẽ bỏ mất"),
        ("a" * 256, "tên quá dài"),
        ("🙂" * 128, "tên quá dài"),
    ],
)
def test_a_name_that_windows_refuses_or_changes_is_told(path: str, why: str) -> None:
    assert refused(path) == why


def test_a_path_is_long_from_260_letters_on() -> None:
    assert not is_long("C:\\" + "a" * 256)
    assert is_long("C:\\" + "a" * 257)


@given(st.text(max_size=12))
def test_a_device_keeps_its_name_whatever_ending_it_gets(ending: str) -> None:
    assert is_device(f"nul.{ending}")
    assert is_device(identifier("Côn"))
