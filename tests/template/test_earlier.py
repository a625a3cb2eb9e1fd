"""An earlier period has the same names behind its own, or is nothing at all."""

import pytest
from msgspec.structs import replace

from cqtt.models.ky import Ky
from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator
from tests.template.mau import printed, told


@pytest.fixture
def beside(tong_hop: TongHop) -> TongHop:
    """2024Q1 beside a 2023Q4 that is the same."""
    return replace(tong_hop, ky_truoc=replace(tong_hop, ky=Ky(2023, 10, 12)))


def test_its_figures_and_its_names_are_printed(beside: TongHop, nguon: Locator) -> None:
    body = "{{ ky_truoc.ho_so.tra_lai | so }} ({{ ky_truoc.ten }}, {{ ky_truoc.ten_ngan }}, {{ ky_truoc.nam }})."
    assert printed(beside, nguon, body) == "2 (quý IV năm 2023, quý IV, 2023)."


def test_what_is_not_there_is_false(beside: TongHop, nguon: Locator) -> None:
    body = "A{% if ky_truoc %} có{% endif %}{% if cung_ky %} {{ cung_ky.ho_so.tra_lai | so }}{% endif %}."
    assert printed(beside, nguon, body) == "A có."


def test_what_is_not_there_cannot_be_printed(beside: TongHop, nguon: Locator) -> None:
    found = told(beside, nguon, "{{ cung_ky.ho_so.tra_lai | so }}.")
    assert "lỗi KHUON02: không có số liệu của cung_ky: cung_ky.ho_so" in found
    assert "đặt trong {% if cung_ky %} … {% endif %}" in found


def test_a_change_is_printed_or_leaves_nothing_behind(beside: TongHop, nguon: Locator) -> None:
    change = '{{ ho_so.tra_lai | so }} hồ sơ{{ ho_so.tra_lai | so_voi_NAME("hồ sơ", truoc=", ") }}.'
    assert printed(beside, nguon, change.replace("NAME", "ky_truoc")) == "2 hồ sơ, không đổi so với quý trước."
    assert printed(beside, nguon, change.replace("NAME", "cung_ky")) == "2 hồ sơ."


@pytest.mark.parametrize("words", ["5", "truoc=5", "ho_so.tra_lai | so"])
def test_the_words_of_a_change_are_typed(beside: TongHop, nguon: Locator, words: str) -> None:
    found = told(beside, nguon, f"{{{{ ho_so.tra_lai | so_voi_ky_truoc({words}) }}}}.")
    assert "lỗi KHUON04: chữ của so_voi_ky_truoc đặt trong nháy" in found
