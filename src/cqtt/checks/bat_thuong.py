"""Figures that are hardly possible beside the period before, or beside the other units: warnings with their reason."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from statistics import median_low

from msgspec.structs import replace

from cqtt.checks.so_sanh import bounds, own_flows
from cqtt.models.danh_muc import Muc
from cqtt.models.du_lieu import DuLieu, UnitReport
from cqtt.models.ke_tiep import theo_don_vi_sau
from cqtt.models.ky import Ky
from cqtt.models.nguong import Dat
from cqtt.models.so_lieu import Loai
from cqtt.models.theo_ban_ghi import GiaTri
from cqtt.models.ty_le import TyLe, cong
from cqtt.numerals import count, percentage, written
from cqtt.problems import Problem, Severity

ENOUGH = 5
"""Fewer units than this have no middle worth comparing with."""
MIDDLE_AT_LEAST = 5
"""A middle below this is taken for this: ten times one is not many."""
LARGE = 10
"""Counts below this say nothing where they are the same twice."""
COMMON = 20
"""A count that so many units share is no sign of a copy."""
NAMED = 3
"""Figures that a finding names."""
_HINT = "kiểm tra xem có gõ thừa, thiếu chữ số hoặc nhầm dòng không; đúng như vậy thì ghi lý do ở chap_nhan"

Jump = tuple[str, int, int]
"""A path, the count there now, and the one that it is beside."""


def unlike_the_period_before(truoc: DuLieu, sau: DuLieu) -> Iterator[Problem]:
    """KY12, KY13 (warnings): what a unit counts has jumped since *truoc*; one finding for its counts, one for a rate.

    What was merged into the unit since then counts with it.
    """
    limits = bounds(sau)
    yield from _own_jumped(truoc, sau, limits)
    before, _ = theo_don_vi_sau(sau.don_vi.gia_tri, truoc.units, {xa.don_vi.ma for xa in sau.units})
    for xa in sau.units:
        if reports := before.get(xa.don_vi.ma):
            now = GiaTri(xa.danh_muc, xa.so_lieu)
            then = GiaTri(xa.danh_muc, type(xa.so_lieu).cong(report.so_lieu for report in reports))
            yield from _jumped(xa, now, then, truoc.ky, limits)
            for rate in _rates(xa):
                yield from _moved(xa, rate, now, then, truoc.ky, limits)


def _own_jumped(truoc: DuLieu, sau: DuLieu, limits: Dat) -> Iterator[Problem]:
    """KY12 for each of the authority's own figures, which vary more than those of many units together."""
    for path, (new, old) in own_flows(truoc.bao_cao.gia_tri, sau.bao_cao.gia_tri):
        if new is None or old is None or abs(new - old) < limits.chenh_toi_thieu:
            continue
        if max(new, old) >= limits.gap_don_vi_giua * max(1, min(new, old)):
            here = sau.bao_cao.nguon.position(tuple(path.split(".")))
            message = f"{count(new)}, ở {truoc.ky.ma} là {count(old)}: đổi {limits.gap_don_vi_giua} lần trở lên"
            yield Problem(here, "KY12", message, _HINT, path, Severity.WARNING)


def _jumped(
    xa: UnitReport, now: Mapping[str, int | None], then: Mapping[str, int | None], ky: Ky, limits: Dat
) -> Iterator[Problem]:
    jumps: list[Jump] = []
    for muc in _written(xa):
        new, old = now[muc.duong_dan], then[muc.duong_dan]
        if new is not None and old is not None and _jumps(new, old, limits):
            jumps.append((muc.duong_dan, new, old))
    if jumps:
        message = f"đổi {limits.gap_ky_truoc} lần trở lên so với {ky.ma}: {_named(jumps, ky.ma)}"
        yield xa.problem(tuple(jumps[0][0].split(".")), "KY12", message, _HINT, Severity.WARNING)


def _moved(
    xa: UnitReport, rate: TyLe, now: Mapping[str, int | None], then: Mapping[str, int | None], ky: Ky, limits: Dat
) -> Iterator[Problem]:
    new, old = _value(rate, now, limits), _value(rate, then, limits)
    if new is not None and old is not None and abs(new - old) * 100 >= limits.diem_ky_truoc:
        message = f"{_lower(rate.ten)} {_percent(new)}, ở {ky.ma} là {_percent(old)}"
        yield _of_rate(xa, rate, "KY13", message)


def unlike_the_others(data: DuLieu, truoc: DuLieu | None) -> Iterator[Problem]:
    """XA04, XA05 (warnings): a unit's flows, or a rate, far from those of the middle unit of the same period.

    A flow is measured by the unit's own size. Who reported in the period before, *truoc*, is set beside itself
    (``unlike_the_period_before``): what a unit is like, it mostly was then.
    """
    limits, units = bounds(data), data.units
    if len(units) < ENOUGH:
        return
    values = [GiaTri(xa.danh_muc, xa.so_lieu) for xa in units]
    known = {xa.don_vi.ma for xa in truoc.units} if truoc else set[str]()
    for i, jumps in _far(units[0], values, limits).items():
        if units[i].don_vi.ma not in known:
            message = f"gấp {limits.gap_don_vi_giua} lần đơn vị ở giữa trở lên: {_named(jumps, 'đơn vị ở giữa')}"
            yield units[i].problem(tuple(jumps[0][0].split(".")), "XA04", message, _HINT, Severity.WARNING)
    for rate in _rates(units[0]):
        now = [_value(rate, of, limits) for of in values]
        far = _rates_apart(now, limits)
        for i, middle in far.items():
            if units[i].don_vi.ma not in known:
                message = f"{_lower(rate.ten)} {_percent(now[i] or middle)}, đơn vị ở giữa là {_percent(middle)}"
                yield _of_rate(units[i], rate, "XA05", message)


def _far(any_unit: UnitReport, values: Sequence[Mapping[str, int | None]], limits: Dat) -> dict[int, list[Jump]]:
    """The flows far above the middle unit's, for each unit by its place in *values*.

    A unit's size is the middle of what its flows are to those of the middle unit: a large one has more of everything.
    """
    flows = [muc.duong_dan for muc in _written(any_unit) if muc.loai is Loai.LUONG]
    rows = [[of[path] for path in flows] for of in values]
    given = [[value for value in column if value is not None] for column in zip(*rows, strict=True)]
    middles = [max(median_low(known), MIDDLE_AT_LEAST) if len(known) >= ENOUGH else None for known in given]
    far: dict[int, list[Jump]] = {}
    for i, row in enumerate(rows):
        beside = [(path, v, m) for path, v, m in zip(flows, row, middles, strict=True) if v is not None and m]
        found = [(path, v, m) for path, v, m in beside if _is_far(v, m, 1, limits)]
        if found:  # the size is only worked out for the few that may be told
            size = max(Decimal(1), median_low([Decimal(v) / m for _, v, m in beside]))
            found = [(path, v, m) for path, v, m in found if _is_far(v, m, size, limits)]
        if found:
            far[i] = found
    return far


def _is_far(value: int, middle: int, size: Decimal | int, limits: Dat) -> bool:
    """Whether a count of a unit so many times the middle one's *size* is far above the *middle* one."""
    return value >= middle * limits.gap_don_vi_giua * size and value - middle >= limits.chenh_toi_thieu


def _rates_apart(values: Sequence[Decimal | None], limits: Dat) -> dict[int, Decimal]:
    """The places of the rates far from the middle one, each with that; none where too few are known."""
    known = [value for value in values if value is not None]
    if len(known) < ENOUGH:
        return {}
    middle, far = median_low(known), Decimal(limits.diem_don_vi_giua) / 100
    return {i: middle for i, value in enumerate(values) if value is not None and abs(value - middle) >= far}


def _jumps(new: int, old: int, limits: Dat) -> bool:
    """Whether a count is not what it may have become of the *old* one."""
    return abs(new - old) >= limits.chenh_toi_thieu and max(new, old) >= limits.gap_ky_truoc * max(1, min(new, old))


def no_file_is_mostly_another(data: DuLieu) -> Iterator[Problem]:
    """XA01 (warning): two units most of whose large flows are the same; one file is probably the other's, edited.

    One finding for each unit, beside the one that it is likest to.
    Those of which all figures are the same are found in the files themselves (``checks.ban_ghi``).
    """
    limits, units = bounds(data), data.units
    holders: dict[tuple[str, int], list[int]] = defaultdict(list)
    large: Counter[int] = Counter()
    for i, xa in enumerate(units):
        values = GiaTri(xa.danh_muc, xa.so_lieu)
        for muc in _written(xa):
            value = values[muc.duong_dan]
            if muc.loai is not Loai.TON and value is not None and value >= LARGE:
                holders[muc.duong_dan, value].append(i)
                large[i] += 1
    shared = Counter(pair for held in holders.values() if len(held) <= COMMON for pair in combinations(held, 2))
    likest: dict[int, tuple[int, int]] = {}
    for (i, j), same in shared.items():
        alike = same >= limits.so_trung and same * 100 > limits.phan_giong * min(large[i], large[j])
        if alike and same > likest.get(j, (0, 0))[1] and not _is_whole_copy(units[i], units[j]):
            likest[j] = i, same
    for j, (i, same) in likest.items():
        first, second = units[i], units[j]
        fewest = min(large[i], large[j])
        message = f"{same}/{fewest} số từ {LARGE} trở lên giống hệt {first.don_vi.ten_day_du}; có lẽ chép rồi sửa"
        key = next(iter(type(second.so_lieu).model_fields))
        yield second.problem((key,), "XA01", message, f"so với {first.nguon.path}", Severity.WARNING)


def _is_whole_copy(first: UnitReport, second: UnitReport) -> bool:
    one, other = (tuple(GiaTri(xa.danh_muc, xa.so_lieu).values()) for xa in (first, second))
    return one == other


def _written(xa: UnitReport) -> Iterator[Muc]:
    """The counts that are written, without totals and what is carried over, which follow from others."""
    return (muc for muc in xa.danh_muc.cac_muc if not muc.cac_phan and muc.loai is not Loai.DAU_KY)


def _rates(xa: UnitReport) -> Iterator[TyLe]:
    """The rates, without those that only complete another one."""
    return (rate for rate in xa.danh_muc.ty_le if rate.phan_bu is None)


def _value(rate: TyLe, values: Mapping[str, int | None], limits: Dat) -> Decimal | None:
    """The rate's value; None where it is of too few to say anything."""
    return rate.gia_tri(values) if (cong(rate.mau, values) or 0) >= limits.mau_toi_thieu else None


def _of_rate(xa: UnitReport, rate: TyLe, code: str, message: str) -> Problem:
    told = xa.problem(tuple(rate.tu[0].split(".")), code, message, _HINT, Severity.WARNING)
    return replace(told, key=rate.duong_dan)


def _named(jumps: Sequence[Jump], beside: str) -> str:
    told = ", ".join(f"{path} {count(new)} ({beside}: {count(old)})" for path, new, old in jumps[:NAMED])
    return told + (f" và {len(jumps) - NAMED} số khác" if len(jumps) > NAMED else "")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _percent(value: Decimal) -> str:
    return f"{written(percentage(value))}%"
