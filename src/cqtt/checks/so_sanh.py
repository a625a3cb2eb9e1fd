"""What the rules over two periods, and over all units, have in common."""

from collections.abc import Iterator

from cqtt.models.bao_cao import BaoCao
from cqtt.models.du_lieu import DuLieu
from cqtt.models.nguong import Dat
from cqtt.models.registry import report_of
from cqtt.models.so_lieu import Loai


def bounds(data: DuLieu) -> Dat:
    """The bounds that hold for *data*: the authority's own, and the report's where it has none."""
    return data.don_vi.gia_tri.nguong_canh_bao.tren(report_of(data.don_vi.gia_tri).bounds)


def own_flows(then: BaoCao, now: BaoCao) -> Iterator[tuple[str, tuple[int | None, int | None]]]:
    """The flows of the authority's own figures: path, value now, value then."""
    for name, part in type(now).so_lieu_rieng():
        old, new = getattr(then, name), getattr(now, name)
        if part is Loai.LUONG:
            yield name, (new, old)
        elif old is not None and new is not None and not isinstance(part, Loai):
            for inner, loai in part.cac_phan():
                if loai is Loai.LUONG:
                    yield f"{name}.{inner}", (getattr(new, inner), getattr(old, inner))
