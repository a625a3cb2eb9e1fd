"""The shipped report as tests ask about it."""

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.danh_muc import FiguresOfRecord, GiaTri
from cqtt.models.du_lieu import UnitReport
from cqtt.models.registry import report_type
from cqtt.models.so_lieu import SoLieu
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
