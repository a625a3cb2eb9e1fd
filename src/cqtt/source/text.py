"""From bytes to text: encodings, other programs' files and invisible characters, each refused with its own message.

What passes is text that YAML can read and that Word can hold (XML 1.0, clause 2.2), without a byte order mark.
"""

import re
from collections.abc import Iterator

from cqtt.problems import Position, Problem
from cqtt.source.foreign import foreign

MAX_BYTES = 131_072
"""The largest file read: some sixty times a unit's file, four times the template."""

MAX_REGISTER = 1_048_576
"""The largest list of units read: the whole country's, three times over."""

MAX_SEAL = 4_194_304
"""The largest seal read: that of a year of the whole country, twice over."""

MAX_SHOWN = 5
"""Slips of one kind reported per file; the rest is one sentence."""

# Điều khiển, định dạng vô hình, vùng riêng: Word không giữ được hoặc người đọc không thấy.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\uffff\U000e0000-\U0010ffff]"
)
_TCVN3_ONLY = bytes([*range(0xA8, 0xAF), *range(0xB5, 0xBA), *range(0xBB, 0xBF)])
_CP1258_LIKELY = bytes([0xCC, 0xD2, 0xDE, 0xEC, 0xF2, 0xF0, 0xFD, 0xF5, 0xE2, 0xEA, 0xF4, 0xE3])
_CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: .*)?|={7})$", re.MULTILINE)
LINE_BREAK = re.compile(r"\r\n|\n|\r")


def decode(raw: bytes, path: str, max_bytes: int = MAX_BYTES) -> tuple[str, list[Problem]]:
    """The text of *raw*, and what forbids reading it (then it is empty). Codes TEP01-TEP03, TEP10, TEP11, YAML02."""
    if other := foreign(raw, path):
        return "", [other]
    if len(raw) > max_bytes:
        return "", [
            Problem(
                Position(path),
                "TEP03",
                f"tệp quá lớn: {len(raw)} byte, tối đa {max_bytes} byte",
                "tệp của một đơn vị chỉ vài nghìn byte; kiểm tra xem có chép nhầm nội dung khác vào không",
            )
        ]
    if problem := _wrong_encoding(raw, path):
        return "", [problem]
    text = raw.decode("utf-8-sig")
    problems = [*_invisible(text, path), *_conflicts(text, path)]
    return ("", problems) if problems else (text, [])


def _wrong_encoding(raw: bytes, path: str) -> Problem | None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw.count(0) > len(raw) // 4:
        return Problem(Position(path, 1, 1), "TEP01", "tệp lưu bằng bảng mã UTF-16", _SAVE_AS_UTF8)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        lines = split_lines(before)
        here = Position(path, len(lines), len(lines[-1]) + 1)
        name, hint = _guess(raw)
        return Problem(here, "TEP02", f"tệp không phải UTF-8, có lẽ lưu bằng {name}", hint)
    return None


_SAVE_AS_UTF8 = "mở bằng Notepad, chọn “Save As”, ở ô “Encoding” chọn UTF-8 rồi lưu lại"


_CONVERT = "chuyển mã bằng Unikey (Ctrl+Shift+F6) từ {} sang Unicode, rồi lưu bằng UTF-8"


def _guess(raw: bytes) -> tuple[str, str]:
    """Which of the two old Vietnamese encodings *raw* looks like, and the fix; both use most of the upper half."""
    odd = raw.decode("utf-8", "surrogateescape")
    tcvn3 = sum(odd.count(chr(0xDC00 + byte)) for byte in _TCVN3_ONLY)
    cp1258 = sum(odd.count(chr(0xDC00 + byte)) for byte in _CP1258_LIKELY)
    if tcvn3 > cp1258:
        return "TCVN3 (phông .VnTime)", _CONVERT.format("TCVN3 (ABC)")
    return (
        "Windows-1258 (ANSI)",
        f"{_SAVE_AS_UTF8}; nếu Notepad hiện chữ vỡ: {_CONVERT.format('Vietnamese locale CP 1258')}",
    )


def _conflicts(text: str, path: str) -> Iterator[Problem]:
    """TEP10 for each place where Git left two versions of some lines, and for a mark of it that stands alone."""
    if not _CONFLICT.search(text):
        return
    inside = False
    for number, line in enumerate(split_lines(text), start=1):
        found = _CONFLICT.fullmatch(line)
        if not found:
            continue
        if not inside:
            message = "Git chưa trộn xong: ở đây còn hai bản của cùng một đoạn"
            hint = "giữ đúng một bản, bỏ các dòng <<<<<<<, =======, >>>>>>>"
            yield Problem(Position(path, number, 1, line, len(line)), "TEP10", message, hint)
        inside = not line.startswith(">") and (inside or line.startswith("<"))


def split_lines(text: str) -> list[str]:
    """The lines of *text*, broken at ``\\n``, ``\\r\\n`` or ``\\r``, as YAML has it."""
    return LINE_BREAK.split(text) if "\r" in text else text.split("\n")


def _invisible(text: str, path: str) -> Iterator[Problem]:
    matches = list(FORBIDDEN.finditer(text))
    for match in matches[:MAX_SHOWN]:
        before = split_lines(text[: match.start()])
        line = split_lines(text)[len(before) - 1]
        yield Problem(
            Position(path, len(before), len(before[-1]) + 1, FORBIDDEN.sub("·", line)),
            "YAML02",
            f"có ký tự không in được U+{ord(match[0]):04X}",
            "xóa ký tự ở chỗ “·” rồi gõ lại (thường do chép từ Word, PDF hoặc trang web)",
        )
    if len(matches) > MAX_SHOWN:
        before = split_lines(text[: matches[MAX_SHOWN].start()])
        message = f"từ đây còn {len(matches) - MAX_SHOWN} ký tự không in được khác"
        yield Problem(Position(path, len(before), len(before[-1]) + 1), "YAML02", message, "xóa rồi gõ lại")
