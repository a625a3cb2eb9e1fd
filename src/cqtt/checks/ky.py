"""One period beside another: what is carried over agrees, nothing is copied, and a longer period is complete."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cqtt.models.bao_cao import BaoCao
from cqtt.models.du_lieu import CoNguon, DuLieu, UnitReport
from cqtt.models.ke_tiep import theo_don_vi_sau
from cqtt.models.ky import Ky
from cqtt.models.registry import report_of
from cqtt.models.so_lieu import Loai, Unit
from cqtt.models.theo_ban_ghi import GiaTri
from cqtt.numerals import count
from cqtt.problems import Position, Problem, Severity

BY_CHANCE = 50
"""Counts below this may well be the same twice."""


def carried_over(truoc: DuLieu, sau: DuLieu, severity: Severity = Severity.WARNING) -> Iterator[Problem]:
    """KY01: what a unit carries over is what it, and those merged into it, had pending when *truoc* ended."""
    known = {xa.don_vi.ma for xa in sau.units}
    before, _ = theo_don_vi_sau(sau.don_vi.gia_tri, truoc.units, known)
    for xa in sau.units:
        if reports := before.get(xa.don_vi.ma):
            yield from _joins(truoc.ky, reports, xa, severity)


def _joins(truoc: Ky, reports: Sequence[UnitReport], xa: UnitReport, severity: Severity) -> Iterator[Problem]:
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
    """KY02: a flow that is the same to the digit as the period before was probably left over from its file."""
    before = {xa.don_vi.ma: xa for xa in truoc.units}
    for xa in sau.units:
        if xa.don_vi.ma in before:
            then, now = (GiaTri(report.danh_muc, report.so_lieu) for report in (before[xa.don_vi.ma], xa))
            flows = (muc.duong_dan for muc in xa.danh_muc.cac_muc if muc.loai is Loai.LUONG and not muc.cac_phan)
            same = _same({path: (now[path], then[path]) for path in flows})
            if same:
                yield _copied(f"{xa.don_vi.ten_day_du}: ", xa.nguon.position(tuple(same[0].split("."))), same, truoc.ky)
    own = _same(dict(_own(truoc.bao_cao.gia_tri, sau.bao_cao.gia_tri)))
    if own:
        yield _copied("", sau.bao_cao.nguon.position(tuple(own[0].split("."))), own, truoc.ky)


def _same(pairs: dict[str, tuple[int | None, int | None]]) -> list[str]:
    """The paths whose two values agree too well: large ones, or all of them."""
    given = {path: pair for path, pair in pairs.items() if any(pair)}
    same = [path for path, (now, then) in given.items() if now == then]
    return same if len(same) == len(given) else [path for path in same if (given[path][0] or 0) >= BY_CHANCE]


def _copied(whose: str, here: Position, same: Sequence[str], truoc: Ky) -> Problem:
    named = ", ".join(same[:3]) + (f" và {len(same) - 3} số khác" if len(same) > 3 else "")
    message = f"{whose}giống hệt {truoc.ma} đến từng chữ số: {named}"
    return Problem(here, "KY02", message, "kiểm tra xem đã điền số của kỳ này chưa", same[0], Severity.WARNING)


def _own(then: BaoCao, now: BaoCao) -> Iterator[tuple[str, tuple[int | None, int | None]]]:
    """The flows of the authority's own figures: path, value now, value then."""
    for name, part in type(now).so_lieu_rieng():
        old, new = getattr(then, name), getattr(now, name)
        if part is Loai.LUONG:
            yield name, (new, old)
        elif old is not None and new is not None and not isinstance(part, Loai):
            for inner, loai in part.cac_phan():
                if loai is Loai.LUONG:
                    yield f"{name}.{inner}", (getattr(new, inner), getattr(old, inner))


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
