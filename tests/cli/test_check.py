"""``cqtt check``: everything that can be wrong, all at once, and nothing written."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended
from tests.cli.tien_trinh import opened
from tests.conftest import ROOT

Cqtt = Callable[..., Ended]
Edit = Callable[[str, str, str], None]
XA = "data/2024Q1/xa_phuong"
AS_IT_IS = "đúng như vậy thì không cần sửa; báo cáo sẽ nêu tên"


def test_good_data_are_said_to_be_good(cqtt: Cqtt) -> None:
    assert cqtt("check", "2024Q1") == (
        0,
        f"{XA}/tang-tien.yaml:59:15: lưu ý CN03: cong_nhan.da_gan_sao: "
        "phường Tăng Tiến: được công nhận năm 2023 mà chưa gắn sao\n"
        f"    da_gan_sao: false\n{' ' * 16}^^^^^  {AS_IT_IS}\n"
        f"{XA}/tu-lan.yaml:59:15: lưu ý CN03: cong_nhan.da_gan_sao: "
        "phường Tự Lạn: được công nhận năm 2023 mà chưa gắn sao\n"
        f"    da_gan_sao: false\n{' ' * 16}^^^^^  {AS_IT_IS}\n"
        "không có lỗi, 2 lưu ý; 17/17 xã, phường đạt\n",
        "",
    )
    assert not Path("out").exists()


def test_findings_of_all_files_come_in_one_run(cqtt: Cqtt, edit: Edit, workspace: Path) -> None:
    edit(f"{XA}/huong-mai.yaml", "may_in: 4", "may_in: bốn")
    edit(f"{XA}/nenh.yaml", "camera: true", "camra: true")
    (workspace / XA / "van-ha.yaml").unlink()
    (workspace / XA / "la.yaml").write_text("phuong_xa: Lạ\n", encoding="utf-8")
    edit("data/2024Q1/bao_cao.yaml", "tin_bai: 158", "tin_bai: -158")
    ended = cqtt("check", "2024Q1")
    assert ended.code == 1
    told = [line.split(": ", 2)[:2] for line in ended.out.splitlines() if line.startswith("data")]
    assert told == [
        ["data/2024Q1/bao_cao.yaml:28:10", "lỗi SO06"],
        [f"{XA}/huong-mai.yaml:25:11", "lỗi SO10"],
        [f"{XA}/la.yaml", "lỗi TEP05"],
        [f"{XA}/nenh.yaml:6:1", "lỗi KHOA02"],
        [f"{XA}/nenh.yaml:10:3", "lỗi KHOA01"],
        [f"{XA}/tang-tien.yaml:59:15", "lưu ý CN03"],
        [f"{XA}/tu-lan.yaml:59:15", "lưu ý CN03"],
        [f"{XA}/van-ha.yaml", "lỗi TEP04"],
    ]
    assert ended.out.endswith("6 lỗi, 0 cảnh báo, 2 lưu ý trong 7 tệp; 14/17 xã, phường đạt\n")


def test_mistakes_of_the_template_are_found_beside_wrong_data(cqtt: Cqtt, edit: Edit) -> None:
    edit(f"{XA}/huong-mai.yaml", "may_in: 4", "may_in: -4")
    edit("templates/bao_cao.docx.j2", "ho_so.tra_lai | so", "ho_so.tra_lai_ | so")
    told = cqtt("check", "2024Q1").out
    assert "SO06" in told
    assert "templates/bao_cao.docx.j2:" in told
    assert "có phải ý bạn là “ho_so.tra_lai”?" in told


def test_json_is_for_programs(cqtt: Cqtt, edit: Edit) -> None:
    edit(f"{XA}/huong-mai.yaml", "may_in: 4", "may_in: 012")
    ended = cqtt("check", "2024Q1", "--format", "json")
    read = json.loads(ended.out)
    assert ended.code == 1
    assert [(p["code"], p["line"], p["column"]) for p in read["problems"]] == [
        ("SO02", 25, 11),
        ("CN03", 59, 15),
        ("CN03", 59, 15),
    ]
    assert read["summary"]["notices"] == 2


def test_github_is_chosen_by_itself(cqtt: Cqtt, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    edit(f"{XA}/huong-mai.yaml", "may_in: 4", "may_in: 4.0")
    assert cqtt("check", "2024Q1").out.startswith(f"::error file={XA}/huong-mai.yaml,line=25,col=11,title=SO04::")
    assert cqtt("check", "2024Q1", "--format", "text").out.startswith(f"{XA}/huong-mai.yaml:25:11: lỗi SO04")


def test_strict_makes_warnings_count(cqtt: Cqtt, edit: Edit) -> None:
    edit("data/don_vi.yaml", "ho_ten: Thân Văn Thuận", "ho_ten: null")
    assert cqtt("check", "2024Q1").code == 0
    assert cqtt("check", "2024Q1", "--strict").code == 1


@pytest.mark.slow
def test_colour_only_where_it_is_wanted(cqtt: Cqtt, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(f"{XA}/huong-mai.yaml", "may_in: 4", "may_in: 4.0")
    assert "\x1b[" not in cqtt("check", "2024Q1").out
    assert "\x1b[31mlỗi SO04\x1b[0m" in cqtt("check", "2024Q1", "--color", "always").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in cqtt("check", "2024Q1", "--color", "auto").out


@pytest.mark.usefixtures("two_quarters")
def test_all_periods_are_checked_and_what_they_share_is_told_once(cqtt: Cqtt, edit: Edit) -> None:
    edit("data/don_vi.yaml", "ho_ten: Thân Văn Thuận", "ho_ten: null")
    edit("data/2024Q2/xa_phuong/nenh.yaml", "camera: true", "camera: có")
    ended = cqtt("check", "--all")
    assert ended.code == 1
    assert ended.out.count("cảnh báo BC03") == 1
    assert ended.out.count("lỗi KIEU04") == 1
    first, second = ended.out.splitlines()[-2:]
    assert first.startswith("2024Q1: 0 lỗi, 1 cảnh báo")
    assert second.startswith("2024Q2: 1 lỗi, 1 cảnh báo")


@pytest.mark.usefixtures("two_quarters")
def test_all_periods_for_programs_and_for_github(cqtt: Cqtt, edit: Edit) -> None:
    edit("data/2024Q2/xa_phuong/nenh.yaml", "camera: true", "camera: có")
    read = json.loads(cqtt("check", "--all", "--format", "json").out)
    assert read["schema_version"] == 1
    assert [(p["period"], p["summary"]["errors"]) for p in read["periods"]] == [("2024Q1", 0), ("2024Q2", 1)]
    told = cqtt("check", "--all", "--format", "github").out
    assert "::error file=data/2024Q2/xa_phuong/nenh.yaml,line=12,col=11,title=KIEU04::" in told


def test_a_period_without_its_own_report_is_not_passed_over(cqtt: Cqtt, workspace: Path) -> None:
    (workspace / "data/2024Q1/bao_cao.yaml").unlink()
    ended = cqtt("check", "--all")
    assert ended.code == 1
    assert "data/2024Q1/bao_cao.yaml: lỗi TEP04" in ended.out


def test_all_or_one_period_must_be_asked_for(cqtt: Cqtt, workspace: Path) -> None:
    assert cqtt("check") == (2, "", "lỗi: thiếu KỲ\n  ví dụ cqtt check 2024Q1; mọi kỳ: cqtt check --all\n")
    both = (2, "", "lỗi: --all không đi cùng KỲ\n  ví dụ cqtt check --all, cqtt check 2024Q1\n")
    assert cqtt("check", "2024Q1", "--all") == both
    shutil.rmtree(workspace / "data/2024Q1")
    none = (2, "", "lỗi: chưa có kỳ nào trong thư mục data\n  tạo bằng: cqtt new 2024Q1\n")
    assert cqtt("check", "--all") == none
    assert cqtt("build", "--all") == none


def test_a_code_is_explained_without_a_period(cqtt: Cqtt) -> None:
    assert cqtt("check", "--explain", "hs01") == (
        0,
        "HS01: Tiếp nhận khác đã + đang giải quyết + trả lại\n"
        "  vì sao: Có hồ sơ không rõ tình trạng\n"
        "  làm gì: Rà lại bốn số\n",
        "",
    )


def test_an_unknown_code_gets_the_nearest(cqtt: Cqtt) -> None:
    assert cqtt("check", "--explain", "HS1") == (2, "", "lỗi: không có mã “HS1”\n  có phải ý bạn là HS01?\n")
    assert cqtt("check", "--explain", "???") == (2, "", "lỗi: không có mã “???”\n  xem docs/ma_loi.md\n")


@pytest.mark.slow
def test_each_file_is_read_once_however_many_periods_need_it() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("*.yaml")}
    assert opened(ROOT, "check", "--all") == dict.fromkeys(files, 1)
