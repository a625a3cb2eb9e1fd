"""What the filters take and refuse: each its own kind of value, and a refusal says why and what to do."""

from collections.abc import Callable
from datetime import date

import pytest

from cqtt.manuscript import slot
from cqtt.models.so_lieu import SoLieu
from cqtt.template.filters import NAMES, Printer
from cqtt.template.values import Day, Fault, Words
from tests.template.mau import CITED, MONEY, NENH, RATE, figure, number, put, units

VALUES: tuple[object, ...] = (
    number(5007),
    number("0.9", RATE),
    number(17_000_000_000, MONEY),
    number("3.2"),
    units(NENH),
    Day(date(2024, 3, 6), "ky.tu_ngay"),
    Words("quý I", "ky.ten_ngan"),
    True,
    3,
    "chữ",
    None,
    [],
    CITED,
)
TAKEN: dict[str, set[int]] = {
    "so": {0, 2, 3, 4},
    "so2": {0, 2, 3, 4},
    "phan_tram": {1},
    "tren": {1},
    "tien": {2},
    "la_ma": {4},
    "nam": set(),
    "ngay": {5},
    "liet_ke": {4},
    "loai": {4},
    "hoa": {6},
    "hoa_dau": {6},
    "het_cau": {6},
    "dau_x": {7},
    "stt": {8},
    "ghi_tay": set(),
    "vien_dan": {12},
    "khang_dinh": set(),
    "cot": set(),
}


def refusal(name: str, value: object) -> Fault | None:
    """Why the filter *name* does not take *value*, or None where it does."""
    try:
        put(name, value)
    except Fault as fault:
        return fault
    return None


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("so_voi_")])  # see test_earlier
def test_a_filter_takes_its_own_kind_and_refuses_every_other(name: str) -> None:
    faults = [refusal(name, value) for value in VALUES]
    assert {i for i, fault in enumerate(faults) if fault is None} == TAKEN[name]
    assert {fault.code for fault in faults if fault} == {"KHUON04", *["KHUON02"] * (name == "cot")}
    assert all(fault.message and fault.hint for fault in faults if fault)


@pytest.mark.parametrize(
    ("use", "message", "hint", "needle"),
    [
        (
            lambda p: p.so(number("0.9", RATE)),
            "x.y | so: là tỷ lệ; dùng phan_tram hoặc tren",
            "xem cột “Loại” trong lệnh: cqtt figures",
            "x.y",
        ),
        (
            lambda p: p.phan_tram(number(1)),
            "x.y | phan_tram: chỉ dùng cho tỷ lệ; số đếm dùng so",
            "xem cột “Loại” trong lệnh: cqtt figures",
            "x.y",
        ),
        (
            lambda p: p.la_ma(number(0)),
            "x.y | la_ma: chỉ dùng cho số nguyên từ 1 đến 3999",
            "xem cột “Loại” trong lệnh: cqtt figures",
            "x.y",
        ),
        (
            lambda p: p.nam(number("0.966263", RATE)),
            "x.y | nam: chỉ dùng cho số nguyên từ 2000 đến 2100",
            "xem cột “Loại” trong lệnh: cqtt figures",
            "x.y",
        ),
        (lambda p: p.so(Words("a")), "bộ lọc so cần một số liệu", "chữ in thẳng, không cần bộ lọc", "| so"),
        (lambda p: p.so(5), "bộ lọc so cần một số liệu", "ví dụ {{ ho_so.tiep_nhan.tong | so }}", "| so"),
        (lambda p: p.hoa("a"), "bộ lọc hoa cần chữ", "ví dụ {{ don_vi.ten | hoa }}", "| hoa"),
        (
            lambda p: p.liet_ke(units(NENH), 5),
            "chữ nối của liet_ke đặt trong nháy",
            'ví dụ liet_ke("và")',
            "liet_ke",
        ),
        (
            lambda p: p.liet_ke(units(NENH), slot(0)),
            "chữ nối của liet_ke đặt trong nháy",
            'ví dụ liet_ke("và")',
            "liet_ke",
        ),
        (
            lambda p: p.liet_ke(units(NENH), "và", "không"),
            "neu_so của liet_ke là true hoặc false",
            "ví dụ liet_ke(neu_so=false)",
            "liet_ke",
        ),
        (
            lambda p: p.words(Words("", "van_xuoi.khao_sat")),
            "kỳ này không có van_xuoi.khao_sat",
            "đặt trong {% if … %} … {% endif %}",
            "van_xuoi.khao_sat",
        ),
        (
            lambda p: p.hoa(Words("", "van_xuoi.khao_sat")),
            "kỳ này không có van_xuoi.khao_sat",
            "đặt trong {% if … %} … {% endif %}",
            "van_xuoi.khao_sat",
        ),
    ],
)
def test_a_refusal_says_why_and_what_to_do(use: Callable[[Printer], str], message: str, hint: str, needle: str) -> None:
    printer = Printer()
    with pytest.raises(Fault) as caught:
        use(printer)
    assert (caught.value.message, caught.value.hint, caught.value.needle) == (message, hint, needle)
    assert printer.inserts == []


def test_a_figure_of_the_models_is_not_yet_a_number() -> None:
    """Only what the template's names give can be printed."""
    made: SoLieu = figure(1)
    with pytest.raises(Fault):
        Printer().so(made)
