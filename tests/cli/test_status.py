"""``cqtt status``: one table, what is left to do, how many days are left."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]
Edit = Callable[[str, str, str], None]
NENH = "data/2024Q1/xa_phuong/nenh.yaml"


def test_a_whole_period_can_be_built(cqtt: Cqtt) -> None:
    lines = cqtt("status", "2024Q1", "--date", "01/4/2024").out.splitlines()
    assert lines[0] == "Đơn vị                 Tình trạng  Lỗi C.báo Tiếp nhận Đúng hạn Tồn q.hạn      ±"
    assert lines[1] == "phường Bích Động       đã gửi                      512    96,0%        22      –"
    assert lines[18] == "Cộng                                             5.007    96,6%       157      –"
    assert lines[19:] == [
        "",
        "Đủ để lập báo cáo: cqtt build 2024Q1",
        "Chốt số liệu 31/3/2024, hạn gửi 01/4/2024: hôm nay là hạn",
    ]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("day", "told"),
    [("30/3/2024", ": còn 2 ngày"), ("01/4/2024", ": hôm nay là hạn"), ("05/4/2024", ": đã quá 4 ngày")],
)
def test_days_are_counted_while_something_is_left_to_do(cqtt: Cqtt, day: str, told: str) -> None:
    Path(NENH).unlink()
    lines = cqtt("status", "2024Q1", "--date", day).out.splitlines()
    assert lines[-1] == f"Chốt số liệu 31/3/2024, hạn gửi 01/4/2024{told}"
    assert lines[-3:-1] == ["Còn phải làm:", "- 1 đơn vị chưa gửi: phường Nếnh"]


def test_each_state_is_told(cqtt: Cqtt, edit: Edit) -> None:
    edit(NENH, "may_in: 5", "may_in: -5")
    edit("data/2024Q1/xa_phuong/van-ha.yaml", "wifi: true", "wifi: chưa điền")
    Path("data/2024Q1/xa_phuong/tu-lan.yaml").unlink()
    edit("data/2024Q1/bao_cao.yaml", "tin_bai: 158", "tin_bai: chưa điền")
    told = cqtt("status", "2024Q1", "--date", "02/4/2024").out
    for name, state in (("phường Nếnh", "sai"), ("xã Vân Hà", "chưa điền"), ("phường Tự Lạn", "thiếu")):
        row = next(line for line in told.splitlines() if line.startswith(name))
        assert row.removeprefix(name).strip().startswith(f"{state} ")
    assert told.split("Còn phải làm:\n")[1].splitlines()[:4] == [
        "- 1 đơn vị chưa gửi: phường Tự Lạn",
        "- 1 đơn vị chưa điền hết: xã Vân Hà",
        "- 1 đơn vị có lỗi phải sửa: phường Nếnh",
        "- data/2024Q1/bao_cao.yaml: 1 chỗ chưa điền",
    ]


def test_json_is_for_programs(cqtt: Cqtt) -> None:
    read = json.loads(cqtt("status", "2024Q1", "--date", "30/3/2024", "--format", "json").out)
    assert {name: read[name] for name in ("period", "as_of", "cut_off", "deadline", "days_left", "todo")} == {
        "period": "2024Q1",
        "as_of": "2024-03-30",
        "cut_off": "2024-03-31",
        "deadline": "2024-04-01",
        "days_left": 2,
        "todo": [],
    }
    assert len(read["communes"]) == 17
    assert read["total"]["figures"] == {
        "ho_so.tiep_nhan.tong": 5007,
        "ho_so.ty_le_dung_han": "0.966264",
        "ho_so.dang_giai_quyet.qua_han": 157,
    }


def test_a_wrong_day_is_a_wrong_call(cqtt: Cqtt) -> None:
    assert cqtt("status", "2024Q1", "--date", "31/02/2024") == (
        2,
        "",
        "lỗi: “31/02/2024” không phải ngày tháng\n  viết như 02/7/2024\n",
    )


def test_an_authority_that_cannot_be_read_has_no_status(cqtt: Cqtt, edit: Edit) -> None:
    edit("data/don_vi.yaml", "cap: huyện", "cap: quận")
    ended = cqtt("status", "2024Q1")
    assert (ended.code, ended.out) == (1, "")
    assert "data/don_vi.yaml" in ended.err
