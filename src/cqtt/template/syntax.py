"""What Jinja says about a template, in the words of its author: the line, what is wrong, the fix."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, UndefinedError

from cqtt.names import nearest
from cqtt.template.columns import OPTIONS, TABLE_IN_TABLE
from cqtt.template.environment import TAGS
from cqtt.template.filters import NAMES

_REPEATING = re.compile(r"\b(?:for|set|macro|bang|endfor)\b")


def for_prose(hint: str) -> str:
    """*hint* for somebody who writes prose, where a fix may not name what only the template may use."""
    return (
        "văn xuôi chỉ in số liệu qua bộ lọc, {{ so_don_vi | so }}, và dùng {% if … %}"
        if _REPEATING.search(hint)
        else hint
    )


class Mistake(NamedTuple):
    """A mistake; *line* counts from 1 in the text that was read."""

    code: str
    message: str
    hint: str
    needle: str = ""
    line: int = 1


_SIGNS = {
    "end of statement block": "%}",
    "end of print statement": "}}",
    "begin of statement block": "{%",
    "end of template": "hết khuôn mẫu",
    "name": "một tên",
}
_PATTERNS: tuple[tuple[str, str, str, str], ...] = (
    (
        r"unknown tag '(?P<name>else|elif|end\w+)'.*innermost block that needs to be closed is '(?P<open>\w+)'",
        "KHUON01",
        "{{% {name} %}} đứng trong {{% {open} %}} chưa đóng",
        "đóng lệnh ở trong trước, rồi mới đến lệnh ở ngoài",
    ),
    (
        r"unknown tag '(?P<name>else|elif|end\w+)'",
        "KHUON01",
        "{{% {name} %}} không có lệnh mở đầu nào ở trước",
        "mỗi lệnh đóng cần đúng một lệnh mở: for … endfor, if … endif",
    ),
    (
        r"template tag '(?P<name>\w+)'",
        "KHUON01",
        "văn xuôi không dùng {{% {name} %}}",
        "trong văn xuôi chỉ có {% if … %}; vòng for, set, macro viết ở khuôn mẫu",
    ),
    (r"unknown tag '(?P<name>\w+)'", "KHUON01", "không có lệnh {{% {name} %}}", "các lệnh có: " + ", ".join(TAGS)),
    (r"No filter named '(?P<name>\w+)'", "KHUON05", "không có bộ lọc “{name}”", "các bộ lọc có: " + ", ".join(NAMES)),
    (r"Table option '(?P<name>\w+)' twice", "KHUON01", "“{name}” của bảng ghi hai lần", "giữ một trong hai"),
    (r"No test named '(?P<name>\w+)'", "KHUON05", "không có phép thử “{name}”", "phép thử có: co_so_lieu"),
    (
        r"No table option named '(?P<name>\w+)'",
        "KHUON01",
        "{{% bang %}} không có “{name}”",
        'sau danh sách có thể ghi: danh_so, tong="tên hàng", binh_quan="tên hàng"',
    ),
    (r"Table in a table", "VB11", TABLE_IN_TABLE[0], TABLE_IN_TABLE[1]),
    (
        r"operator '(?P<name>-)'",
        "KHUON06",
        "không dùng “{name}” trong khuôn mẫu",
        "không cộng trừ; mã đơn vị viết trong ngoặc: …['huong-mai']",
    ),
    (
        r"operator '(?P<name>.+)'",
        "KHUON06",
        "không dùng “{name}” trong khuôn mẫu",
        "chỉ so sánh và in số liệu qua bộ lọc; không tính toán, không ghép chữ",
    ),
    (r"unprintable (?P<name>U\+\w+)", "KHUON01", "trong nháy có ký tự không in được {name}", "xóa ký tự này"),
    (r"can't assign to '(?P<name>.+)'", "KHUON01", "không đặt lại được “{name}”", "set chỉ đặt một tên mới"),
    (
        r"unexpected char '(?P<name>[“”‘’])'",
        "KHUON01",
        "dấu nháy {name} không dùng được trong biểu thức",
        "dùng nháy thẳng \" hoặc '",
    ),
    (
        r"unexpected char .(?P<name>['\"])",
        "KHUON01",
        "dấu nháy mở ra mà không đóng lại",
        "thêm dấu nháy ở cuối chữ",
    ),
    (
        r"unexpected char '(?P<name>.)'",
        "KHUON01",
        "ký tự {name} không dùng được trong biểu thức",
        "ví dụ {{ so_don_vi | so }}",
    ),
    (
        r"unexpected '(?P<name>[\]})]+)'",
        "KHUON01",
        "thừa hoặc thiếu dấu “{name}”",
        "mỗi ( cần một ), mỗi {{ cần một }}, mỗi {% cần một %}",
    ),
    (
        r"Missing end of (?P<name>comment|raw)",
        "KHUON01",
        "chú thích {{# … #}} hoặc {{% raw %}} mở ra mà không đóng lại",
        "thêm #} hoặc {% endraw %}",
    ),
    (
        r"expected token 'end of statement block', got '(?P<name>if)'",
        "KHUON01",
        "sau else không viết if",
        "viết {% elif … %}",
    ),
    (r"tag name expected", "KHUON01", "thiếu tên lệnh sau {{%", "các lệnh có: " + ", ".join(TAGS)),
    (
        r"expected token '(?P<want>.+)', got '(?P<name>=)'",
        "KHUON01",
        "dấu = đứng sai chỗ",
        "so sánh bằng nhau viết hai dấu: ==",
    ),
    (
        r"expected token '(?P<want>.+)', got '(?P<name>.+)'",
        "KHUON01",
        "cần “{want}” nhưng gặp “{name}”",
        "ví dụ {{ so_don_vi | so }}, {% for x in cac_ky %}, {% if … %}",
    ),
    (
        r"[Uu]nexpected |[Ee]xpected ",
        "KHUON01",
        "biểu thức viết dở",
        "ví dụ {{ so_don_vi | so }}",
    ),
)
_OTHER = ("KHUON01", "cú pháp khuôn mẫu sai", "ví dụ {{ so_don_vi | so }}, {% if … %} … {% endif %}")


def told(error: TemplateSyntaxError) -> Mistake:
    """A mistake that Jinja found on reading."""
    said, lines = error.message or "", (error.source or "").split("\n")
    if "nexpected end of template" in said and (found := _unclosed(lines)):
        row, tag = found
        return Mistake("KHUON01", f"lệnh {{% {tag} %}} mở ra mà không đóng lại", f"thêm {{% end{tag} %}}", tag, row)
    row = _opened(lines, error.lineno)
    if row != error.lineno:
        return Mistake("KHUON01", "dấu {{ hoặc {% mở ra mà không đóng lại", "thêm }} hoặc %} trên dòng này", "", row)
    return (_matched(said) or Mistake(*_OTHER))._replace(line=row)


def told_at_run_time(error: Exception, names: Iterable[str]) -> Mistake:
    """A mistake that showed itself only when the template ran."""
    said = str(error)
    if isinstance(error, UndefinedError) and (found := re.search(r"'(\w+)' is undefined", said)):
        near = nearest(found[1], names)
        hint = f"có phải ý bạn là “{near}”?" if near else "xem tên các số liệu bằng lệnh: cqtt figures"
        return Mistake("KHUON02", f"không có “{found[1]}”", hint, found[1])
    if isinstance(error, MemoryError):
        return Mistake("KHUON06", "khuôn mẫu in ra quá nhiều, máy không đủ bộ nhớ", "bớt vòng for, macro lồng nhau")
    if isinstance(error, RecursionError) or (isinstance(error, SyntaxError) and re.search("nest|indent", said)):
        return Mistake("KHUON06", "lệnh hoặc macro lồng nhau quá sâu", "bớt tầng for, if; macro không gọi lại chính nó")
    fallback = Mistake("KHUON06", "không tính được biểu thức này", "chỉ so sánh số liệu và dùng bộ lọc; không cộng trừ")
    return _matched(said) or fallback


def _matched(said: str) -> Mistake | None:
    for pattern, code, message, hint in _PATTERNS:
        if found := re.search(pattern, said):
            words = {name: _SIGNS.get(word, word) for name, word in found.groupdict().items()}
            name = words.get("name", "")
            options = OPTIONS if "table option" in pattern else ()
            known = NAMES if "filter" in pattern else TAGS if "unknown tag" in pattern and name not in TAGS else options
            near = nearest(name, known) if name else None
            return Mistake(code, message.format(**words), f"có phải ý bạn là “{near}”?" if near else hint, name)
    return None


def _unclosed(lines: Sequence[str]) -> tuple[int, str] | None:
    """The line and the name of the innermost tag that nothing closes, or None where every one is closed."""
    open_tags: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        for tag, block in re.findall(r"\{%[-+]?\s*(\w+)(\s+\w+\s*[-+]?%\})?", line):
            if tag in ("if", "for", "macro", "bang") or (tag == "set" and block):
                open_tags.append((number, tag))
            elif open_tags and f"end{open_tags[-1][1]}" == tag:
                open_tags.pop()
    return open_tags[-1] if open_tags else None


def _opened(lines: Sequence[str], row: int) -> int:
    """The line above *row* on which a ``{{`` or ``{%`` opens that nothing closes; *row* where there is none."""
    above = "\n".join(lines[: row - 1])
    start = max(above.rfind("{{"), above.rfind("{%"))
    behind = re.search(r"\{\{|\{%|\}\}|%\}", "\n".join(lines)[start + 2 :]) if start >= 0 else None
    unclosed = start >= 0 and (behind is None or behind[0].startswith("{"))
    return above.count("\n", 0, start) + 1 if unclosed else row
