"""What a report declares must fit together: a slip in a path would leave a figure empty, or replace one, unseen."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import Any

from cqtt.models.ban_ghi import TuKy
from cqtt.models.duong_dan import THEO_LOAI, XEP_HANG
from cqtt.models.ky import doc_ky
from cqtt.models.report_type import ReportType
from cqtt.models.truong import cac_dau, cac_truong, khoi_trong, mo_hinh_trong, truong_cua


def slips(report: ReportType) -> Iterator[str]:
    """What is wrong with *report*, each with the attribute that says it; nothing for one that is whole."""
    written, rates = report.danh_muc.theo_ten, report.danh_muc.ty_le_theo_ten
    own = {path for path, _ in cac_truong(report.document)}
    computed = [muc.duong_dan for muc in report.own_sums]
    lists = [f"{block.name}.so_luong" for block in report.lists]
    paths = [
        *written,
        *rates,
        *computed,
        *lists,
        *(c.path for c in report.counts),
        *(r.duong_dan for r in report.own_rates),
    ]
    yield from _paths(paths)
    asked = _asked(report, own, computed)
    yield from (
        f"{name}: không có “{path}”" for name, (paths, known) in asked.items() for path in paths if path not in known
    )
    yield from _lists(report)
    yield from _periods(report.record, "record")
    yield from _periods(report.document, "document")
    if bool(report.danh_muc.muc) != bool(report.thang_muc):
        yield "thang_muc: " + (
            "bản ghi có mức mà không có thang" if report.danh_muc.muc else "bản ghi không có mức nào"
        )
    if not report.template.is_file():
        yield f"template: không có tệp {report.template.name}"


def _asked(report: ReportType, own: set[str], computed: list[str]) -> dict[str, tuple[Iterable[str], Container[str]]]:
    """By attribute the paths that it names, and those that there are."""
    written, rates = report.danh_muc.theo_ten, report.danh_muc.ty_le_theo_ten
    return {
        "rates": ([p for rate in report.rates for p in (*rate.tu, *rate.mau)], written.keys()),
        "sums": ([p for muc in report.sums for p in muc.cac_phan], written.keys()),
        "own_sums": ([p for muc in report.own_sums for p in muc.cac_phan], {*written, *own, *computed}),
        "own_rates": ([p for rate in report.own_rates for p in (*rate.tu, *rate.mau)], {*written, *own, *computed}),
        "key_figures": ([key.path for key in report.key_figures], {*written, *rates}),
        "ranked": ([ranked.path for ranked in report.ranked], {*written, *rates}),
        "status": ([key.path for key in report.status], {*written, *rates}),
        "averages": (report.averages, report.danh_muc.khoi),
        "above_only": (report.above_only, own),
        "unit_name": ([report.unit_name], truong_cua(report.record)),
        "balances": ([p for b in report.balances for p in (b.whole, *b.parts)], written.keys()),
        "paper_heads": (list(report.paper_heads), written.keys()),
        "absolutes": ([p for absolute in report.absolutes for p in absolute.zero], {*written, *own}),
    }


def _paths(paths: list[str]) -> Iterator[str]:
    yield from (f"{path}: hai số liệu cùng đường dẫn" for path, times in Counter(paths).items() if times > 1)
    kept = (path for path in paths if path.partition(".")[0] in (THEO_LOAI, XEP_HANG))
    yield from (f"{path}: tên này dành cho phần mềm" for path in kept)


def _lists(report: ReportType) -> Iterator[str]:
    for block in report.lists:
        info = truong_cua(report.record).get(block.name)
        item = mo_hinh_trong(info.annotation) if info else None
        if item is None or "ten" not in item.model_fields:
            yield f"lists: {block.name} phải là danh sách có khóa ten ở mỗi mục"


def _periods(model: Any, name: str) -> Iterator[str]:
    """Marks of a period that is none, or where they are not looked at: in the items of a list."""
    for path, info in cac_truong(model):
        for mark in cac_dau(info):
            if isinstance(mark, TuKy) and doc_ky(mark.ky) is None:
                yield f"{name}: {path}: “{mark.ky}” không phải kỳ báo cáo"
        item = None if khoi_trong(info) else mo_hinh_trong(info.annotation)
        for inner, described in cac_truong(item) if item else ():
            if any(isinstance(mark, TuKy) for mark in cac_dau(described)):
                yield f"{name}: {path}[].{inner}: TuKy không dùng trong mục của danh sách"
