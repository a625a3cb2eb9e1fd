"""Rows of lists as people paste them: what is certain is read, what is not is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.source.unit_lines import Row, is_name, read_row
from cqtt.source.unit_list import read_units
from tests.dia_phuong import danh_sach


def units(text: str) -> list[tuple[str, str, str | None]]:
    return [(u.loai, u.ten, u.ma_gso) for u in read_units(text.encode(), "ds.txt")[0]]


@pytest.mark.parametrize(
    ("text", "kind", "name", "code"),
    [
        ("phường Kinh Bắc;09163;Bắc Ninh", "phường", "Kinh Bắc", "09163"),
        ("xã Đại Đồng, huyện X", "xã", "Đại Đồng", None),
        ("xã Đại Đồng – huyện Tiên Du", "xã", "Đại Đồng", None),
        ("1. Phường Kinh Bắc", "phường", "Kinh Bắc", None),
        ("1\tPhường Kinh Bắc\t09001", "phường", "Kinh Bắc", "09001"),
        ("1 Phường Kinh Bắc 09163", "phường", "Kinh Bắc", "09163"),
        ("09166 - Xã Đại Đồng", "xã", "Đại Đồng", "09166"),
        ("Kinh Bắc;phường;09163", "phường", "Kinh Bắc", "09163"),
        ("P. Kinh Bắc (TP. Bắc Ninh)", "phường", "Kinh Bắc", None),
        ("X. Đại Đồng", "xã", "Đại Đồng", None),
        ("TT Chờ", "thị trấn", "Chờ", None),
        ("P5", "phường", "5", None),
        ("PHƯỜNG AN KHÁNH II", "phường", "An Khánh II", None),
        ("XÃ EA H'LEO", "xã", "Ea H'leo", None),
        ("• xã Tân Chi;", "xã", "Tân Chi", None),
        ("Phường\u00a0Kinh\u200b\u00a0Bắc", "phường", "Kinh Bắc", None),
        ('"1","Phường Kinh Bắc","09163"', "phường", "Kinh Bắc", "09163"),
    ],
)
def test_one_unit_in_the_ways_people_paste_it(text: str, kind: str, name: str, code: str | None) -> None:
    assert units(text) == [(kind, name, code)]


def test_several_units_on_a_line_and_names_below_a_heading() -> None:
    assert units("phường Kinh Bắc, xã Đại Đồng") == [("phường", "Kinh Bắc", None), ("xã", "Đại Đồng", None)]
    assert units("Các phường:\n1. Kinh Bắc\nCác xã\n1. Đại Đồng") == [
        ("phường", "Kinh Bắc", None),
        ("xã", "Đại Đồng", None),
    ]


@pytest.mark.parametrize(
    "line", ["Kinh Bắc", "Phường A Phường B", "xã A và xã B", "phường A;phường B, xã C", "xã Tân 2"]
)
def test_what_is_not_certain_is_not_read(line: str) -> None:
    cells = line.split(";")
    assert read_row(cells, "") == Row()


@given(
    st.lists(st.sampled_from(danh_sach()), min_size=1, max_size=8, unique=True),
    st.sampled_from(["{}", "{i}. {}", "- {};", "{i}\t{}\t{code}", "{i};{};{code}", "  {}  ", "({i}) {}."]),
)
def test_a_list_reads_the_same_however_it_is_decorated(names: list[str], form: str) -> None:
    lines = [form.format(name, i=i, code=f"{i:05}") for i, name in enumerate(names, start=1)]
    found = read_units("\n".join(lines).encode(), "ds.txt")
    assert [f"{u.loai} {u.ten}" for u in found[0]] == names
    assert found[1] == []


def test_what_is_left_is_named_once() -> None:
    lines = ["phường Kinh Bắc", *(f"Mã Đà {i}" for i in range(150))]
    _, (problem,) = read_units("\n".join(lines).encode(), "ds.txt")
    assert problem.message == ("không hiểu 150 dòng (2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …), như dòng này: cần loại rồi tên")


def test_headings_are_told_as_skipped() -> None:
    _, (notice,) = read_units("STT\tTên\tMã\n1\tphường A\t00001\nTổng cộng\t1".encode(), "ds.txt")
    assert notice.message == "bỏ qua 2 dòng không phải đơn vị: dòng 1, 3"
    assert is_name("Đưng K'Nớ")
