"""Filling: figures, words and prose become a report's text; every line and every mistake knows where it came from."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from cqtt import reporter
from cqtt.markup.nodes import Figure
from cqtt.models.ky import Ky
from cqtt.models.tong_hop import TongHop
from cqtt.models.van_ban import VanBan
from cqtt.names import nfc
from cqtt.pipeline.compose import Composed, compose
from cqtt.pipeline.gather import gather
from cqtt.problems import Locator, has_errors
from cqtt.source.source_file import SourceFile
from cqtt.template.fill import fill
from tests.conftest import not_shipped
from tests.markup.cay import tree
from tests.template.mau import FIRST, REAL, TEMPLATE, blocks, composed, filled, framed, lines_of, printed, told

QUY_I = Ky(2024, 1, 3)
PROSE = "data/2024Q1/bao_cao.yaml"


def built(root: Path) -> Composed:
    """What ``cqtt build`` makes of the workspace *root*."""
    return compose(gather(root, QUY_I), root)


# The whole report


def test_the_real_template_fills_without_a_finding(tong_hop: TongHop, nguon: Locator) -> None:
    document, problems = composed(tong_hop, nguon, REAL)
    assert reporter.text(problems) == ""
    assert document is not None


def test_a_template_with_windows_line_breaks_is_the_same_template(tong_hop: TongHop, nguon: Locator) -> None:
    unix, _ = composed(tong_hop, nguon, REAL)
    windows, problems = composed(tong_hop, nguon, REAL.replace("\n", "\r\n"))
    assert reporter.text(problems) == ""
    assert windows == unix


def test_mistakes_in_a_template_with_windows_line_breaks_are_told_without_them(
    tong_hop: TongHop, nguon: Locator
) -> None:
    wrong = framed("{{ a }} b")
    _, unix = composed(tong_hop, nguon, wrong)
    _, windows = composed(tong_hop, nguon, wrong.replace("\n", "\r\n"))
    assert reporter.text(windows) == reporter.text(unix)


def test_every_figure_on_paper_has_a_path_that_the_data_know(tong_hop: TongHop, nguon: Locator) -> None:
    document, _ = composed(tong_hop, nguon, REAL)
    assert document is not None
    known = {f.duong_dan for f in tong_hop.tat_ca()}
    words = re.compile(r"(?:don_vi|ky|xa_phuong\.[a-z-]+)\.[a-z_]+|van_ban\.[a-z0-9_]+|ghi_tay\.[0-9]+")
    paths = {figure.path for figure in figures(document)}
    assert [path for path in paths if path not in known and not words.fullmatch(path)] == []
    assert len(paths & known) > 300


def test_the_same_data_give_the_same_text(tong_hop: TongHop, nguon: Locator) -> None:
    first, _ = fill(tong_hop, nguon, REAL, TEMPLATE)
    second, _ = fill(tong_hop, nguon, REAL, TEMPLATE)
    assert first == second


def figures(node: object) -> Iterator[Figure]:
    """Every figure in *node*, in reading order, notes and appendices included."""
    if isinstance(node, Figure):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from figures(part)
    elif is_dataclass(node):
        for part in fields(node):
            yield from figures(getattr(node, part.name))


# Words from the data

NASTY = (
    "*nghiêng* **đậm** ***cả hai*** __init__ _a_",
    "# một",
    "## hai",
    "| a | b |",
    "|---|---|",
    "[^1]",
    "[^1]: chú thích",
    "{{ 7*7 }}",
    "{% for x in xa_phuong %}",
    "{# ghi chú #}",
    "{{ ho_so.tra_lai | so }}",
    "<w:p><w:r/></w:p>",
    "&amp; &lt;b&gt; &#65; & < >",
    "::: phu_luc x",
    ":::",
    "- gạch đầu dòng",
    "1. một",
    "2024. hai",
    "> trích",
    "    thụt",
    "\\",
    "\\* \\# \\\\",
    "[](#ho_so)",
    "[chữ](http://x.vn)",
    "<http://x.vn>",
    "![ảnh](a.png)",
    "`mã` ``mã`` ```",
    "~~~",
    "---",
    "***",
    "===",
    "./.",
    "%s %d {0} {a}",
    "$x$ ^a^ ~b~",
    "“nháy” ‘đơn’ \"thẳng\" 'đơn'",
    "dấu cách  đôi",
    "không\u00a0ngắt",
    "emoji 🏛 và chữ 漢字",
    "Nếnh",
    "a\u0301 tổ hợp",
    "C:\\temp\\new",
    "0.966263",
)
WORDS = framed(
    """# Xã {{ don_vi.ten }}

**{{ don_vi.ten }}**: *{{ don_vi.ten }}*[^x] [{{ don_vi.ten }}](http://x.vn).

[^x]: {{ don_vi.ten }} và {{ xa_phuong.nenh.ten }}

{% for sk in sang_kien.danh_sach %}
1. UBND {{ sk.don_vi.ten_day_du }}: {{ sk.ten }}.
{% endfor %}

- {{ don_vi.ten }}

| {{ don_vi.ten }} | TT |
|---|---|
{% for x in xa_phuong %}
| {{ x.ten }} | {{ loop.index | stt }} |
{% endfor %}

{{ don_vi.ten }}"""
)
ONE_LINE = TypeAdapter[str](VanBan)


def is_accepted(words: str) -> bool:
    """Whether a file may say *words* where plain text on one line is asked for, as they are."""
    try:
        return ONE_LINE.validate_python(words, strict=True) == words
    except ValidationError:
        return False


def with_words(tong_hop: TongHop, words: str) -> TongHop:
    """*tong_hop* with *words* for the name of an initiative, of a commune and of the authority."""
    first, *others = tong_hop.sang_kien
    communes = tuple(
        replace(xa, bao_cao=replace(xa.bao_cao, don_vi=replace(xa.don_vi, ten=words))) if xa.don_vi.ma == "nenh" else xa
        for xa in tong_hop.xa_phuong
    )
    don_vi = tong_hop.don_vi.model_copy(update={"ten": words})
    return replace(tong_hop, don_vi=don_vi, xa_phuong=communes, sang_kien=(replace(first, ten=words), *others))


def tree_with(tong_hop: TongHop, nguon: Locator, words: str) -> str:
    document, problems = composed(with_words(tong_hop, words), nguon, WORDS)
    assert reporter.text(problems) == ""
    assert document is not None
    return tree(document)


@pytest.fixture(scope="module")
def tree_of_x(tong_hop: TongHop, nguon: Locator) -> str:
    shown = tree_with(tong_hop, nguon, "X")
    assert shown.count("=X}") == 11
    return shown


@pytest.mark.parametrize("words", [words for words in NASTY if is_accepted(words)])
def test_no_words_are_ever_read_as_markup_or_template(
    tong_hop: TongHop, nguon: Locator, tree_of_x: str, words: str
) -> None:
    """They come out as one node with exactly these characters, and nothing else changes."""
    assert tree_with(tong_hop, nguon, words) == tree_of_x.replace("=X}", f"={words}}}")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).map(str.strip).filter(is_accepted))
def test_any_words_come_out_as_they_are(tong_hop: TongHop, nguon: Locator, tree_of_x: str, words: str) -> None:
    assert tree_with(tong_hop, nguon, words) == tree_of_x.replace("=X}", f"={words}}}")


def test_words_of_the_files_come_out_as_they_were_typed(workspace: Path) -> None:
    """From YAML through the real template to the tree and the frame, all of them at once."""
    words = [w for w in NASTY if is_accepted(w)]
    quoted = [json.dumps(w, ensure_ascii=False) for w in words]
    commune = workspace / "data/2024Q1/xa_phuong/huong-mai.yaml"
    before = commune.read_text(encoding="utf-8").partition("sang_kien:")[0]
    commune.write_text(before + "sang_kien:\n" + "".join(f"  - ten: {w}\n" for w in quoted), encoding="utf-8")
    authority = workspace / "data/don_vi.yaml"
    text = authority.read_text(encoding="utf-8")
    recipients = "noi_nhan:\n" + "".join(f"  - {w}\n" for w in quoted)
    text = re.sub(r"noi_nhan:\n(?:  - .*\n)+", lambda _: recipients, text)
    text = re.sub(r"ho_ten: .*", lambda _: f"ho_ten: {quoted[0]}", text)
    authority.write_text(text, encoding="utf-8")
    result = built(workspace)
    assert reporter.text(not_shipped(result.problems)) == ""
    assert result.report is not None
    initiatives = [f.text for f in figures(result.report.document) if f.path == "xa_phuong.huong-mai.sang_kien"]
    composed_words = [nfc(w) for w in words]
    assert initiatives == composed_words
    assert list(result.report.frame.recipients) == composed_words
    assert result.report.frame.signer == words[0]


# Prose


def prose(tong_hop: TongHop, **texts: str | list[str]) -> tuple[TongHop, Locator]:
    """*tong_hop* with *texts* for its prose, and the file that they stand in, their lines as they are (``|``)."""
    lines = ["van_xuoi:"]
    for name, value in texts.items():
        lines.append(f"  {name}:{' |' if isinstance(value, str) else ''}")
        for text in [value] if isinstance(value, str) else value:
            if not isinstance(value, str):
                lines.append("    - |")
            lines += [f"      {line}" if line else "" for line in text.split("\n")]
    read = {name: f"{v}\n" if isinstance(v, str) else [f"{text}\n" for text in v] for name, v in texts.items()}
    van_xuoi = tong_hop.bao_cao.van_xuoi.model_copy(update=read)
    bao_cao = tong_hop.bao_cao.model_copy(update={"van_xuoi": van_xuoi})
    return replace(tong_hop, bao_cao=bao_cao), SourceFile(PROSE, "\n".join([*lines, ""]))


def test_prose_may_use_figures_lists_notes_and_other_prose(tong_hop: TongHop) -> None:
    data, nguon = prose(
        tong_hop,
        chi_dao="có {{ ho_so.tra_lai | so }} hồ sơ[^x]:\n\n- {{ don_vi.ten }}\n- **b**\n\n[^x]: {{ ky.nam }}\n\nc",
        khao_sat="{% if kinh_phi %}\n{{ van_xuoi.chi_dao }}\n{% endif %}\nd",
    )
    assert blocks(data, nguon, "{{ van_xuoi.khao_sat }}") == (
        "p có {ho_so.tra_lai=2} hồ sơnote({ky.nam=2024}):\nul\n  - p {don_vi.ten=Việt Yên}\n  - p b(b)\np c d"
    )


def test_a_set_of_the_template_is_no_name_in_prose(tong_hop: TongHop) -> None:
    data, nguon = prose(tong_hop, chi_dao="a {{ x | so }}")
    assert "KHUON02: không có “x”" in told(data, nguon, "{% set x = kinh_phi %}{{ van_xuoi.chi_dao }}")


def test_a_macro_of_prose_stays_in_it(tong_hop: TongHop) -> None:
    text = "{% macro f(x) %}[{{ x | so }}]{% endmacro %}\n{{ f(so_don_vi) }}"
    data, nguon = prose(tong_hop, chi_dao=text)
    assert printed(data, nguon, "{{ van_xuoi.chi_dao }}").strip() == "[17]"
    assert "KHUON02: không có “f”" in told(data, nguon, "{{ van_xuoi.chi_dao }}{{ f(so_don_vi) }}")


ITEMS = "{% for y in van_xuoi.nhiem_vu %}\n1. {{ y }}\n\n{% endfor %}\nd"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["a", "b"], ["p a", "p b"], id="short"),
        pytest.param(["a\nb", "c"], ["p a b", "p c"], id="on several lines"),
        pytest.param(["a\n\nb\n\nc", "d"], ["p a\n    p b\n    p c", "p d"], id="of several paragraphs"),
        pytest.param(["a[^x]\n\n[^x]: n", "b"], ["p anote(n)", "p b"], id="with a note"),
        pytest.param(["a[^x]\n[^x]: n", "b"], ["p anote(n)", "p b"], id="with a note right below"),
        pytest.param(["a[^x]\n\n[^x]: n\n    m\n\n    o\n\nb", "c"], ["p anote(n m ¶ o)\n    p b", "p c"],
                     id="with a long note in the middle"),
        pytest.param(["a[^x]", "b[^y]\n\n[^y]: m\n\n[^x]: n"], ["p anote(n)", "p bnote(m)"],
                     id="with the note of another item"),
        pytest.param(["a:\n\n- b\n- c", "d"], ["p a:\n    ul\n      - p b\n      - p c", "p d"], id="with a list"),
        pytest.param(["a:\n1. b\n2. c\n\nd", "e"], ["p a:\n    ol 1\n      - p b\n      - p c\n    p d", "p e"],
                     id="with a numbered list"),
        pytest.param(["- a\n- b", "c"], ["ul\n      - p a\n      - p b", "p c"], id="that begin with a list"),
        pytest.param(["a\n\n{% if so_don_vi %}\n{{ so_don_vi | so }} đơn vị\n{% endif %}\n\nb", "c"],
                     ["p a\n    p {so_don_vi=17} đơn vị\n    p b", "p c"], id="with conditions"),
        pytest.param(["{% for x in tieu_de %}\n{{ loop.index | stt }}\n\n{% endfor %}\nb", "c"],
                     ["p 1\n    p 2\n    p b", "p c"], id="with a loop"),
        pytest.param(["{{ van_xuoi.khao_sat }}\n\nb", "c"], ["p k\n    p l\n    p b", "p c"], id="with other prose"),
        pytest.param(["a\n\n{{ van_xuoi.khao_sat }}\n\nb", "c"], ["p a\n    p k\n    p l\n    p b", "p c"],
                     id="with other prose below"),
        pytest.param(["a\n\n- {{ van_xuoi.khao_sat }}\n\nb", "c"],
                     ["p a\n    ul\n      - p k\n        p l\n    p b", "p c"], id="with other prose in a list"),
    ],
)  # fmt: skip
def test_items_hold_all_of_their_prose_and_are_numbered_on(
    tong_hop: TongHop, texts: list[str], expected: list[str]
) -> None:
    """One list, whatever its items hold: a second one would count from its own start."""
    data, nguon = prose(tong_hop, nhiem_vu=texts, khao_sat="k\n\nl")
    assert blocks(data, nguon, ITEMS) == "\n".join(["ol 1", *(f"  - {item}" for item in expected), "p d"])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. Về {{ van_xuoi.khao_sat }}\n1. b", "ol 1\n  - p Về k\n    p l\n  - p b"),
        ("1. a\n\n   {{ van_xuoi.khao_sat }}\n1. b", "ol 1\n  - p a\n    p k\n    p l\n  - p b"),
        ("a[^x]\n\n[^x]: {{ van_xuoi.khao_sat }}\n\nb", "p anote(k ¶ l)\np b"),
        ("- **{{ van_xuoi.uu }}**\n- b", "ul\n  - p b(u)\n  - p b"),
        ("{% set x %}{{ van_xuoi.khao_sat }}{% endset %}\n- {{ x }}\n- b", "ul\n  - p k\n    p l\n  - p b"),
        ("{{ van_xuoi.khao_sat }} c\nd", "p k\np l c d"),
        ("a {{ van_xuoi.khao_sat }}\n\nd", "p a k\np l\np d"),
    ],
)
def test_prose_stays_where_the_template_prints_it(tong_hop: TongHop, body: str, expected: str) -> None:
    data, nguon = prose(tong_hop, khao_sat="k\n\nl", chi_dao="u")
    assert blocks(data, nguon, body.replace("van_xuoi.uu", "van_xuoi.chi_dao")) == expected


def test_a_note_directly_below_a_paragraph_does_not_glue_it_to_the_next(tong_hop: TongHop, nguon: Locator) -> None:
    assert blocks(tong_hop, nguon, "a[^x]\n[^x]: n\n\nb") == "p anote(n)\np b"


def test_text_without_braces_is_filled_as_it_is(tong_hop: TongHop, nguon: Locator) -> None:
    manuscript, problems = fill(tong_hop, nguon, "a }} %}\n\nb", TEMPLATE)
    assert problems == []
    assert manuscript is not None
    assert list(lines_of(manuscript)) == [("a }} %}", TEMPLATE, 1), ("", TEMPLATE, 2), ("b", TEMPLATE, 3)]


def test_an_empty_template_is_an_empty_text(tong_hop: TongHop, nguon: Locator) -> None:
    manuscript, problems = fill(tong_hop, nguon, "", TEMPLATE)
    assert problems == []
    assert manuscript is not None
    assert manuscript.text == ""


# Where lines and mistakes come from

TEXT_LINE = re.compile(r"(?!\s*(?:\{[%#]|\[\^|:::|\|\s*:?-|   Xuống|phần đổi)).*\S")


def marked(text: str, label: str) -> tuple[str, dict[str, int]]:
    """*text* with a call of a note of its own on each line of words, and the line of each."""
    lines = text.split("\n")
    at: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if TEXT_LINE.fullmatch(line):
            lines[number - 1] = re.sub(r"( \|)?$", rf"[^{label}{number}]\1", line, count=1)
            at[f"[^{label}{number}]"] = number
    return "\n".join(lines), at


def test_a_mistake_on_any_line_of_the_real_template_is_told_at_that_line(tong_hop: TongHop, nguon: Locator) -> None:
    """A note without text is put on every line at once; each that is printed is told where it stands."""
    template, at = marked(REAL, "dong")
    manuscript, problems = fill(tong_hop, nguon, template, TEMPLATE)
    assert problems == []
    assert manuscript is not None
    reached = {call for call in at if call in manuscript.text}
    assert len(reached) > 200
    _, problems = composed(tong_hop, nguon, template)
    found = {match[0]: p.position for p in problems if (match := re.search(r"\[\^dong\d+\]", p.message))}
    assert found.keys() == reached
    for call, place in found.items():
        assert (place.path, place.line) == (TEMPLATE, at[call])
        assert place.text[place.column - 1 :].startswith(call)


def test_a_mistake_on_any_line_of_the_real_prose_is_told_at_that_line(workspace: Path) -> None:
    path = workspace / PROSE
    head, mark, text = path.read_text(encoding="utf-8").partition("van_xuoi:\n")
    lines = [
        f"{line}[^dong{number}]" if re.fullmatch(r" {4,}(?!\[\^)(?! *- )[^{%]*\S.*(?<!\})", line) else line
        for number, line in enumerate(text.split("\n"), start=head.count("\n") + 2)
    ]
    path.write_text(head + mark + "\n".join(lines), encoding="utf-8")
    calls = {call for line in lines for call in re.findall(r"\[\^dong\d+\]", line)}
    assert len(calls) > 60
    problems = [p for p in built(workspace).problems if "[^dong" in p.message]
    assert {match[0] for p in problems if (match := re.search(r"\[\^dong\d+\]", p.message))} == calls
    for problem in problems:
        assert problem.position.path == PROSE
        assert f"[^dong{problem.position.line}]" in problem.message
        assert problem.position.text[problem.position.column - 1 :].startswith(f"[^dong{problem.position.line}]")


LEAVES = (
    "W", "- W", "W {{ 'P' }}", "{{ 'P' }}", "{{ 'P' }} W", "- {{ 'P' }}", "{{ 'P'\n}} W", "", "  W",
    "{# c #}", "{# c\nd #}W", "{# c #}{{ 'P' }}", "{% set a = 1 %}", "{% if kinh_phi %}W{% endif %}",
    "{% if kinh_phi %}{{ 'P' }}{% endif %} W", "{%- if kinh_phi -%}\nW\n{%- endif -%}", "  {% set b = 2 %}\nW",
)  # fmt: skip


def _around(inner: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    opened = st.sampled_from(
        [("{% if kinh_phi %}", "{% endif %}"), ("{% for x in tieu_de %}", "{% endfor %}"),
         ("{% if phat_thanh == 7 %}\nW\n{% else %}", "{% endif %}"), ("{% set z %}", "{% endset %}\n{{ z }}"),
         ("{% macro m() %}", "{% endmacro %}\n{{ m() }}"), ("  {% if kinh_phi %}", "  {% endif %}")]
    )  # fmt: skip
    return st.tuples(opened, st.lists(inner, max_size=4)).map(
        lambda made: [made[0][0], *(line for part in made[1] for line in part), made[0][1]]
    )


TEMPLATES = st.lists(st.recursive(st.sampled_from(LEAVES).map(lambda leaf: [leaf]), _around, max_leaves=12)).map(
    lambda parts: "\n".join(line for part in parts for line in part)
)


@settings(max_examples=120, deadline=None)
@given(TEMPLATES)
def test_every_line_knows_the_line_it_was_written_on(tong_hop: TongHop, nguon: Locator, text: str) -> None:
    """Whatever commands stand around it: each word bears its line, and a line of text says that of its first word."""
    lines = [re.sub("([WP])", rf"\g<1>{number}_", line) for number, line in enumerate(text.split("\n"), start=1)]
    manuscript, problems = fill(tong_hop, nguon, "\n".join(lines), TEMPLATE)
    assert problems == []
    assert manuscript is not None
    for line, path, number in lines_of(manuscript):
        assert path == TEMPLATE
        if first := re.search(r"[WP](\d+)_", line):
            assert number == int(first[1])


BASE = (
    framed(
        """# Một {{ ky.ten }}

{% if kinh_phi is co_so_lieu %}
có **{{ kinh_phi | tien }}** ở [](#x)[^a].
{% else %}
không
{% endif %}

[^a]: nội dung {{ don_vi.ten }}

{% macro dat(x) %}đạt {{ x | phan_tram }}{% endmacro %}
{% for y in van_xuoi.uu_diem %}
- {{ y }}: {{ dat(ho_so.ty_le_dung_han) }}

{% endfor %}

| TT | Tên |
|---|---|
{% for x in xa_phuong if x.loai == "xã" %}
| {{ loop.index | stt }} | {{ x.ten }} |
{% endfor %}
"""
    ).replace("Hết", "Hết [](#x)")
    + "\n::: phu_luc x\n# X\n:::\n"
)
SCRAPS = [*"{}%#|*-.~\\_<&()'\"\n", "{{", "}}", "{%", "%}", "{#", "#}", "[^", "[^a]", "**", ":::", "\n\n"]
SCRAPS += ["1. ", "{{ x }}", "if", "for", "endif", "endfor", "so", "x", ""]
DAMAGE = st.lists(
    st.tuples(st.integers(0, len(BASE)), st.integers(0, 25), st.sampled_from(SCRAPS)), min_size=1, max_size=3
)


@settings(max_examples=150, deadline=None)
@given(DAMAGE)
def test_no_damage_to_a_template_ends_in_anything_but_a_document_or_findings(
    tong_hop: TongHop, nguon: Locator, damage: list[tuple[int, int, str]]
) -> None:
    template = BASE
    for start, length, scrap in damage:
        template = template[:start] + scrap + template[start + length :]
    document, problems = composed(tong_hop, nguon, template)
    assert document is not None or has_errors(problems)
    for problem in problems:
        assert problem.position.path in (TEMPLATE, PROSE)
        assert problem.message
        assert problem.hint
        if problem.position.path == TEMPLATE:
            assert 1 <= problem.position.line <= template.count("\n") + 1
            assert problem.position.text == template.split("\n")[problem.position.line - 1]


def test_the_undamaged_template_is_a_document(tong_hop: TongHop, nguon: Locator) -> None:
    document, problems = composed(tong_hop, nguon, BASE)
    assert reporter.text(problems) == ""
    assert document is not None


def test_one_line_of_the_text_has_one_origin(tong_hop: TongHop, nguon: Locator) -> None:
    manuscript = filled(tong_hop, nguon, "a\n\n{{ van_xuoi.chi_dao }}\n\n[^x]: b\n\nc[^x]")
    assert len(manuscript.lines) == len(manuscript.origins)
    assert ("a", TEMPLATE, FIRST) in list(lines_of(manuscript))
    assert {path for _, path, _ in lines_of(manuscript)} == {TEMPLATE, PROSE}
