"""The filters: what each prints, and which figure it says it printed; what they refuse is in ``test_arguments``."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from cqtt.manuscript import SLOT, Insert, slot
from cqtt.models.so_lieu import Unit
from cqtt.template.filters import NAMES, Printer
from cqtt.template.values import Day, Number, TemplateFault, Words
from tests.template.mau import CITED, HUONG_MAI, MONEY, NENH, RATE, TU_LAN, figure, number, put, units


def completing(value: str, other: str) -> Number:
    return Number(replace(figure(Decimal(value), RATE), phan_bu=Decimal(other)))


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
def test_the_last_commune_may_be_joined_by_a_word(names: tuple[Unit, ...], expected: str) -> None:
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


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Mô hình một cửa", "."),
        ("Mô hình một cửa.", ""),
        ("Vì sao?", ""),
        ("v.v...", ""),
        ("Một, hai…", ""),
        ("a;", ""),
        ("Mô hình “Vì dân.”", ""),
        ('Mô hình "Vì dân."', ""),
        ("Một cửa (giai đoạn hai.)", ""),
        ("Mô hình “(a.)”", ""),
        ("Mô hình “Vì dân”", "."),
        ("Mô hình “Vì dân!”", "."),
        ("Một cửa (giai đoạn hai)", "."),
    ],
)
def test_words_end_a_sentence_with_one_mark(typed: str, printed: str) -> None:
    printer = Printer()
    assert printer.het_cau(Words(typed, "p")) == f"{slot(0)}{printed}"
    assert printer.inserts == [Insert(typed, "p")]


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
    with pytest.raises(TemplateFault, match="bộ lọc vien_dan chỉ dùng cho văn bản trong van_ban") as raised:
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


def test_a_claim_that_the_figure_contradicts_is_refused() -> None:
    with pytest.raises(TemplateFault) as caught:
        Printer().khang_dinh(number("0.966263", RATE), "trên 98%")
    assert caught.value.code == "LV02"
    assert caught.value.message == "“trên 98%” mâu thuẫn với x.y là 96,6%"
