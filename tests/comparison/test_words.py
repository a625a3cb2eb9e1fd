"""The changes as they are printed, and what a reader must know beside them."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from cqtt.comparison.compare import Comparison
from cqtt.comparison.words import alone_rows, change_cells, change_heads, key_cells, notes, ratio, signed_ratio
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu
from cqtt.models.so_sanh import ChenhLech
from tests.comparison.ky import Edit, changed, copied, merged
from tests.than_thien import REPORT

SO, PHAN_TRAM, DONG, NAM, SAO = (DonViTinh[name] for name in ("SO", "PHAN_TRAM", "DONG", "NAM", "SAO"))


def change(before: int | str | None, after: int | str | None, unit: DonViTinh = SO) -> ChenhLech:
    values = (Decimal(v) if isinstance(v, str) else v for v in (before, after))
    return ChenhLech(*(SoLieu("x", "x", Loai.LUONG, value, unit) for value in values))


@pytest.mark.parametrize(
    ("made", "sign", "share"),
    [
        (change(100, 112), "+12", "+12,0%"),
        (change(2000, 1), "-1.999", "-100,0%"),
        (change(4, 0), "-4", "-100,0%"),
        (change(3, 3), "0", "0,0%"),
        (change(0, 5), "+5", "–"),
        (change(None, 5), "–", "–"),
        (change("3.25", "3.33"), "0,0", "0,0%"),
        (change("3.24", "3.31"), "+0,1", "+3,1%"),
        (change("0.966264", "0.945", PHAN_TRAM), "-2,1", "–"),
        (change("0.9", "1", PHAN_TRAM), "+10,0", "–"),
        (change(17_000_000_000, 15_500_000_000, DONG), "-1,5 tỷ đồng", "-8,8%"),
        (change(1_000_000, 2_000_000, DONG), "+1 triệu đồng", "+100,0%"),
        (change(5, 5, DONG), "0", "0,0%"),
        (change(5, None, DONG), "–", "–"),
        (change("0.98", "0.96", PHAN_TRAM), "-2,0", "–"),
        (change("0.96", "0.96", PHAN_TRAM), "0,0", "–"),
        (change(3, 4, SAO), "+1", "–"),
        (change(2023, 2024, NAM), "–", "–"),
    ],
)
def test_a_change_is_that_of_the_printed_values(made: ChenhLech, sign: str, share: str) -> None:
    assert (made.co_dau, signed_ratio(made)) == (sign, share)


def test_rates_change_by_points_and_all_else_by_a_number_and_a_share() -> None:
    assert (change_heads(PHAN_TRAM), change_heads(PHAN_TRAM, "điểm %")) == (
        ("Thay đổi (điểm phần trăm)",),
        ("Thay đổi (điểm %)",),
    )
    assert change_heads(DONG) == ("Thay đổi", "Thay đổi (%)")
    assert change_cells(change("0.5", "0.625", PHAN_TRAM)) == ("50,0%", "62,5%", "+12,5")
    assert change_cells(change(4, 5)) == ("4", "5", "+1", "+25,0%")


def test_a_share_is_exact() -> None:
    assert ratio(change(160, 280)) == Decimal("0.75")
    assert ratio(change(3, 2)) == Decimal(-1) / 3


def test_each_key_figure_has_its_value_and_its_change(
    workspace: Path, edit: Edit, compared: Callable[[], Comparison]
) -> None:
    changed(workspace, edit)
    nenh = compared().communes[0]
    assert list(key_cells(nenh, REPORT)) == ["496", "+10", "450", "+10", "34", "0", "89,3%", "-2,1"]


def test_communes_that_came_and_went_are_named(workspace: Path, edit: Edit, compared: Callable[[], Comparison]) -> None:
    changed(workspace, edit)
    assert list(notes(compared())) == []
    merged(workspace, edit)
    assert list(notes(compared())) == [
        "Chỉ có ở quý I năm 2024: phường Hồng Thái (nhập vào phường Nếnh), phường Ninh Sơn (nhập vào phường Sơn Châu), "
        "phường Quang Châu (nhập vào phường Sơn Châu), phường Tự Lạn.",
        "Chỉ có ở quý II năm 2024: phường Sơn Châu (nhập từ phường Ninh Sơn, phường Quang Châu), phường Mới.",
        "Số quý I năm 2024 của đơn vị đã nhập được cộng vào đơn vị nhận.",
    ]


def test_periods_of_unlike_length_are_told(workspace: Path, compared: Callable[[], Comparison]) -> None:
    copied(workspace)
    comparison = compared()
    longer = replace(comparison, after=replace(comparison.after, ky=Ky(2024, 1, 6)))
    assert list(notes(longer)) == [
        "Hai kỳ dài ngắn khác nhau (2024Q1: 3 tháng, 2024H1: 6 tháng): "
        "số phát sinh trong kỳ chênh nhau một phần vì thế."
    ]


def test_many_communes_that_came_or_went_stand_in_a_table(
    workspace: Path, edit: Edit, compared: Callable[[], Comparison]
) -> None:
    copied(workspace)
    merged(workspace, edit)
    named = compared()
    assert alone_rows(named) == []
    don_vi = named.after.don_vi.model_copy(update={"neu_ten_toi_da": 2})
    few = replace(named, after=replace(named.after, don_vi=don_vi))
    assert len(named.only_before) == 4
    assert list(notes(few))[:2] == [
        "Chỉ có ở quý I năm 2024: 4 đơn vị, nêu ở bảng “Đơn vị chỉ có ở một kỳ”.",
        next(note for note in notes(named) if note.startswith("Chỉ có ở quý II năm 2024: ")),
    ]
    assert [row[1] for row in alone_rows(few)] == ["quý I năm 2024"] * 4
    assert ", ".join(row[0] for row in alone_rows(few)) in next(iter(notes(named)))
