"""What PyYAML cannot parse is told in Vietnamese, with the slip that most likely caused it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cqtt.problems import Position
from cqtt.source.syntax import odd_key, syntax_problem, too_deep
from cqtt.source.text import LINE_BREAK
from cqtt.source.yaml_reader import read
from tests.source.spoiling import STEADY

LEVEL = "dòng thụt lề không thẳng hàng với các dòng cùng khối"
DEEPER = "dòng này thụt vào sâu hơn dòng trên, mà dòng trên đã có giá trị"
RESERVED = "giá trị bắt đầu bằng ký tự mà YAML dành riêng"
BRACKET = "dấu ngoặc mở ra mà thiếu dấu phẩy hoặc dấu ngoặc đóng"


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a:1\nb: 2", 1, 2, "thiếu dấu cách sau dấu hai chấm"),
        ("a: 1\nb 2\nc: 3", 2, 1, "dòng không có dạng “khóa: giá trị”"),
        ("x:\n  a b\n  c: 3", 2, 3, "dòng không có dạng “khóa: giá trị”"),
        ("a: b: c", 1, 5, "dấu “: ” thừa"),
        ("a: 1\n  b: 2", 2, 3, DEEPER),
        ("x:\n    a: 1\n  b: 2", 3, 3, LEVEL),
        ('a: "b', 1, 4, "dấu nháy mở ra mà không đóng lại"),
        ("a: 'b\n---\nc: 1", 1, 4, "dấu nháy mở ra mà không đóng lại"),
        ('a: "b" c', 1, 8, "còn chữ sau dấu nháy đóng"),
        ('- "b" c', 1, 7, "còn chữ sau dấu nháy đóng"),
        ('a: "b\nc: "d"', 2, 5, "có chữ thừa sau giá trị, hoặc dòng trên thiếu dấu nháy đóng"),
        ("a: @b", 1, 4, RESERVED),
        ("a: `b`", 1, 4, RESERVED),
        ("a: %b", 1, 4, RESERVED),
        ("a: *ạb", 1, 4, RESERVED),
        ("a: [b\nc: 1", 1, 4, BRACKET),
        ("a: {b: 1\nc: [", 1, 4, BRACKET),
        ("a: [\n", 1, 4, "dấu ngoặc mở ra mà không đóng lại"),
        ("a: [[1], [", 1, 10, "dấu ngoặc mở ra mà không đóng lại"),
        ("a: [[1],[", 1, 10, "thiếu giá trị, hoặc có dấu ngoặc, dấu phẩy thừa"),
        ("a: []]", 1, 6, "dấu ngoặc đóng thừa"),
        ("a: {}}", 1, 6, "dấu ngoặc đóng thừa"),
        ("a: , b", 1, 4, "thiếu giá trị, hoặc có dấu ngoặc, dấu phẩy thừa"),
        ('a: "b\\q"', 1, 7, "dấu \\ trong nháy kép có nghĩa riêng"),
        ('a: "b\\xin"', 1, 8, "dấu \\ trong nháy kép có nghĩa riêng"),
        ("a: - b", 1, 4, "dấu “- ” đứng sai chỗ"),
        ("x:\n  a: 1\n  - b: 1", 3, 3, "dấu “- ” đứng giữa các khóa"),
        ("x:\n  a: 1\n  : 1", 3, 3, "thiếu tên khóa trước dấu hai chấm"),
        ("a: | b", 1, 6, "sau | hoặc > phải xuống dòng"),
        ("a: >50% b", 1, 6, "sau | hoặc > phải xuống dòng"),
        (" a: 1\nb: 2", 2, 1, "dòng này không thuộc khối nào phía trên"),
        ("a: 1\n...\nb: 2", 3, 1, "dòng này không thuộc khối nào phía trên"),
        ("%YAML 2.0\n---\na: 1", 1, 1, "không dùng chỉ dẫn % trong tệp số liệu"),
        ("a: !b!c d", 1, 4, "không đúng cú pháp YAML"),
    ],
)
def test_each_slip_is_named_where_the_hand_slipped(text: str, line: int, column: int, message: str) -> None:
    lines = text.split("\n")
    [problem] = read(text, "x.yaml", lines).problems
    assert (problem.code, problem.message) == ("YAML03", message)
    assert (problem.position.line, problem.position.column) == (line, column)
    assert problem.position.text == lines[line - 1]
    assert problem.hint


def test_an_error_without_a_place_is_told_of_the_whole_file() -> None:
    problem = syntax_problem(yaml.YAMLError("?"), "x.yaml", ["a"])
    assert problem.position == Position("x.yaml")
    assert problem.message == "không đọc được nội dung YAML của tệp"


def test_an_unknown_sentence_of_pyyaml_still_has_its_line() -> None:
    mark = yaml.Mark("x", 0, 0, 1, None, 0)
    problem = syntax_problem(yaml.MarkedYAMLError(problem="something new", problem_mark=mark), "x.yaml", ["a"])
    assert (problem.position, problem.message) == (Position("x.yaml", 1, 2, "a"), "không đúng cú pháp YAML")


def test_a_figure_at_the_head_of_a_value_needs_quotes() -> None:
    assert odd_key("- {{ ky.ten }}")[0] == "giá trị bắt đầu bằng {{ phải đặt trong dấu nháy"
    assert odd_key("? [a]")[0] == "khóa phải là một từ"


def test_too_deep_is_told_where_the_nesting_passes_the_limit() -> None:
    assert too_deep("x.yaml", ["[["], 0, 1).position == Position("x.yaml", 1, 2, "[[")


@STEADY
@given(st.text("ab:\n -#\"'[]{},|>&*!%@`?\\ạ", max_size=40))
def test_no_text_is_too_odd_to_be_read_or_told(text: str) -> None:
    lines = LINE_BREAK.split(text)
    found = read(text, "x.yaml", lines)
    for problem in found.problems:
        assert problem.position.line <= len(lines)
        assert problem.message
        assert problem.hint
