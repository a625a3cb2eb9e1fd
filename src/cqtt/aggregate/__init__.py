"""From the units to the authority: sums, averages, rates and the lists of who has what. Pure; nothing is read."""

from collections.abc import Iterator

from msgspec.structs import replace

from cqtt.aggregate.derived import (
    averages,
    counts,
    in_order,
    list_length,
    number_of_units,
    of_authority,
    partly_reported,
    without_value,
)
from cqtt.aggregate.kinds import Kinds
from cqtt.models.du_lieu import DuLieu
from cqtt.models.registry import report_of
from cqtt.models.report_type import ListBlock
from cqtt.models.so_lieu import Loai, SoLieu
from cqtt.models.theo_ban_ghi import FiguresOfRecord
from cqtt.models.tong_hop import ListItem, TongHop, UnitFigures


def aggregate(data: DuLieu) -> TongHop:
    """The period's figures. Every unit counts once; a sum is that of the units which report it, None for none."""
    made = _of_units_alone(data)
    figures = {**made.so_lieu}
    figures |= {figure.duong_dan: figure for figure in of_authority(data, figures)}
    return replace(made, so_lieu=figures, thieu=data.thieu, theo_loai=Kinds(data, _of_units_alone))


def _of_units_alone(data: DuLieu) -> TongHop:
    """The figures that come from the units, without the authority's own."""
    lists = {block.name: tuple(_items(block, data)) for block in report_of(data.don_vi.gia_tri).lists}
    figures = {figure.duong_dan: figure for figure in _of_units(data, lists)}
    units = tuple(UnitFigures.of(xa) for xa in data.units)
    return TongHop(data.ky, data.don_vi.gia_tri, data.bao_cao.gia_tri, figures, units, lists)


def _of_units(data: DuLieu, lists: dict[str, tuple[ListItem, ...]]) -> Iterator[SoLieu]:
    """What comes from the units' records alone."""
    report = report_of(data.don_vi.gia_tri)
    total = report.record.cong(xa.so_lieu for xa in data.units)
    yield number_of_units(data)
    some = partly_reported(data)
    for figure in FiguresOfRecord(report.danh_muc, total, "", report.danh_muc.moi_don_vi).values():
        yield without_value(figure) if figure.loai is Loai.TY_LE and not some.isdisjoint(figure.toan_hang) else figure
    for path in report.averages:
        for figure in averages(path, total, len(data.units)):
            yield without_value(figure) if not some.isdisjoint(figure.toan_hang) else figure
    yield from counts(data)
    for block in report.lists:
        yield list_length(block, report, len(lists[block.name]))


def _items(block: ListBlock, data: DuLieu) -> Iterator[ListItem]:
    by_unit = {xa.don_vi: getattr(xa.so_lieu, block.name) for xa in data.units}
    for unit in in_order(by_unit, data, block.order):
        for item in by_unit[unit]:
            yield ListItem(unit, item.ten)
