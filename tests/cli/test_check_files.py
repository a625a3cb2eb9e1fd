"""``cqtt check nenh.yaml``: one unit's file, from anywhere, in the words of the whole check."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]
Edit = Callable[[str, str, str], None]
NENH = "data/2024Q1/xa_phuong/nenh.yaml"
TOLD = f"""\
{NENH}:9:9: lỗi KIEU04: mot_cua.wifi: phải là true hoặc false, đang là "có"
    wifi: có
          ^^  ghi true
phường Nếnh, quý I năm 2024: 1 lỗi, 0 cảnh báo trong 1 tệp
"""


def test_it_is_the_same_from_wherever_it_is_asked(
    cqtt: Cqtt, edit: Edit, workspace: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(NENH, "wifi: true", "wifi: có")
    edit("data/2024Q1/xa_phuong/van-ha.yaml", "wifi: true", "wifi: có")
    assert cqtt("check", NENH) == (1, TOLD, "")
    assert cqtt("check", "2024Q1", NENH) == (1, TOLD, "")
    monkeypatch.chdir(workspace / "data/2024Q1/xa_phuong")
    assert cqtt("check", "nenh.yaml") == (1, TOLD, "")
    assert cqtt("check", "../xa_phuong/nenh.yaml") == (1, TOLD, "")
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert cqtt("check", str(workspace / NENH)) == (1, TOLD, "")


def test_a_file_away_from_every_workspace_is_looked_at_as_far_as_it_goes(
    cqtt: Cqtt, workspace: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = tmp_path_factory.mktemp("elsewhere")
    shutil.copy(workspace / NENH, away / "goi.yaml")
    monkeypatch.chdir(away)
    left_out = "  chưa so với danh sách đơn vị, các đơn vị khác và kỳ trước: không thấy data/don_vi.yaml\n"
    assert cqtt("check", "goi.yaml") == (0, f"đơn vị cấp xã Nếnh: không có lỗi\n{left_out}", "")
    ended = cqtt("check", "2024Q1", "goi.yaml", "-C", str(workspace))
    assert ended == (0, "phường Nếnh, quý I năm 2024: không có lỗi\n", "")


def test_several_files_are_told_one_by_one(cqtt: Cqtt, edit: Edit) -> None:
    edit(NENH, "wifi: true", "wifi: có")
    ended = cqtt("check", NENH, "data/2024Q1/xa_phuong/van-ha.yaml")
    assert (ended.code, ended.out) == (1, f"{TOLD}xã Vân Hà, quý I năm 2024: không có lỗi\n")
    read = json.loads(cqtt("check", NENH, "data/2024Q1/xa_phuong/van-ha.yaml", "--format", "json").out)
    assert [(f["file"], f["period"], f["commune"], f["summary"]["errors"]) for f in read["files"]] == [
        (NENH, "2024Q1", "nenh", 1),
        ("data/2024Q1/xa_phuong/van-ha.yaml", "2024Q1", "van-ha", 0),
    ]


def test_programs_and_github_get_it_in_their_form(cqtt: Cqtt, edit: Edit) -> None:
    edit(NENH, "wifi: true", "wifi: có")
    read = json.loads(cqtt("check", NENH, "--format", "json").out)
    assert (read["schema_version"], read["file"], read["left_out"]) == (1, NENH, None)
    assert [(p["code"], p["line"], p["column"]) for p in read["problems"]] == [("KIEU04", 9, 9)]
    assert cqtt("check", NENH, "--format", "github").out.startswith(f"::error file={NENH},line=9,col=9,title=KIEU04::")


def test_warnings_count_where_the_call_is_strict(cqtt: Cqtt, edit: Edit) -> None:
    edit(NENH, "may_in: 5", "may_in: 500")
    assert cqtt("check", NENH).code == 0
    assert cqtt("check", NENH, "--strict").code == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("la.yaml",), "lỗi: không có tệp la.yaml\n  kiểm tra tên tệp và thư mục\n"),
        (
            ("data/2024Q1",),
            "lỗi: data/2024Q1 là thư mục\n  ghi tên tệp của một đơn vị; cả kỳ: cqtt check 2024Q1\n",
        ),
        (
            ("data/don_vi.yaml",),
            "lỗi: data/don_vi.yaml không phải tệp của một đơn vị\n"
            "  tệp khác thì kiểm tra cùng cả kỳ: cqtt check 2024Q1\n",
        ),
        (
            ("2024Q5",),
            "lỗi: “2024Q5” không phải kỳ báo cáo\n  viết như 2024Q1, 2024H1, 2024M09, 2024 hoặc 2024-03\n",
        ),
        (
            ("2023Q1", NENH),
            "lỗi: chưa có kỳ 2023Q1: không thấy thư mục data/2023Q1\n  các kỳ đang có: 2024Q1\n",
        ),
        (("--all", NENH), "lỗi: --all không đi cùng KỲ\n  ví dụ cqtt check --all, cqtt check 2024Q1\n"),
    ],
)
def test_a_wrong_call_is_told_so(cqtt: Cqtt, words: tuple[str, ...], told: str) -> None:
    assert cqtt("check", *words) == (2, "", told)
