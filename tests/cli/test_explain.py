"""``cqtt explain``: from the number on paper to the lines in the files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended
from tests.conftest import without_letters
from tests.nhieu_ky import them_ky
from tests.pipeline.test_scaffold import fill_in

Cqtt = Callable[..., Ended]


def test_a_path_is_explained_with_shares_and_places_of_print(cqtt: Cqtt) -> None:
    lines = cqtt("explain", "2024Q1", "ho_so.tra_lai").out.splitlines()
    assert lines[:5] == [
        "ho_so.tra_lai: Hồ sơ trả lại hoặc rút",
        "  giá trị: 2",
        "  cách tính: tổng xa_phuong.*.ho_so.tra_lai",
        "  ho_so.tra_lai = 2 (Hồ sơ trả lại hoặc rút)",
        "    phường Quang Châu         1  data/2024Q1/xa_phuong/quang-chau.yaml:44",
    ]
    assert "  in ở II.1.1: " in lines[-2]
    assert lines[-2].endswith("trả lại hoặc công dân rút 2 hồ sơ (chi tiết tại Phụ lục I).")
    assert lines[-1].startswith("  in ở Phụ lục I: ")


def test_what_stands_on_paper_finds_every_figure_printed_so(cqtt: Cqtt) -> None:
    told = cqtt("explain", "2024Q1", "96,6%").out
    assert [line.split(":")[0] for line in told.splitlines() if line and not line.startswith(" ")] == [
        "ho_so.ty_le_dung_han",
        "xa_phuong.viet-tien.ho_so.ty_le_dung_han",
    ]
    assert cqtt("explain", "2024Q1", "4.554").out.startswith("ho_so.da_giai_quyet.truoc_va_dung_han:")
    assert "in ở IV.1: tỷ lệ hồ sơ trả đúng, trước hạn đạt trên 96%." in cqtt("explain", "2024Q1", "trên 96%").out


@pytest.mark.slow
@pytest.mark.usefixtures("two_quarters")
def test_a_change_of_a_rate_is_told_in_points_like_on_paper(cqtt: Cqtt) -> None:
    path = "so_voi_ky_truoc.ho_so.ty_le_dung_han"
    told = cqtt("explain", "2024Q2", path).out.splitlines()
    assert told[1:5] == [
        "  giá trị: giảm 2,1 điểm phần trăm so với quý trước (-0,020809)",
        "  cách tính: ho_so.ty_le_dung_han - ky_truoc.ho_so.ty_le_dung_han",
        "  ho_so.ty_le_dung_han = 94,5% (Tỷ lệ hồ sơ giải quyết trước và đúng hạn)",
        "    xã Vân Hà             99,4%  data/2024Q2/xa_phuong/van-ha.yaml:33",
    ]
    assert told[-1].endswith("chỉ đạt 94,5%, giảm 2,1 điểm phần trăm so với quý trước.")
    for asked in ("giảm 2,1 điểm phần trăm", "2,1 điểm phần trăm", "2.1 điểm phần trăm"):
        assert cqtt("explain", "2024Q2", asked).out.splitlines() == told
    (figure,) = json.loads(cqtt("explain", "2024Q2", path, "--format", "json").out)["figures"]
    assert (figure["text"], figure["value"]) == ("giảm 2,1 điểm phần trăm so với quý trước", "-0.020809")
    assert cqtt("explain", "2024Q2", "3,9%").code == 2


@pytest.mark.slow
def test_a_number_is_found_however_it_is_typed(cqtt: Cqtt) -> None:
    heads = {
        asked: [line.split(":")[0] for line in cqtt("explain", "2024Q1", asked).out.splitlines() if line[:1].strip()]
        for asked in ("4554", "4.554 hồ sơ", "99.9%", "9 xã, phường", "17.000.000.000 đồng")
    }
    assert heads == {
        "4554": ["ho_so.da_giai_quyet.truoc_va_dung_han"],
        "4.554 hồ sơ": ["ho_so.da_giai_quyet.truoc_va_dung_han"],
        "99.9%": ["ho_so_toan_dia_ban.ty_le_truc_tuyen"],
        "9 xã, phường": ["cong_nhan.nam_truoc", "cong_nhan.so_don_vi"],
        "17.000.000.000 đồng": ["kinh_phi"],
    }


def test_a_number_that_stands_there_with_other_words_is_named(cqtt: Cqtt) -> None:
    assert cqtt("explain", "2024Q1", "4554 cái bàn") == (
        2,
        "",
        "lỗi: không có số liệu nào là “4554 cái bàn”, và trên giấy cũng không in số nào như vậy\n"
        "  trên giấy có “4.554”, không đi với chữ như vậy; hỏi riêng số: 4554\n",
    )


def test_a_figure_that_some_leave_out_says_how_many_report_it(cqtt: Cqtt, workspace: Path) -> None:
    without_letters(workspace, but="nenh")
    told = cqtt("explain", "2024Q1", "thu.cam_on").out.splitlines()
    assert told[1] == "  giá trị: 6"
    assert told[3] == "  thu.cam_on = 6 (Thư cảm ơn; 1/17 xã, phường có báo cáo)"
    assert told[4].split()[:3] == ["phường", "Nếnh", "6"]
    assert [line.split()[-2] for line in told[5:21]] == ["–"] * 16


def test_a_share_of_communes_names_those_counted_and_those_not(cqtt: Cqtt) -> None:
    told = cqtt("explain", "2024Q1", "7/9").out
    assert told.startswith("cong_nhan.da_gan_sao: Số đơn vị đã gắn sao\n")
    assert "không được tính: phường Bích Động, phường Nếnh" in told
    assert "\ncong_nhan.so_don_vi: " in told


def test_json_is_for_programs(cqtt: Cqtt) -> None:
    read = json.loads(cqtt("explain", "2024Q1", "kinh_phi", "--format", "json").out)
    (figure,) = read["figures"]
    assert (figure["path"], figure["value"], figure["text"]) == ("kinh_phi", 17_000_000_000, "17 tỷ đồng")
    share = {
        "commune": None,
        "value": 17_000_000_000,
        "text": "17 tỷ đồng",
        "file": "data/2024Q1/bao_cao.yaml",
        "line": 27,
    }
    assert figure["operands"][0]["shares"] == [share]
    assert [where["section"] for where in figure["printed"]] == ["I.2"]


def test_an_unknown_figure_gets_the_nearest_path(cqtt: Cqtt) -> None:
    assert cqtt("explain", "2024Q1", "ho_so.ty_le_dung_hn") == (
        2,
        "",
        "lỗi: không có số liệu nào là “ho_so.ty_le_dung_hn”, và trên giấy cũng không in số nào như vậy\n"
        "  có phải ý bạn là “ho_so.ty_le_dung_han”?\n",
    )


def test_wrong_data_explain_nothing(cqtt: Cqtt, edit: Callable[[str, str, str], None]) -> None:
    edit("data/2024Q1/xa_phuong/nenh.yaml", "may_in: 5", "may_in: -5")
    ended = cqtt("explain", "2024Q1", "kinh_phi")
    assert (ended.code, ended.out) == (1, "")
    assert "SO06" in ended.err


def test_a_number_typed_by_hand_is_explained_by_its_reason(cqtt: Cqtt) -> None:
    told = cqtt("explain", "2024Q1", "17").out
    assert "17: số gõ tay, lý do: số thành viên theo Quyết định 840-QĐ/TU\n  in ở I.1.1: " in told
    assert told.startswith("so_don_vi: ")
    assert "10: số gõ tay, lý do: số đơn vị cấp huyện của tỉnh\n" in cqtt("explain", "2024Q1", "10").out
    only = cqtt("explain", "2024Q1", "100%").out
    assert only.count("100%: số gõ tay, lý do: ") == 2


def test_a_figure_of_a_longer_period_is_led_back_to_each_quarter(cqtt: Cqtt, workspace: Path) -> None:
    them_ky(workspace, "2024Q2", "2024Q1")
    ended = cqtt("explain", "2024H1", "tin_bai")
    assert [line.split() for line in ended.out.splitlines()[3:5]] == [
        ["báo", "cáo", "của", "kỳ", "158", "data/2024Q1/bao_cao.yaml:28"],
        ["báo", "cáo", "của", "kỳ", "159", "data/2024Q2/bao_cao.yaml:28"],
    ]
    assert "KY07" in ended.err


@pytest.mark.slow
def test_a_change_is_led_back_to_both_periods(cqtt: Cqtt) -> None:
    """Figures of 2024Q2 beside those of 2024Q1, each at its own line."""
    cqtt("new", "2024Q2")
    fill_in(Path("data/2024Q2"), lambda: 300)
    lines = cqtt("explain", "2024Q2", "so_voi_ky_truoc.ho_so.tra_lai").out.splitlines()
    assert lines[:3] == [
        "so_voi_ky_truoc.ho_so.tra_lai: Hồ sơ trả lại hoặc rút, so với quý I năm 2024",
        "  giá trị: giảm 2 so với quý trước",
        "  cách tính: ho_so.tra_lai - ky_truoc.ho_so.tra_lai",
    ]
    assert "  ho_so.tra_lai = 0 (Hồ sơ trả lại hoặc rút)" in lines
    before = lines.index("  ky_truoc.ho_so.tra_lai = 2 (Hồ sơ trả lại hoặc rút)")
    assert lines[before + 1] == "    phường Quang Châu         1  data/2024Q1/xa_phuong/quang-chau.yaml:44"
    told = cqtt("explain", "2024Q2", "ky_truoc.ho_so.tra_lai").out
    assert told.startswith("ky_truoc.ho_so.tra_lai: Hồ sơ trả lại hoặc rút\n  giá trị: 2\n")
    assert "data/2024Q1/xa_phuong/quang-chau.yaml:44" in told
    rate = cqtt("explain", "2024Q2", "so_voi_ky_truoc.ho_so.ty_le_dung_han").out
    assert "  ky_truoc.ho_so.ty_le_dung_han = 96,6% (" in rate
    assert cqtt("explain", "2024Q2", "so_voi_cung_ky.ho_so.tra_lai").code == 2


def test_a_number_below_zero_is_no_option(cqtt: Cqtt, workspace: Path) -> None:
    them_ky(workspace, "2024Q2", "2024Q1")
    code, _, told = cqtt("explain", "2024Q2", "-9,9", "--format", "json")
    assert code == 2
    assert "không có số liệu nào là “-9,9”, và trên giấy cũng không in số nào như vậy\n" in told
    assert cqtt("explain", "2024Q1", "--x")[2].startswith("lỗi: không có tùy chọn --x")
