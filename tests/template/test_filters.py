"""The filters: what each prints, which figure it says it printed, and what it refuses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cqtt.manuscript import SLOT, Insert, slot
from cqtt.models.so_lieu import DonViCapXa, DonViTinh, SoLieu
from cqtt.models.vien_dan import VanBanVienDan
from cqtt.template.citations import Cited
from cqtt.template.filters import NAMES, Printer
from cqtt.template.values import Day, Fault, Number, Words
from tests.template.mau import figure

NENH, TU_LAN, HUONG_MAI = (
    DonViCapXa("nenh", "Nếnh", "phường"),
    DonViCapXa("tu-lan", "Tự Lạn", "phường"),
    DonViCapXa("huong-mai", "Hương Mai", "xã"),
)
CITED = Cited(
    VanBanVienDan(
        ma="ke_hoach_127",
        loai="Kế hoạch",
        so=127,
        ky_hieu="KH-UBND",
        ngay="29/3/2024",
        co_quan="UBND thị xã",
        trich_yeu="về nâng cao chất lượng",
    )
)
RATE, MONEY = DonViTinh.PHAN_TRAM, DonViTinh.DONG


def number(value: int | str | None, unit: DonViTinh = DonViTinh.SO) -> Number:
    return Number(figure(Decimal(value) if isinstance(value, str) else value, unit))


def units(*names: DonViCapXa) -> Number:
    return Number(replace(figure(len(names)), don_vi=names))


def completing(value: str, other: str) -> Number:
    return Number(replace(figure(Decimal(value), RATE), phan_bu=Decimal(other)))


def put(name: str, value: object, *more: object) -> Insert:
    """What the filter *name* puts in for *value*."""
    printer = Printer()
    printed = printer.filters()[name](value, *more)
    assert printed == slot(0)
    return printer.inserts[0]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("so", number(0), "0"),
        ("so", number(3), "3"),
        ("so", number(5007), "5.007"),
        ("so", number(1234567), "1.234.567"),
        ("so", number("3.25"), "3,3"),
        ("so", number("3.00"), "3"),
        ("so", number(17_000_000_000, MONEY), "17.000.000.000"),
        ("so", number(None), "–"),
        ("so2", number(0), "0"),
        ("so2", number(3), "03"),
        ("so2", number(9), "09"),
        ("so2", number(10), "10"),
        ("so2", number("3.2"), "3,2"),
        ("so2", number("3.0"), "03"),
        ("so2", number(None), "–"),
        ("phan_tram", number("0.966263", RATE), "96,6%"),
        ("phan_tram", number("0", RATE), "0%"),
        ("phan_tram", number("1", RATE), "100%"),
        ("phan_tram", completing("0.0337", "0.96626"), "3,4%"),
        ("phan_tram", number(None, RATE), "–"),
        ("tren", number("0.966263", RATE), "trên 96%"),
        ("tren", number("0.96", RATE), "96%"),
        ("tren", number(None, RATE), "–"),
        ("tien", number(17_000_000_000, MONEY), "17 tỷ đồng"),
        ("tien", number(1_596_000, MONEY), "1.596.000 đồng"),
        ("tien", number(None, MONEY), "–"),
        ("la_ma", number(1), "I"),
        ("la_ma", number(2024), "MMXXIV"),
        ("la_ma", number(None), "–"),
        ("nam", number(2023), "2023"),
        ("nam", number(None), "–"),
        ("liet_ke", units(NENH), "Nếnh"),
        ("liet_ke", units(NENH, TU_LAN, HUONG_MAI), "Nếnh, Tự Lạn, Hương Mai"),
        ("liet_ke", units(), "–"),
    ],
)
def test_a_figure_is_printed_with_its_path(name: str, value: Number, expected: str) -> None:
    assert put(name, value) == Insert(expected, "x.y")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((NENH,), "Nếnh"),
        ((NENH, TU_LAN), "Nếnh và Tự Lạn"),
        ((NENH, TU_LAN, HUONG_MAI), "Nếnh, Tự Lạn và Hương Mai"),
        ((), "–"),
    ],
)
def test_the_last_commune_may_be_joined_by_a_word(names: tuple[DonViCapXa, ...], expected: str) -> None:
    assert put("liet_ke", units(*names), "và") == Insert(expected, "x.y")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("ngay", Day(date(2024, 3, 6), "ky.tu_ngay"), Insert("06/3/2024", "ky.tu_ngay")),
        ("ngay", Day(date(2024, 1, 31), "a"), Insert("31/01/2024", "a")),
        ("hoa", Words("quý I năm 2024", "ky.ten"), Insert("QUÝ I NĂM 2024", "ky.ten")),
        ("hoa_dau", Words("xã Hương Mai", "a"), Insert("Xã Hương Mai", "a")),
        ("hoa_dau", Words("đặc khu Lý Sơn", "a"), Insert("Đặc khu Lý Sơn", "a")),
        ("loai", units(NENH, TU_LAN), Insert("phường")),
        ("loai", units(NENH, HUONG_MAI), Insert("xã, phường")),
        ("dau_x", True, Insert("x")),
        ("dau_x", False, Insert("")),
        ("stt", 17, Insert("17")),
    ],
)
def test_words_days_and_answers_have_filters_of_their_own(name: str, value: object, expected: Insert) -> None:
    assert put(name, value) == expected


def test_words_are_printed_as_they_were_typed() -> None:
    printer = Printer()
    assert printer.words(Words("**a** {{ b }} [^1]", "p")) == slot(0)
    assert printer.inserts == [Insert("**a** {{ b }} [^1]", "p")]


def test_a_number_typed_by_hand_is_printed_with_its_reason() -> None:
    printer = Printer()
    printer.ghi_tay("17", " theo quyết định ")
    printer.ghi_tay("100%", "chỉ tiêu")
    assert printer.inserts == [Insert("17", "ghi_tay.1"), Insert("100%", "ghi_tay.2")]
    assert printer.declared == {"ghi_tay.1": "theo quyết định", "ghi_tay.2": "chỉ tiêu"}


def test_a_document_is_printed_in_full_once_and_short_afterwards() -> None:
    printer = Printer()
    printer.vien_dan(CITED, False)
    printer.vien_dan(CITED)
    assert printer.inserts == [
        Insert("Kế hoạch số 127/KH-UBND ngày 29/3/2024 về nâng cao chất lượng", "van_ban.ke_hoach_127"),
        Insert("Kế hoạch số 127/KH-UBND", "van_ban.ke_hoach_127"),
    ]


def test_whether_the_issuer_is_named_is_yes_or_no() -> None:
    with pytest.raises(Fault, match="bộ lọc vien_dan chỉ dùng cho văn bản trong van_ban") as raised:
        Printer().vien_dan(CITED, "không")
    assert raised.value.hint == "ví dụ {{ van_ban.ke_hoach_152 | vien_dan }}, {{ … | vien_dan(co_quan=false) }}"


def test_a_claim_that_is_true_is_printed_with_its_figure() -> None:
    assert put("khang_dinh", number("0.966263", RATE), "trên 95%") == Insert("trên 95%", "x.y")


def test_every_print_has_a_slot_of_its_own() -> None:
    printer = Printer()
    printed = [printer.so(number(i)) for i in range(3)]
    assert [SLOT.fullmatch(mark) is not None for mark in printed] == [True] * 3
    assert [insert.text for insert in printer.inserts] == ["0", "1", "2"]


def test_the_filters_of_the_template_are_these() -> None:
    assert tuple(Printer().filters()) == NAMES


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
    "dau_x": {7},
    "stt": {8},
    "ghi_tay": set(),
    "vien_dan": {12},
    "khang_dinh": set(),
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
    assert {fault.code for fault in faults if fault} == {"KHUON04"}
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


def test_a_claim_that_the_figure_contradicts_is_refused() -> None:
    with pytest.raises(Fault) as caught:
        Printer().khang_dinh(number("0.966263", RATE), "trên 98%")
    assert caught.value.code == "LV02"
    assert caught.value.message == "“trên 98%” mâu thuẫn với x.y là 96,6%"


def test_a_figure_of_the_models_is_not_yet_a_number() -> None:
    """Only what the template's names give can be printed."""
    made: SoLieu = figure(1)
    with pytest.raises(Fault):
        Printer().so(made)
