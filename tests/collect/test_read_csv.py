"""Answers saved as .csv, with the marks between columns and the letters that programs use."""

from decimal import Decimal

import pytest

from cqtt.collect.grid import Cell, Grid, Thing
from cqtt.collect.read_csv import grid
from cqtt.problems import Problem


def read(data: bytes) -> Grid:
    found = grid("a.csv", data)
    assert not isinstance(found, Problem)
    return found


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_columns_and_letters(mark: str, encoding: str) -> None:
    text = f"cqtt-phieu|1{mark}x\r\nMáy in{mark}4\r\n"
    assert read(text.encode(encoding)).cells[2, 1] == Cell(Thing.TEXT, "Máy in")
    assert read(text.encode(encoding)).cells[2, 2] == Cell(Thing.NUMBER, "4", Decimal(4))


def test_windows_1258_with_its_marks_apart() -> None:
    assert read(b"cqtt-phieu,x\r\nx\xe2y m\xf5\xecsi,1\r\n".replace(b"\xf5\xecs", b"\xf5\xec")).text(2, 1) == "xây mới"


def test_only_plain_digits_are_numbers() -> None:
    found = read(b"cqtt-phieu;x\n5.007;05\n#REF!;12345678901234567\n")
    assert [found.cells[at].thing for at in ((2, 1), (2, 2), (3, 1), (3, 2))] == [
        Thing.TEXT,
        Thing.TEXT,
        Thing.ERROR,
        Thing.TEXT,
    ]


def test_what_no_encoding_gives_is_a_finding() -> None:
    found = grid("a.csv", b"\xff\xfe\x00\xd8")
    assert isinstance(found, Problem)
    assert found.message == "không đọc được bảng mã của tệp .csv"


def test_a_table_too_long_is_a_finding() -> None:
    found = grid("a.csv", b"1\n" * 20_001)
    assert isinstance(found, Problem)
    assert found.message == "tệp .csv quá dài: hơn 20000 hàng"
