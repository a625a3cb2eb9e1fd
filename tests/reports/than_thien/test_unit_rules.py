"""A commune's answers must agree with each other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.checks import check, check_units
from cqtt.models.ky import Ky
from cqtt.problems import Severity
from cqtt.source.loader import load, load_authority
from tests.conftest import faults, not_shipped
from tests.than_thien import REPORT

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
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    (problem,) = not_shipped(check(data))
    assert (problem.code, problem.message) == (code, message)
    assert new.strip() in problem.position.text


@pytest.mark.parametrize("name", [".", "-", "***", "“…”"])
def test_a_name_of_signs_is_no_initiative(workspace: Path, edit: Edit, name: str) -> None:
    file = (workspace / HUONG_MAI).read_text(encoding="utf-8")
    line = next(line for line in file.split("\n") if line.lstrip().startswith("- ten:"))
    edit(HUONG_MAI, line, f'{line.partition("ten:")[0]}ten: "{name}"')
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    (problem,) = not_shipped(check(data))
    assert (problem.code, problem.key) == ("XA03", "sang_kien[1].ten")
    assert problem.message == f"xã Hương Mai: “{name}” không phải tên sáng kiến"
    assert name in problem.position.text


def test_ten_times_the_middle_commune_is_a_slip(workspace: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "may_in: 4", "may_in: 40")
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    (problem,) = not_shipped(check(data))
    assert (problem.code, problem.severity, problem.key) == ("TB01", Severity.WARNING, "trang_thiet_bi.may_in")
    assert problem.message == "xã Hương Mai: 40, trong khi đơn vị ở giữa chỉ có 4"
    assert faults(check_units(REPORT, data.units[:4], data.ky)) == []
