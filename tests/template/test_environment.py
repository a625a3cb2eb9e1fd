"""The sandbox: what a template may do, and that every mistake in one ends in one finding."""

import pytest

from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator
from cqtt.template.environment import TAGS, Sandbox, has_value
from cqtt.template.values import Number
from tests.template.mau import printed, told


def test_a_sandbox_has_no_globals_no_tests_and_no_filters_but_ours() -> None:
    sandbox = Sandbox({"so": lambda value: f"<{value}>"}, str, ["ho_so"])
    assert sandbox.globals == {}
    assert list(sandbox.tests) == ["co_so_lieu"]
    assert [name for name in sandbox.filters if name.isidentifier()] == ["so"]
    assert sandbox.loader is None


def test_a_figure_that_exists_is_told_from_one_that_does_not(tong_hop: TongHop) -> None:
    figures = tong_hop.so_lieu.values()
    assert has_value(Number(next(f for f in figures if f.gia_tri is not None)))
    assert not has_value(1)
    assert not has_value(None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("{{ ho_so.tra_lai | so }}", "2", id="a figure"),
        pytest.param("{{ kinh_phi|tien }}", "17 tỷ đồng", id="without blanks"),
        pytest.param("{{\n  ho_so.tra_lai\n  | so\n}}", "2", id="on several lines"),
        pytest.param("{{ don_vi.ten }}", "Việt Yên", id="words"),
        pytest.param("{{ ky.tu_ngay | ngay }}", "01/01/2024", id="a day"),
        pytest.param("{{ xa_phuong['huong-mai'].ten }}", "Hương Mai", id="one commune"),
        pytest.param("{{ xa_phuong.nenh.ten }}", "Nếnh", id="one commune by a plain name"),
        pytest.param("{{ xa_phuong['nenh'].ho_so.tiep_nhan.tong | so }}", "486", id="a path of one commune"),
        pytest.param("{% set x = xa_phuong.nenh.ho_so %}{{ x.tiep_nhan.tong | so }}", "486", id="a path of a group"),
        pytest.param("{% if ho_so.tra_lai %}a{% else %}b{% endif %}", "a", id="if and else"),
        pytest.param("{% if not ho_so.tra_lai %}a{% elif kinh_phi %}b{% endif %}", "b", id="elif"),
        pytest.param("{% if ho_so.tra_lai == 2 and ho_so.tra_lai != 3 %}a{% endif %}", "a", id="equal"),
        pytest.param("{% if ho_so.tra_lai < 3 and ho_so.tra_lai >= 2 %}a{% endif %}", "a", id="less"),
        pytest.param("{% if mot_cua.wifi == so_don_vi %}a{% endif %}", "a", id="two figures"),
        pytest.param('{% if don_vi.cap == "huyện" %}a{% endif %}', "a", id="words equal words"),
        pytest.param('{% if don_vi.cap in ["huyện", "tỉnh"] %}a{% endif %}', "a", id="one of several words"),
        pytest.param("{% if kinh_phi is co_so_lieu %}a{% endif %}", "a", id="the test"),
        pytest.param("{% if kinh_phi is not co_so_lieu %}a{% endif %}b", "b", id="the test denied"),
        pytest.param("{{ 'a' if kinh_phi else 'b' }}", "a", id="if in braces"),
        pytest.param("{% set x = ho_so.tra_lai %}{{ x | so }}", "2", id="set"),
        pytest.param("{% set x %}a {{ ho_so.tra_lai | so }}{% endset %}{{ x }}, {{ x }}", "a 2, a 2", id="a set block"),
        pytest.param("{% macro f(x) %}[{{ x | so }}]{% endmacro %}{{ f(ho_so.tra_lai) }}", "[2]", id="a macro"),
        pytest.param("{% macro f(x=kinh_phi) %}{{ x | tien }}{% endmacro %}{{ f() }}", "17 tỷ đồng", id="a default"),
        pytest.param("{% macro f(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ f(b='1', a='2') }}", "21", id="by name"),
        pytest.param("{% macro f(x) %}{{ x.ten }},{% endmacro %}"
                     "{% for x in xa_phuong if x.loai == 'xã' %}{{ f(x) }}{% endfor %}",
                     "Hương Mai,Minh Đức,Nghĩa Trung,Thượng Lan,Tiên Sơn,Trung Sơn,Vân Hà,Việt Tiến,",
                     id="a macro in a loop"),
        pytest.param("{% for x in sang_kien.danh_sach %}{{ loop.index | stt }}{% if not loop.last %}-{% endif %}"
                     "{% endfor %}", "1-2-3-4-5", id="loop"),
        pytest.param("{% for x in van_xuoi.kien_nghi %}a{% else %}không{% endfor %}", "không", id="an empty loop"),
        pytest.param("{{ '<b>&' }}", "<b>&", id="words of the template"),
        pytest.param("{# ghi chú #}a", "a", id="a comment"),
        pytest.param("{% raw %}{{ x }}{% endraw %}", "{{ x }}", id="braces as they are"),
        pytest.param("a {{- ' b ' -}} c", "a b c", id="blanks taken away"),
        pytest.param("{{ '{{ 7*7 }}' }}", "{{ 7*7 }}", id="words are not filled again"),
    ],
)  # fmt: skip
def test_what_a_template_may_do(tong_hop: TongHop, nguon: Locator, body: str, expected: str) -> None:
    end = "{{ '' }}"  # keeps the blank line behind a command
    assert printed(tong_hop, nguon, body + end) == expected


def test_the_commands_named_in_messages_are_those_that_work(tong_hop: TongHop, nguon: Locator) -> None:
    body = (
        "{% macro a() %}x{% endmacro %}{% set b = 1 %}{% set c %}y{% endset %}"
        "{% for d in xa_phuong %}{% endfor %}{% if b %}{% elif c %}{% else %}{% endif %}z\n\n"
        "{% bang cac_ky %}\nKỳ | ten\n{% endbang %}"
    )
    assert printed(tong_hop, nguon, body).startswith("z\n\n| Kỳ |\n")
    assert all(f"{{% {tag} " in body for tag in TAGS)


@pytest.mark.parametrize(
    "tag",
    ["include 'x'", "import 'x' as y", "from 'x' import y", "extends 'x'", "block x", "with a = 1", "filter so",
     "call f()", "autoescape true", "print 1", "do 1", "break", "continue", "trans", "debug"],
)  # fmt: skip
def test_every_other_command_is_unknown(tong_hop: TongHop, nguon: Locator, tag: str) -> None:
    assert f"KHUON01: không có lệnh {{% {tag.split()[0]} %}}" in told(tong_hop, nguon, f"{{% {tag} %}}")


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "namespace", "caller", "super"])
def test_no_name_of_jinja_is_a_name(tong_hop: TongHop, nguon: Locator, name: str) -> None:
    assert f"KHUON02: không có “{name}”" in told(tong_hop, nguon, f"{{{{ {name}() }}}}")


@pytest.mark.parametrize(
    "value",
    ["ho_so", "ho_so.tra_lai", "don_vi.ten", "ky.tu_ngay", "xa_phuong", "van_xuoi", "van_xuoi.chi_dao", "tieu_de",
     "'a'", "1", "[]", "none", "true", "self"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["__class__", "__init__", "__globals__", "_x", "figure", "mro", "format", "append"])
def test_no_attribute_leads_out(tong_hop: TongHop, nguon: Locator, value: str, name: str) -> None:
    for body in (
        f"{{{{ {value}.{name} }}}}",
        f"{{{{ {value}['{name}'] }}}}",
        f"{{% if {value}.{name} %}}{{% endif %}}",
    ):
        found = told(tong_hop, nguon, body)
        assert ": lỗi KHUON0" in found
        assert name in found


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("{{ ('a' * 9) * 999999999 }}", id="multiplied words"),
        pytest.param("{% set x = 9 ** 9 ** 9 ** 9 %}", id="a power"),
        pytest.param("{{ '%99999999d' % 1 }}", id="a wide format"),
        pytest.param("{% macro f(n) %}{% for a in xa_phuong %}{{ f(n) }}{% endfor %}{% endmacro %}{{ f(1) }}",
                     id="a macro that calls itself in a loop"),
        pytest.param("{% macro f() %}{% if f() %}{% endif %}{% endmacro %}{{ f() }}", id="a macro that tests itself"),
        pytest.param("{% macro f(g) %}{{ g(g) }}{% endmacro %}{{ f(f) }}", id="a macro given to itself"),
        pytest.param("{{ " + "(" * 9999 + " }}", id="brackets that open"),
        pytest.param("{{ " + "[" * 999 + "]" * 999 + " }}", id="lists in lists"),
        pytest.param("{% if " + "not " * 9999 + "a %}{% endif %}", id="many denials"),
        pytest.param("{{ ho_so" + ".a" * 9999 + " }}", id="a long path"),
        pytest.param("{{ ho_so.tra_lai" + " | so" * 9999 + " }}", id="many filters"),
        pytest.param("{% if ho_so %}" * 199 + "{% endif %}" * 199, id="many conditions"),
        pytest.param("{{ " + "9" * 9999 + " }}", id="a long number"),
        pytest.param("{{ 1e999 }}", id="an endless number"),
        pytest.param("{% macro f(a, a) %}{% endmacro %}", id="a name given twice"),
        pytest.param("{% for a, b in xa_phuong %}{% endfor %}", id="pairs out of single things"),
        pytest.param("{% set a, b = ho_so %}", id="two names for one thing"),
        pytest.param("{% for x in xa_phuong recursive %}{{ loop(x) }}{% endfor %}", id="a loop called"),
        pytest.param("{{ [ho_so].append(1) }}", id="a list changed"),
        pytest.param("{{ ho_so.tra_lai | so(*[1]) }}", id="values given as a list"),
        pytest.param("{{ '\\ue0000\\ue001' }}", id="a slot made by hand"),
        pytest.param("{{ '\\ue002x' }}", id="a mark made by hand"),
    ],
)  # fmt: skip
def test_no_way_out_ends_in_anything_but_one_finding(tong_hop: TongHop, nguon: Locator, body: str) -> None:
    found = told(tong_hop, nguon, body)
    assert found.count(": lỗi ") == 1
    assert found.startswith("templates/bao_cao.docx.j2:")
