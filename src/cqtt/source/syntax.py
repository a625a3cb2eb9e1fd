"""YAML that cannot be parsed: PyYAML's finding, put into Vietnamese with the slip that most likely caused it.

PyYAML has no error codes, so its sentences are matched here and nowhere else; an unknown one still gets its line.
"""

import re

from yaml import MarkedYAMLError, YAMLError

from cqtt.problems import Position, Problem

_NO_BLANK = re.compile(r"\s*(?:- )?[a-z_0-9]+:(?=[^\s])")
_QUOTE_CLOSED_EARLY = re.compile(r"""\s*(?:- )?(?:[a-z_0-9]+:\s+)?(["']).*\1\s*[^\s#]""")
_OWN_KEY = re.compile(r"\s*(?:- )?[A-Za-z_0-9]+")
_OPENED = re.compile(r"(?:^|: |- |, )\s*([\[{])[^\]}]*$")
_BEGINS_EARLIER = (
    "could not find expected",
    "end of stream",
    "unexpected document separator",
    "expected ',' or",
    "expected alphabetic or numeric",
)
_QUOTE = 'đặt cả giá trị trong dấu nháy "…"'

# Câu của PyYAML (bản thuần Python) -> điều muốn nói và cách sửa.
_KNOWN: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "dấu “: ” thừa", f"giá trị có “: ” thì {_QUOTE}"),
    (
        "deeper than the line above",
        "dòng này thụt vào sâu hơn dòng trên, mà dòng trên đã có giá trị",
        "cho hai dòng thẳng hàng: các khóa cùng cấp phải thụt vào bằng nhau",
    ),
    (
        "could not find expected ':'",
        "dòng không có dạng “khóa: giá trị”",
        "thêm dấu hai chấm và một dấu cách sau tên khóa; nếu là đoạn văn thì thụt vào bằng dòng trên",
    ),
    ("but found '-'", "dấu “- ” đứng giữa các khóa", "bỏ dấu “- ”, hoặc thụt dòng này vào dưới khóa của danh sách"),
    ("but found ']'", "dấu ngoặc đóng thừa", "bỏ dấu ngoặc thừa"),
    ("but found '}'", "dấu ngoặc đóng thừa", "bỏ dấu ngoặc thừa"),
    ("but found ':'", "thiếu tên khóa trước dấu hai chấm", "viết “khóa: giá trị”"),
    (
        "but found '<scalar>'",
        "có chữ thừa sau giá trị, hoặc dòng trên thiếu dấu nháy đóng",
        "mỗi dấu nháy mở phải có dấu nháy đóng ở cuối giá trị",
    ),
    (
        "expected '<document start>'",
        "dòng này không thuộc khối nào phía trên",
        "các khóa ngoài cùng phải sát lề trái, không có dòng chữ lạ hay dòng “...” phía trên",
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
    (
        "expected ',' or",
        "dấu ngoặc mở ra mà thiếu dấu phẩy hoặc dấu ngoặc đóng",
        "viết danh sách mỗi mục một dòng, bắt đầu bằng “- ”",
    ),
    ("expected escape sequence", "dấu \\ trong nháy kép có nghĩa riêng", "dùng nháy đơn '…' hoặc viết hai lần \\\\"),
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
        "viết nội dung từ dòng sau, thụt vào hai dấu cách; chữ bắt đầu bằng | hoặc > thì đặt trong dấu nháy",
    ),
    (
        "expected chomping or indentation",
        "sau | hoặc > phải xuống dòng",
        "viết nội dung từ dòng sau, thụt vào hai dấu cách; chữ bắt đầu bằng | hoặc > thì đặt trong dấu nháy",
    ),
    ("incompatible YAML document", "không dùng chỉ dẫn % trong tệp số liệu", "bỏ dòng bắt đầu bằng %"),
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
    if error.context_mark and any(words in said for words in _BEGINS_EARLIER):
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if "found '<stream end>'" in said and (opened := _opened(path, lines)):
        return opened
    if "mapping values" in said and _OWN_KEY.fullmatch(lines[line][:column]):
        line, column, said = _above(lines, line)
    text = lines[line] if line < len(lines) else ""
    column, message, hint = _slip(said, text, column)
    return Problem(Position(path, line + 1, column + 1, text), "YAML03", message, hint)


def _slip(said: str, text: str, column: int) -> tuple[int, str, str]:
    """The column, the message and the fix for what PyYAML *said* about the line *text*."""
    if found := _NO_BLANK.match(text):
        hint = "viết “khóa: giá trị”, có dấu cách sau dấu hai chấm"
        return found.end() - 1, "thiếu dấu cách sau dấu hai chấm", hint
    if _QUOTE_CLOSED_EARLY.match(text):
        return column, "còn chữ sau dấu nháy đóng", "đặt cả giá trị trong một cặp nháy; bên trong dùng “ ”"
    for key, message, hint in _KNOWN:
        if key in said:
            return column, message, hint
    return column, "không đúng cú pháp YAML", "so với dòng tương ứng của tệp khác"


def _above(lines: list[str], line: int) -> tuple[int, int, str]:
    """Whose fault it is that a key on *line* cannot be one: its own indent, or the line above, which is no key."""
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    indents = [len(text) - len(text.lstrip()) for text in (lines[above], lines[line])]
    if indents[0] < indents[1]:
        return line, indents[1], "deeper than the line above"
    return above, indents[0], "could not find expected ':'"


def _opened(path: str, lines: list[str]) -> Problem | None:
    """The finding for a bracket that nothing closes before the file's end."""
    for number in range(len(lines), 0, -1):
        if found := _OPENED.search(lines[number - 1]):
            here = Position(path, number, found.start(1) + 1, lines[number - 1])
            return Problem(here, "YAML03", "dấu ngoặc mở ra mà không đóng lại", "thêm dấu ngoặc đóng ở cuối giá trị")
    return None


def odd_key(text: str) -> tuple[str, str]:
    """Message and fix for brackets where a key must stand, on the line *text*."""
    if "{{" in text:
        return "giá trị bắt đầu bằng {{ phải đặt trong dấu nháy", 'đặt cả giá trị trong dấu nháy: "{{ … }}"'
    return "khóa phải là một từ", f"giá trị có ngoặc [ ] {{ }} thì {_QUOTE}"


def too_deep(path: str, lines: list[str], line: int, column: int) -> Problem:
    """The finding (YAML07) for nesting beyond every form of ours."""
    here = Position(path, line + 1, column + 1, lines[line] if line < len(lines) else "")
    return Problem(here, "YAML07", "lồng nhau quá sâu", "so với tệp của một đơn vị khác")
