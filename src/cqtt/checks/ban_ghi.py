"""What holds of every unit's record, whatever the report: totals are the sums of their parts, no file is a copy."""

from collections.abc import Iterator

from cqtt.models.du_lieu import UnitReport
from cqtt.models.ky import Ky
from cqtt.models.theo_ban_ghi import GiaTri
from cqtt.numerals import count
from cqtt.problems import Problem, Severity


def totals_agree_with_parts(units: tuple[UnitReport, ...], _: Ky) -> Iterator[Problem]:
    """HS02: a ``tong`` that is written beside its parts is their sum."""
    for xa in units:
        values = GiaTri(xa.danh_muc, xa.so_lieu)
        for muc in xa.danh_muc.cac_tong:
            total, parts = values[muc.duong_dan], [values[path] for path in muc.cac_phan]
            summed = sum(value for value in parts if value is not None)
            if total is not None and total != summed:
                names = " + ".join(path.rpartition(".")[2] for path in muc.cac_phan)
                yield Problem(
                    xa.nguon.position(tuple(muc.duong_dan.split("."))),
                    "HS02",
                    f"{xa.don_vi.ten_day_du}: tổng ghi {count(total)}, "
                    f"cộng các phần được {count(summed)} (lệch {count(abs(total - summed))})",
                    f"bỏ dòng tong, hoặc sửa: {names}",
                    muc.duong_dan,
                )


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
