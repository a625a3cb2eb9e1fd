"""A cell prints what stands there by the usual filter of its kind, and says so where there is none."""

from datetime import date

import pytest

from cqtt.manuscript import Insert
from cqtt.template.cells import CellPrinter, usual_filter
from cqtt.template.values import Day, TemplateFault, Words


@pytest.mark.parametrize(
    ("value", "name"), [(True, "dau_x"), (Words("Nếnh", "a"), "words"), (Day(date(2024, 3, 6), "b"), "ngay")]
)
def test_each_kind_has_its_usual_filter(value: object, name: str) -> None:
    assert usual_filter(value, "a") == name


def test_what_is_no_single_thing_is_refused() -> None:
    with pytest.raises(TemplateFault, match="không in được trong một ô"):
        usual_filter(object(), "a.b")


def test_what_a_filter_prints_is_kept_and_leaves_no_slot() -> None:
    cells = CellPrinter()
    assert cells.words(Words("Nếnh", "a")) == ""
    assert cells.last == Insert("Nếnh", "a")
    assert cells.inserts == []
