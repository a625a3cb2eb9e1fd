"""Bytes become text, or a finding that names what they are instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.names import nfc
from cqtt.problems import Position
from cqtt.source.text import LINE_BREAK, MAX_BYTES, MAX_SHOWN, decode, split_lines
from tests.source.spoiling import STEADY

UTF8 = "mở bằng Notepad, chọn “Save As”, ở ô “Encoding” chọn UTF-8 rồi lưu lại"
UNIKEY = "chuyển mã bằng Unikey (Ctrl+Shift+F6) từ {} sang Unicode, rồi lưu bằng UTF-8"


@STEADY
@given(st.binary())
def test_no_bytes_are_too_odd_to_be_told(raw: bytes) -> None:
    text, problems = decode(raw, "x.yaml")
    assert not (text and problems)


@STEADY
@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=200))
def test_plain_text_comes_back_as_typed(text: str) -> None:
    assert decode(text.encode(), "x.yaml") == (text, [])


@STEADY
@given(st.text("a\r\n\x85\u2028", max_size=20))
def test_lines_are_broken_where_yaml_breaks_them(text: str) -> None:
    assert split_lines(text) == LINE_BREAK.split(text)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfa: 1", "x.yaml") == ("a: 1", [])


@pytest.mark.parametrize(
    ("raw", "message", "hint"),
    [
        ("Hương Mai".encode("utf-16"), "tệp lưu bằng bảng mã UTF-16", UTF8),
        ("wifi: true".encode("utf-16-be"), "tệp lưu bằng bảng mã UTF-16", UTF8),
        (
            b"ph\xad\xeang H\xad\xac\xb5ng: c\xb6i t\xb9o",
            "tệp không phải UTF-8, có lẽ lưu bằng TCVN3 (phông .VnTime)",
            UNIKEY.format("TCVN3 (ABC)"),
        ),
        (
            b"x\xe3 H\xfd\xf5ng Mai",
            "tệp không phải UTF-8, có lẽ lưu bằng Windows-1258 (ANSI)",
            f"{UTF8}; nếu Notepad hiện chữ vỡ: {UNIKEY.format('Vietnamese locale CP 1258')}",
        ),
    ],
)
def test_other_encodings_are_named_with_the_tool_that_converts_them(raw: bytes, message: str, hint: str) -> None:
    text, [problem] = decode(raw, "x.yaml")
    assert (text, problem.message, problem.hint) == ("", message, hint)


def test_the_first_byte_that_is_not_utf8_has_its_line_and_column() -> None:
    _, [problem] = decode("a: ạ\r\nbé: ".encode() + b"\xff", "x.yaml")
    assert problem.position == Position("x.yaml", 2, 5)


def test_one_old_word_in_a_good_file_does_not_change_its_name() -> None:
    """The letters that are UTF-8 do not count in the guess."""
    _, [problem] = decode("Số liệu của xã Hương Mai, thị xã Việt Yên\n".encode() + b"x\xe2y m\xf5\xeci", "x.yaml")
    assert problem.message == "tệp không phải UTF-8, có lẽ lưu bằng Windows-1258 (ANSI)"


def test_a_file_may_be_as_large_as_the_limit_and_no_larger() -> None:
    assert decode(b"#" * MAX_BYTES, "x.yaml")[1] == []
    [problem] = decode(b"#" * (MAX_BYTES + 1), "x.yaml")[1]
    assert problem.message == "tệp quá lớn: 131073 byte, tối đa 131072 byte"


@pytest.mark.parametrize("char", "\x00\x07\x1a\x7f\x85\u00ad\u200b\u200f\u2028\u202e\u2060\ue001\ufeff\ufffd\U000f0000")
def test_characters_that_no_one_sees_are_refused_where_they_stand(char: str) -> None:
    text, [problem] = decode(f"a: 1\nbé: x{char}y".encode(), "x.yaml")
    assert text == ""
    assert problem.code == "YAML02"
    assert problem.message == f"có ký tự không in được U+{ord(char):04X}"
    assert problem.position == Position("x.yaml", 2, 6, "bé: x·y")


def test_many_slips_of_one_kind_end_in_one_sentence() -> None:
    """It stands where the first slip that is not shown stands, behind those that are."""
    _, invisible = decode(("\u200b" * 8).encode(), "x.yaml")
    assert len(invisible) == MAX_SHOWN + 1
    assert invisible[-1].message == "từ đây còn 3 ký tự không in được khác"
    assert invisible[-1].position == Position("x.yaml", 1, 6)


def test_text_typed_apart_is_kept_for_the_reader_to_compose() -> None:
    apart = "a\u0323"
    assert decode(apart.encode(), "x.yaml") == (apart, [])
    assert nfc(apart) == "ạ"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd", [2], id="one place"),
        pytest.param("<<<<<<< a\r\n||||||| b\r\n=======\r\n>>>>>>> c\r\n<<<<<<< a\r\n", [1, 5], id="two places"),
        pytest.param("a\n=======\nb\n>>>>>>> x", [2, 4], id="what is left of one"),
        pytest.param("<<<<<<<", [1], id="without a name"),
        pytest.param("a <<<<<<< b\n <<<<<<< c\n========\n>>>>>>>> d\n<<<<<<<e", [], id="nothing of Git's"),
    ],
)
def test_what_git_has_not_merged_is_told_and_not_read(text: str, lines: list[int]) -> None:
    read, problems = decode(text.encode(), "x.yaml")
    assert [(p.code, p.position.line, p.message) for p in problems] == [
        ("TEP10", line, "Git chưa trộn xong: ở đây còn hai bản của cùng một đoạn") for line in lines
    ]
    assert read == ("" if lines else text)
