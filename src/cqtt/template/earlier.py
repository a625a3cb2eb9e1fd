"""Earlier periods as a template sees them: the same names below ``ky_truoc`` and ``cung_ky``, or nothing at all."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cqtt.models.so_sanh import canh_nhau, ky_khac
from cqtt.models.tong_hop import TongHop
from cqtt.template.groups import Both, Figures, Names, group_names
from cqtt.template.values import TemplateFault, Words


class Absent(Struct, frozen=True):
    """A period whose data are not there: ``{% if ky_truoc %}`` is false, and its figures cannot be printed."""

    name: str

    def __bool__(self) -> bool:
        return False

    def get(self, name: str) -> Any:
        """Raises ``TemplateFault`` (KHUON02)."""
        message = f"không có số liệu của {self.name}: {self.name}.{name}"
        raise TemplateFault(
            "KHUON02", message, f"đặt trong {{% if {self.name} %}} … {{% endif %}}", f"{self.name}.{name}"
        )


def earlier(tong_hop: TongHop, name: str) -> Both | Absent:
    """The period *name* (``ky_truoc`` or ``cung_ky``): its figures, and ``ten``, ``ten_ngan``, ``nam`` as words."""
    other = ky_khac(tong_hop, name)
    return _period(name, other) if other else Absent(name)


def side_by_side(tong_hop: TongHop) -> list[Both]:
    """The periods that a chart or a table sets beside each other, the earliest first; see ``so_sanh.canh_nhau``."""
    return [_period(name, other) for name, other in canh_nhau(tong_hop)]


def _period(name: str, tong_hop: TongHop) -> Both:
    head = f"{name}." if name else ""
    figures = {head + path: replace(f, duong_dan=head + path) for path, f in tong_hop.so_lieu.items()}
    ky = tong_hop.ky
    words = {"ten": ky.ten, "ten_hoa": ky.ten_hoa, "ten_ngan": ky.ten_ngan or ky.ten, "nam": str(ky.nam)}
    names = Names(name or "ky", {word: Words(text, f"{name or 'ky'}.{word}") for word, text in words.items()})
    return Both(names, Figures(figures, group_names(figures), head))
