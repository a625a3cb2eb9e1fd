"""``cqtt diff`` against the differences of the numbers in the files."""

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from cqtt.cli.main import run
from tests.cli.hai_ky import Counts, pairs, write

pytestmark = pytest.mark.slow


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs())
def test_the_differences_are_those_of_the_files(
    capsys: pytest.CaptureFixture[str], pair: tuple[dict[str, Counts], dict[str, Counts], dict[str, str]]
) -> None:
    before, after, into = pair
    with TemporaryDirectory() as folder:
        write(Path(folder), before, after, into)
        assert run(["diff", "2024Q1", "2023Q1", "--format", "json", "-C", folder]) == 0
    read = json.loads(capsys.readouterr().out)
    assert told(read["figures"], "") == expected(list(before.values()), list(after.values()))
    sources = {ma: [m for m in before if m == ma or into.get(m) == ma] for ma in after}
    assert {c["commune"]: told(c["figures"], f"xa_phuong.{c['commune']}.") for c in read["communes"]} == {
        ma: expected([before[m] for m in sources[ma]], [after[ma]]) for ma in after if sources[ma]
    }
    assert {xa["commune"]: xa["merged_into"] for xa in read["only_before"]} == {
        ma: into.get(ma) for ma in before if ma not in after
    }
    assert {xa["commune"]: set(xa["merged_from"]) for xa in read["only_after"]} == {
        ma: set(sources[ma]) for ma in after if ma not in before
    }


def told(figures: list[dict[str, Any]], goc: str) -> dict[str, tuple[Any, Any, Any]]:
    values = {f["path"].removeprefix(goc): (f["before"], f["after"], f["change"]) for f in figures}
    return {path: values[path] for path in expected([], [])}


def expected(before: list[Counts], after: list[Counts]) -> dict[str, tuple[Any, Any, Any]]:
    """The figures that dossiers give, computed from the numbers in the files and from nothing else."""
    then, now = measures(before), measures(after)
    return {path: (six(then[path]), six(now[path]), six(difference(then[path], now[path]))) for path in now}


def measures(reports: list[Counts]) -> dict[str, int | Decimal | None]:
    whole = {name: sum(counts[name] for counts in reports) for name in ("i0", "i1", "i2", "s0", "s1", "s2", "p1", "r")}
    settled = whole["s0"] + whole["s1"] + whole["s2"]
    online = whole["i1"] + whole["i2"]
    return {
        "ho_so.tiep_nhan.tong": whole["i0"] + whole["i1"] + whole["i2"],
        "ho_so.da_giai_quyet.tong": settled,
        "ho_so.dang_giai_quyet.qua_han": whole["p1"],
        "ho_so.tra_lai": whole["r"],
        "ho_so.ty_le_dung_han": Decimal(whole["s0"] + whole["s1"]) / settled if settled else None,
        "ho_so.ty_le_truc_tuyen": Decimal(whole["i1"]) / online if online else None,
    }


def difference(then: int | Decimal | None, now: int | Decimal | None) -> int | Decimal | None:
    return None if then is None or now is None else now - then


def six(value: int | Decimal | None) -> int | str | None:
    return f"{value.quantize(Decimal('0.000001'), ROUND_HALF_UP):f}" if isinstance(value, Decimal) else value
