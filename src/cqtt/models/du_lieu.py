"""Everything read for one period, each part beside the file it came from."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from cqtt.models.bao_cao import BaoCao
from cqtt.models.don_vi import DonVi
from cqtt.models.ky import Ky
from cqtt.models.phuong_xa import PhuongXa
from cqtt.models.so_lieu import DonViCapXa
from cqtt.problems import Locator

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class CoNguon(Generic[T_co]):
    """A value and the file that can say where each part of it was written."""

    gia_tri: T_co
    nguon: Locator


@dataclass(frozen=True, slots=True)
class BaoCaoXa:
    """One commune's figures, the unit they belong to and the file they came from."""

    don_vi: DonViCapXa
    so_lieu: PhuongXa
    nguon: Locator
    cac_ky: "tuple[tuple[BaoCaoXa, ...], ...]" = ()
    """The reports that this one was rolled up from, by period, the earliest first; empty for one that was read.

    A period has several where communes were merged later.
    """


@dataclass(frozen=True, slots=True)
class DuLieu:
    """One period's data. *xa_phuong* stands in the order of ``don_vi.yaml`` and holds only files without errors."""

    ky: Ky
    don_vi: CoNguon[DonVi]
    bao_cao: CoNguon[BaoCao]
    xa_phuong: tuple[BaoCaoXa, ...]
    thieu: tuple[DonViCapXa, ...] = ()
    """Communes that should report and are left out of a draft."""
    cac_ky: "tuple[DuLieu, ...]" = ()
    """The periods that this one was rolled up from, the earliest first; empty for one that was read."""
