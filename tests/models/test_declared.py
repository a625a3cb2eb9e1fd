"""A slip in what a report declares is reported by its attribute before anything is computed with it."""

from pathlib import Path
from typing import Annotated, Any

import pytest
from msgspec.structs import replace
from pydantic import Field

from cqtt.models.ban_ghi import BanGhi, MoHinh, Ton, TuKy
from cqtt.models.danh_muc import Muc
from cqtt.models.declared import slips
from cqtt.models.report_type import Count, KeyFigure, ListBlock
from cqtt.models.so_lieu import Loai
from cqtt.models.ty_le import TyLe
from cqtt.models.xep_hang import Ranked
from tests.than_thien import REPORT


def test_the_shipped_report_is_whole() -> None:
    assert list(slips(REPORT)) == []


RATE = TyLe("ho_so.x", "x", ("ho_so.tra_laix",), ("ho_so.tiep_nhan.tong",))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"rates": (RATE,), "key_figures": (), "status": (), "ranked": ()}, "rates: không có “ho_so.tra_laix”"),
        ({"sums": (Muc("a", "a", Loai.LUONG, ("b",)),)}, "sums: không có “b”"),
        ({"own_sums": (Muc("a", "a", Loai.LUONG, ("b",)),), "own_rates": ()}, "own_sums: không có “b”"),
        ({"own_rates": (replace(RATE, tu=("ho_so.tra_lai",), mau=("c",)),)}, "own_rates: không có “c”"),
        ({"key_figures": (KeyFigure("ho_so", "x"),)}, "key_figures: không có “ho_so”"),
        ({"status": (KeyFigure("ho_so.y", "x"),)}, "status: không có “ho_so.y”"),
        ({"ranked": (Ranked("ho_so"),)}, "ranked: không có “ho_so”"),
        ({"counts": (Count("xep_hang.x", "x", "", lambda *_: True),)}, "xep_hang.x: tên này dành cho phần mềm"),
        ({"averages": ("trang_thiet_bi.may_in",)}, "averages: không có “trang_thiet_bi.may_in”"),
        ({"above_only": ("khong_co",)}, "above_only: không có “khong_co”"),
        ({"unit_name": "ten"}, "unit_name: không có “ten”"),
        ({"counts": (Count("ho_so.tra_lai", "x", "", lambda *_: True),)}, "ho_so.tra_lai: hai số liệu cùng đường dẫn"),
        ({"lists": (ListBlock("chap_nhan", "x"),)}, "lists: chap_nhan phải là danh sách có khóa ten ở mỗi mục"),
        ({"lists": (ListBlock("khong_co", "x"),)}, "lists: khong_co phải là danh sách có khóa ten ở mỗi mục"),
        ({"template": Path("khong_co.j2")}, "template: không có tệp khong_co.j2"),
    ],
)
def test_a_slip_is_reported_by_its_attribute(change: dict[str, Any], told: str) -> None:
    assert list(slips(replace(REPORT, **change))) == [told]


class Muc1(MoHinh):
    """An item with a field from some period on, which nobody would look at."""

    ten: str = Field(title="Tên")
    moi: Annotated[str | None, TuKy("2025Q1")] = Field(default=None, title="Mới")


class Tep(BanGhi):
    """A record with two marks that say nothing."""

    phuong_xa: str = Field(title="Tên")
    so: Annotated[Ton | None, TuKy("2025X1")] = Field(default=None, title="Số")
    muc: list[Muc1] = Field(title="Mục")


def test_a_mark_that_says_nothing_is_reported() -> None:
    found = list(slips(replace(REPORT, record=Tep, rates=(), sums=(), counts=(), lists=(), averages=())))
    assert "record: so: “2025X1” không phải kỳ báo cáo" in found
    assert "record: muc[].moi: TuKy không dùng trong mục của danh sách" in found
