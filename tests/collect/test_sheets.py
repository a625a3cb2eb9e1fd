"""Bytes to marked sheets, or a finding."""

from cqtt.collect.sheets import sheets
from cqtt.problems import Problem
from tests.phieu import blank


def test_a_form_has_a_sheet_of_values_and_one_for_each_list() -> None:
    found = sheets("nenh.xlsx", blank())
    assert not isinstance(found, Problem)
    assert [sheet.identity.sheet for sheet in found] == ["", "sang_kien"]


def test_what_bears_no_mark_and_what_cannot_be_read() -> None:
    for name, data, code in (
        ("a.csv", b"a;b", "PH01"),
        ("a.xlsx", b"x", "PH05"),
        ("a.CSV", b"\xff\xfe\x00\xd8", "PH05"),
    ):
        found = sheets(name, data)
        assert isinstance(found, Problem)
        assert found.code == code
