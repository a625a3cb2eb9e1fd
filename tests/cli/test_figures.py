"""``cqtt figures``: every figure with its path, title, value and formula."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]
Edit = Callable[[str, str, str], None]


def test_json_gives_exact_values_and_printed_texts(cqtt: Cqtt) -> None:
    ended = cqtt("figures", "2024Q1", "--format", "json")
    assert ended.code == 0
    read = json.loads(ended.out)
    assert (read["schema_version"], read["period"]) == (1, "2024Q1")
    figures = {figure["path"]: figure for figure in read["figures"]}
    assert figures["ho_so.ty_le_dung_han"] == {
        "path": "ho_so.ty_le_dung_han",
        "title": "Tỷ lệ hồ sơ giải quyết trước và đúng hạn",
        "kind": "ty_le",
        "value": "0.966264",
        "text": "96,6%",
        "formula": "(ho_so.da_giai_quyet.truoc_han + ho_so.da_giai_quyet.dung_han) / ho_so.da_giai_quyet.tong",
    }
    assert figures["kinh_phi"]["value"] == 17_000_000_000
    assert figures["kinh_phi"]["text"] == "17 tỷ đồng"
    assert figures["xa_phuong.huong-mai.ho_so.tiep_nhan.ky_truoc"]["kind"] == "dau_ky"
    assert figures["xa_phuong.huong-mai.cong_nhan.muc_sao"]["value"] is None
    assert figures["trang_thiet_bi.binh_quan.may_in"]["value"] == "4.000000"


def test_a_pipe_gets_one_line_per_figure(cqtt: Cqtt) -> None:
    lines = cqtt("figures", "2024Q1").out.splitlines()
    assert lines[0] == "Đường dẫn\tTên\tGiá trị\tLoại\tCách tính"
    assert "ho_so.tiep_nhan.tong\tTổng số hồ sơ tiếp nhận\t5.007\tluong\t" in "\n".join(lines)
    assert all(line.count("\t") == 4 for line in lines)


def test_wrong_data_give_no_figures(cqtt: Cqtt, edit: Edit) -> None:
    edit("data/2024Q1/xa_phuong/nenh.yaml", "truc_tuyen: 447", "truc_tuyen: 44")
    ended = cqtt("figures", "2024Q1")
    assert (ended.code, ended.out) == (1, "")
    assert "HS01" in ended.err


@pytest.mark.parametrize("name", ["so_lieu.xlsx", "SO_LIEU.CSV"])
def test_a_file_gets_the_flat_table(cqtt: Cqtt, workspace: Path, name: str) -> None:
    told = f"{name}: số liệu quý I năm 2024 của 17 đơn vị\n"
    assert cqtt("figures", "2024Q1", "--output", name) == (0, f"đã ghi {told}", "")
    assert cqtt("figures", "2024Q1", "--output", name) == (0, f"không đổi: {told}", "")
    assert (workspace / name).read_bytes()[:2] == (b"PK" if name.endswith("xlsx") else b"\xef\xbb")


def test_a_file_of_another_kind_is_refused(cqtt: Cqtt, edit: Edit, workspace: Path) -> None:
    told = "lỗi: --output phải là tệp .xlsx hoặc .csv: a.ods\n  ví dụ --output so_lieu.xlsx\n"
    assert cqtt("figures", "2024Q1", "-o", "a.ods") == (2, "", told)
    assert cqtt("figures", "2024Q1", "-o", "a.csv", "--format", "json").code == 2
    edit("data/2024Q1/xa_phuong/nenh.yaml", "truc_tuyen: 447", "truc_tuyen: 44")
    assert cqtt("figures", "2024Q1", "-o", "a.csv").code == 1
    assert not (workspace / "a.csv").exists()


def test_a_terminal_gets_a_table(cqtt: Cqtt, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert cqtt("figures", "2024Q1").code == 0
    told = [" ".join(re.sub(r"\x1b\[\d*m", "", line).split()) for line in terminal.getvalue().splitlines()]
    assert told[0] == "Đường dẫn Tên Giá trị Loại Cách tính"
    assert "tin_bai Tin, bài trên Cổng thông tin điện tử 158 luong" in told


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True
