"""``cqtt diff``: two periods beside each other, on the screen, for programs, in Word and in Excel."""

import json
import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from cqtt.cli.main import run
from tests.cli.conftest import Ended
from tests.cli.hai_ky import write
from tests.cli.test_figures import Terminal
from tests.cli.tien_trinh import opened
from tests.comparison.ky import NENH, Edit, changed, copied, merged
from tests.conftest import ROOT

Cqtt = Callable[..., Ended]


def unchanged(cqtt: Cqtt) -> int:
    """How many of the authority's figures exist in both quarters and are the same."""
    figures = json.loads(cqtt("diff", "2024Q1", "2024Q2", "--format", "json").out)["figures"]
    same = [figure for figure in figures if figure["text"] == "không đổi"]
    assert len(same) > 60
    return len(same)


@pytest.fixture(autouse=True)
def _second_period(workspace: Path, edit: Edit) -> None:
    changed(workspace, edit)


def test_a_pipe_gets_blocks_of_tab_separated_lines(cqtt: Cqtt) -> None:
    ended = cqtt("diff", "2024Q1", "2024Q2")
    assert ended.code == 0
    assert ended.out.startswith(
        "2024Q2 (quý II năm 2024) so với 2024Q1 (quý I năm 2024)\n"
        "\nTỷ lệ\nĐường dẫn\tTên\t2024Q1\t2024Q2\tThay đổi (điểm %)\n"
        "so_hoa.ty_le_ket_qua\tTỷ lệ số hóa kết quả giải quyết\t100%\t99,8%\t-0,2\n"
    )
    assert (
        "\nSố lượng\nĐường dẫn\tTên\t2024Q1\t2024Q2\tThay đổi\tThay đổi (%)\n"
        "ho_so.tiep_nhan.truc_tuyen\tHồ sơ tiếp nhận trực tuyến\t4.736\t4.746\t+10\t+0,2%\n"
    ) in ended.out
    assert (
        "\nKinh phí\nĐường dẫn\tTên\t2024Q1\t2024Q2\tThay đổi\tThay đổi (%)\n"
        "kinh_phi\tKinh phí đầu tư\t17 tỷ đồng\t15,5 tỷ đồng\t-1,5 tỷ đồng\t-8,8%\n"
    ) in ended.out
    assert (
        "\nTừng xã, phường: 2024Q2, thay đổi so với 2024Q1\n"
        "Mã\tXã, phường\tTiếp nhận\tThay đổi tiếp nhận\tĐã giải quyết\tThay đổi đã giải quyết\t"
        "Đang giải quyết quá hạn\tThay đổi quá hạn\tTỷ lệ trước và đúng hạn\tThay đổi tỷ lệ (điểm %)\n"
        "nenh\tphường Nếnh\t496\t+10\t450\t+10\t34\t0\t89,3%\t-2,1\n"
    ) in ended.out
    assert ended.out.endswith(f"\n\n{unchanged(cqtt)} số liệu không đổi.\n")


def test_the_order_of_the_two_periods_does_not_matter(cqtt: Cqtt) -> None:
    assert cqtt("diff", "2024Q2", "2024Q1") == cqtt("diff", "2024Q1", "2024Q2")


def test_a_terminal_of_80_columns_gets_tables(cqtt: Cqtt, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert cqtt("diff", "2024Q1", "2024Q2").code == 0
    lines = re.sub(r"\x1b\[\d*m", "", terminal.getvalue()).splitlines()
    assert max(map(len, lines)) <= 80
    told = [" ".join(line.split()) for line in lines]
    assert "Tỷ lệ hồ sơ giải quyết trước và đúng hạn 96,6% 96,4% -0,2" in told
    assert "phường Nếnh 496 +10 450 +10 34 0 89,3% -2,1" in told
    assert "ho_so." not in terminal.getvalue()
    assert "…" not in terminal.getvalue()


def test_one_figure_is_told_of_every_commune_the_largest_change_first(cqtt: Cqtt) -> None:
    lines = cqtt("diff", "2024Q1", "2024Q2", "--figure", "ho_so.tiep_nhan.tong").out.splitlines()
    assert lines[2:7] == [
        "Tổng số hồ sơ tiếp nhận (ho_so.tiep_nhan.tong)",
        "Mã\tĐơn vị\t2024Q1\t2024Q2\tThay đổi\tThay đổi (%)",
        "\tthị xã Việt Yên\t5.007\t5.017\t+10\t+0,2%",
        "nenh\tphường Nếnh\t486\t496\t+10\t+2,1%",
        "bich-dong\tphường Bích Động\t512\t512\t0\t0,0%",
    ]
    assert len(lines) == 5 + 17
    rate = cqtt("diff", "2024Q1", "2024Q2", "--figure", "ho_so.ty_le_dung_han").out
    assert "\nnenh\tphường Nếnh\t91,4%\t89,3%\t-2,1\n" in rate
    level = cqtt("diff", "2024Q1", "2024Q2", "--figure", "cong_nhan.muc_sao").out.splitlines()
    assert level[3:5] == ["Mã\tĐơn vị\t2024Q1\t2024Q2\tThay đổi", "hong-thai\tphường Hồng Thái\t4\t4\t0"]
    assert level[-1].endswith("\t–\t–\t–")
    year = cqtt("diff", "2024Q1", "2024Q2", "--figure", "cong_nhan.nam").out.splitlines()
    assert year[3] == "Mã\tĐơn vị\t2024Q1\t2024Q2"
    assert "hong-thai\tphường Hồng Thái\t2023\t2023" in year


def test_json_gives_exact_values(cqtt: Cqtt) -> None:
    ended = cqtt("diff", "2024Q1", "2024Q2", "--format", "json")
    read = json.loads(ended.out)
    assert list(read) == ["schema_version", "periods", "figures", "communes", "only_before", "only_after"]
    assert (read["schema_version"], read["periods"]) == (1, ["2024Q1", "2024Q2"])
    figures = {figure["path"]: figure for figure in read["figures"]}
    assert figures["ho_so.ty_le_dung_han"] == {
        "path": "ho_so.ty_le_dung_han",
        "title": "Tỷ lệ hồ sơ giải quyết trước và đúng hạn",
        "kind": "ty_le",
        "before": "0.966264",
        "after": "0.964218",
        "change": "-0.002046",
        "text": "giảm 0,2 điểm phần trăm",
    }
    assert figures["kinh_phi"]["change"] == -1_500_000_000
    absent = figures["ho_so.truc_tuyen_da_giai_quyet"]
    assert (absent["before"], absent["after"], absent["change"], absent["text"]) == (None, None, None, "–")
    nenh = read["communes"][0]
    assert (nenh["commune"], nenh["name"], nenh["merged_from"]) == ("nenh", "phường Nếnh", [])
    late = next(f for f in nenh["figures"] if f["path"] == "xa_phuong.nenh.ho_so.da_giai_quyet.qua_han")
    assert (late["before"], late["after"], late["change"], late["text"]) == (38, 48, 10, "tăng 10")
    assert (read["only_before"], read["only_after"]) == ([], [])


def test_json_of_one_figure_holds_that_one_only(cqtt: Cqtt) -> None:
    read = json.loads(cqtt("diff", "2024Q1", "2024Q2", "--figure", "ho_so.tra_lai", "--format", "json").out)
    assert [figure["path"] for figure in read["figures"]] == ["ho_so.tra_lai"]
    assert {len(commune["figures"]) for commune in read["communes"]} == {1}


def test_communes_of_one_period_only_are_listed(cqtt: Cqtt, workspace: Path, edit: Edit) -> None:
    merged(workspace, edit)
    read = json.loads(cqtt("diff", "2024Q1", "2024Q2", "--format", "json").out)
    assert read["only_before"] == [
        {"commune": "hong-thai", "name": "phường Hồng Thái", "merged_into": "nenh"},
        {"commune": "ninh-son", "name": "phường Ninh Sơn", "merged_into": "son-chau"},
        {"commune": "quang-chau", "name": "phường Quang Châu", "merged_into": "son-chau"},
        {"commune": "tu-lan", "name": "phường Tự Lạn", "merged_into": None},
    ]
    assert read["only_after"] == [
        {"commune": "son-chau", "name": "phường Sơn Châu", "merged_from": ["ninh-son", "quang-chau"]},
        {"commune": "moi", "name": "phường Mới", "merged_from": []},
    ]
    assert "\nChỉ có ở quý I năm 2024: phường Hồng Thái (nhập vào" in cqtt("diff", "2024Q1", "2024Q2").out


def test_errors_in_either_period_are_told_and_give_no_result(cqtt: Cqtt, edit: Edit) -> None:
    edit("data/2024Q1/xa_phuong/van-ha.yaml", "camera: true", "camera: có")
    edit(NENH, "truc_tuyen: 457", "truc_tuyen: 45")
    ended = cqtt("diff", "2024Q1", "2024Q2")
    assert (ended.code, ended.out) == (1, "")
    assert "data/2024Q1/xa_phuong/van-ha.yaml" in ended.err
    assert f"{NENH}:" in ended.err
    assert "HS01" in ended.err
    assert cqtt("diff", "2024Q1", "2024Q2", "-o", "a.docx").code == 1
    assert not Path("a.docx").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("2024Q1", "2024Q1"),
            "lỗi: hai kỳ giống nhau: 2024Q1\n  ghi hai kỳ khác nhau, ví dụ: cqtt diff 2024Q1 2024Q2\n",
        ),
        (("2024Q1",), "lỗi: thiếu KỲ_SAU\n  xem: cqtt diff --help\n"),
        (
            ("2024Q1", "Q2"),
            "lỗi: “Q2” không phải kỳ báo cáo\n  viết như 2024Q1, 2024H1, 2024M09, 2024 hoặc 2024-03\n",
        ),
        (
            ("2024Q1", "2024Q2", "-o", "a.pdf"),
            "lỗi: --output phải là tệp .docx hoặc .xlsx: a.pdf\n  ví dụ --output so_sanh.docx\n",
        ),
        (
            ("2024Q1", "2024Q2", "-o", "a.docx", "--format", "json"),
            "lỗi: --output không đi cùng --figure, --format json\n  gọi hai lần: một lần ghi tệp, một lần in\n",
        ),
        (
            ("2024Q1", "2024Q2", "-o", "a.xlsx", "--figure", "ho_so.tra_lai"),
            "lỗi: --output không đi cùng --figure, --format json\n  gọi hai lần: một lần ghi tệp, một lần in\n",
        ),
    ],
)
def test_a_wrong_call_is_told_before_anything_is_read(cqtt: Cqtt, words: Sequence[str], message: str) -> None:
    assert cqtt("diff", *words) == (2, "", message)


def test_a_period_that_is_not_there_is_a_wrong_call(cqtt: Cqtt) -> None:
    ended = cqtt("diff", "2024Q1", "2031Q2")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("lỗi: chưa có kỳ 2031Q2: không thấy thư mục data/2031Q2\n")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("ho_so.tra_lia", "  có phải ý bạn là “ho_so.tra_lai”?\n"),
        ("kinh_phi", "  xem tên các số liệu bằng lệnh: cqtt figures\n"),
    ],
)
def test_a_figure_that_communes_do_not_have_is_a_wrong_call(cqtt: Cqtt, path: str, hint: str) -> None:
    ended = cqtt("diff", "2024Q1", "2024Q2", "--figure", path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith(f"lỗi: xã, phường không có số liệu “{path}”\n{hint}")


@pytest.mark.parametrize(("name", "inside"), [("a.docx", "word/document.xml"), ("a.XLSX", "xl/workbook.xml")])
def test_a_file_is_written_whole(cqtt: Cqtt, name: str, inside: str) -> None:
    ended = cqtt("diff", "2024Q2", "2024Q1", "--output", name)
    assert (ended.code, ended.out) == (0, f"đã ghi {name}: 2024Q2 so với 2024Q1\n")
    assert inside in zipfile.ZipFile(name).namelist()


def test_the_document_is_laid_out_as_the_decree_asks(cqtt: Cqtt) -> None:
    cqtt("diff", "2024Q1", "2024Q2", "-o", "a.docx")
    assert cqtt("lint", "a.docx").code == 0


def test_no_change_at_all_is_said(cqtt: Cqtt, workspace: Path) -> None:
    copied(workspace)
    out = cqtt("diff", "2024Q1", "2024Q2").out
    assert "\nTỷ lệ\n" not in out
    assert out.endswith(f"\n{unchanged(cqtt)} số liệu không đổi.\n")


def test_periods_that_are_put_together_from_shorter_ones_are_compared_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = {"i0": 0, "i1": 4, "i2": 0, "s0": 3, "s1": 0, "s2": 1, "p0": 0, "p1": 0, "r": 0}
    root = tmp_path / "hai"
    write(root, {"a": few}, {"a": few | {"i2": 6, "s1": 6}}, {})
    for nam in (2023, 2024):
        shutil.copytree(root / f"data/{nam}Q1", root / f"data/{nam}Q2")
    assert run(["diff", "2023H1", "2024H1", "--format", "json", "-C", str(root)]) == 0
    read = json.loads(capsys.readouterr().out)
    assert read["periods"] == ["2023H1", "2024H1"]
    figures = {figure["path"]: (figure["before"], figure["after"], figure["change"]) for figure in read["figures"]}
    assert figures["ho_so.tiep_nhan.tong"] == (8, 20, 12)
    assert figures["ho_so.ty_le_dung_han"] == ("0.750000", "0.900000", "0.150000")
    assert run(["diff", "2024Q1", "2024H1", "-C", str(root)]) == 0
    assert "\nHai kỳ dài ngắn khác nhau (2024Q1: 3 tháng, 2024H1: 6 tháng): " in capsys.readouterr().out


def test_two_periods_without_a_commune_in_common_are_compared_as_a_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = {"i0": 0, "i1": 4, "i2": 0, "s0": 3, "s1": 0, "s2": 1, "p0": 0, "p1": 0, "r": 0}
    root = tmp_path / "hai"
    write(root, {"a": few}, {"b": few}, {})
    assert run(["diff", "2023Q1", "2024Q1", "-C", str(root)]) == 0
    out = capsys.readouterr().out
    assert "Từng xã, phường" not in out
    assert out.endswith("\nChỉ có ở quý I năm 2023: xã A.\nChỉ có ở quý I năm 2024: xã B.\n")


def test_a_comparison_reads_its_two_periods_and_no_other() -> None:
    seen = opened(ROOT, "diff", "2024Q2", "2024Q1")
    assert set(seen.values()) == {1}
    assert {path.split("/")[1] for path in seen} == {"2024Q1", "2024Q2", "don_vi.yaml"}
