"""A stated count must be that of the names, or of the items, behind it."""

import pytest

from cqtt.manuscript import Insert, slot
from tests.prose.doan import codes as codes_of
from tests.prose.doan import found


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"{slot(0)} xã, phường gồm: {slot(1)} đã được", []),
        (f"{slot(2)} xã, phường gồm: {slot(1)}.", ["LV03"]),
        (f"{slot(2)} {slot(3)} gồm: {slot(1)}.", ["LV03"]),
        ("4 xã gồm: Hương Mai, Minh Đức và Vân Trung.", ["LV01", "LV03"]),
        ("3 xã gồm: Hương Mai, Minh Đức và Vân Trung.", ["LV01"]),
        ("3 nội dung gồm: xây dựng kế hoạch, tổ chức thực hiện.", ["LV01"]),
        ("**4 xã** *gồm:* Hương Mai, **Minh Đức** và Vân Trung.", ["LV01", "LV03"]),
        (f"{slot(0)}/17 xã gồm: {slot(1)}.", []),
        (f"{slot(0)}/{slot(2)} xã gồm: {slot(1)}.", []),
        ("1.004 xã gồm: Hương Mai, Minh Đức.", ["LV01"]),
    ],
)
def test_a_stated_count_must_be_that_of_the_list(text: str, codes: list[str]) -> None:
    inserts = (
        Insert("3", "a"),
        Insert("Hương Mai, Minh Đức và Vân Trung", "a"),
        Insert("9", "b"),
        Insert("xã, phường"),
    )
    assert [problem.code for problem in found(text, *inserts)] == codes


TWO = "\n\n1. a\n2. b"
FIVE = Insert("5", "sang_kien.so_luong")
KINDS = Insert("xã, phường", "don_vi.cac_loai")


@pytest.mark.parametrize(
    "text",
    [
        f"Có {slot(0)} sáng kiến, gồm:{TWO}",
        f"Có {slot(0)} sáng kiến:\n\n- a\n- b",
        f"Kết quả: có {slot(0)} cách làm sáng tạo như sau:{TWO}",
        f"Có {slot(0)} sáng kiến được UBND các {slot(1)} đăng ký, gồm:\n\n1. a\n   tiếp\n\n   - con\n   - con\n2. b",
        f"Có {slot(0)} {slot(1)}, gồm:{TWO}",
        f"Việc khác. Có {slot(0)} nhiệm vụ là:{TWO}",
        f"Có **{slot(0)}** *sáng kiến*, **gồm:**{TWO}",
        f"Có {slot(0)} sáng kiến, gồm:[^a]\n\n[^a]: việc khác{TWO}",
        f"- Có {slot(0)} sáng kiến:\n  - a\n  - b\n- việc khác\n- việc khác\n- việc khác",
    ],
)
def test_a_stated_count_must_be_that_of_the_items(text: str) -> None:
    (problem,) = found(text, FIVE, KINDS)
    assert (problem.code, problem.message) == ("LV03", "nêu 5 nhưng liệt kê 2 mục")
    assert problem.hint == "sửa số, hoặc thêm bớt mục"


@pytest.mark.parametrize(
    "text",
    [
        f"Có {slot(2)} sáng kiến, gồm:{TWO}",
        f"- Có {slot(2)} sáng kiến, gồm:\n  - a\n  - b\n- việc khác",
        f"Có {slot(2)} sáng kiến, gồm:\n\n- a\n+ a một\n+ a hai\n- b",
        f"{slot(0)} {slot(1)} thực hiện các nhiệm vụ sau:{TWO}",
        f"Tổng số {slot(0)} hồ sơ, gồm:\n\n- trực tuyến\n- trực tiếp",
        f"Tiếp nhận {slot(0)} hồ sơ, cụ thể như sau:{TWO}",
        f"Tại {slot(3)} có các nội dung sau:{TWO}",
        f"Có {slot(0)} sáng kiến, gồm:\n\nkhông có danh sách",
        f"Có {slot(0)} sáng kiến, gồm:",
        "Các đơn vị thực hiện các nội dung sau:\n\n- a\n- b",
    ],
)
def test_what_a_list_only_breaks_down_is_no_count_of_its_items(text: str) -> None:
    period = Insert("6 tháng đầu năm 2024", "ky.ten")
    assert codes_of(text, FIVE, KINDS, Insert("2", "sang_kien.so_don_vi"), period) == []


def test_a_list_that_an_appendix_names_is_its_number() -> None:
    kinds, moved = Insert("xã, phường"), "{} {} nêu tại [](#a)"
    names = Insert("54", "cong_nhan.con_lai")
    good, bad = f"{slot(0)} {slot(1)} gồm: {moved.format(slot(0), slot(1))}.", f"{slot(2)} xã gồm: {slot(0)} xã."
    assert codes_of(good, names, kinds) == []
    (problem,) = found(bad, names, kinds, FIVE)
    assert problem.message == "nêu 5 nhưng liệt kê 54"
    assert codes_of(f"{slot(0)} xã, gồm: các đơn vị nêu tại [](#a);", names) == []


def test_an_empty_list_has_no_names() -> None:
    problems = found(f"{slot(0)} xã gồm: {slot(1)}.", FIVE, Insert("–", "cong_nhan.con_lai"))
    assert [problem.message for problem in problems] == ["nêu 5 nhưng liệt kê 0"]


def test_a_count_typed_by_hand_is_held_against_the_items_too() -> None:
    assert codes_of(f"Có 6 sáng kiến, gồm:{TWO}") == ["LV01", "LV03"]
    assert codes_of(f"Có 2 sáng kiến, gồm:{TWO}") == ["LV01"]
    assert codes_of(f"Có 2/3 sáng kiến, gồm:{TWO}") == ["LV01"]
