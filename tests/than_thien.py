"""The shipped report as tests ask about it."""

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec.structs import replace
from pydantic import BaseModel

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.du_lieu import DuLieu, UnitReport
from cqtt.models.registry import report_type
from cqtt.models.so_lieu import SoLieu
from cqtt.models.theo_ban_ghi import FiguresOfRecord, GiaTri
from cqtt.reports.than_thien.phuong_xa import PhuongXa

REPORT = report_type("than_thien")
DANH_MUC = REPORT.danh_muc


def gia_tri(record: BanGhi) -> dict[str, int | None]:
    """Every count of a commune's *record* by its path; None where its block was not reported."""
    return dict(GiaTri(DANH_MUC, record))


def so_lieu(record: BanGhi, goc: str, nguon: str) -> list[SoLieu]:
    """The counts of a commune's *record*, then its rates."""
    return list(FiguresOfRecord(DANH_MUC, record, goc, nguon).values())


def record(xa: UnitReport) -> PhuongXa:
    """What the commune reported."""
    assert isinstance(xa.so_lieu, PhuongXa)
    return xa.so_lieu


Model = TypeVar("Model", bound=BaseModel)


def put(model: Model, values: Mapping[str, object]) -> Model:
    """A copy of *model* with the *values* by their dotted paths; nothing is validated or computed anew."""
    for path, value in values.items():
        head, _, rest = path.partition(".")
        model = model.model_copy(update={head: put(getattr(model, head), {rest: value}) if rest else value})
    return model


def units_with(data: DuLieu, changes: Mapping[str, Mapping[str, object]]) -> tuple[Any, ...]:
    """The units of *data*, with the values that *changes* gives by the unit's identifier and the value's path."""
    return tuple(replace(unit, so_lieu=put(unit.so_lieu, changes.get(unit.don_vi.ma, {}))) for unit in data.units)
