"""The list of communes: kinds, names, codes; every wrong line is told with its place."""

import pytest

from cqtt.source.unit_lines import is_name
from cqtt.source.unit_list import identifiers, read_units


def test_kind_name_and_code_in_the_ways_people_write_them() -> None:
    raw = (
        "\ufeff# tỉnh\r\nphường Kinh Bắc;09163\r\n\r\n Xã  Đại Đồng  # mới\r\nxã;Tân Chi;09199;\r\nđặc khu\tVân Đồn\n,,"
    )
    units, problems = read_units(raw.encode(), "ds.csv")
    assert problems == []
    assert [(u.ma, u.loai, u.ten, u.ma_gso) for u in units] == [
        ("kinh-bac", "phường", "Kinh Bắc", "09163"),
        ("dai-dong", "xã", "Đại Đồng", None),
        ("tan-chi", "xã", "Tân Chi", "09199"),
        ("van-don", "đặc khu", "Vân Đồn", None),
    ]


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("Kinh Bắc", "DV03", "không hiểu dòng “Kinh Bắc”: cần loại (xã, phường, thị trấn, đặc khu) rồi tên"),
        ("thị xã Quế Võ", "DV03", "không hiểu dòng “thị xã Quế Võ”: cần loại (xã, phường, thị trấn, đặc khu) rồi tên"),
        ("xã ---", "DV03", "không hiểu dòng “xã ---”: cần loại (xã, phường, thị trấn, đặc khu) rồi tên"),
        ("xã Đại Đồng;7777", "DV03", "“7777” không phải mã đơn vị"),
        ("Xã an lạc", "DV01", "xã an lạc đã có ở dòng 1"),
        ("phường An Lạc;00001", "DV01", "mã 00001 đã có ở dòng 1"),
    ],
)
def test_a_wrong_line_is_told(line: str, code: str, message: str) -> None:
    problem = read_units(f"xã An Lạc;00001\n{line}\n".encode(), "ds.txt")[1][0]
    assert (problem.code, problem.message) == (code, message)
    assert (problem.position.path, problem.position.line, problem.position.text) == ("ds.txt", 2, line)


def test_a_list_without_communes_and_one_in_another_encoding() -> None:
    assert [(p.code, p.message) for p in read_units(b"# x\n", "ds.txt")[1]] == [
        ("DV02", "danh sách không có đơn vị nào")
    ]
    units, problems = read_units("xã An Lạc".encode("utf-16"), "ds.txt")  # as Excel writes text
    assert ([u.ten for u in units], problems) == (["An Lạc"], [])
    assert [p.code for p in read_units(b"x\xe3 An L\xccc", "ds.txt")[1]] == ["TEP02"]


def test_communes_of_one_name_get_identifiers_of_their_own() -> None:
    units = [("xã", "Tân Tiến"), ("phường", "Tân Tiến"), ("xã", "Vân Hà"), ("xã", "Văn Hà"), ("phường", "1")]
    assert identifiers(units) == ["xa-tan-tien", "phuong-tan-tien", "xa-van-ha", "xa-van-ha-2", "phuong-1"]
    assert identifiers([("xã", "Côn"), ("xã", "Côn Minh")]) == ["xa-con", "con-minh"]  # Windows has no con.yaml
    assert identifiers([*units[:2], ("xã", "Xã Tân Tiến")])[0] == "xa-tan-tien-2"


def test_what_can_be_a_name() -> None:
    assert is_name("Đưng K'Nớ")
    assert not any(map(is_name, ("", "---", "A\nB", "a" * 61)))
