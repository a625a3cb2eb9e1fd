"""Values from elsewhere are held to the rules of files, in the same words."""

from cqtt.collect.answer import Answer, cell_position
from cqtt.collect.grid import Cell, Thing
from cqtt.reports.than_thien.phuong_xa import Thu
from cqtt.source.validated import validated

GOOD = {"chuc_mung": 1, "cam_on": 2, "xin_loi": 3, "chia_buon": 4}


def test_good_values_are_a_record() -> None:
    assert validated(Thu, GOOD, Answer("a.xlsx")) == Thu(**GOOD)


def test_what_is_wrong_stands_in_its_cell() -> None:
    cell = cell_position("a.xlsx", "Phiếu", (14, 3), "Thư cảm ơn", Cell(Thing.TEXT, "5.007"))
    found = validated(Thu, GOOD | {"cam_on": "5.007"}, Answer("a.xlsx", places={("cam_on",): cell}))
    assert isinstance(found, list)
    (problem,) = found
    assert (problem.position.where, problem.code) == ("a.xlsx!Phiếu!C14", "SO01")
    assert problem.hint == "viết liền: 5007 (dấu chấm ngăn hàng nghìn chỉ dùng khi in)"
