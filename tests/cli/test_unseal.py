"""``cqtt unseal``: a signed period may be changed again, and why is on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended
from tests.cli.niem_phong import HUONG_MAI, PLACE, TODAY
from tests.cli.tien_trinh import names
from tests.conftest import shortened

Cqtt = Callable[..., Ended]
Edit = Callable[[str, str, str], None]


@pytest.fixture
def workspace(workspace: Path) -> Path:
    """With a short report."""
    return shortened(workspace)


def test_the_reason_is_written_down_and_nothing_kept_is_lost(cqtt: Cqtt, workspace: Path, edit: Edit) -> None:
    cqtt("seal", "2024Q1")
    kept = {path: path.read_bytes() for path in (workspace / PLACE).rglob("*") if path.is_file()}
    assert cqtt("unseal", "2024Q1", "--reason", " Nếnh báo sai:\nsố hồ sơ ") == (
        0,
        f"đã ghi {PLACE}/mo_niem_phong.yaml\nđã mở niêm phong 2024Q1; sửa xong, ký lại thì: cqtt seal 2024Q1\n",
        "",
    )
    assert all(path.read_bytes() == data for path, data in kept.items())
    assert (workspace / PLACE / "mo_niem_phong.yaml").read_text(encoding="utf-8") == (
        f'# 2024Q1 được mở niêm phong.\nngay: "{TODAY}"\nly_do: "Nếnh báo sai: số hồ sơ"\n'
    )
    edit(HUONG_MAI, "wifi: true", "wifi: false")
    assert cqtt("build", "2024Q1") == (0, "đã ghi out/2024Q1/bao_cao.docx từ 17/17 xã, phường\n", "")


def test_it_is_sealed_again_beside_the_first_time(cqtt: Cqtt, workspace: Path, edit: Edit) -> None:
    cqtt("seal", "2024Q1")
    cqtt("unseal", "2024Q1", "--reason", "sai")
    edit(HUONG_MAI, "wifi: true", "wifi: false")
    assert cqtt("seal", "2024Q1").out.startswith("đã niêm phong 2024Q1: data/2024Q1/niem_phong/lan_2\n")
    assert names(workspace / "data/2024Q1/niem_phong") == ["lan_1", "lan_2"]
    assert cqtt("build", "2024Q1").code == 0
    edit(HUONG_MAI, "wifi: false", "wifi: true")
    assert "NP02" in cqtt("build", "2024Q1").err


def test_what_is_not_sealed_is_not_opened(cqtt: Cqtt) -> None:
    told = "lỗi: 2024Q1 không niêm phong, sửa được ngay\n  niêm phong kỳ đã ký bằng: cqtt seal 2024Q1\n"
    assert cqtt("unseal", "2024Q1", "--reason", "x") == (2, "", told)
    cqtt("seal", "2024Q1")
    cqtt("unseal", "2024Q1", "--reason", "x")
    assert cqtt("unseal", "2024Q1", "--reason", "x") == (2, "", told)


def test_there_must_be_a_reason(cqtt: Cqtt, workspace: Path) -> None:
    cqtt("seal", "2024Q1")
    hint = 'ví dụ cqtt unseal 2024Q1 --reason "số hồ sơ của Nếnh sai"'
    assert cqtt("unseal", "2024Q1", "--reason", " ") == (2, "", f"lỗi: --reason để trống\n  {hint}\n")
    assert cqtt("unseal", "2024Q1").code == 2
    assert not (workspace / PLACE / "mo_niem_phong.yaml").exists()


def test_an_opening_by_hand_without_a_reason_is_none(cqtt: Cqtt, workspace: Path) -> None:
    cqtt("seal", "2024Q1")
    (workspace / PLACE / "mo_niem_phong.yaml").write_text('ngay: "05/4/2024"\n', encoding="utf-8")
    ended = cqtt("build", "2024Q1")
    assert (ended.code, "mo_niem_phong.yaml:1:1: lỗi KHOA02: ly_do: " in ended.err) == (1, True)
