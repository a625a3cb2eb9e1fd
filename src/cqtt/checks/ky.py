"""One period beside another: what is carried over agrees, nothing is copied, and a longer period is complete."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cqtt.checks.so_sanh import bounds, own_flows
from cqtt.models.bao_cao import BaoCao
from cqtt.models.du_lieu import CoNguon, DuLieu, UnitReport
from cqtt.models.ke_tiep import theo_don_vi_sau
from cqtt.models.ky import Ky
from cqtt.models.registry import report_of
from cqtt.models.so_lieu import Loai, Unit
from cqtt.models.theo_ban_ghi import GiaTri
from cqtt.numerals import count
from cqtt.problems import Position, Problem, Severity

BY_CHANCE = 10
"""Counts below this may well be the same twice; above it one may be, by chance, and hardly several."""
TELLING = (1_000, 1_000_000)
"""From each of these on a count that is the same says as much as one more."""


def carried_over(truoc: DuLieu, sau: DuLieu, severity: Severity = Severity.WARNING) -> Iterator[Problem]:
    """KY01: what a unit carries over is what it, and those merged into it, had pending when *truoc* ended."""
    known = {xa.don_vi.ma for xa in sau.units}
    before, _ = theo_don_vi_sau(sau.don_vi.gia_tri, truoc.units, known)
    for xa in sau.units:
        if reports := before.get(xa.don_vi.ma):
            yield from joins(truoc.ky, reports, xa, severity)


def joins(
    truoc: Ky, reports: Sequence[UnitReport], xa: UnitReport, severity: Severity = Severity.WARNING
) -> Iterator[Problem]:
    """KY01 for each opening stock of *xa* that is not what its earlier *reports* ended with."""
    for path, closing_path in xa.danh_muc.chuyen_ky.items():
        opening = GiaTri(xa.danh_muc, xa.so_lieu)[path]
        ends = [value for r in reports if (value := GiaTri(r.danh_muc, r.so_lieu)[closing_path]) is not None]
        if opening is None or not ends or opening == sum(ends):
            continue
        there = ", ".join(_line(report, closing_path) for report in reports)
        message = f"kỳ trước chuyển sang {count(opening)}, cuối {truoc.ma} còn {count(sum(ends))}"
        hint = f"hai số phải bằng nhau; số cuối kỳ trước ở {there}"
        yield xa.problem(tuple(path.split(".")), "KY01", message, hint, severity)


def _line(xa: UnitReport, path: str) -> str:
    """Where the count at *path* stands; of a total that need not be written, its block."""
    return f"{xa.nguon.path}:{xa.nguon.position(tuple(path.removesuffix('.tong').split('.'))).line}"


def nothing_is_copied(truoc: DuLieu, sau: DuLieu) -> Iterator[Problem]:
    """KY02: several flows that are the same to the digit as the period before were probably left over from its file."""
    before, several = {xa.don_vi.ma: xa for xa in truoc.units}, bounds(sau).so_trung
    for xa in sau.units:
        if xa.don_vi.ma in before:
            yield from is_copied(truoc.ky, before[xa.don_vi.ma], xa, several)
    own = _same(dict(own_flows(truoc.bao_cao.gia_tri, sau.bao_cao.gia_tri)), several)
    if own:
        yield _copied("", sau.bao_cao.nguon.position(tuple(own[0].split("."))), own, truoc.ky)


def is_copied(truoc: Ky, before: UnitReport, xa: UnitReport, several: int) -> Iterator[Problem]:
    """KY02 for *xa* beside its report *before* of the period *truoc*; *several* as of ``nothing_is_copied``."""
    then, now = (GiaTri(report.danh_muc, report.so_lieu) for report in (before, xa))
    flows = (muc.duong_dan for muc in xa.danh_muc.cac_muc if muc.loai is Loai.LUONG and not muc.cac_phan)
    same = _same({path: (now[path], then[path]) for path in flows}, several)
    if same:
        yield _copied(f"{xa.don_vi.ten_day_du}: ", xa.nguon.position(tuple(same[0].split("."))), same, truoc)


def _same(pairs: dict[str, tuple[int | None, int | None]], several: int) -> list[str]:
    """The paths whose two values agree too well: *several* large ones, or all; empty where they may by chance."""
    given = {path: pair for path, pair in pairs.items() if any(pair)}
    same = [path for path, (now, then) in given.items() if now == then]
    large = [path for path in same if (given[path][0] or 0) >= BY_CHANCE]
    weight = sum(1 + sum((given[path][0] or 0) >= least for least in TELLING) for path in large)
    return same if len(same) == len(given) else large if weight >= several else []


def _copied(whose: str, here: Position, same: Sequence[str], truoc: Ky) -> Problem:
    named = ", ".join(same[:3]) + (f" và {len(same) - 3} số khác" if len(same) > 3 else "")
    message = f"{whose}giống hệt {truoc.ma} đến từng chữ số: {named}"
    return Problem(here, "KY02", message, "kiểm tra xem đã điền số của kỳ này chưa", same[0], Severity.WARNING)


def parts_join(parts: Sequence[DuLieu], own: CoNguon[BaoCao] | None) -> Iterator[Problem]:
    """KY01 and KY03-KY05 over the parts of a longer period, the earliest first; *own* is its own document's data.

    What only some parts report is a finding once they are put together (``checks.day_du``).
    """
    last = parts[-1]
    for truoc, sau in pairwise(parts):
        yield from carried_over(truoc, sau, Severity.ERROR)
    for part in parts[:-1]:
        yield from _communes_continue(part, last)
    yield from _own_figures_are_added(parts, own)


def _communes_continue(part: DuLieu, last: DuLieu) -> Iterator[Problem]:
    """KY03: every unit of the longer period is in every part; KY04 names those with another name."""
    found, lost = theo_don_vi_sau(last.don_vi.gia_tri, part.units, {xa.don_vi.ma for xa in last.units})
    for xa in lost:
        message = f"{xa.don_vi.ten_day_du} có trong {part.ky.ma} nhưng không còn vào cuối {last.ky.ma}"
        hint = "ghi nhap_vao: mã của đơn vị mới, để cộng số liệu vào đó"
        yield Problem(_listed(last, xa.don_vi), "KY03", message, hint)
    for xa in last.units:
        before = [report.don_vi for report in found.get(xa.don_vi.ma, ())]
        if not before:
            message = f"{xa.don_vi.ten_day_du} có trong {last.ky.ma} nhưng không có trong {part.ky.ma}"
            hint = "nếu thành lập do sáp nhập: ghi nhap_vao ở các đơn vị cũ; nếu không thì không cộng được các kỳ này"
            yield Problem(_listed(last, xa.don_vi), "KY03", message, hint)
        elif before != [xa.don_vi]:
            names = ", ".join(unit.ten_day_du for unit in before)
            message = f"{names} ({part.ky.ma}) được cộng vào {xa.don_vi.ten_day_du}"
            hint = "theo ma và nhap_vao ghi ở đây"
            yield Problem(_listed(last, xa.don_vi), "KY04", message, hint, severity=Severity.NOTICE)


def _listed(data: DuLieu, unit: Unit) -> Position:
    """Where ``don_vi.yaml`` lists *unit*."""
    units = [xa.don_vi for xa in data.don_vi.gia_tri.units]
    return data.don_vi.nguon.position((report_of(data.don_vi.gia_tri).group, units.index(unit), "ma"))


def _own_figures_are_added(parts: Sequence[DuLieu], own: CoNguon[BaoCao] | None) -> Iterator[Problem]:
    """KY05: a figure of the authority's own that every part reports is added up, not written."""
    for name, _ in type(parts[-1].bao_cao.gia_tri).so_lieu_rieng():
        all_do = all(getattr(part.bao_cao.gia_tri, name) is not None for part in parts)
        if all_do and own is not None and getattr(own.gia_tri, name) is not None:
            message = f"{name} được cộng từ {', '.join(part.ky.ma for part in parts)}, không ghi ở đây"
            yield Problem(own.nguon.position((name,)), "KY05", message, f"bỏ {name}", name)
