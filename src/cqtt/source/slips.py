"""What a clerk probably meant by something that is not a count, and how to write it."""

import re
import unicodedata

from cqtt.names import fold

_FORMS: tuple[tuple[str, str, str], ...] = (
    (r"\d{1,3}([.,]\d{3})+", "SO01", "viết liền: {digits} (dấu {mark} ngăn hàng nghìn chỉ dùng khi in)"),
    (r"\d{1,3}([ \u00a0\u202f]\d{3})+", "SO01", "viết liền: {digits} (không có dấu cách)"),
    (r"\d{1,3}([.,]\d{3})+\s*[^\d\s.,%]\D*", "SO01", "viết liền, không ghi đơn vị: {digits}"),
    (r"0+[0-9]+", "SO02", "bỏ số 0 ở đầu: {stripped}"),
    (r"\d+(:\d+)+", "SO03", "số đếm không có dấu hai chấm"),
    (r"\d+[.,]\d+|\d{1,3}(\.\d{3})+,\d+", "SO04", "số đếm không có phần lẻ"),
    (r"[-\u2212\u2013]\s*\d+([.,]\d+)*", "SO06", "số đếm không âm; kiểm tra lại số liệu gốc"),
    (r"[+]?\d[\d_]*|0[xob][0-9a-f_]+|[\d.,]+e[-+]?\d+", "SO05", "chỉ viết bằng chữ số 0-9, ví dụ 5007"),
    (r"[-+]?\.(nan|inf)", "SO05", "chỉ viết bằng chữ số 0-9, ví dụ 5007"),
    (r"[\d.,]+\s*%", "SO10", "ghi số lượng, không ghi tỷ lệ phần trăm"),
    (r"[\doil]*\d[\doil]*", "SO10", "có chữ O, I hoặc l lẫn trong số; gõ lại bằng chữ số"),
    (r"\d+#.*", "SO10", "thêm dấu cách trước dấu #"),
)
_ZEROS = {"nghin": 3, "ngan": 3, "trieu": 6, "ty": 9, "ti": 9}
_SCALED = re.compile(r"(\d+)(?:[.,](\d{1,2}))?\s*(nghin|ngan|trieu|ty|ti)( dong)?", re.ASCII)


_NOTHING = ("", "null", "~", "chua", "chua co", "khong co", "khong")
_NONE = (*_NOTHING, "none", "khong dang ky", "chua dang ky", "0", "-", "–", "false", "no")


def says_none(typed: str) -> bool:
    """Whether *typed* is how somebody writes that there is nothing, where another word must stand for it."""
    return fold(typed.strip("\"'").strip()) in _NONE


def count_slip(typed: str, *, quoted: bool, absent: str = "0") -> tuple[str, str]:
    """The code (SO01-SO10) and the fix for *typed*, which stands where a count must stand.

    *absent* is what to write where there is no count: ``0``, or ``null`` where the field may stay empty.
    """
    bare = typed.strip("\"'").strip()
    if fold(bare) in _NOTHING:
        return "SO09", f"không có thì ghi {absent}"
    plain = unicodedata.normalize("NFKC", bare)
    if re.fullmatch(r"\d+", plain, re.ASCII) and (quoted or typed != plain):
        return _stray(typed, plain, quoted=quoted)
    if re.fullmatch(r"[1-9]\d*", bare, re.ASCII):
        return "SO08", "kiểm tra lại số chữ số"
    if found := _SCALED.fullmatch(fold(bare)):
        return "SO10", f"viết đủ mọi chữ số: {_written_out(found[1], found[2] or '', _ZEROS[found[3]])}"
    digits = "".join(c for c in bare if c in "0123456789")
    for form, code, hint in _FORMS:
        if re.fullmatch(form, bare, re.ASCII | re.IGNORECASE):
            mark = "chấm" if "." in bare else "phẩy"
            return code, hint.format(digits=digits, stripped=bare.lstrip("0") or "0", mark=mark)
    if found := re.fullmatch(r"(\d+)\s*\D+", bare, re.ASCII):
        return "SO10", f"chỉ ghi số, bỏ phần sau: {found[1]}"
    return "SO10", f"ghi một số nguyên, ví dụ 12; không có thì ghi {absent}"


def _stray(typed: str, digits: str, *, quoted: bool) -> tuple[str, str]:
    """For digits alone, but in quotes, beside something stray, or of another script."""
    clean = digits.lstrip("0") or "0"
    if quoted:
        return "SO07", f"bỏ dấu nháy: {clean}"
    if '"' in typed or "'" in typed:
        return "SO10", f"bỏ dấu nháy thừa: {clean}"
    return "SO10", f"xóa rồi gõ lại bằng chữ số thường: {clean}"


def _written_out(whole: str, part: str, zeros: int) -> str:
    return (whole + part + "0" * (zeros - len(part))).lstrip("0") or "0"


def bool_slip(typed: str) -> str:
    """The fix for *typed*, which stands where true or false must stand."""
    word = fold(typed.strip("\"'"))
    if word in ("yes", "y", "on", "co", "x", "1", "true", "da", "roi"):
        return "ghi true"
    if word in ("no", "n", "off", "khong", "0", "false", "chua", "chua co", "khong co"):
        return "ghi false"
    return "ghi true (có) hoặc false (không)"
