"""The units of each kind for themselves: made when somebody asks for a figure of them."""

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from cqtt.models.du_lieu import DuLieu
from cqtt.models.duong_dan import theo_loai
from cqtt.models.tong_hop import TongHop


class Kinds(Mapping[str, TongHop]):
    """The figures of the units of each kind in *data*, by the name of their paths (``theo_loai.phuong``).

    They stand in the order in which texts name the kinds; none where all units are of one. *of* sums up those of one.
    """

    __slots__ = ("_kinds", "_made", "data", "of")

    def __init__(self, data: DuLieu, of: Callable[[DuLieu], TongHop]) -> None:
        self.data, self.of = data, of
        there = {xa.don_vi.loai for xa in data.units}
        order = data.don_vi.gia_tri.thu_tu_loai
        self._kinds = {theo_loai(loai): loai for loai in order if loai in there} if len(there) > 1 else {}
        self._made: dict[str, TongHop] = {}

    def __getitem__(self, ten: str) -> TongHop:
        loai = self._kinds[ten]
        if ten not in self._made:
            units = tuple(xa for xa in self.data.units if xa.don_vi.loai == loai)
            self._made[ten] = self.of(replace(self.data, units=units))
        return self._made[ten]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)
