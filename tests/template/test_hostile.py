"""Whatever the data say is printed as words, and whatever a template says ends in a document or in findings."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pydantic import TypeAdapter, ValidationError

from cqtt import reporter
from cqtt.models.tong_hop import TongHop
from cqtt.models.van_ban import MotDong
from cqtt.names import nfc
from cqtt.problems import Locator, has_errors
from tests.conftest import not_shipped
from tests.markup.cay import tree
from tests.template.mau import (
    PROSE,
    TEMPLATE,
    built,
    composed,
    figures,
    framed,
)

pytestmark = pytest.mark.slow

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

{% bang xa_phuong danh_so tong="Cộng" %}
{{ don_vi.ten }} | ten
Năm | cong_nhan.nam | tong=ho_so.tra_lai
{% endbang %}

{{ don_vi.ten }}"""
)
ONE_LINE = TypeAdapter[str](MotDong)


def is_accepted(words: str) -> bool:
    """Whether a file may say *words* where plain text on one line is asked for, as they are."""
    try:
        return ONE_LINE.validate_python(words, strict=True) == words
    except ValidationError:
        return False


def with_words(tong_hop: TongHop, words: str) -> TongHop:
    """*tong_hop* with *words* for the name of an initiative, of a commune and of the authority."""
    first, *others = tong_hop.danh_sach["sang_kien"]
    communes = tuple(
        replace(xa, bao_cao=replace(xa.bao_cao, don_vi=replace(xa.don_vi, ten=words))) if xa.don_vi.ma == "nenh" else xa
        for xa in tong_hop.units
    )
    don_vi = tong_hop.don_vi.model_copy(update={"ten": words})
    initiatives = {"sang_kien": (replace(first, ten=words), *others)}
    return replace(tong_hop, don_vi=don_vi, units=communes, danh_sach=initiatives)


def tree_with(tong_hop: TongHop, nguon: Locator, words: str) -> str:
    document, problems = composed(with_words(tong_hop, words), nguon, WORDS)
    assert reporter.text(problems) == ""
    assert document is not None
    return tree(document)


@pytest.fixture(scope="module")
def tree_of_x(tong_hop: TongHop, nguon: Locator) -> str:
    shown = tree_with(tong_hop, nguon, "X")
    assert shown.count("=X}") == 13
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
    names = [w for w in words if any(c.isalnum() for c in w)]  # signs alone are no name of an initiative (XA03)
    quoted = [json.dumps(w, ensure_ascii=False) for w in words]
    commune = workspace / "data/2024Q1/xa_phuong/huong-mai.yaml"
    before = commune.read_text(encoding="utf-8").partition("sang_kien:")[0]
    commune.write_text(
        before + "sang_kien:\n" + "".join(f"  - ten: {json.dumps(w, ensure_ascii=False)}\n" for w in names),
        encoding="utf-8",
    )
    authority = workspace / "data/don_vi.yaml"
    text = authority.read_text(encoding="utf-8")
    named = [f"Ông {w} Tư" for w in words]  # marks at the ends of a recipient are findings (BC05)
    recipients = "noi_nhan:\n" + "".join(f"  - {json.dumps(w, ensure_ascii=False)}\n" for w in named)
    text = re.sub(r"noi_nhan:\n(?:  - .*\n)+", lambda _: recipients, text)
    text = re.sub(r"ho_ten: .*", lambda _: f"ho_ten: {quoted[0]}", text)
    authority.write_text(text, encoding="utf-8")
    result = built(workspace)
    assert reporter.text(not_shipped(result.problems)) == ""
    assert result.report is not None
    initiatives = [f.text for f in figures(result.report.document) if f.path == "xa_phuong.huong-mai.sang_kien"]
    assert initiatives == [nfc(w) for w in names]
    assert list(result.report.frame.recipients) == [nfc(w) for w in named]
    assert result.report.frame.signer == words[0]


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
