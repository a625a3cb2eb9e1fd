"""What a file that somebody sent is, before any library is asked to read it: its kind, its inflated size, its rows.

A workbook is a zip of XML parts (ECMA-376-1, 12.3.23 and 12.3.24); a small one may hold a million rows.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from cqtt.collect.grid import MOST_ROWS
from cqtt.problems import Position, Problem

LARGEST = 8 << 20
"""Bytes of a file that is read; a form has 20 KB."""
INFLATED = 24 << 20
"""Bytes of all XML parts together."""
SHEET = 6 << 20
"""Bytes of one XML part."""
MOST_CELLS = 60_000
MOST_PARTS = 1_000
_CHUNK = 1 << 16
_SAVE_AS = "mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi gửi lại"
_AGAIN = "mở lại bằng Excel xem còn đọc được không, hoặc xin lại phiếu"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)
_KINDS = {
    "application/vnd.oasis.opendocument.spreadsheet": "tệp này là .ods (LibreOffice Calc)",
    "application/vnd.oasis.opendocument.text": "tệp này là .odt (LibreOffice Writer)",
}


def too_large(path: str, size: int) -> Problem | None:
    """PH05 for a file of *size* bytes that is not even read."""
    if size <= LARGEST:
        return None
    message = f"tệp quá lớn: {size >> 20} MB, tối đa {LARGEST >> 20} MB"
    return _refused(path, message, "phiếu chỉ vài chục KB; bỏ ảnh, bỏ các trang khác rồi gửi lại")


def refused(path: str, data: bytes) -> Problem | None:
    """Why the workbook *data* is not read (PH05); None for one that may be."""
    if not data.startswith(b"PK"):
        return _no_zip(path, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _of_zip(path, archive)
    except _BROKEN:
        return _refused(path, "tệp bị cắt cụt hoặc hỏng", _AGAIN)


def refused_text(path: str, data: bytes) -> Problem | None:
    """Why the Word file *data* is not read (PH05); None for one that may be, or that its own reader refuses."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [info.filename for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
            return _parts(path, archive, names)
    except _BROKEN:
        return None


def _no_zip(path: str, data: bytes) -> Problem:
    if not data.strip(b"\0 \r\n\t"):
        return _refused(path, "tệp trống", "xin lại phiếu")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return _refused(path, "tệp có mật khẩu", "mở bằng Excel, bỏ mật khẩu mở tệp, lưu lại rồi gửi")
        return _refused(path, "tệp này là Excel cũ (.xls)", f"lưu thành .xlsx: {_SAVE_AS}")
    start = data.lstrip(b"\xef\xbb\xbf \r\n\t")[:5].lower()
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF8")):
        return _refused(path, "tệp này là ảnh", "điền số vào phiếu .xlsx; ảnh không đọc được")
    kind = {b"<": "HTML hoặc XML đổi tên", b"%pdf-": "PDF", b"{\\rtf": "RTF"}
    named = next((name for mark, name in kind.items() if start.startswith(mark)), "")
    said = f"tệp này là {named}, không phải .xlsx" if named else "tệp không phải .xlsx"
    return _refused(path, said, f"lưu thành .xlsx: {_SAVE_AS}")


def _of_zip(path: str, archive: zipfile.ZipFile) -> Problem | None:
    infos = archive.infolist()
    if any(info.flag_bits & 1 for info in infos):
        return _refused(path, "tệp nén có mật khẩu", "bỏ mật khẩu, gửi tệp .xlsx, không nén")
    names = {info.filename for info in infos}
    if "mimetype" in names:
        with archive.open("mimetype") as part:
            kind = part.read(100).decode("ascii", "replace").strip()
        return _refused(path, _KINDS.get(kind, "tệp này là của LibreOffice"), f"lưu thành .xlsx: {_SAVE_AS}")
    if len(infos) > MOST_PARTS:
        return _refused(path, "tệp chứa quá nhiều phần", "đây không phải một phiếu; đừng mở")
    if "[Content_Types].xml" not in names:
        return _refused(path, "tệp nén không phải .xlsx", "giải nén rồi gửi từng tệp .xlsx")
    if "word/document.xml" in names:
        return _refused(path, "tệp này là Word đổi tên thành .xlsx", "đổi lại đuôi .docx, hoặc điền vào phiếu .xlsx")
    return _parts(path, archive, [info.filename for info in infos if info.filename.endswith((".xml", ".rels"))])


def _parts(path: str, archive: zipfile.ZipFile, names: list[str]) -> Problem | None:
    inflated = rows = cells = 0
    for name in names:
        of_part, sheet = 0, name.startswith("xl/worksheets/")
        for chunk in _chunks(archive, name):
            of_part += len(chunk) - _OVERLAP
            rows += sheet * _starts(chunk, b"<row")
            cells += sheet * _starts(chunk, b"<c")
            if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk or b"\0" in chunk:
                return _refused(path, "tệp có phần XML mà Excel không viết như vậy", "đừng mở tệp này; xin lại phiếu")
            if name == "xl/workbook.xml" and b"purl.oclc.org/ooxml" in chunk:
                return _refused(path, "tệp lưu ở dạng “Strict Open XML”", _SAVE_AS)
            if of_part > SHEET or inflated + of_part > INFLATED:
                return _refused(path, "tệp bung ra quá lớn", "đây không phải một phiếu bình thường; xin lại phiếu")
            if rows > MOST_ROWS or cells > MOST_CELLS:
                hint = "chọn các hàng trống phía dưới rồi xóa (Delete), bỏ các trang khác; hoặc chép số vào phiếu gốc"
                return _refused(path, f"trang tính quá dài: hơn {MOST_ROWS} hàng hoặc {MOST_CELLS} ô", hint)
        inflated += of_part
    return None


_OVERLAP = 16
"""Bytes of a chunk that are looked at again with the next one, so that no mark is cut in two."""


def _chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The part *name* piece by piece, each with the end of the one before in front (at first blanks)."""
    end = b" " * _OVERLAP
    with archive.open(name) as part:
        while data := part.read(_CHUNK):
            chunk = end + data
            yield chunk
            end = chunk[-_OVERLAP:]


def _starts(chunk: bytes, tag: bytes) -> int:
    """How many elements *tag* begin behind the overlap; some may be counted twice, none is left out."""
    return sum(chunk.count(tag + after) for after in (b" ", b">", b"/"))


def _refused(path: str, message: str, hint: str) -> Problem:
    return Problem(Position(path), "PH05", message, hint)
