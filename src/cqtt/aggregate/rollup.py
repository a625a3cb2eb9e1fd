"""A longer period out of the shorter ones it spans: one record per unit, and the authority's own figures."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from cqtt.models.ban_ghi import BanGhi, can_den, noi_so
from cqtt.models.bao_cao import BaoCao
from cqtt.models.danh_muc import tai
from cqtt.models.du_lieu import CoNguon, DuLieu, ReportOf, UnitReport
from cqtt.models.ke_tiep import theo_don_vi_sau
from cqtt.models.ky import Ky
from cqtt.models.registry import report_of
from cqtt.models.so_lieu import Loai
from cqtt.names import title_key

R = TypeVar("R", bound=BanGhi)


def roll_up(ky: Ky, parts: Sequence[DuLieu], own: CoNguon[BaoCao] | None) -> DuLieu:
    """The data of *ky* out of its *parts*, the earliest first; there is at least one, and they join (``checks.ky``).

    The document (number, date, title, signer, prose) is *own*, the longer period's; without one it is that of the last
    part, its number and day left blank. A count that nobody reports in a part that it needs does not exist (None).
    """
    last = parts[-1]
    source = own or last.bao_cao
    document = source.gia_tri if own else source.gia_tri.model_copy(update={"so": None, "ngay": None, "chap_nhan": []})
    figures = own_figures([part.bao_cao.gia_tri for part in parts], own.gia_tri if own else None)
    known = {xa.don_vi.ma for xa in last.units}
    by_part = [theo_don_vi_sau(last.don_vi.gia_tri, part.units, known)[0] for part in parts]
    lists = [block.name for block in report_of(last.don_vi.gia_tri).lists]
    lacking = _lacking(parts)
    units = []
    for xa in last.units:
        made = _commune(xa, [reports.get(xa.don_vi.ma, []) for reports in by_part], lists)
        units.append(replace(made, so_lieu=_without(made.so_lieu, lacking)) if lacking else made)
    bao_cao = CoNguon(document.model_copy(update=figures), source.nguon)
    return DuLieu(ky, last.don_vi, bao_cao, tuple(units), cac_ky=tuple(parts))


def own_figures(parts: Sequence[BaoCao], own: BaoCao | None) -> dict[str, object]:
    """The figures that no unit reports, over all *parts*; where one lacks what it needs, that of *own*, or None."""
    out: dict[str, object] = {}
    for name, part in type(parts[-1]).so_lieu_rieng():
        every = [getattr(bao_cao, name) for bao_cao in parts]
        if None in (every if not isinstance(part, Loai) else can_den(part, every)):
            out[name] = getattr(own, name) if own else None
        else:
            out[name] = noi_so(part, every) if isinstance(part, Loai) else part.noi_ky(every)
    return out


def _lacking(parts: Sequence[DuLieu]) -> list[tuple[str, ...]]:
    """The counts that do not exist in the longer period: nobody reports them in a part that they need."""
    found = []
    danh_muc = report_of(parts[-1].don_vi.gia_tri).danh_muc
    for path, loai in danh_muc.co_the_thieu.items():
        names = tuple(path.split("."))
        if any(all(tai(xa.so_lieu, names) is None for xa in part.units) for part in can_den(loai, parts)):
            found.append(names)
    return found


def _without(record: R, paths: Sequence[tuple[str, ...]]) -> R:
    """*record* with None at *paths*."""
    for name, *inner in paths:
        value = getattr(record, name)
        if value is not None:
            record = record.model_copy(update={name: _without(value, [tuple(inner)]) if inner else None})
    return record


def _commune(xa: UnitReport, reports: Sequence[Sequence[UnitReport]], lists: Sequence[str]) -> UnitReport:
    """One unit's figures over all parts; what does not add up (names, answers) is that of *xa*."""
    of = type(xa.so_lieu)
    summed = [of.cong(report.so_lieu for report in part) for part in reports[:-1] if part]
    record = of.noi_ky([*summed, xa.so_lieu])
    every = [report.so_lieu for part in reports for report in part]
    united = {name: _united(item for record in every for item in getattr(record, name)) for name in lists}
    read = tuple(tuple(part) for part in reports)
    return ReportOf(xa.don_vi, record.model_copy(update=united), xa.nguon, xa.danh_muc, read)


def _united(items: Iterable[Any]) -> list[Any]:
    """Each item of a list once, however often the parts name it, in the order of its first mention."""
    first: dict[str, Any] = {}
    for item in items:
        first.setdefault(title_key(item.ten), item)
    return list(first.values())
