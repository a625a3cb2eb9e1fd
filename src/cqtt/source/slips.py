"""What a clerk probably meant by something that is not a count, and how to write it."""

import re

from cqtt.names import fold

_FORMS: tuple[tuple[str, str, str], ...] = (
    (r"\d{1,3}([.,]\d{3})+", "SO01", "viết liền: {digits} (dấu {mark} ngăn hàng nghìn chỉ dùng khi in)"),
    (r"\d{1,3}([ \u00a0\u202f]\d{3})+", "SO01", "viết liền: {digits} (không có dấu cách)"),
    (r"0+[0-9]+", "SO02", "bỏ số 0 ở đầu: {stripped}"),
    (r"\d+(:\d+)+", "SO03", "số đếm không có dấu hai chấm"),
    (r"\d+([.,]\d+)", "SO04", "số đếm không có phần lẻ"),
    (r"[-\u2212\u2013]\s*\d+([.,]\d+)*", "SO06", "số đếm không âm; kiểm tra lại số liệu gốc"),
    (r"[+]?\d[\d_]*|0[xob][0-9a-f_]+|[\d.,]+e[-+]?\d+", "SO05", "chỉ viết bằng chữ số 0-9, ví dụ 5007"),
    (r"[-+]?\.(nan|inf)", "SO05", "chỉ viết bằng chữ số 0-9, ví dụ 5007"),
)


def count_slip(typed: str, *, quoted: bool) -> tuple[str, str]:
    """The code (SO01-SO09) and the mend for *typed*, which stands where a count must stand."""
    bare = typed.strip("\"'").strip()
    if quoted and re.fullmatch(r"\d+", bare, re.ASCII):
        return "SO07", f"bỏ dấu nháy: {bare}"
    if not bare or fold(bare) in ("null", "~", "chua co", "khong co", "khong"):
        return "SO09", "không có thì ghi 0"
    digits = "".join(c for c in bare if c in "0123456789")
    if re.fullmatch(r"[1-9]\d*", bare, re.ASCII):
        return "SO08", "kiểm tra lại số chữ số"
    for form, code, hint in _FORMS:
        if re.fullmatch(form, bare, re.ASCII | re.IGNORECASE):
            mark = "chấm" if "." in bare else "phẩy"
            return code, hint.format(digits=digits, stripped=bare.lstrip("0") or "0", mark=mark)
    if found := re.fullmatch(r"(\d+)\s*\D+", bare, re.ASCII):
        return "SO10", f"chỉ ghi số, không ghi đơn vị: {found[1]}"
    return "SO10", "ghi một số nguyên, ví dụ 12; không có thì ghi 0"


def bool_slip(typed: str) -> str:
    """The mend for *typed*, which stands where true or false must stand."""
    word = fold(typed.strip("\"'"))
    if word in ("yes", "y", "on", "co", "x", "1", "true", "da", "roi"):
        return "ghi true"
    if word in ("no", "n", "off", "khong", "0", "false", "chua"):
        return "ghi false"
    return "ghi true (có) hoặc false (không)"
