"""A strict subset of YAML: nothing is guessed, and both parsers read the same."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cqtt.source.parsers import PARSERS
from cqtt.source.text import LINE_BREAK, decode
from cqtt.source.yaml_reader import MAX_DEPTH, Reading, Value, read
from tests.source.spoiling import DATA, HUONG_MAI, STEADY, spoilt

FILES = [file.read_text(encoding="utf-8") for file in (HUONG_MAI, DATA / "don_vi.yaml")]
IN_PYTHON = PARSERS[-1:]


def reading(text: str, *, parsers: tuple[Any, ...] = PARSERS) -> Reading:
    return read(text, "x.yaml", LINE_BREAK.split(text), parsers=parsers)


def told(text: str) -> list[tuple[str, int, int, str]]:
    """Code, line, column and message of each finding in *text*."""
    return [(p.code, p.position.line, p.position.column, p.message) for p in reading(text).problems]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0", 0),
        ("5007", 5007),
        ("9" * 18, 999_999_999_999_999_999),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('""', ""),
        ('"5007"', "5007"),
        ("'true'", "true"),
        ("[]", []),
        ("{}", {}),
        *((word, word) for word in ("9" * 19, "012", "5.007", "5,007", "1:30", "1_234", "1e3", ".nan", "-5", "+5")),
        *((word, word) for word in ("yes", "no", "on", "off", "True", "FALSE", "Null", "2024-02-01", "0x1F", "٣")),
        ("Ngày thứ 6 tốc ký", "Ngày thứ 6 tốc ký"),
        ("hu\u031bo\u031bng", "hương"),
    ],
)
def test_only_plain_digits_true_false_and_null_are_more_than_text(typed: str, value: Value) -> None:
    assert reading(f"a: {typed}\n").problems == []
    found = reading(f"a: {typed}\n").value
    assert found == {"a": value}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(value)


def test_keys_are_composed_too() -> None:
    assert reading("te\u0302n: 1").value == {"tên": 1}


@pytest.mark.parametrize("text", ["", "\n", "# chưa nhập\n", "---\n", "null\n"])
def test_a_file_without_content_has_no_value(text: str) -> None:
    assert reading(text).value is None
    assert reading(text).problems == []


def test_of_a_key_written_twice_the_first_counts_and_both_places_are_told() -> None:
    text = "a: 1\nb:\n  c: 2\n  c: {d: 3}\na: [4]\n"
    assert reading(text).value == {"a": 1, "b": {"c": 2}}
    assert told(text) == [
        ("YAML04", 4, 3, 'khóa "c" đã có ở dòng 3'),
        ("YAML04", 5, 1, 'khóa "a" đã có ở dòng 1'),
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: &x 1", "neo &x"),
        ("a: &x [1]", "neo &x"),
        ("&x a: 1", "neo &x"),
        ("a: *x", "bí danh *x"),
        ("a: !!int 1", "thẻ kiểu dữ liệu (!)"),
        ("a: !x {b: 1}", "thẻ kiểu dữ liệu (!)"),
        ("!!str a: 1", "thẻ kiểu dữ liệu (!)"),
        ("a:\n  <<: {b: 1}", "khóa gộp <<"),
        ("%YAML 1.2\n---\na: 1", "chỉ dẫn %"),
        ("%TAG ! tag:x,2000:\n---\na: 1", "chỉ dẫn %"),
        ("%KHAC\n---\na: 1", "chỉ dẫn %"),
    ],
)
def test_what_makes_a_value_other_than_it_was_typed_is_refused(text: str, what: str) -> None:
    assert [(code, message) for code, _, _, message in told(text)] == [
        ("YAML05", f"không dùng {what} trong tệp số liệu")
    ]


def test_a_merge_key_in_quotes_is_a_key() -> None:
    assert reading('"<<": 1').value == {"<<": 1}


def test_a_second_document_is_refused() -> None:
    assert told("a: 1\n---\nb: 2\n") == [("YAML08", 2, 1, "có nhiều tài liệu YAML trong một tệp")]


@pytest.mark.parametrize(
    "text",
    ["[" * 5000, "- " * 5000, "{a: " * 5000, "{" * 5000, "? " * 5000, "{a: 1, a: " * 5000, "[" * 900 + "]" * 900],
    ids=["lists", "list marks", "blocks", "keys in braces", "keys of keys", "keys written twice", "closed lists"],
)
def test_no_depth_is_too_deep_to_be_told(text: str) -> None:
    """Also where nesting hides in keys, and in values that are only read over."""
    found = reading(text)
    assert found.value is None
    assert found.problems[-1].message == "lồng nhau quá sâu"


def test_nesting_up_to_the_limit_is_read() -> None:
    assert reading("[" * MAX_DEPTH + "]" * MAX_DEPTH).problems == []
    assert told("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == [("YAML07", 1, MAX_DEPTH + 1, "lồng nhau quá sâu")]


@pytest.mark.parametrize(
    ("text", "column", "lost"),
    [("a: Kế hoạch #152", 13, "#152"), ("a: #152", 4, "#152"), ("- x #1 # y", 5, "#1 # y"), ("a: true #x", 9, "#x")],
)
def test_text_behind_an_unquoted_hash_is_not_lost_in_silence(text: str, column: int, lost: str) -> None:
    assert told(text) == [("YAML06", 1, column, f'dấu # làm mất phần chữ sau nó: "{lost}"')]


@pytest.mark.parametrize("text", ["a: 6 #8", "a: xã # b", 'a: "x" #1', "a: x#1", "a: [] #1", "#1\na: 1", "a: true # b"])
def test_a_hash_that_loses_nothing_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_lines_on_which_a_comment_follows_text_are_kept_for_the_models_to_judge() -> None:
    assert reading("a: xã # b\nb: 1 # c\nc: null # d\nd: phường # e").commented == [(0, ("a",)), (3, ("d",))]


def test_findings_before_a_syntax_error_are_told_with_it() -> None:
    assert told("a: &x 1\nb:1\n") == [
        ("YAML05", 1, 4, "không dùng neo &x trong tệp số liệu"),
        ("YAML03", 2, 2, "thiếu dấu cách sau dấu hai chấm"),
    ]


def test_one_slip_is_told_once() -> None:
    """A text that begins with * is an alias first and a syntax error right behind it."""
    assert told("a: *Tro ly ao*") == [("YAML05", 1, 4, "không dùng bí danh *Tro trong tệp số liệu")]


def test_places_are_worked_out_only_on_request() -> None:
    lines = ["a:", "  - b"]
    assert read("\n".join(lines), "x.yaml", lines).marks is None
    found = read("\n".join(lines), "x.yaml", lines, with_marks=True)
    assert set(found.marks or {}) == {(), ("a",), ("a", 0)}
    assert set(found.key_marks) == {("a",)}


@STEADY
@given(st.sampled_from(FILES).flatmap(spoilt))
@example("thu: >#\n  a: 1\n")
@example("a: {b: 1}\n? c\n")
def test_libyaml_and_the_parser_in_python_read_the_same(text: str) -> None:
    text, _ = decode(text.encode(), "x.yaml")
    with_both, in_python = reading(text), reading(text, parsers=IN_PYTHON)
    assert with_both.value == in_python.value
    assert with_both.problems == in_python.problems
    assert with_both.commented == in_python.commented


@STEADY
@given(st.sampled_from(FILES).flatmap(spoilt))
def test_every_finding_stands_inside_the_file(text: str) -> None:
    text, _ = decode(text.encode(), "x.yaml")
    lines = LINE_BREAK.split(text)
    for problem in reading(text).problems:
        at = problem.position
        assert at.text == lines[at.line - 1]
        assert 1 <= at.column <= len(at.text) + 1
