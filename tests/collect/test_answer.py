"""An answer says where its values stand, and what it has as the content of a file."""

from cqtt.collect.answer import Answer, cell_position
from cqtt.collect.grid import Cell, Thing
from cqtt.problems import Severity

AT = cell_position("a.xlsx", "Phiếu", (14, 3), "Số hồ sơ", Cell(Thing.TEXT, "5.007"))


def test_a_cell_is_a_place_with_its_label_and_value() -> None:
    assert AT.where == "a.xlsx!Phiếu!C14"
    assert (AT.text, AT.column, AT.width) == ("Số hồ sơ | 5.007", 12, 5)
    assert cell_position("a.csv", "", (2, 28), "Máy in", None).where == "a.csv!AB2"
    assert cell_position("a.csv", "", (2, 28), "Máy in", None).text == "Máy in | (trống)"


def test_a_block_stands_where_its_first_value_does_and_an_unknown_key_is_the_file_s() -> None:
    answer = Answer("a.xlsx", places={("khoi", "so"): AT})
    assert answer.position(("khoi",)) == AT
    assert answer.position(("khoi", "khac")) == AT
    assert answer.position(("x",)).where == "a.xlsx"
    assert answer.source_text(("khoi", "so")) == ("5.007", False)
    assert answer.source_text(("x",)) == ("", False)


def test_values_are_put_into_their_blocks() -> None:
    answer = Answer("a.xlsx", values={("a", "b"): 1, ("a", "c"): True, ("d",): None}, left_out={("e",)})
    assert answer.nested() == {"a": {"b": 1, "c": True}, "d": None, "e": None}


def test_an_error_forbids_writing_and_a_warning_does_not() -> None:
    answer = Answer("a.xlsx", places={("so",): AT})
    answer.add(("so",), "PH11", "xem lại", "hỏi", Severity.WARNING)
    assert answer.good
    answer.add(("so",), "SO01", "sai", "sửa")
    assert not answer.good
    assert answer.problems[1].key == "so"
