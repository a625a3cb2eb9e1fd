"""What an import took is compared with what stands in a file since."""

from cqtt.collect.answer import Answer, cell_position
from cqtt.collect.grid import Cell, Thing
from cqtt.collect.log import Entry, Taken
from cqtt.pipeline.taken import as_said, as_taken, of_entry, taken
from cqtt.problems import Key
from cqtt.source.yaml_reader import Value

AT = cell_position("a.xlsx", "Phiếu", (14, 3), "Số hồ sơ", Cell(Thing.TEXT, "5"))
SAID: list[Value] = [5, None, [1, 2], {"a": 1}]
VALUES: dict[Key, Value] = {("a", "b"): 5, ("ds",): [{"ten": "A"}, {"ten": "B"}]}


def entry() -> Entry:
    answer = Answer("a.xlsx", values=VALUES, places={("a", "b"): AT})
    return Entry(1, "", "nenh", "", "a.xlsx", "", taken(answer))


def test_each_value_is_noted_with_its_cell_and_each_value_of_each_item() -> None:
    assert entry().taken == {
        "a.b": Taken("5", "Phiếu!C14"),
        "ds[1].ten": Taken("A", "-"),
        "ds[2].ten": Taken("B", "-"),
    }


def test_a_value_that_stands_as_it_was_taken_is_known_again() -> None:
    for key, value in VALUES.items():
        assert of_entry(entry(), key) == as_taken(value)
    assert of_entry(entry(), ("a", "b")) != as_taken(6)
    assert of_entry(entry(), ("c",)) is None


def test_values_in_messages() -> None:
    assert [as_said(value) for value in SAID] == ["5", "null", "2 mục", "một khối"]
