"""Who reports a figure: how fully each unit does, in each part of a longer period, and in two periods."""

from collections.abc import Iterable, Iterator
from enum import IntEnum

from msgspec import Struct
from msgspec.structs import replace

from cqtt.models.du_lieu import UnitReport
from cqtt.models.duong_dan import MOI, DuongDan
from cqtt.models.ke_tiep import theo_don_vi_sau
from cqtt.models.so_lieu import Loai, Unit
from cqtt.models.so_sanh import ky_khac
from cqtt.models.theo_ban_ghi import GiaTri
from cqtt.models.tong_hop import TongHop

_CO_TEP = ""
"""What a count of units rests on: that there is a report at all."""


class MucDo(IntEnum):
    """How fully a figure is reported: by none of the files in question, by some of them, by all."""

    KHONG = 0
    MOT_PHAN = 1
    DU = 2


def cac_tep(xa: UnitReport) -> Iterator[UnitReport]:
    """The reports that were read for *xa*: itself, or those of each part of a longer period."""
    return (report for part in xa.cac_ky for report in part) if xa.cac_ky else iter((xa,))


def co(report: UnitReport, path: str) -> bool:
    """Whether *report*, which was read, gives the count at *path*."""
    return path == _CO_TEP or GiaTri(report.danh_muc, report.so_lieu)[path] is not None


def muc_do(reports: Iterable[UnitReport], path: str) -> MucDo:
    """How fully *reports* give the count at *path*; of no reports ``KHONG``."""
    given = {co(tep, path) for report in reports for tep in cac_tep(report)}
    return MucDo.MOT_PHAN if len(given) == 2 else MucDo.DU if True in given else MucDo.KHONG


class Reporting(Struct, frozen=True):
    """How many units report a figure, of how many; *kinds* is what they are: ``xã, phường``.

    Of a longer period *by_part* says it of each part, by its identifier, the earliest first; *communes* are then those
    that report it in every part.
    """

    communes: int
    of: int
    kinds: str
    by_part: tuple[tuple[str, int, int], ...] = ()

    @property
    def all_do(self) -> bool:
        """Whether no unit leaves it out."""
        return self.communes == self.of

    def __str__(self) -> str:
        parts = ", ".join(f"{ma}: {communes}/{of}" for ma, communes, of in self.by_part)
        return f"{parts or f'{self.communes}/{self.of}'} {self.kinds} có báo cáo"


class KhacDonVi(Struct, frozen=True):
    """The units that report a figure more fully in the earlier period, and those that do so in the later one."""

    truoc: tuple[Unit, ...]
    sau: tuple[Unit, ...]

    def __bool__(self) -> bool:
        return bool(self.truoc or self.sau)


def khac_don_vi(tong_hop: TongHop, path: str, ten: str) -> KhacDonVi:
    """Who reports the figure at *path* in only one of this period and the earlier *ten*, or in one more fully.

    Units merged since (``nhap_vao``) are the one they were merged into. Nobody for figures that no unit reports,
    for one unit's own, and where there is no earlier period.
    """
    if of_kind := DuongDan.doc(path).cua_loai():
        return _khac_trong_loai(tong_hop, *of_kind, ten)
    other, leaves = ky_khac(tong_hop, ten), tuple(dict.fromkeys(_cac_la(tong_hop, path)))
    if other is None or not leaves:
        return KhacDonVi((), ())
    now = [xa.bao_cao for xa in tong_hop.units]
    earlier = [xa.bao_cao for xa in other.units]
    before, lost = theo_don_vi_sau(tong_hop.don_vi, earlier, {xa.don_vi.ma for xa in now})
    pairs = [(xa.don_vi, before.get(xa.don_vi.ma, []), [xa]) for xa in now] + [(xa.don_vi, [xa], []) for xa in lost]
    levels = [(unit, [(muc_do(a, leaf), muc_do(b, leaf)) for leaf in leaves]) for unit, a, b in pairs]
    return KhacDonVi(
        tuple(unit for unit, found in levels if any(then > now for then, now in found)),
        tuple(unit for unit, found in levels if any(then < now for then, now in found)),
    )


def _khac_trong_loai(tong_hop: TongHop, loai: str, path: str, ten: str) -> KhacDonVi:
    """The same among the units of one kind; one that changed its kind reports in only one of the two."""
    earlier = ky_khac(tong_hop, ten)
    kind, before = tong_hop.theo_loai.get(loai), earlier.theo_loai.get(loai) if earlier else None
    return khac_don_vi(replace(kind, ky_truoc=before, cung_ky=before), path, ten) if kind else KhacDonVi((), ())


def _cac_la(tong_hop: TongHop, path: str) -> Iterator[str]:
    """The counts of the units that the authority's figure at *path* is made of in the end."""
    every = tong_hop.report.danh_muc.moi_don_vi
    of_unit = DuongDan.doc(path).cua_don_vi(tong_hop.report.group)
    figure = tong_hop.so_lieu.get(of_unit[1] if of_unit and of_unit[0] == MOI else path)
    if figure is None:
        return
    if figure.don_vi is not None or (not figure.toan_hang and every in figure.cong_thuc):
        yield _CO_TEP
    elif figure.loai is not Loai.TY_LE and any(operand.startswith(every) for operand in figure.toan_hang):
        yield figure.duong_dan
    else:
        for operand in figure.toan_hang:
            yield from _cac_la(tong_hop, operand)
