"""Filling: figures, words and prose become a report's text; prose stays where the template prints it."""

import re

import pytest
from msgspec.structs import replace

from cqtt import reporter
from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator
from cqtt.source.source_file import SourceFile
from cqtt.template.environment import IN_PROSE, TAGS
from cqtt.template.extent import MOST
from cqtt.template.fill import fill
from tests.template.mau import PROSE, REAL, TEMPLATE, blocks, composed, figures, framed, lines_of, printed, told

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


def test_prose_may_use_figures_conditions_lists_and_notes(tong_hop: TongHop) -> None:
    data, nguon = prose(
        tong_hop,
        chi_dao="có {{ ho_so.tra_lai | so }} hồ sơ[^x]:\n\n- {{ don_vi.ten }}\n- **b**\n\n[^x]: {{ ky.nam }}\n\nc",
        khao_sat="{% if kinh_phi is co_so_lieu %}\nd\n{% elif kinh_phi %}\ne\n{% else %}\nf\n{% endif %}",
    )
    assert blocks(data, nguon, "{{ van_xuoi.chi_dao }} {{ van_xuoi.khao_sat }}") == (
        "p có {ho_so.tra_lai=2} hồ sơnote({ky.nam=2024}):\nul\n  - p {don_vi.ten=Việt Yên}\n  - p b(b)\np c d"
    )


def test_a_set_of_the_template_is_no_name_in_prose(tong_hop: TongHop) -> None:
    data, nguon = prose(tong_hop, chi_dao="a {{ x | so }}")
    assert "KHUON02: không có “x”" in told(data, nguon, "{% set x = kinh_phi %}{{ van_xuoi.chi_dao }}")


def test_a_macro_of_the_template_is_no_name_in_prose(tong_hop: TongHop) -> None:
    data, nguon = prose(tong_hop, chi_dao="{{ f() }}")
    assert "KHUON02: không có “f”" in told(data, nguon, "{% macro f() %}a{% endmacro %}{{ van_xuoi.chi_dao }}")


@pytest.mark.parametrize("tag", TAGS)
def test_prose_may_hold_conditions_and_nothing_that_repeats(tong_hop: TongHop, tag: str) -> None:
    data, nguon = prose(tong_hop, chi_dao=f"a\n{{% {tag} x %}}")
    found = told(data, nguon, "{{ van_xuoi.chi_dao }}")
    assert found.startswith(f"{PROSE}:4:10: lỗi KHUON01: ")
    assert (f"văn xuôi không dùng {{% {tag} %}}" in found) == (tag not in IN_PROSE)


def test_prose_may_not_print_prose(tong_hop: TongHop) -> None:
    """Three texts that print each other a hundred times are a million."""
    data, nguon = prose(tong_hop, chi_dao="a", khao_sat="b {{ van_xuoi.chi_dao }}")
    found = told(data, nguon, "{{ van_xuoi.khao_sat }}")
    assert f"{PROSE}:5:12: lỗi KHUON06: văn xuôi không in được van_xuoi.chi_dao" in found


def test_prose_that_is_too_long_is_told_where_it_becomes_so_and_is_not_filled(tong_hop: TongHop) -> None:
    """All prose of a report together; a text that stands before it, and what the template prints, are well."""
    lines = MOST // 4
    data, nguon = prose(tong_hop, chi_dao="a\n" * (lines - 9) + "a", khao_sat="b\n" * 7 + "b\nlời thừa {{ sai }}\nc")
    body = "{{ van_xuoi.chi_dao }}\n\n{{ van_xuoi.khao_sat }}"
    assert told(data, nguon, body).splitlines()[:3] == [
        f"{PROSE}:{1 + 1 + (lines - 8) + 1 + 9}:7: lỗi VB14: đến đây văn xuôi của kỳ đã dài quá mức một báo cáo",
        "        lời thừa {{ sai }}",
        "        ^  xem có chép nhầm nội dung khác vào đây không",
    ]
    assert "VB14" not in told(data, nguon, "{{ van_xuoi.khao_sat }}")
    body = "{% for x in xa_phuong %}{% for y in xa_phuong %}c\n{% endfor %}{% endfor %}"
    assert printed(data, nguon, body) == "c\n" * 288 + "c"


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
        pytest.param(["a\n\n{% if so_don_vi %}\n{{ so_don_vi | so }} đơn vị\n{% endif %}\n\nb", "c"],
                     ["p a\n    p {so_don_vi=17} đơn vị\n    p b", "p c"], id="with conditions"),
    ],
)  # fmt: skip
def test_items_hold_all_of_their_prose_and_are_numbered_on(
    tong_hop: TongHop, texts: list[str], expected: list[str]
) -> None:
    """One list, whatever its items hold: a second one would count from its own start."""
    data, nguon = prose(tong_hop, nhiem_vu=texts)
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
