"""Naming units in a sentence: their names, or how many they are and the appendix that names them."""

from collections.abc import Sequence

from msgspec import Struct, field

from cqtt.models.so_lieu import SoLieu, Unit
from cqtt.models.tong_hop import TongHop
from cqtt.template.groups import Names
from cqtt.template.values import Number, Words

APPENDIX = "danh_sach"
"""The label of the appendix that names the units which sentences do not."""


class Naming(Struct):
    """How the sentences of one report name units."""

    tong_hop: TongHop | None = None
    moved: list[Names] = field(default_factory=list)
    """The figures whose units the appendix names, each once, in the order of the text."""
    _paths: set[str] = field(default_factory=set)

    def names(self, units: Sequence[Unit], joined: str = "") -> str:
        """The names of *units*, the last one after the word *joined* where there is one; empty for no units."""
        names = self.tong_hop.ten_goi(units) if self.tong_hop else [unit.ten for unit in units]
        if joined and len(names) > 1:
            return f"{', '.join(names[:-1])} {joined} {names[-1]}"
        return ", ".join(names)

    def is_too_long(self, units: Sequence[Unit]) -> bool:
        """Whether a sentence does not name *units*: the authority decides how many it may (``neu_ten_toi_da``)."""
        return self.tong_hop is not None and len(units) > self.tong_hop.don_vi.neu_ten_toi_da

    def move(self, figure: SoLieu) -> None:
        """Let the appendix name the units that *figure* counts."""
        if figure.duong_dan not in self._paths:
            self._paths.add(figure.duong_dan)
            entry = {
                "ten": Words(figure.ten, f"danh_sach_don_vi.{figure.duong_dan}"),
                "so_luong": Number(figure),
                "cac_ten": Words(self.names(figure.don_vi or ()), figure.duong_dan),
            }
            self.moved.append(Names("danh_sach_don_vi", entry))
