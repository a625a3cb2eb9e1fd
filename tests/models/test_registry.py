"""Reports are found by name, and one that is declared wrongly is not used."""

import pytest
from msgspec.structs import replace

from cqtt.catalogue import CODES
from cqtt.faults import EnvironmentFault
from cqtt.models import registry
from cqtt.models.registry import DEFAULT, all_codes, report_names, report_type
from cqtt.reports import than_thien
from tests.than_thien import REPORT


def test_the_usual_report_is_there() -> None:
    assert DEFAULT in report_names()
    assert report_type(DEFAULT) is REPORT


def test_the_codes_of_a_report_are_its_own() -> None:
    assert not REPORT.codes.keys() & CODES.keys()
    assert all_codes().keys() == CODES.keys() | REPORT.codes.keys()


def test_a_report_that_is_declared_wrongly_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    report_type.cache_clear()
    monkeypatch.setattr(than_thien, "REPORT", replace(REPORT, unit_name="ten"))
    with pytest.raises(EnvironmentFault) as caught:
        registry.report_type(DEFAULT)
    assert caught.value.message == "báo cáo than_thien khai báo sai: unit_name: không có “ten”"
    monkeypatch.undo()
    report_type.cache_clear()
