"""Items of a unit's list over a longer period: each once, where it is first named."""

from msgspec.structs import replace

from cqtt.models.danh_sach import muc_moi
from cqtt.models.du_lieu import UnitReport
from cqtt.reports.than_thien.phuong_xa import SangKien
from tests.nam import shipped


def naming(*titles: str) -> UnitReport:
    unit = shipped().units[0]
    items = [SangKien(ten=title) for title in titles]
    return replace(unit, so_lieu=unit.so_lieu.model_copy(update={"sang_kien": items}))


def numbers(xa: UnitReport) -> list[int]:
    return [number for _, number in muc_moi(xa, "sang_kien")]


def test_one_file_has_its_list() -> None:
    assert numbers(naming("A", "B")) == [2]
    assert numbers(naming()) == [0]


def test_a_longer_period_has_each_item_where_it_is_first_named() -> None:
    parts = ((naming("Một cửa", "B"),), (naming("một cửa.", "C"), naming("D")))
    whole = replace(naming("Một cửa", "B", "C", "D"), cac_ky=parts)
    assert numbers(whole) == [2, 1, 1]
    assert [report for report, _ in muc_moi(whole, "sang_kien")] == [report for part in parts for report in part]
