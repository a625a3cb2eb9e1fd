"""``cqtt form``: a workbook for each unit, or for the office's own figures."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook  # type: ignore[import-untyped]

from tests.cli.conftest import Ended
from tests.phieu import VALUE, rows

Cqtt = Callable[..., Ended]


def test_every_unit_gets_its_form_and_again_the_same_bytes(cqtt: Cqtt) -> None:
    cqtt("new", "2024Q2")
    assert cqtt("form", "2024Q2") == (0, "đã ghi 17 phiếu vào out/2024Q2/phieu\n", "")
    assert cqtt("form", "2024Q2").out == "đã ghi 0 phiếu vào out/2024Q2/phieu, 17 phiếu không đổi\n"
    sheet = load_workbook("out/2024Q2/phieu/nenh.xlsx")["Phiếu"]
    at = rows(sheet)
    told = {key: sheet.cell(at[key], VALUE).value for key in ("trang_thiet_bi.may_in", "ho_so.tiep_nhan.truc_tuyen")}
    assert told == {"trang_thiet_bi.may_in": 5, "ho_so.tiep_nhan.truc_tuyen": None}


def test_only_those_asked_for_by_identifier_or_name(cqtt: Cqtt) -> None:
    assert cqtt("form", "2024Q1", "nenh", "Vân Trung", "-o", "phieu").out == "đã ghi 2 phiếu vào phieu\n"
    assert sorted(path.name for path in Path("phieu").iterdir()) == ["nenh.xlsx", "van-trung.xlsx"]
    assert cqtt("form", "2024Q1", "nehn") == (
        2,
        "",
        "lỗi: không có đơn vị nào mang mã “nehn” trong kỳ này\n  có phải ý bạn là nenh?\n",
    )


def test_the_office_s_own_form(cqtt: Cqtt) -> None:
    cqtt("new", "2024Q2")
    assert cqtt("form", "2024Q2", "--own").out == "đã ghi 1 phiếu vào out/2024Q2/phieu\n"
    at = rows(load_workbook("out/2024Q2/phieu/so_lieu_rieng.xlsx")["Phiếu"])
    assert {"kinh_phi", "khao_sat.so_phieu"} <= set(at)
    assert cqtt("form", "2024Q2", "nenh", "--own").err == (
        "lỗi: --own không đi cùng MÃ\n  ví dụ cqtt form 2024Q2 --own\n"
    )


def test_a_form_that_was_filled_in_in_its_place_is_kept(cqtt: Cqtt) -> None:
    cqtt("form", "2024Q1", "nenh")
    book = load_workbook("out/2024Q1/phieu/nenh.xlsx")
    book.save("out/2024Q1/phieu/nenh.xlsx")
    told = cqtt("form", "2024Q1", "nenh").out
    assert "  out/2024Q1/phieu/nenh.xlsx đã có người sửa: giữ ở out/2024Q1/phieu/nenh.sua-tay-" in told
