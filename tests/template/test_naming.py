"""A sentence names a few communes; of many it gives the number, and an appendix names them."""

import pytest
from msgspec.structs import replace

from cqtt.manuscript import Insert
from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator
from cqtt.template.fill import fill
from cqtt.template.naming import Naming
from tests.template.mau import HUONG_MAI, NENH, TEMPLATE, TU_LAN, blocks, framed, printed

THREE = "{{ mot_cua.xay_moi | liet_ke%s }}"
NAMES = "Hương Mai, Minh Đức, Vân Trung"
LISTED = """

{% if danh_sach_don_vi %}
::: phu_luc danh_sach
# DANH SÁCH

{% for d in danh_sach_don_vi %}
{{ d.ten }}: {{ d.so_luong | so }}, gồm: {{ d.cac_ten }}.

{% endfor %}
:::
{% endif %}
"""


def with_limit(tong_hop: TongHop, most: int) -> TongHop:
    return replace(tong_hop, don_vi=tong_hop.don_vi.model_copy(update={"neu_ten_toi_da": most}))


def test_as_many_as_may_be_are_named(tong_hop: TongHop, nguon: Locator) -> None:
    assert printed(with_limit(tong_hop, 3), nguon, THREE % "") == NAMES
    assert printed(with_limit(tong_hop, 2), nguon, THREE % "") == "3 xã, phường nêu tại [](#danh_sach)"
    assert printed(with_limit(tong_hop, 2), nguon, THREE % "(neu_so=false)") == "các đơn vị nêu tại [](#danh_sach)"


def test_nobody_is_named_where_nobody_may_be(tong_hop: TongHop, nguon: Locator) -> None:
    assert printed(with_limit(tong_hop, 0), nguon, "{{ mot_cua.camera | liet_ke }}").endswith("nêu tại [](#danh_sach)")


def test_ten_are_named_where_the_authority_says_nothing(tong_hop: TongHop) -> None:
    don_vi = tong_hop.don_vi
    said = don_vi.model_dump(exclude={"neu_ten_toi_da"}, by_alias=True)
    naming = Naming(replace(tong_hop, don_vi=type(don_vi).model_validate(said)))
    assert [naming.is_too_long([NENH] * count) for count in (10, 11)] == [False, True]


def test_the_appendix_names_each_list_once_and_in_the_order_of_the_text(tong_hop: TongHop, nguon: Locator) -> None:
    body = f"{THREE % ''}, {{{{ mot_cua.cai_tao | liet_ke }}}}, {THREE % '(neu_so=false)'}./.{LISTED}"
    manuscript, problems = fill(with_limit(tong_hop, 2), nguon, framed(body), TEMPLATE)
    assert problems == []
    assert manuscript is not None
    text = manuscript.readable()
    assert f"Số đơn vị xây mới Bộ phận Một cửa: 3, gồm: {NAMES}.\n\nSố đơn vị cải tạo" in text
    assert text.count("gồm:") == 2
    assert Insert(NAMES, "mot_cua.xay_moi") in manuscript.inserts


def test_without_a_long_list_there_is_no_appendix(tong_hop: TongHop, nguon: Locator) -> None:
    assert blocks(with_limit(tong_hop, 3), nguon, THREE % "" + LISTED) == f"p {{mot_cua.xay_moi={NAMES}}}"


@pytest.mark.parametrize(("joined", "names"), [("", "Nếnh, Tự Lạn, Hương Mai"), ("và", "Nếnh, Tự Lạn và Hương Mai")])
def test_names_are_joined(joined: str, names: str) -> None:
    assert Naming().names([NENH, TU_LAN, HUONG_MAI], joined) == names
    assert Naming().names([NENH], joined) == "Nếnh"
    assert Naming().names([], joined) == ""
