"""``cqtt build``: the report, or the reasons why not and nothing written."""

import hashlib
import os
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]
Edit = Callable[[str, str, str], None]
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"
REPORT = Path("out/2024Q1/bao_cao.docx")


def test_the_report_is_written_and_said_so(cqtt: Cqtt) -> None:
    assert cqtt("build", "2024Q1") == (0, "đã ghi out/2024Q1/bao_cao.docx từ 17/17 xã, phường\n", "")
    assert REPORT.read_bytes().startswith(b"PK")
    assert [entry.name for entry in REPORT.parent.iterdir()] == ["bao_cao.docx"]


def test_wrong_data_write_nothing_and_keep_the_old_report(cqtt: Cqtt, edit: Edit) -> None:
    REPORT.parent.mkdir(parents=True)
    REPORT.write_bytes(b"old")
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: 5.007")
    ended = cqtt("build", "2024Q1")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        f'{HUONG_MAI}:35:17: lỗi SO01: ho_so.tiep_nhan.truc_tuyen: phải là số nguyên, đang là "5.007"\n'
        "      truc_tuyen: 5.007\n"
        "                  ^^^^^  viết liền: 5007 (dấu chấm ngăn hàng nghìn chỉ dùng khi in)\n"
        "1 lỗi, 0 cảnh báo trong 1 tệp; 16/17 xã, phường đạt\n"
    )
    assert REPORT.read_bytes() == b"old"


def test_one_number_changes_every_sentence_that_depends_on_it(cqtt: Cqtt, edit: Edit) -> None:
    before = cqtt("build", "2024Q1", "--draft").out
    edit(HUONG_MAI, "qua_han: 9", "qua_han: 109")
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: 380")
    edit(HUONG_MAI, "  ho_so: 295", "  ho_so: 395")
    edit(HUONG_MAI, "  ket_qua: 277", "  ket_qua: 377")
    after = cqtt("build", "2024Q1", "--draft").out
    for old, new in (
        ("nhận 5.007 hồ sơ", "nhận 5.107 hồ sơ"),
        ("đã giải quyết: 4.713", "đã giải quyết: 4.813"),
        ("đạt 96,6%", "đạt 94,6%"),
        ("quá hạn 159 hồ sơ chiếm tỷ lệ 3,4%", "quá hạn 259 hồ sơ chiếm tỷ lệ 5,4%"),
        ("có 7.910 hồ sơ", "có 8.010 hồ sơ"),
        ("đạt trên 96%", "đạt trên 94%"),
        ("4.736", "4.836"),
    ):
        assert old in before.replace("\n", " ")
        assert old not in after.replace("\n", " ")
        assert new in after.replace("\n", " ")


def test_warnings_pass_unless_the_call_is_strict(cqtt: Cqtt, edit: Edit) -> None:
    edit("data/don_vi.yaml", "ho_ten: Thân Văn Thuận", "ho_ten: null")
    assert cqtt("build", "2024Q1").code == 0
    REPORT.unlink()
    strict = cqtt("build", "2024Q1", "--strict")
    assert strict.code == 1
    assert strict.err.endswith("0 lỗi, 1 cảnh báo trong 1 tệp; 17/17 xã, phường đạt\n")
    assert not REPORT.exists()


def test_github_gets_annotations(cqtt: Cqtt, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    edit(HUONG_MAI, "wifi: true", "wifi: yes")
    assert cqtt("build", "2024Q1").err.startswith(f"::error file={HUONG_MAI},line=9,col=9,title=KIEU04::")


@pytest.mark.slow
def test_two_builds_are_the_same_bytes_on_any_machine(workspace: Path) -> None:
    """In another time zone, with another hash seed, from another folder."""
    digests = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        call = [sys.executable, "-m", "cqtt", "build", "2024Q1", "-C", str(workspace)]
        subprocess.run(call, env=environment, check=True, capture_output=True)
        digests.add(hashlib.sha256((workspace / REPORT).read_bytes()).hexdigest())
    assert len(digests) == 1


@pytest.mark.usefixtures("two_quarters")
def test_all_periods_are_built_and_what_did_not_change_is_left_alone(cqtt: Cqtt, edit: Edit) -> None:
    assert cqtt("build", "--all").out == (
        "đã ghi out/2024Q1/bao_cao.docx từ 17/17 xã, phường\nđã ghi out/2024Q2/bao_cao.docx từ 17/17 xã, phường\n"
    )
    os.utime(REPORT, (1712300000, 1712300000))
    edit("data/2024Q2/bao_cao.yaml", "tin_bai: ", "tin_bai: 1")
    assert cqtt("build", "--all").out == (
        "không đổi: out/2024Q1/bao_cao.docx từ 17/17 xã, phường\nđã ghi out/2024Q2/bao_cao.docx từ 17/17 xã, phường\n"
    )
    assert REPORT.stat().st_mtime == 1712300000


@pytest.mark.usefixtures("two_quarters")
def test_one_wrong_period_does_not_keep_the_others_from_being_built(cqtt: Cqtt, edit: Edit) -> None:
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: -280")
    ended = cqtt("build", "--all")
    assert ended.code == 1
    assert ended.out == "đã ghi out/2024Q2/bao_cao.docx từ 17/17 xã, phường\n"
    assert ended.err.endswith("\n2024Q1: không ghi, báo cáo cũ giữ nguyên\n")
    assert not REPORT.exists()
    assert Path("out/2024Q2/bao_cao.docx").exists()


def test_all_or_one_period_must_be_asked_for(cqtt: Cqtt) -> None:
    told = "lỗi: thiếu KỲ\n  ví dụ cqtt build 2024Q1; mọi kỳ: cqtt build --all\n"
    assert cqtt("build") == (2, "", told)
    told = "lỗi: --all không đi cùng KỲ hay --output\n  ví dụ cqtt build --all, cqtt build 2024Q1\n"
    for words in (("2024Q1", "--all"), ("--all", "--output", "a.docx"), ("--all", "-o", "")):
        assert cqtt("build", *words) == (2, "", told)


def test_an_empty_place_is_none(cqtt: Cqtt) -> None:
    """As a script writes it whose variable is not set."""
    assert cqtt("build", "2024Q1", "-o", "") == (2, "", "lỗi: --output để trống\n  ví dụ --output bao_cao.docx\n")
    told = "lỗi: --workspace để trống\n  chỉ đúng thư mục của bộ số liệu\n"
    assert cqtt("build", "2024Q1", "-C", "") == (2, "", told)
    assert not list(Path().glob("*.docx"))


@pytest.mark.slow
def test_check_advises_the_call_that_writes_what_was_asked_for(cqtt: Cqtt) -> None:
    for words in ("-o X.docx", '-o "a b.docx" --charts', "-o X.docx --allow-missing --no-charts"):
        asked = f"2024Q1 {words}"
        told = f"{shlex.split(asked)[2]} chưa có; lập lại bằng: cqtt build {asked}\n"
        assert cqtt("build", *shlex.split(asked), "--check") == (1, told, "")
        assert cqtt("build", *shlex.split(asked)).code == 0
        assert cqtt("build", *shlex.split(asked), "--check").code == 0
        Path(shlex.split(asked)[2]).unlink()


@pytest.mark.slow
def test_check_tells_whether_the_report_there_is_what_the_data_give(cqtt: Cqtt, edit: Edit) -> None:
    mend = "lập lại bằng: cqtt build 2024Q1\n"
    assert cqtt("build", "2024Q1", "--check") == (1, f"out/2024Q1/bao_cao.docx chưa có; {mend}", "")
    assert not Path("out").exists()
    cqtt("build", "2024Q1")
    assert cqtt("build", "2024Q1", "--check") == (0, "out/2024Q1/bao_cao.docx đúng với số liệu\n", "")
    before = REPORT.read_bytes()
    edit("data/2024Q1/bao_cao.yaml", "tin_bai: 158", "tin_bai: 159")
    told = "số liệu đổi sau khi lập"
    assert cqtt("build", "2024Q1", "--check") == (1, f"out/2024Q1/bao_cao.docx {told}; {mend}", "")
    assert REPORT.read_bytes() == before


def test_a_report_edited_by_hand_is_kept_and_said_so(cqtt: Cqtt, edit: Edit) -> None:
    cqtt("build", "2024Q1")
    with zipfile.ZipFile(REPORT) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(REPORT, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(b"5.007", b"5.008"))
    edited = REPORT.read_bytes()
    os.utime(REPORT, (1712300000, 1712300000))
    checked = cqtt("build", "2024Q1", "--check")
    assert (checked.code, checked.out.splitlines()) == (
        1,
        [
            f"{REPORT} đã sửa tay; xem khác gì bằng: cqtt verify {REPORT} 2024Q1",
            "  đó là bản đã ký: cqtt seal 2024Q1 out/2024Q1/bao_cao.docx",
            "  lập lại, bản này được giữ dưới tên khác: cqtt build 2024Q1",
        ],
    )
    assert cqtt("status", "2024Q1").out.splitlines()[-3:] == checked.out.splitlines()
    assert cqtt("build", "2024Q1").out == (
        "đã ghi out/2024Q1/bao_cao.docx từ 17/17 xã, phường\n"
        "  tệp cũ không do cqtt ghi, hoặc đã được sửa: giữ ở out/2024Q1/bao_cao.sua-tay-2024-04-05.docx\n"
        "  xem đã sửa gì bằng: cqtt verify out/2024Q1/bao_cao.sua-tay-2024-04-05.docx\n"
    )
    assert REPORT.with_name("bao_cao.sua-tay-2024-04-05.docx").read_bytes() == edited
