"""What holds of every unit's record, whatever the report: totals are the sums of their parts, no file is a copy."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.danh_muc import Muc
from cqtt.models.du_lieu import UnitReport
from cqtt.models.ky import Ky
from cqtt.models.theo_ban_ghi import GiaTri
from cqtt.numerals import count
from cqtt.problems import Problem, Severity


def totals_agree_with_parts(units: tuple[UnitReport, ...], _: Ky) -> Iterator[Problem]:
    """HS02: a ``tong`` that is written beside its parts is their sum."""
    for xa in units:
        values = GiaTri(xa.danh_muc, xa.so_lieu)
        for muc in _wrong_totals(xa):
            total, summed = values[muc.duong_dan] or 0, _summed(muc, values)
            names = " + ".join(path.rpartition(".")[2] for path in muc.cac_phan)
            yield Problem(
                xa.nguon.position(tuple(muc.duong_dan.split("."))),
                "HS02",
                f"{xa.don_vi.ten_day_du}: tổng ghi {count(total)}, "
                f"cộng các phần được {count(summed)} (lệch {count(abs(total - summed))})",
                f"bỏ dòng tong, hoặc sửa: {names}",
                muc.duong_dan,
            )


def with_summed_totals(xa: UnitReport) -> UnitReport:
    """*xa* with the sum of the parts for each total that is not (HS02): what follows from a wrong one is not told."""
    record, values = xa.so_lieu, GiaTri(xa.danh_muc, xa.so_lieu)
    for muc in _wrong_totals(xa):
        record = _replaced(record, tuple(muc.duong_dan.split(".")), _summed(muc, values))
    return xa if record is xa.so_lieu else replace(xa, so_lieu=record)


def _wrong_totals(xa: UnitReport) -> Iterator[Muc]:
    values = GiaTri(xa.danh_muc, xa.so_lieu)
    for muc in xa.danh_muc.cac_tong:
        total = values[muc.duong_dan]
        if total is not None and total != _summed(muc, values):
            yield muc


def _summed(muc: Muc, values: Mapping[str, int | None]) -> int:
    return sum(value for path in muc.cac_phan if (value := values[path]) is not None)


def _replaced(record: BanGhi, names: tuple[str, ...], value: int) -> BanGhi:
    """*record* with *value* where *names* lead."""
    name, *inner = names
    new = _replaced(getattr(record, name), tuple(inner), value) if inner else value
    return record.model_copy(update={name: new})


def no_two_units_report_the_same(units: tuple[UnitReport, ...], _: Ky) -> Iterator[Problem]:
    """XA01 (warning): two units whose counts are all the same; one file is probably a copy of the other."""
    seen: dict[tuple[int | None, ...], UnitReport] = {}
    for xa in units:
        first = seen.setdefault(tuple(GiaTri(xa.danh_muc, xa.so_lieu).values()), xa)
        if first is not xa:
            message = f"mọi số liệu của {xa.don_vi.ten_day_du} giống hệt {first.don_vi.ten_day_du}"
            key = next(iter(type(xa.so_lieu).model_fields))
            yield Problem(
                xa.nguon.position((key,)), "XA01", message, f"so với {first.nguon.path}", key, Severity.WARNING
            )
