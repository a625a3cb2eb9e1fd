"""What Jinja says is told in the author's words; whole messages are in the files of ``sai``."""

import pytest
from jinja2 import Environment, TemplateRuntimeError, TemplateSyntaxError, UndefinedError

from cqtt.template.syntax import Mistake, told, told_at_run_time


def said(text: str) -> Mistake:
    """What is told of *text*, read by Jinja as it comes."""
    with pytest.raises(TemplateSyntaxError) as caught:
        Environment(autoescape=False).compile(text)
    return told(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "needle"),
    [
        ("{% if a %}", 1, "if"),
        ("{% if a %}\n{% for b in c %}\n{% endfor %}", 1, "if"),
        ("{% if a %}\n{% for b in c %}\n{% endif %}", 2, "for"),
        ("{%- if a -%}\n{%+ for b in c %}", 2, "for"),
        ("{% macro a() %}\nb", 1, "macro"),
        ("{% set a = 1 %}\n{% set b %}\nc", 2, "set"),
        ("{% if a %}{% endif %}\n\n{% if b %}", 3, "if"),
    ],
)
def test_the_innermost_command_that_nothing_closes_is_told(text: str, line: int, needle: str) -> None:
    found = said(text)
    if "endif" in text.splitlines()[-1] and needle == "for":
        assert found.message == "{% endif %} đứng trong {% for %} chưa đóng"
        return
    assert (found.code, found.line, found.needle) == ("KHUON01", line, needle)
    assert found.message == f"lệnh {{% {needle} %}} mở ra mà không đóng lại"
    assert found.hint == f"thêm {{% end{needle} %}}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a {{ b\n\nc", 1),
        ("{{ a }}\n{{ b\n{{ c }}", 2),
        ("{% if a\nb\n{% endif %}", 1),
    ],
)
def test_braces_that_nothing_closes_are_told_where_they_open(text: str, line: int) -> None:
    found = said(text)
    assert (found.message, found.line) == ("dấu {{ hoặc {% mở ra mà không đóng lại", line)


@pytest.mark.parametrize(
    ("text", "line"),
    [("{{\na b\n}}", 2), ("{{ a }}\n{{ b c }}", 2), ("{{ a\n| b c\n}}", 2)],
)
def test_braces_that_are_closed_are_not_blamed(text: str, line: int) -> None:
    found = said(text)
    assert found.line == line
    assert found.message.startswith("cần “}}” nhưng gặp “")


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    found = told_at_run_time(UndefinedError("'kinhphi' is undefined"), ["kinh_phi", "ho_so"])
    assert found == Mistake("KHUON02", "không có “kinhphi”", "có phải ý bạn là “kinh_phi”?", "kinhphi")
    found = told_at_run_time(UndefinedError("'zz' is undefined"), ["kinh_phi"])
    assert found.hint == "xem tên các số liệu bằng lệnh: cqtt figures"


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (TemplateRuntimeError("No filter named 'soo' found."), "KHUON05", "không có bộ lọc “soo”"),
        (TemplateRuntimeError("No test named 'x' found."), "KHUON05", "không có phép thử “x”"),
        (RecursionError("maximum recursion depth exceeded"), "KHUON06", "lệnh hoặc macro lồng nhau quá sâu"),
        (SyntaxError("too many statically nested blocks"), "KHUON06", "lệnh hoặc macro lồng nhau quá sâu"),
        (IndentationError("too many levels of indentation"), "KHUON06", "lệnh hoặc macro lồng nhau quá sâu"),
        (SyntaxError("duplicate argument 'a'"), "KHUON06", "không tính được biểu thức này"),
        (TypeError("'<' not supported"), "KHUON06", "không tính được biểu thức này"),
    ],
)
def test_what_shows_only_at_run_time_is_told_too(error: Exception, code: str, message: str) -> None:
    found = told_at_run_time(error, [])
    assert (found.code, found.message) == (code, message)
    assert found.hint


def test_what_jinja_says_in_other_words_is_still_told() -> None:
    found = told(TemplateSyntaxError("something new", 3))
    assert (found.code, found.message, found.line) == ("KHUON01", "cú pháp khuôn mẫu sai", 3)
