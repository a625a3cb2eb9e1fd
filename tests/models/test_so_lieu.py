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
    ],
)
def test_the_usual_form_follows_the_unit(value: int | Decimal | None, unit: DonViTinh, text: str) -> None:
    assert SoLieu("x", "X", Loai.LUONG, value, unit).in_ra == text


def test_a_unit_is_named_with_its_kind() -> None:
    assert Unit("nenh", "Nếnh", "phường").ten_day_du == "phường Nếnh"
