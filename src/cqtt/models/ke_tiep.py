"""Who a unit's earlier figures belong to now: itself, or the one it was merged into."""

from collections.abc import Collection, Iterable

from cqtt.models.don_vi import DonVi
from cqtt.models.du_lieu import UnitReport


def theo_don_vi_sau(
    don_vi: DonVi, truoc: Iterable[UnitReport], sau: Collection[str]
) -> tuple[dict[str, list[UnitReport]], list[UnitReport]]:
    """The earlier reports *truoc* by the identifier of the later unit (one of *sau*) that they belong to.

    The second value holds those of units that are gone and of which ``don_vi.yaml`` does not say where they went
    (``nhap_vao``): that is never guessed.
    """
    into = {xa.ma: xa.nhap_vao for xa in don_vi.units if xa.nhap_vao}
    found: dict[str, list[UnitReport]] = {}
    lost: list[UnitReport] = []
    for xa in truoc:
        ma: str | None = xa.don_vi.ma
        for _ in don_vi.units:
            if ma is None or ma in sau:
                break
            ma = into.get(ma)
        if ma in sau and ma is not None:
            found.setdefault(ma, []).append(xa)
        else:
            lost.append(xa)
    return found, lost
