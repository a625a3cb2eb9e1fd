"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from cqtt.models.ngay import Ngay, ngay_thang
from cqtt.numerals import day


@given(st.dates())
def test_a_printed_date_is_read_back(value: date) -> None:
    if value.year >= 1000:
        assert ngay_thang(day(value)) == value


@pytest.mark.parametrize(
    "text", ["", "1/2", "2024-02-01", "31/4/2024", "29/02/2023", "01/02/24", " 01/02/2024", "٠١/02/2024", "00/1/2024"]
)
def test_what_is_no_date_is_none_and_refused(text: str) -> None:
    assert ngay_thang(text) is None
    with pytest.raises(ValidationError, match="not a date"):
        TypeAdapter(Ngay).validate_python(text)


def test_a_date_stays_as_it_was_typed() -> None:
    assert TypeAdapter(Ngay).validate_python("1/2/2024") == "1/2/2024"
