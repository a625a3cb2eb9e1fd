"""A sum is of those who report: a finding where the parts of a longer period, or two periods compared, differ."""

from collections.abc import Iterable, Iterator, Sequence

from cqtt.manuscript import Manuscript
from cqtt.markup.nodes import Figure
from cqtt.markup.walk import Passage
from cqtt.models import places
from cqtt.models.ban_ghi import can_den
from cqtt.models.co_bao_cao import KhacDonVi, MucDo, cac_tep, co, khac_don_vi, muc_do
from cqtt.models.du_lieu import DuLieu, UnitReport
from cqtt.models.duong_dan import DuongDan
from cqtt.models.ky import Ky
from cqtt.models.registry import report_of
from cqtt.models.so_lieu import Unit
from cqtt.models.so_sanh import ky_khac
from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator, Position, Problem, Severity

WARNING = Severity.WARNING
NAMED = 3
"""Files, or units, that a finding names."""


def reported_in_every_part(data: DuLieu) -> Iterator[Problem]:
    """KY05, KY08: whoever reports a figure in one part of the longer period *data* reports it in every part.

    Otherwise its sum would silently leave out what somebody did there. KY05 is of the authority's own figures, KY08 of
    what a unit may leave out; one finding for each, of the longer period's own file, which may acknowledge it.
    """
    here = Position(places.document(data.ky))
    for name, _ in type(data.bao_cao.gia_tri).so_lieu_rieng():
        without = [part for part in data.cac_ky if getattr(part.bao_cao.gia_tri, name) is None]
        if 0 < len(without) < len(data.cac_ky) and getattr(data.bao_cao.gia_tri, name) is None:
            message = f"{', '.join(part.ky.ma for part in without)} không có {name}; kỳ dài in “–”"
            yield Problem(here, "KY05", message, _add(name, [p.bao_cao.nguon.path for p in without]), name, WARNING)
    danh_muc = report_of(data.don_vi.gia_tri).danh_muc
    for name, path in danh_muc.khong_bat_buoc.items():
        uneven = [xa for xa in data.units if muc_do([xa], path) is MucDo.MOT_PHAN]
        needed = can_den(danh_muc.co_the_thieu[path], data.cac_ky)
        if uneven and not all(co(xa, path) for part in needed for xa in part.units):
            there = [(part.ky.ma, sum(co(xa, path) for xa in part.units), part) for part in data.cac_ky]
            told = ", ".join(f"{ma}: {number}/{len(part.units)}" for ma, number, part in there)
            empty = [part for _, number, part in there if not number and part in needed]
            what = "kỳ dài in “–”" if empty else "số của kỳ dài không gồm phần thiếu"
            message = f"số đơn vị có báo cáo là {told}; {what}"
            since = danh_muc.tu_ky.get(name)
            hint = _add(name, [*_lacking(empty, uneven, path)])
            if since and not all(since.hoi(part.ky) for part in empty):
                hint = f"số này hỏi từ kỳ {since.ky}; để “–” thì ghi KY08 vào chap_nhan"
            yield Problem(here, "KY08", message, hint, name, WARNING)


def _lacking(empty: Sequence[DuLieu], uneven: Sequence[UnitReport], path: str) -> Iterator[str]:
    """The folders of the *empty* parts, in which nobody gives the count at *path*; then each other file without it."""
    yield from (f"mọi tệp của {places.units(part.ky, report_of(part.don_vi.gia_tri).group)}" for part in empty)
    known = {xa.nguon.path for part in empty for xa in part.units}
    every = (tep for xa in uneven for tep in cac_tep(xa) if not co(tep, path))
    yield from (tep.nguon.path for tep in every if tep.nguon.path not in known)


def _add(name: str, files: Sequence[str]) -> str:
    others = f" và {len(files) - NAMED} tệp khác" if len(files) > NAMED else ""
    return f"ghi {name}, kể cả khi bằng 0, vào {', '.join(files[:NAMED])}{others}"


def compares_the_same_communes(
    passages: Iterable[Passage], manuscript: Manuscript, tong_hop: TongHop, nguon: Locator
) -> Iterator[Problem]:
    """KY09: a printed change is of figures of the same units; otherwise a missing report looks like a decrease.

    *passages* are those of the document that *manuscript* was read as. *nguon* is the period's file, which may
    acknowledge it: the finding names that file also where the template prints the change.
    """
    told: set[str] = set()
    for passage, start, change in _changes(passages):
        of = DuongDan.doc(change.path)
        other = ky_khac(tong_hop, of.ky)
        if change.path in told or other is None:
            continue
        told.add(change.path)
        khac = khac_don_vi(tong_hop, of.trong, of.ky)
        if khac:
            at = manuscript.position(passage.line(start), change.path.partition(".")[0])
            here = at if at.path == nguon.path else Position(nguon.path)
            yield _other_communes(here, change, khac, other.ky, tong_hop.ky)


def _changes(passages: Iterable[Passage]) -> Iterator[tuple[Passage, int, Figure]]:
    """The printed changes, each with its passage and its offset there."""
    for passage in passages:
        for at, figure in passage.figures:
            if DuongDan.doc(figure.path).so_voi:
                yield passage, at, figure


def _other_communes(here: Position, change: Figure, khac: KhacDonVi, truoc: Ky, sau: Ky) -> Problem:
    sides = ((truoc, sau, khac.truoc), (sau, truoc, khac.sau))
    told = "; ".join(f"{has.ma} có mà {lacks.ma} thiếu {_named(units)}" for has, lacks, units in sides if units)
    message = f"“{change.text}” không so cùng những đơn vị: {told}"
    hint = "bổ sung số liệu thiếu, kể cả khi bằng 0, hoặc bỏ lời so sánh"
    return Problem(here, "KY09", message, hint, change.path, WARNING)


def _named(units: Sequence[Unit]) -> str:
    others = f" và {len(units) - NAMED} đơn vị khác" if len(units) > NAMED else ""
    return ", ".join(unit.ten_day_du for unit in units[:NAMED]) + others
