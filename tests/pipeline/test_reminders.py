"""Reminders say what is missing and by when; the list of all units is a workbook."""

import io
from datetime import date
from pathlib import Path

from openpyxl import load_workbook  # type: ignore[import-untyped]

from cqtt.models.ky import Ky
from cqtt.pipeline.read import Reader
from cqtt.pipeline.reminders import as_workbook, reminders
from cqtt.pipeline.status import Status, status

QUY_I = Ky(2024, 1, 3)


def found(root: Path) -> Status:
    state, _ = status(Reader(root), QUY_I, date(2024, 4, 3))
    assert state is not None
    return state


def test_only_units_with_something_to_do_are_reminded(workspace: Path) -> None:
    assert reminders(found(workspace)) == []
    (workspace / "data/2024Q1/xa_phuong/nenh.yaml").unlink()
    file = workspace / "data/2024Q1/xa_phuong/van-ha.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("wifi: true", "wifi: co"), encoding="utf-8")
    assert reminders(found(workspace)) == [
        "Kính gửi: phường Nếnh\n"
        "Đến ngày 03/4/2024, Ủy ban nhân dân thị xã Việt Yên: chưa nhận được số liệu quý I năm 2024 của phường Nếnh. "
        "Hạn gửi 01/4/2024, đã quá 2 ngày.\n"
        "Đề nghị điền phiếu nenh.xlsx và gửi lại. Trân trọng cảm ơn.\n",
        "Kính gửi: xã Vân Hà\n"
        "Đến ngày 03/4/2024, Ủy ban nhân dân thị xã Việt Yên: số liệu quý I năm 2024 của xã Vân Hà còn 1 chỗ sai. "
        "Hạn gửi 01/4/2024, đã quá 2 ngày.\n"
        "Đề nghị sửa và gửi lại. Trân trọng cảm ơn.\n",
    ]


def test_the_list_has_a_row_for_each_unit_with_numbers_as_numbers(workspace: Path) -> None:
    sheet = load_workbook(io.BytesIO(as_workbook(found(workspace))))["Tình hình"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:5] == ("Đơn vị", "Mã", "Tình trạng", "Lỗi", "Cảnh báo")
    assert len(rows) == 18
    assert rows[1][:5] == ("phường Bích Động", "bich-dong", "đã gửi", 0, 0)
    assert isinstance(rows[1][5], int)
    assert isinstance(rows[1][6], float)
