"""A figure prints itself in its usual form."""

from decimal import Decimal

import pytest

from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu, Unit


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (5007, DonViTinh.SO, "5.007"),
        (Decimal("3.25"), DonViTinh.SO, "3,3"),
        (17_000_000_000, DonViTinh.DONG, "17 tỷ đồng"),
        (Decimal("0.966"), DonViTinh.PHAN_TRAM, "96,6%"),
        (None, DonViTinh.DONG, "–"),
        (2023, DonViTinh.NAM, "2023"),
        (Decimal("2.14"), DonViTinh.DIEM, "2,1 điểm phần trăm"),
        (4, DonViTinh.SAO, "4"),
    ],
)
def test_the_usual_form_follows_the_unit(value: int | Decimal | None, unit: DonViTinh, text: str) -> None:
    assert SoLieu("x", "X", Loai.LUONG, value, unit).in_ra == text


def test_a_unit_is_named_with_its_kind() -> None:
    assert Unit("nenh", "Nếnh", "phường").ten_day_du == "phường Nếnh"


def test_what_a_figure_is_over_time_is_a_word_of_the_json_output() -> None:
    assert {loai.name: loai.value for loai in Loai} == {
        "LUONG": "luong",
        "TON": "ton",
        "DAU_KY": "dau_ky",
        "TY_LE": "ty_le",
    }


def test_the_units_are_those_that_stand_on_paper() -> None:
    assert {unit.name: unit.value for unit in DonViTinh} == {
        "SO": "",
        "DONG": "đồng",
        "PHAN_TRAM": "%",
        "DIEM": "điểm phần trăm",
        "NAM": "năm",
        "SAO": "sao",
    }


def test_a_figure_that_nothing_computes_has_no_formula() -> None:
    plain = SoLieu("x", "X", Loai.TON, 1)
    assert (plain.don_vi_tinh, plain.cong_thuc, plain.toan_hang, plain.don_vi) == (DonViTinh.SO, "", (), None)
