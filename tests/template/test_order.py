"""A table in order of a figure: the highest first, ties beside each other, who has none at the end."""

import re

import pytest

from cqtt.manuscript import Printed
from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator
from cqtt.template.fill import fill
from cqtt.template.order import Order
from tests.template.mau import framed
from tests.template.test_tables import directive, insert

RATE = "ho_so.ty_le_truc_tuyen"
COLUMNS = ("TT | stt", "Hạng | hang", "Đơn vị | ten", f"Tỷ lệ | {RATE}")


def cells(tong_hop: TongHop, nguon: Locator, head: str, *columns: str) -> list[list[str]]:
    made = insert(tong_hop, nguon, directive(*columns, head=head))
    texts = [column.texts for column in made.columns if isinstance(column, Printed)]
    totals = [[cell if isinstance(cell, str) else cell.text for cell in row] for row in made.totals]
    return [*map(list, zip(*texts, strict=True)), *totals]


def test_the_highest_comes_first_and_ties_share_a_place(tong_hop: TongHop, nguon: Locator) -> None:
    rows = cells(tong_hop, nguon, f'xa_phuong sap_xep="{RATE}" tong="Tổng cộng"', *COLUMNS)
    assert [row[0] for row in rows] == [*map(str, range(1, 18)), ""]
    assert [row[1] for row in rows] == [*["1"] * 14, "15", "16", "17", ""]
    assert [row[3] for row in rows] == [*["100%"] * 14, "99,7%", "99,2%", "98,9%", "99,9%"]
    listed = [xa.don_vi.ten for xa in tong_hop.units if xa.so_lieu[RATE].in_ra == "100%"]
    assert [row[2] for row in rows[:14]] == listed
    assert rows[-1][2] == "Tổng cộng"


def test_the_lowest_comes_first_where_that_is_asked_for(tong_hop: TongHop, nguon: Locator) -> None:
    rows = cells(tong_hop, nguon, f'xa_phuong sap_xep="{RATE}" tang_dan', *COLUMNS)
    assert [row[1] for row in rows] == ["1", "2", "3", *["4"] * 14]


def test_who_has_no_figure_comes_last_without_a_place(tong_hop: TongHop, nguon: Locator) -> None:
    path = "cong_nhan.muc_sao"
    for more in ("", " tang_dan"):
        rows = cells(tong_hop, nguon, f'xa_phuong sap_xep="{path}"{more}', "Hạng | hang", f"Sao | {path}")
        without = [row for row in rows if row[1] == "–"]
        assert without
        assert rows[-len(without) :] == without == [["–", "–"]] * len(without)


def test_kinds_of_units_are_rows_like_units(tong_hop: TongHop, nguon: Locator) -> None:
    columns = ("Loại | ten | hoa_dau", "Số | so_don_vi", "Tỷ lệ | ho_so.ty_le_dung_han")
    rows = cells(tong_hop, nguon, 'theo_loai sap_xep="so_don_vi" tong="Cộng"', *columns)
    assert rows == [["Phường", "9", "96,5%"], ["Xã", "8", "96,8%"], ["Cộng", "17", "96,6%"]]


@pytest.mark.parametrize(
    ("head", "column", "told"),
    [
        ("xa_phuong", "Hạng | hang", "KHUON04: cột hang cần bảng có sap_xep"),
        ('xa_phuong sap_xep="ten"', "Đơn vị | ten", "KHUON04: không xếp thứ tự theo ten: không phải số liệu"),
        ('xa_phuong sap_xep="khong.co"', "Đơn vị | ten", "KHUON02: không có “khong.co”"),
        ("xa_phuong sap_xep", "Đơn vị | ten", "KHUON04: sap_xep cần tên một số liệu, trong nháy"),
        ('xa_phuong sap_xep=""', "Đơn vị | ten", "KHUON04: sap_xep cần tên một số liệu, trong nháy"),
        ("xa_phuong tang_dan", "Đơn vị | ten", "KHUON04: tang_dan chỉ đi cùng sap_xep, không có giá trị"),
        (
            f'xa_phuong sap_xep="{RATE}" tang_dan="x"',
            "Đơn vị | ten",
            "KHUON04: tang_dan chỉ đi cùng sap_xep, không có giá trị",
        ),
        (
            "xa_phuong",
            "Số đơn vị | cong_nhan.so_don_vi",
            "KHUON04: cong_nhan.so_don_vi là số của cả địa phương, từng đơn vị không có",
        ),
        ("xa_phuong", "Hạng | hang | so", "KHUON04: cột “Hạng” thừa “so”"),
    ],
)
def test_what_cannot_be_put_in_order_is_told(
    tong_hop: TongHop, nguon: Locator, head: str, column: str, told: str
) -> None:
    _, problems = fill(tong_hop, nguon, framed(directive(column, head=head)), "x.j2")
    assert [f"{problem.code}: {problem.message}" for problem in problems] == [told]


def test_a_column_of_the_authoritys_own_figure_is_led_to_the_row_of_totals(tong_hop: TongHop, nguon: Locator) -> None:
    _, (problem,) = fill(tong_hop, nguon, framed(directive("Số | cong_nhan.so_don_vi")), "x.j2")
    assert re.search(r"tong=cong_nhan\.so_don_vi$", problem.hint)


def test_no_order_is_none() -> None:
    assert Order.said(None, False) is None
    assert Order.said("a.b", True) == Order("a.b", tang_dan=True)
