"""The path of a figure, taken apart and put together: the only place that knows how paths are written.

so_don_vi                   the authority's own, or of all units together
<nhom>.<ma>.a.b             of one unit; ``<nhom>.*.a.b`` is an operand that every unit has
ky_truoc.so_don_vi          of an earlier period; ``cac_ky.2024Q1.so_don_vi`` of a part of a longer one
so_voi_ky_truoc.so_don_vi   the change since an earlier period
theo_loai.<loai>.so_don_vi  of the units of one kind together: ``theo_loai.phuong``
xep_hang.<path>.dung_dau    what comes of ranking the units by the figure at that path
"""

from msgspec import Struct

from cqtt.names import identifier

KY_TRUOC, CUNG_KY, CAC_KY = "ky_truoc", "cung_ky", "cac_ky"
THEO_LOAI, XEP_HANG = "theo_loai", "xep_hang"
MOI = "*"
"""In the place of a unit's identifier: every unit."""
_SO_VOI = "so_voi_"


class DuongDan(Struct, frozen=True):
    """A path: *trong* within the period *ky* (``ky_truoc``, ``cac_ky.2024Q1``; empty for this one).

    With *so_voi* it is that of the change since the period *ky*.
    """

    trong: str
    ky: str = ""
    so_voi: bool = False

    @classmethod
    def doc(cls, path: str) -> "DuongDan":
        """The parts of *path*."""
        ten, _, trong = path.partition(".")
        if ten.startswith(_SO_VOI):
            return cls(trong, ten.removeprefix(_SO_VOI), so_voi=True)
        if ten == CAC_KY:
            ma, _, trong = trong.partition(".")
            return cls(trong, cac_ky(ma))
        return cls(trong, ten) if ten in (KY_TRUOC, CUNG_KY) else cls(path)

    def __str__(self) -> str:
        return f"{_SO_VOI * self.so_voi}{self.ky}.{self.trong}" if self.ky else self.trong

    def cua_don_vi(self, nhom: str) -> tuple[str, str] | None:
        """Whose figure of the group *nhom* it is, by identifier or ``*``, and its path there; None for no unit's."""
        dau, _, rest = self.trong.partition(".")
        ma, _, trong = rest.partition(".")
        return (ma, trong) if dau == nhom and trong else None

    def cua_loai(self) -> tuple[str, str] | None:
        """The name of the kind of units that it is of (``theo_loai.phuong``), and its path there; None for no kind."""
        found = self.cua_don_vi(THEO_LOAI)
        return (f"{THEO_LOAI}.{found[0]}", found[1]) if found else None


def cac_ky(ma: str) -> str:
    """The name of the part *ma* of a longer period: ``cac_ky.2024Q1``."""
    return f"{CAC_KY}.{ma}"


def theo_loai(loai: str) -> str:
    """The name of the figures of one kind of units, as paths begin with it: ``theo_loai.dac_khu``."""
    return f"{THEO_LOAI}.{identifier(loai).replace('-', '_')}"
