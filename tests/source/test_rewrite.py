"""A file keeps every character but the values that were asked for."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cqtt.models.ky import Ky
from cqtt.names import nfc
from cqtt.problems import Key
from cqtt.source.rewrite import rewritten, scalar
from cqtt.source.skeleton import unit_file
from cqtt.source.source_file import SourceFile
from cqtt.source.text import FORBIDDEN
from cqtt.source.yaml_reader import Value, read
from tests.source.spoiling import STEADY
from tests.than_thien import REPORT

MARK = "98765"
COMMENTS = st.sampled_from(["", " # chú thích", "   # quý I/2024: 'a' \"b\" {c} #d"])
ONE_LINE = st.sampled_from(["5", "0", "true", "null", "xây mới", '"a # b: c"', "'it''s # d'", "''", "C#", "a:b"])
MANY_LINES = st.sampled_from(
    ["\n{i}5", "\n{i}# riêng\n{i}5", "công\n{i}nhận", '"công\n{i}# nhận"', "|\n{i}a # b\n\n{i}c", ">-\n{i}d\n{i}e"]
)
FLOW = st.sampled_from(["{u: 1, v: {w: 2,x: 'ba'}}", "[1,  2,\n{i}{u: 3}]", "{u:\n{i}4}", "[]", '[ "a, b" ]'])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file as an editor, a program or a tired hand lays it out."""
    indent = " " * draw(st.sampled_from([0, 0, 0, 2]))
    out = draw(st.sampled_from(["", "# đầu tệp\n", "---\n", "\n\n"]))
    for name in draw(st.lists(st.sampled_from(["ten", '"so"', "ho_so", "thu", "ngay"]), min_size=1, unique=True)):
        out += f"{indent}{name}:{_value(draw, indent)}\n" + draw(st.sampled_from(["", "\n", "# giữa\n", "  # lệch\n"]))
    text = draw(st.sampled_from([out, out.rstrip("\n"), f"{out}# cuối", f"{out}...\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))


def _value(draw: st.DrawFn, indent: str) -> str:
    deeper = indent + " " * draw(st.integers(1, 5))
    kind = draw(st.integers(0, 4))
    if kind == 0:
        return " " * draw(st.integers(1, 3)) + draw(ONE_LINE) + draw(COMMENTS)
    if kind == 1:
        return " " + draw(MANY_LINES).replace("{i}", deeper)
    if kind == 2:
        return " " + draw(FLOW).replace("{i}", deeper) + draw(COMMENTS)
    inner = [f"{deeper}{name}: {draw(ONE_LINE)}{draw(COMMENTS)}" for name in ("a", "b", "c")]
    if kind == 3:
        return draw(COMMENTS) + "\n" + "\n".join(inner)
    return draw(COMMENTS) + "".join(f"\n{indent}- {draw(ONE_LINE)}{draw(COMMENTS)}" for _ in range(2))


def read_as(text: str) -> tuple[Value, SourceFile]:
    source = SourceFile("x.yaml", text)
    reading = read(text, source.path, source.lines)
    assert reading.value is not None, [problem.message for problem in reading.problems]
    return reading.value, source


def replaced(value: Value, keys: set[Key], key: Key = ()) -> Value:
    if isinstance(value, dict):
        return {name: replaced(inner, keys, (*key, name)) for name, inner in value.items()}
    if isinstance(value, list):
        return [replaced(inner, keys, (*key, i)) for i, inner in enumerate(value)]
    return int(MARK) if key in keys else value


@STEADY
@given(files(), st.data())
def test_nothing_changes_but_the_asked_values(text: str, data: st.DataObject) -> None:
    value, source = read_as(text)
    places = list(source.value_places())
    keys = set(data.draw(st.lists(st.sampled_from(places), unique=True))) if places else set()
    out = rewritten(source, dict.fromkeys(keys, MARK), {})
    assert read_as(out)[0] == replaced(value, keys)
    assert out.count(MARK) == len(keys)
    kept = "(?:.+?)".join(re.escape(part) for part in out.split(MARK))
    assert re.fullmatch(kept, text, re.DOTALL)


@STEADY
@given(files(), st.data())
def test_an_emptied_block_leaves_the_others_as_they_were(text: str, data: st.DataObject) -> None:
    value, source = read_as(text)
    assert isinstance(value, dict)
    name = data.draw(st.sampled_from(sorted(value)))
    emptied = read_as(rewritten(source, {}, {name: "[]"}))[0]
    assert emptied == value | {name: []}
    if len(value) > 1:
        assert read_as(rewritten(source, {}, {name: None}))[0] == {k: v for k, v in value.items() if k != name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 5\r\nb: 2\r\n", "a: 1\r\nb: 2\r\n"),
        ("a:\n  # riêng\n  5  # sau\nb: 2\n", "a:\n  # riêng\n  1  # sau\nb: 2\n"),
        ("a: công\n  nhận\nb: 2", "a: 1\nb: 2"),
        ("a: >-\n  công\n  nhận\n\n# b\nb: 2", "a: 1\n\n# b\nb: 2"),
        ("a: |\n  công", "a: 1"),
        ("{a: 5, b: 2}", "{a: 1, b: 2}"),
        ("? a\n: 5\n", "? a\n: 1\n"),
        ("a:\nb: 2\n", "a:\nb: 2\n"),
        ("b: 2\n", "b: 2\n"),
    ],
)
def test_a_value_is_written_where_it_stands(text: str, expected: str) -> None:
    assert rewritten(SourceFile("x.yaml", text), {("a",): "1"}, {}) == expected


@pytest.mark.parametrize(
    ("text", "emptied", "without"),
    [
        ("a: 1\nb:  # c\n  - 2\n\n# d\ne: 3\n", "a: 1\nb: []  # c\n\n# d\ne: 3\n", "a: 1\n\n# d\ne: 3\n"),
        ("b: []  # c\r\na: 1\r\n", "b: []  # c\r\na: 1\r\n", "a: 1\r\n"),
        ("  b: 5\n  a: 1\n", "  b: []\n  a: 1\n", "  a: 1\n"),
        ("a: 1\nb:\n- 2\n# e\n- 3\n", "a: 1\nb: []\n", "a: 1\n"),
        ("a: 1\nb: [2,\n3]\n...\n", "a: 1\nb: []\n...\n", "a: 1\n...\n"),
        ("{a: 1, b: [2]}", "{a: 1, b: [2]}", "{a: 1, b: [2]}"),
        ("a: 1\n", "a: 1\n", "a: 1\n"),
    ],
)
def test_a_block_gives_way_and_its_comment_stays(text: str, emptied: str, without: str) -> None:
    source = SourceFile("x.yaml", text)
    assert rewritten(source, {}, {"b": "[]"}) == emptied
    assert rewritten(source, {}, {"b": None}) == without


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Tự Lạn", "Tự Lạn"),
        ("Vĩnh Hưng A", "Vĩnh Hưng A"),
        ("Phú 2", "Phú 2"),
        ("1", '"1"'),
        ("null", '"null"'),
        ("Ea H'leo: #1", '"Ea H\'leo: #1"'),
    ],
)
def test_a_name_is_read_back_as_it_is(name: str, typed: str) -> None:
    assert scalar(name) == typed
    assert read_as(f"a: {typed}")[0] == {"a": name}


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (None, "null"),
        ("Kinh Bắc", "Kinh Bắc"),
        ("12", '"12"'),
        ("No", '"No"'),
        ("Ea H'leo", "Ea H'leo"),
        ("Kinh Bắc ", '"Kinh Bắc "'),
        ("off", '"off"'),
        ("-", '"-"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
    ],
)
def test_quotes_stand_where_yaml_needs_them(words: str | None, written: str) -> None:
    assert scalar(words) == written
    assert read_as(f"a: {scalar(words)}")[0] == {"a": words}


LETTERS = st.characters(blacklist_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])


@given(st.text(alphabet=LETTERS.filter(lambda letter: not FORBIDDEN.search(letter)), min_size=1))
@example("Ea H'leo")
@example("5")
@example("Đông-Hà")
@example("null")
@example('"Ea H\'leo"')
@example("a: b # c")
def test_any_name_is_read_as_it_was_written(name: str) -> None:
    text = unit_file(REPORT, Ky(2024, 1, 3), name, {})
    value = read(text, "x.yaml", text.split("\n")).value
    assert isinstance(value, dict)
    assert value["phuong_xa"] == nfc(name)
