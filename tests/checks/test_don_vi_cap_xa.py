"""A commune's answers must agree with each other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.checks import check
from cqtt.models.ky import Ky
from cqtt.source.loader import load

Edit = Callable[[str, str, str], None]
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        (
            "tthc_da_niem_yet: 141",
            "tthc_da_niem_yet: 142",
            "MC01",
            "xã Hương Mai: đã niêm yết 142, nhiều hơn số phải niêm yết 141",
        ),
        (
            "da_gan_sao: false",
            "da_gan_sao: true",
            "CN01",
            "xã Hương Mai: có da_gan_sao nhưng chưa có năm được công nhận (nam: null)",
        ),
        (
            "muc_sao: null",
            "muc_sao: 3",
            "CN01",
            "xã Hương Mai: có muc_sao nhưng chưa có năm được công nhận (nam: null)",
        ),
        ("nam: null", "nam: 2025", "CN02", "xã Hương Mai: năm được công nhận 2025 sau kỳ báo cáo 2024Q1"),
    ],
)
def test_each_rule_finds_its_contradiction(
    workspace: Path, edit: Edit, old: str, new: str, code: str, message: str
) -> None:
    edit(HUONG_MAI, old, new)
    data = load(workspace, Ky(2024, 1, 3)).data
    assert data is not None
    (problem,) = check(data)
    assert (problem.code, problem.message) == (code, message)
    assert new.strip() in problem.position.text
