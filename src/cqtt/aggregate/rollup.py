"""A longer period out of the shorter ones it spans: one record per commune, and the authority's own figures."""

from collections.abc import Iterable, Sequence
from typing import Any

from cqtt.models.ban_ghi import noi_so
from cqtt.models.bao_cao import BaoCao
from cqtt.models.du_lieu import BaoCaoCua, BaoCaoXa, CoNguon, DuLieu
from cqtt.models.ke_tiep import theo_don_vi_sau
from cqtt.models.ky import Ky
from cqtt.models.report_type import report_of
from cqtt.models.so_lieu import Loai
from cqtt.names import title_key


def roll_up(ky: Ky, parts: Sequence[DuLieu], own: CoNguon[BaoCao] | None) -> DuLieu:
    """The data of *ky* out of its *parts*, the earliest first; there is at least one, and they join (``checks.ky``).

    The document (number, date, title, signer, prose) is *own*, the longer period's; without one it is that of the last
    part, its number and day left blank. Figures that *own* gives and no part does are taken from it.
    """
    last = parts[-1]
    source = own or last.bao_cao
    document = source.gia_tri if own else source.gia_tri.model_copy(update={"so": None, "ngay": None, "chap_nhan": []})
    bao_cao = document.model_copy(update=own_figures([part.bao_cao.gia_tri for part in parts], document))
    known = {xa.don_vi.ma for xa in last.xa_phuong}
    by_part = [theo_don_vi_sau(last.don_vi.gia_tri, part.xa_phuong, known)[0] for part in parts]
    lists = [block.name for block in report_of(last.don_vi.gia_tri).lists]
    communes = tuple(
        _commune(xa, [reports.get(xa.don_vi.ma, []) for reports in by_part], lists) for xa in last.xa_phuong
    )
    return DuLieu(ky, last.don_vi, CoNguon(bao_cao, source.nguon), communes, cac_ky=tuple(parts))


def own_figures(parts: Sequence[BaoCao], document: BaoCao) -> dict[str, object]:
    """The figures that no commune reports, over all *parts*; where no part gives one, that of *document*."""
    out: dict[str, object] = {}
    for name, part in type(document).so_lieu_rieng():
        given = [value for bao_cao in parts if (value := getattr(bao_cao, name)) is not None]
        if not given:
            out[name] = getattr(document, name)
        else:
            out[name] = noi_so(part, given) if isinstance(part, Loai) else part.noi_ky(given)
    return out


def _commune(xa: BaoCaoXa, reports: Sequence[Sequence[BaoCaoXa]], lists: Sequence[str]) -> BaoCaoXa:
    """One unit's figures over all parts; what does not add up (names, answers) is that of *xa*."""
    of = type(xa.so_lieu)
    summed = [of.cong(report.so_lieu for report in part) for part in reports[:-1] if part]
    record = of.noi_ky([*summed, xa.so_lieu])
    every = [report.so_lieu for part in reports for report in part]
    united = {name: _united(item for record in every for item in getattr(record, name)) for name in lists}
    read = tuple(tuple(part) for part in reports)
    return BaoCaoCua(xa.don_vi, record.model_copy(update=united), xa.nguon, xa.danh_muc, read)


def _united(items: Iterable[Any]) -> list[Any]:
    """Each item of a list once, however often the parts name it, in the order of its first mention."""
    first: dict[str, Any] = {}
    for item in items:
        first.setdefault(title_key(item.ten), item)
    return list(first.values())
