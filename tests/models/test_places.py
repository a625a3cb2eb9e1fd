"""Each file of a workspace has one place, and a unit's file is known by it."""

import pytest

from cqtt.models import places
from cqtt.models.ky import Ky

QUY_I = Ky(2024, 1, 3)


def test_the_places_are_those_of_the_manual() -> None:
    assert places.document(QUY_I) == "data/2024Q1/bao_cao.yaml"
    assert places.units(QUY_I, "xa_phuong") == "data/2024Q1/xa_phuong"
    assert places.unit(QUY_I, "xa_phuong", "nenh") == "data/2024Q1/xa_phuong/nenh.yaml"
    assert (places.AUTHORITY, places.TEMPLATE) == ("data/don_vi.yaml", "templates/bao_cao.docx.j2")


@pytest.mark.parametrize(
    ("path", "ma"),
    [
        ("data/2024Q1/xa_phuong/nenh.yaml", "nenh"),
        ("data/2023Q4/xa_phuong/nenh.yaml", "nenh"),
        ("data/2024Q1/phong_ban/nenh.yaml", None),
        ("data/2024Q1/bao_cao.yaml", None),
        ("data/2024Q1/xa_phuong", None),
        ("khac/2024Q1/xa_phuong/nenh.yaml", None),
        ("templates/bao_cao.docx.j2", None),
    ],
)
def test_a_path_is_that_of_a_unit_or_of_none(path: str, ma: str | None) -> None:
    assert places.unit_of(path, "xa_phuong") == ma
