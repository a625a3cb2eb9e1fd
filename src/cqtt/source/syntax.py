"""YAML that cannot be parsed: PyYAML's finding, told in Vietnamese with the slip that most likely caused it.

PyYAML has no error codes, so its sentences are matched here and nowhere else; an unknown one still gets its line.
"""

import re

from yaml import MarkedYAMLError, YAMLError

from cqtt.problems import Position, Problem

_NO_BLANK = re.compile(r"\s*(?:- )?[a-z_0-9]+:(?=[^\s])")
_QUOTE_CLOSED_EARLY = re.compile(r"""\s*(?:- )?[a-z_0-9]+:\s+(["']).*\1\s*[^\s#]""")
_QUOTE = 'đặt cả giá trị trong dấu nháy "…"'

# Câu của PyYAML (bản thuần Python) -> điều muốn nói và cách sửa.
_KNOWN: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "dấu “: ” thừa, hoặc dòng này thụt lề sai", f"giá trị có “: ” thì {_QUOTE}"),
    (
        "could not find expected ':'",
        "dòng không có dạng “khóa: giá trị”",
        "thêm dấu hai chấm và một dấu cách sau tên khóa",
    ),
    (
        "expected <block end>",
        "dòng thụt lề không thẳng hàng với các dòng cùng khối",
        "các khóa cùng cấp phải thụt vào bằng nhau",
    ),
    (
        "unindent does not match",
        "dòng thụt lề không thẳng hàng với các dòng cùng khối",
        "các khóa cùng cấp phải thụt vào bằng nhau",
    ),
    ("found unexpected end of stream", "dấu nháy mở ra mà không đóng lại", "thêm dấu nháy đóng ở cuối giá trị"),
    ("found unexpected document", "dấu nháy mở ra mà không đóng lại", "thêm dấu nháy đóng ở cuối giá trị"),
    ("cannot start any token", "giá trị bắt đầu bằng ký tự mà YAML dành riêng", _QUOTE),
    ("expected alphabetic or numeric", "giá trị bắt đầu bằng ký tự mà YAML dành riêng", _QUOTE),
    ("expected ',' or", "thiếu dấu phẩy hoặc dấu ngoặc đóng", "viết danh sách mỗi mục một dòng, bắt đầu bằng “- ”"),
    ("expected the node content", "thiếu giá trị, hoặc có dấu ngoặc, dấu phẩy thừa", _QUOTE),
    ("unknown escape", "dấu \\ trong nháy kép có nghĩa riêng", "dùng nháy đơn '…' hoặc viết hai lần \\\\"),
    (
        "sequence entries are not allowed",
        "dấu “- ” đứng sai chỗ",
        "mỗi mục danh sách bắt đầu bằng “- ” ở đầu một dòng mới",
    ),
    (
        "expected a comment or a line break",
        "sau | hoặc > phải xuống dòng",
        "viết nội dung từ dòng sau, thụt vào hai dấu cách",
    ),
    (
        "expected chomping or indentation",
        "sau | hoặc > phải xuống dòng",
        "viết nội dung từ dòng sau, thụt vào hai dấu cách",
    ),
    ("undefined alias", "không dùng bí danh (*) trong tệp số liệu", _QUOTE),
)


def syntax_problem(error: YAMLError, path: str, lines: list[str]) -> Problem:
    """The finding (YAML03) for PyYAML's *error*."""
    if not isinstance(error, MarkedYAMLError):
        return Problem(
            Position(path), "YAML03", "không đọc được nội dung YAML của tệp", "so với tệp của một đơn vị khác"
        )
    said = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and ("could not find expected" in said or "end of stream" in said):
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    text = lines[line] if line < len(lines) else ""
    if found := _NO_BLANK.match(text):
        here = Position(path, line + 1, found.end(), text)
        return Problem(
            here, "YAML03", "thiếu dấu cách sau dấu hai chấm", "viết “khóa: giá trị”, có dấu cách sau dấu hai chấm"
        )
    if _QUOTE_CLOSED_EARLY.match(text):
        here = Position(path, line + 1, column + 1, text)
        return Problem(
            here, "YAML03", "còn chữ sau dấu nháy đóng", "đặt cả giá trị trong một cặp nháy; bên trong dùng “ ”"
        )
    message, hint = next(
        ((m, h) for key, m, h in _KNOWN if key in said),
        ("không đúng cú pháp YAML", "so với dòng tương ứng của tệp khác"),
    )
    return Problem(Position(path, line + 1, column + 1, text), "YAML03", message, hint)


def too_deep(path: str, lines: list[str], line: int, column: int) -> Problem:
    """The finding (YAML07) for nesting beyond every form of ours."""
    here = Position(path, line + 1, column + 1, lines[line] if line < len(lines) else "")
    return Problem(here, "YAML07", "lồng nhau quá sâu", "so với tệp của một đơn vị khác")
