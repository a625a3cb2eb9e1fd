"""Files of other programs under the name of a data file: told by their first bytes, as what they are (TEP11)."""

from cqtt.models import places
from cqtt.problems import Position, Problem

_PDF, _PICTURE = "PDF", "ảnh"
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word hoặc Excel bản cũ (.doc, .xls)"),
    (b"%PDF-", _PDF),
    (b"{\\rtf", "Word (.rtf)"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"Rar!", "nén (.rar)"),
    (b"7z\xbc\xaf", "nén (.7z)"),
    (b"\x1f\x8b", "nén (.gz)"),
    (b"SQLite format 3", "cơ sở dữ liệu"),
)
_IN_PACKAGE = (
    (b"word/", "Word (.docx)"),
    (b"xl/", "Excel (.xlsx)"),
    (b"ppt/", "PowerPoint (.pptx)"),
    (b"opendocument.text", "LibreOffice (.odt)"),
    (b"opendocument.spreadsheet", "LibreOffice (.ods)"),
)
_WEB = (b"<!doctype html", b"<html", b"<?xml")


def kind(raw: bytes) -> str:
    """What kind of file the bytes *raw* are of another program: ``Word (.docx)``; empty for what may be text."""
    if raw.startswith(b"PK\x03\x04"):
        return next((name for part, name in _IN_PACKAGE if part in raw), "nén (.zip)")
    if raw.lstrip(b"\xef\xbb\xbf \r\n\t")[:20].lower().startswith(_WEB):
        return "trang web (.html, .xml)"
    return next((name for begins, name in _BEGINNINGS if raw.startswith(begins)), "")


def foreign(raw: bytes, path: str) -> Problem | None:
    """TEP11 where *raw*, the file at *path*, is another program's; renaming made no text of it."""
    if not (name := kind(raw)):
        return None
    message = f"đây là tệp {name} mang tên .{path.rpartition('.')[2]}; đổi đuôi tệp không đổi được nội dung"
    hint = f"chuyển tệp này đi nơi khác, {places.remake(path)}, rồi điền số liệu vào đó"
    return Problem(Position(path), "TEP11", message, hint)
