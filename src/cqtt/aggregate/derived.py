"""Figures that no file gives: averages, counts of units, and what is computed from the authority's own figures."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from cqtt.models.ban_ghi import BanGhi, don_vi_tinh_cua
from cqtt.models.bao_cao import BaoCao
from cqtt.models.danh_muc import tai
from cqtt.models.du_lieu import DuLieu
from cqtt.models.quy_dinh import thang_cua
from cqtt.models.registry import report_of
from cqtt.models.report_type import ListBlock, ReportType
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu, Unit
from cqtt.models.ty_le import cong, ti_so


def number_of_units(data: DuLieu) -> SoLieu:
    """How many units the figures are made of."""
    noun, units = report_of(data.don_vi.gia_tri).noun, tuple(xa.don_vi for xa in data.units)
    return SoLieu("so_don_vi", f"Số {noun}", Loai.TON, len(units), cong_thuc=f"số {noun} có báo cáo", don_vi=units)


def partly_reported(data: DuLieu) -> set[str]:
    """The counts that some units report and others leave out, and the sums of such counts.

    A rate or an average of them would set what some did beside what all did: it does not exist.
    """
    danh_muc = report_of(data.don_vi.gia_tri).danh_muc
    found: set[str] = set()
    for path in danh_muc.co_the_thieu:
        names = tuple(path.split("."))
        given = sum(tai(xa.so_lieu, names) is not None for xa in data.units)
        found.update([path] if 0 < given < len(data.units) else [])
    return found | {muc.duong_dan for muc in danh_muc.them if not found.isdisjoint(muc.cac_phan)}


def without_value(figure: SoLieu) -> SoLieu:
    """*figure* as one that does not exist in this period."""
    return replace(figure, gia_tri=None)


def averages(block: str, total: BanGhi, so_don_vi: int) -> Iterator[SoLieu]:
    """The counts of *block* per unit, on average; None where there is no unit."""
    record = tai(total, tuple(block.split(".")))
    for name, info in type(record).model_fields.items():
        path = f"{block}.{name}"
        yield SoLieu(
            f"{block}.binh_quan.{name}",
            f"{info.title}, bình quân mỗi đơn vị",
            Loai.TY_LE,
            ti_so(getattr(record, name), so_don_vi),
            cong_thuc=f"{path} / so_don_vi",
            toan_hang=(path, "so_don_vi"),
        )


def counts(data: DuLieu) -> Iterator[SoLieu]:
    """Every count of units, as a figure that knows whom it counts."""
    report = report_of(data.don_vi.gia_tri)
    said = report.danh_muc.theo(thang_cua(data.don_vi.gia_tri, data.ky, report.thang_muc)).noi
    for count in report.counts:
        found = [xa.don_vi for xa in data.units if count.condition(xa.so_lieu, data.ky.nam)]
        units = in_order(found, data, count.order)
        yield SoLieu(count.path, said(count.title), Loai.TON, len(units), cong_thuc=said(count.formula), don_vi=units)


def in_order(units: Iterable[Unit], data: DuLieu, order: str) -> tuple[Unit, ...]:
    """*units*: first those in the document's list *order* (identifiers), in its order, then the authority's."""
    listed: list[str] = getattr(data.bao_cao.gia_tri.thu_tu_neu_ten, order, []) if order else []
    rank = {ma: i for i, ma in enumerate(listed)}
    return tuple(sorted(units, key=lambda unit: rank.get(unit.ma, len(rank))))


def list_length(block: ListBlock, report: ReportType, length: int) -> SoLieu:
    """How many items the units' lists *block* have together."""
    formula = f"số mục trong {report.danh_muc.moi_don_vi}{block.name}"
    return SoLieu(f"{block.name}.so_luong", block.title, Loai.TON, length, cong_thuc=formula)


def of_authority(data: DuLieu, figures: Mapping[str, SoLieu]) -> Iterator[SoLieu]:
    """The authority's own figures, and what is computed from them and the *figures* of all units together.

    None where the period's file leaves one out. Sums and rates of an own block follow it, all others precede.
    """
    report, bao_cao = report_of(data.don_vi.gia_tri), data.bao_cao.gia_tri
    blocks = [*_own(bao_cao, in_blocks=True)]
    single = [*_own(bao_cao, in_blocks=False)]
    values: dict[str, Any] = {f.duong_dan: f.gia_tri for f in (*figures.values(), *blocks, *single)}
    computed = list(_computed(report, values))
    own = {_head(figure) for figure in blocks}
    yield from (figure for figure in computed if _head(figure) not in own)
    yield from blocks
    yield from (figure for figure in computed if _head(figure) in own)
    yield from single


def _computed(report: ReportType, values: dict[str, Any]) -> Iterator[SoLieu]:
    for muc in report.own_sums:
        value = values[muc.duong_dan] = cong(muc.cac_phan, values)
        formula = " + ".join(muc.cac_phan)
        yield SoLieu(muc.duong_dan, muc.ten, muc.loai, value, cong_thuc=formula, toan_hang=muc.cac_phan)
    for ty_le in report.own_rates:
        yield ty_le.so_lieu(values)


def _head(figure: SoLieu) -> str:
    return figure.duong_dan.partition(".")[0]


def _own(bao_cao: BaoCao, *, in_blocks: bool) -> Iterator[SoLieu]:
    for name, part in type(bao_cao).so_lieu_rieng():
        value = getattr(bao_cao, name)
        if isinstance(part, Loai) and not in_blocks:
            yield _figure(type(bao_cao), name, part, value)
        elif not isinstance(part, Loai) and in_blocks:
            for inner, loai in part.cac_phan():
                if isinstance(loai, Loai):
                    yield _figure(part, inner, loai, getattr(value, inner) if value else None, f"{name}.")


def _figure(model: type[Any], name: str, loai: Loai, value: int | None, goc: str = "") -> SoLieu:
    info = model.model_fields[name]
    return SoLieu(goc + name, info.title or name, loai, value, don_vi_tinh_cua(info) or DonViTinh.SO)
